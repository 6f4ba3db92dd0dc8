import { z } from 'zod'
import type { MailServer, MailSettings } from '../model/mail.ts'
import { Oops } from '../model/oops.ts'
import { ownHouse } from './identities.ts'
import { map } from './loose.ts'
import { type Problem, problem, shown } from './problem.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text, whole } from './shape.ts'
import type { Sheet } from './sheet.ts'

/** `mail:` of a team: from whom its reports come, and through which server; SMTP_URL names the one of all teams. */
export const mailShape = (env: Variables) =>
  z.strictObject({
    from: text(readSender).optional(),
    host: text(readHost).optional(),
    port: whole(1, 65_535).optional(),
    secure: z.boolean().optional(),
    user: z.string().optional(),
    password: text((name) => readSecret(name, env)).optional(),
  })

type Given = z.output<ReturnType<typeof mailShape>>

/** What the environment says of mail: the server of SMTP_URL, and SMTP_FROM. */
export type SharedMail = { server: MailServer | null; from: string | null }

/** A team's mail, with what all teams share where it says nothing; null where it cannot send any. */
export function mailOf(given: Given | undefined, shared: SharedMail): MailSettings | null {
  const server = given?.host === undefined ? shared.server : serverOf({ ...given, host: given.host })
  const from = given?.from ?? shared.from ?? (server?.user && isAddress(server.user) ? server.user : null)
  return server && from ? { from, server } : null
}

function serverOf({ host, port, secure, user, password }: Given & { host: string }): MailServer {
  const tls = secure === false ? 'never' : secure === true || port === implicit ? 'always' : 'needed'
  return {
    host,
    port: port ?? (tls === 'always' ? implicit : submission),
    tls,
    user: user ?? null,
    password: password ?? null,
  }
}

/** `smtps://user:password@host:465`, `smtp://host:587`; `?tls=never` for a server within the house. Throws Oops, without quoting it. */
export function readSmtp(given: string): MailServer {
  const url = /^smtps?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null
  if (!url || url.hostname === '') throw new Oops('settings.env-smtp')
  const [user, password] = [decoded(url.username), decoded(url.password)]
  const port = url.port === '' ? {} : { port: Number(url.port) }
  const never = url.searchParams.get('tls') === 'never'
  const secure = never ? { secure: false } : url.protocol === 'smtps:' ? { secure: true } : {}
  const server = serverOf({ host: url.hostname.replace(/^\[|\]$/g, ''), ...port, ...secure })
  const whole = { ...server, user: user || null, password: password || null }
  if (travelsOpenly(whole)) throw new Oops('settings.mail-plain', { given: shown(whole.host) })
  return whole
}

/** Who sends it: `rapports@nimbus.example`, `Nimbus <rapports@nimbus.example>`. Throws Oops. */
export function readSender(given: string): string {
  const sender = given.trim()
  const address = /^[^<>"\r\n,;]*<([^<>]+)>$/u.exec(sender)?.[1] ?? sender
  readMailAddress(address)
  return sender
}

/** One address of mail. Throws Oops. */
export function readMailAddress(given: string): string {
  const address = given.trim()
  if (!isAddress(address)) throw new Oops('settings.mail-address', { given: shown(given) })
  return address
}

/** No list, no display name, no line break: nothing that a header could be broken with. */
const isAddress = (text: string) =>
  text.length <= 254 && /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+$/u.test(text)

function readHost(given: string): string {
  const host = given.trim()
  if (/^[\p{L}\p{N}.:_-]+$/u.test(host) && !/^smtps?:/i.test(host)) return host
  throw new Oops('settings.mail-host', { given: shown(given) })
}

/** What no single value shows: a password that would travel in the open, a half of a pair. */
export function mailCheck(sheet: Sheet): Problem[] {
  const mail = map(map(sheet.value).mail)
  const at = (key: string) => sheet.place(['mail', key], 'key')
  const blame = (key: string, text: string, values = {}) => [problem(sheet.file, at(key), text, values)]
  if ('password' in mail && !('user' in mail)) return blame('password', 'settings.mail-half')
  const loose = ['port', 'secure', 'user'].find((one) => one in mail)
  if (loose && !('host' in mail)) return blame(loose, 'settings.mail-no-host', { setting: loose })
  const { host, secure, user } = mail
  if (typeof host === 'string' && secure === false && user !== undefined && !ownHouse.test(host))
    return blame('secure', 'settings.mail-plain', { given: shown(host) })
  return []
}

const travelsOpenly = ({ tls, user, host }: MailServer) =>
  tls === 'never' && user !== null && !ownHouse.test(host)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The port of TLS from the first byte on, and that of mail that people hand in. */
const implicit = 465
const submission = 587

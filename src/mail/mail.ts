import type { MailServer } from '../model/mail.ts'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { troubleOf } from './trouble.ts'

/** A mail as it goes out. Pictures within its HTML have a `cid`, the files beside it have none. */
export type Letter = {
  from: string
  to: string
  subject: string
  messageId: string
  date: Instant
  html: string
  text: string
  files: { name: string; type: string; base64: string; cid?: string }[]
}

/**
 * What became of a try: `later`: surely not taken, and it may be tried again; `refused` for good; `unsure`: the server
 * had all of it, and never said whether it took it.
 */
export type Outcome = { is: 'sent'; answer: string } | { is: 'later' | 'refused' | 'unsure'; why: Reason }

/** How long to wait, in ms: for the server to be there, for each of its answers, and for all of it: some talk on and never end. */
export type Patience = { connect: number; answer: number; whole?: number }

const usualPatience: Patience = { connect: 20_000, answer: 60_000 }

/** Hands a letter to a server, once. Throws nothing that the server or the way to it did. */
export async function sendMail(
  server: MailServer,
  letter: Letter,
  { patience = usualPatience, signal }: { patience?: Patience; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const raw = await written(letter)
  const given = { all: false }
  const connection = await newConnection(server, patience)
  const late = AbortSignal.timeout(patience.whole ?? longestTry)
  const broken = brokenOf(connection, signal ? AbortSignal.any([signal, late]) : late)
  try {
    await Promise.race([signedIn(connection, server), broken])
    const envelope = { from: addressIn(letter.from), to: letter.to, size: raw.length }
    const answer = await Promise.race([handed(connection, envelope, raw, given), broken])
    connection.quit()
    return { is: 'sent', answer: answer.slice(0, longestAnswer) }
  } catch (error) {
    const { why, final, answered } = troubleOf(error, server)
    connection.close()
    if (given.all && !answered) return { is: 'unsure', why }
    return { is: final ? 'refused' : 'later', why }
  }
}

/** Whether a server answers and lets us in; the reason where it does not, null where all is well. */
export async function tryServer(server: MailServer, patience = usualPatience): Promise<Reason | null> {
  const connection = await newConnection(server, patience)
  try {
    const late = AbortSignal.timeout(patience.whole ?? patience.connect + patience.answer)
    await Promise.race([signedIn(connection, server), brokenOf(connection, late)])
    connection.quit()
    return null
  } catch (error) {
    connection.close()
    return troubleOf(error, server).why
  }
}

type Connection = Awaited<ReturnType<typeof newConnection>>

/** Loaded where mail goes out: most teams send none. */
async function newConnection({ host, port, tls }: MailServer, { connect, answer }: Patience) {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  return new SMTPConnection({
    host,
    port,
    secure: tls === 'always',
    ...(tls === 'needed' ? { requireTLS: true } : {}),
    ...(tls === 'never' ? { ignoreTLS: true } : {}),
    connectionTimeout: connect,
    greetingTimeout: connect,
    dnsTimeout: connect,
    socketTimeout: answer,
    name: 'vigie',
    tls: { minVersion: 'TLSv1.2' },
  })
}

/** Whatever breaks while nobody is asked, and an end that somebody else wants. */
function brokenOf(connection: Connection, signal?: AbortSignal): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the server closed the connection')))
    const stop = () =>
      reject(
        signal?.reason?.name === 'TimeoutError'
          ? Object.assign(new Error('the server never ends'), { code: 'ETIMEDOUT' })
          : new Error('Vigie stops'),
      )
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
  broken.catch(() => {})
  // What breaks after that one is of no account.
  connection.on('error', () => {})
  return broken
}

async function signedIn(connection: Connection, { user, password }: MailServer): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    connection.connect((error) => (error ? reject(error) : resolve())),
  )
  if (user === null) return
  await new Promise<void>((resolve, reject) =>
    connection.login({ user, pass: password ?? '' }, (error) => (error ? reject(error) : resolve())),
  )
}

/** Notes when the last of it was handed over: from then on the server may take it. */
async function handed(
  connection: Connection,
  envelope: { from: string; to: string; size: number },
  raw: Buffer,
  given: { all: boolean },
): Promise<string> {
  const { Readable } = await import('node:stream')
  function* parts() {
    for (let at = 0; at < raw.length; at += part) yield raw.subarray(at, at + part)
    given.all = true
  }
  return new Promise((resolve, reject) => {
    connection.send(envelope, Readable.from(parts(), { highWaterMark: 1 }), (error, info) =>
      error ? reject(error) : resolve(info.response),
    )
  })
}

/** The letter as it travels. Nothing in a header breaks a line, nothing is fetched or read from the disk for it. */
async function written({ from, to, subject, messageId, date, html, text, files }: Letter): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from: oneLine(from),
    to: oneLine(to),
    subject: oneLine(subject),
    messageId,
    date: new Date(date),
    html,
    text,
    // Nobody's answering machine is to answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments: files.map(({ name, type, base64, cid }) => ({
      filename: oneLine(name),
      contentType: type,
      content: Buffer.from(base64, 'base64'),
      ...(cid ? { cid, contentDisposition: 'inline' as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Promise((resolve, reject) =>
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message))),
  )
}

const addressIn = (sender: string) => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const part = 16 * 1024
/** Milliseconds: who sends it is held to be dead a minute later (src/schedule/mails.ts). */
const longestTry = 4 * 60_000
const longestAnswer = 200

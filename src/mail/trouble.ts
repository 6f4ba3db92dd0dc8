import type { MailServer } from '../model/mail.ts'
import type { Reason } from '../model/oops.ts'

/** Why mail did not go out: in words with the cure; whether for good; whether the server said so itself. */
export type Trouble = { why: Reason; final: boolean; answered: boolean }

/** What an error of the way to a mail server means. */
export function troubleOf(error: unknown, { host }: MailServer): Trouble {
  const { code = '', responseCode, response, command = '', message = '' } = (error ?? {}) as SmtpError
  const status = responseCode ?? 0
  const answer = wordsOf(response, status)
  const because = (key: string, values: Record<string, string | number> = {}) => ({
    key,
    values: { host, ...values },
  })
  const answered = status > 0
  if (code === 'EAUTH' || command.startsWith('AUTH') || [530, 534, 535].includes(status))
    return { why: because('mail.auth', { code: status || code }), final: false, answered }
  if (code === 'ETLS' && (command === 'STARTTLS' || /STARTTLS/i.test(message)) && !certificate.test(message))
    return { why: because('mail.no-tls'), final: false, answered }
  if (code === 'ETLS' || certificate.test(message) || certificate.test(code))
    return { why: because('mail.tls-failed', { code }), final: false, answered }
  if (status >= 500) return { why: because('mail.refused', { code: status, answer }), final: true, answered }
  if (status >= 400) return { why: because('mail.later', { code: status, answer }), final: false, answered }
  if (code === 'ETIMEDOUT') return { why: because('mail.hangs'), final: false, answered }
  // The letter itself: a size the server does not take, an address it cannot be.
  if (code === 'EMESSAGE' || code === 'EENVELOPE')
    return { why: because('mail.refused', { code, answer: '' }), final: true, answered }
  return { why: because('mail.unreachable', { code: code || 'ECONNECTION' }), final: false, answered }
}

type SmtpError = {
  code?: string
  responseCode?: number
  response?: string
  command?: string
  message?: string
}

/** What a server says is a stranger's text: one short line of it, without the number that stands beside it. */
const wordsOf = (response: string | undefined, status: number) =>
  (response ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(new RegExp(`^${status}[ -]`), '')
    .toWellFormed()
    .slice(0, 160)
    .trim()

const certificate = /CERT|SELF_SIGNED|ERR_TLS|EPROTO\b|ERR_SSL|certificate|altname/i

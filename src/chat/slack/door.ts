import type { Logger } from 'pino'
import type { Instant } from '../../model/post.ts'
import type { Store } from '../../store/store.ts'
import type { Door, DoorAnswer } from '../chat.ts'
import { within } from './meeting.ts'
import { type Signed, whatIsWrong } from './signature.ts'
import type { Sent } from './socket.ts'

type Parts = {
  path: string
  /** One, or two while the one takes over from the other. */
  secrets: string[]
  once: Store['once']
  clock: () => Instant
  log: Logger
  /** Whether somebody can hear it by now: else Slack sends its events again. */
  ready(sent: Sent): boolean
  hear(sent: Sent): void
}

/**
 * Where Slack calls from outside (HTTP): only what it signed, just now, and once, comes in. What comes in is
 * acknowledged at once.
 */
export function newDoor({ path, secrets, once, clock, log, ready, hear }: Parts): Door {
  const lately = new Set<string>()

  async function answer(request: Signed): Promise<DoorAnswer> {
    if (request.raw.length > mostBytes) return said(413)
    // Slack asks without a signature whether there is a certificate; nobody learns anything by it.
    if (/^(?:.*&)?ssl_check=1(?:&|$)/.test(request.raw.subarray(0, 500).toString())) return said(200)
    const wrong = whatIsWrong(request, secrets, clock())
    if (wrong !== null) return refuse(wrong)
    const body = bodyOf(request)
    if (!body) return said(400)
    if (body.type === 'url_verification')
      return { ...said(200, String(body.challenge ?? '')), headers: { 'content-type': 'text/plain' } }
    const { 'x-slack-retry-num': retry, 'x-slack-retry-reason': retryReason } = request.headers
    const sent: Sent = { body, ...(retry ? { retryNum: Number(retry), retryReason } : {}) }
    if (!ready(sent)) return said(503)
    const repeat = wasHere(request.headers['x-slack-signature']!)
    const heard = repeat.then((again) => {
      if (!again) hear(sent)
    })
    // Slack does not wait for a slow store; what it says of a repeat counts all the same.
    if (!(await within(patience, heard))) return said(200)
    return (await repeat) ? refuse('a repeat') : said(200)
  }

  function refuse(wrong: string): DoorAnswer {
    log.warn({ reason: wrong, path }, 'a request was not let in')
    return said(401)
  }

  /** Whether these very bytes came in before, here or by another process's door. Never throws. */
  async function wasHere(signature: string): Promise<boolean> {
    if (lately.has(signature)) return true
    lately.add(signature)
    if (lately.size > mostLately) lately.delete(lately.values().next().value!)
    let again = false
    const asked = wasKept(`slack:request:${signature}`).then((said) => {
      again = said
    })
    await within(longest, asked)
    return again
  }

  async function wasKept(key: string): Promise<boolean> {
    try {
      if (!(await once.begin(key, clock()))) return true
      await once.done(key, clock())
    } catch (err) {
      log.warn({ err }, 'the store cannot tell whether a request came in before')
    }
    return false
  }

  return { path, hear: answer }
}

const said = (status: number, body = ''): DoorAnswer => ({ status, body })

/** Events come as JSON, commands as a form, the rest as JSON in a form; null where it cannot be read. */
function bodyOf({ raw, headers }: Signed): Record<string, unknown> | null {
  try {
    const text = raw.toString()
    if (headers['content-type']?.startsWith('application/json')) return objectOf(JSON.parse(text))
    const form = Object.fromEntries(new URLSearchParams(text))
    return form.payload === undefined ? form : objectOf(JSON.parse(form.payload))
  } catch {
    return null
  }
}

const objectOf = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

/** What Slack sends stays far below. */
const mostBytes = 1_000_000
const mostLately = 5_000
/** How long the store may take: before Slack is answered, and before it is done without (ms). */
const patience = 100
const longest = 1_000

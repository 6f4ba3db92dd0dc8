import pino, { type Logger } from 'pino'
import { newScrub, type Scrub } from './scrub.ts'

/**
 * The log: one line of JSON for each thing that happened, on stderr. Neither secrets (`secrets` are those of this
 * instance) nor what people wrote, or are called, get into it: of facts it takes numbers and the few names below,
 * of errors their type, code, stack and a message without quotations. `unsaid` among the facts are texts that are
 * known to be somebody's words: they are taken out of the message, wherever they stand.
 */
export function newLog({
  level,
  secrets,
  write = toStderr(),
}: {
  level: string
  secrets: string[]
  write?: (line: string) => void
}): Logger {
  const scrub = newScrub(secrets)
  return pino(
    {
      level,
      // Errors come out of `factsOf` as plain facts, and stay as they are.
      serializers: { err: (facts) => facts },
      formatters: { bindings: ({ pid, hostname, ...more }) => ({ pid, hostname, ...factsOf(more, scrub) }) },
      hooks: {
        logMethod([first, second]: unknown[], method) {
          const facts = first instanceof Error ? { err: first } : isFacts(first) ? first : {}
          const words = typeof first === 'string' ? first : typeof second === 'string' ? second : 'an error'
          method.call(this, factsOf(facts, scrub), scrub.secrets(words))
        },
      },
    },
    // Whatever way it came: a secret that we know does not leave.
    { write: (line: string) => write(scrub.secrets(line)) },
  )
}

const toStderr = () => {
  const stderr = pino.destination(2)
  return (line: string) => void stderr.write(line)
}

type Facts = Record<string, unknown>

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null

function factsOf({ unsaid, ...facts }: Facts, scrub: Scrub, depth = 0): Facts {
  const texts = Array.isArray(unsaid) ? unsaid.filter((one) => typeof one === 'string') : []
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, factOf(name, value, { scrub, texts, depth })]),
  )
}

type Way = { scrub: Scrub; texts: string[]; depth: number }

function factOf(name: string, value: unknown, { scrub, texts, depth }: Way): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (value instanceof Error) return errorFacts(value, { scrub, texts, depth: 0 })
  if (typeof value === 'string') return shown.has(name) ? scrub.words(value, texts) : '[hidden]'
  if (isFacts(value) && !Array.isArray(value) && depth < 2 && shown.has(name))
    return factsOf({ ...value, unsaid: texts }, scrub, depth + 1)
  return value === undefined ? undefined : '[hidden]'
}

/** Facts that are no secret and nobody's words; of those under other names only numbers are shown. */
const shown = new Set([
  ...[
    'err',
    'reason',
    'key',
    'values',
    'words',
    'code',
    'status',
    'host',
    'where',
    'scheme',
    'seconds',
    'most',
  ],
  ...['id', 'kind', 'chat', 'channel', 'delivery', 'feed', 'team', 'path', 'command', 'state', 'source'],
  ...['worker', 'lease', 'counts', 'signal', 'version', 'address'],
])

/** Of an error only this: libraries hang requests with their headers, rows and queries on theirs. */
function errorFacts(error: Error, { scrub, texts, depth }: Way): Facts {
  const { code, cause } = error as Error & { code?: unknown }
  const type = String(error.name || error.constructor?.name || 'Error')
  return {
    type: scrub.words(type, texts).slice(0, 60),
    message: scrub.words(String(error.message), texts),
    ...(typeof code === 'string' || typeof code === 'number'
      ? { code: scrub.words(String(code), texts).slice(0, 60) }
      : {}),
    stack: framesOf(error).map(scrub.secrets),
    ...(cause instanceof Error && depth < 3
      ? { cause: errorFacts(cause, { scrub, texts, depth: depth + 1 }) }
      : {}),
    ...(error instanceof AggregateError && depth < 3
      ? {
          errors: error.errors
            .slice(0, 3)
            .filter((one) => one instanceof Error)
            .map((one) => errorFacts(one, { scrub, texts, depth: depth + 1 })),
        }
      : {}),
  }
}

/** Where it came from. The message stands in a stack too, and may look like a part of it. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return []
  const from = message ? stack.indexOf(message) : -1
  const below = from < 0 ? stack : stack.slice(from + message.length)
  return below
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 12)
    .map((line) => line.trim().slice(3))
}

const frame = /^ {4}at (?:[\w$.<>[\] ]+ \()?(?:async )?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]*:\d+:\d+\)?$/

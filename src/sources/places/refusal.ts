import type { Answer } from '../../http.ts'
import { Oops, Unavailable } from '../../model/oops.ts'
import { placeTitles, type Search, type SearchAccount } from '../../model/search.ts'
import { problemOf } from '../feed.ts'
import { BudgetSpent } from './budget.ts'
import type { Asking } from './place.ts'

/** That a place refused, with what it says itself where that is short and plain. */
export function refusal(answer: Answer, url: string, { search, now }: Asking): Unavailable {
  const problem = problemOf(answer, url, now)
  const words = Buffer.from(answer.body.slice(0, 2_000)).toString('utf8')
  const own =
    /"(?:error_message|message|error_description|errors?)"\s*:\s*\[?\s*"([^"\\]{3,200})"/u.exec(words)?.[1] ??
    (/^[^<{[]{3,200}$/u.test(words.trim()) ? words.trim() : undefined)
  if (own === undefined || answer.status === 429 || answer.status >= 500) return problem
  return new Unavailable(`${search.place} answered ${answer.status}`, {
    key: answer.status === 401 || answer.status === 403 ? 'place.refused-access' : 'place.refused',
    values: { place: placeTitles[search.place], status: `${answer.status}`, said: own.replace(/\s+/gu, ' ') },
    ...(problem.retryAfter === undefined ? {} : { retryAfter: problem.retryAfter }),
  })
}

/** What went wrong, told of the place and not of a feed; no secret stands in it, whatever the place repeats of them. */
export function inItsWords(error: unknown, { search, account }: Pick<Asking, 'search' | 'account'>): unknown {
  return withoutSecrets(told(error, search), account)
}

function told(error: unknown, search: Search): unknown {
  const values = { place: placeTitles[search.place] }
  // A page, where there should have been a feed.
  if (error instanceof Oops && error.key.startsWith('feed.'))
    return new Unavailable(`${search.place} gave no feed`, { key: 'place.no-feed', values })
  if (!(error instanceof Unavailable) || error.key === undefined) return error
  const status = /^feed\.status-(401|403|404|410|other)$/.exec(error.key)?.[1]
  if (error.from === undefined) return error
  const own =
    status === undefined ? error.key : status === '410' ? 'place.status-404' : `place.status-${status}`
  return new Unavailable(error.message, {
    from: search.base,
    key: own,
    values: { ...error.values, ...values },
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    cause: error.cause,
  })
}

/** Some repeat in what they say the key that they do not like. */
function withoutSecrets(error: unknown, account: SearchAccount | null): unknown {
  if (!(error instanceof Unavailable) || error instanceof BudgetSpent || account === null) return error
  const hide = (text: string) => hidden(text, account)
  const values = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? hide(value) : value,
    ]),
  )
  return new Unavailable(hide(error.message), {
    ...(error.key === undefined ? {} : { key: error.key }),
    ...(error.from === undefined ? {} : { from: error.from }),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    values,
    refused: error.refused,
    cause: error.cause,
  })
}

/** A text with what somebody signs in with left out. */
export const hidden = (text: string, account: SearchAccount | null) =>
  Object.values(account?.secrets ?? {})
    .filter((secret) => secret.length >= fewestSigns)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, '…'), text)

/** What is shorter stands in every other word. */
const fewestSigns = 4

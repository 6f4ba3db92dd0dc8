import type { MeasurePart } from '../../model/measure.ts'
import { measureParts } from '../../model/measure.ts'
import { dayAfter, type Grain, grains, lengthOf, type Period } from '../../model/period.ts'
import { placesOf, type Team } from '../../model/team.ts'
import { day } from '../../model/time.ts'
import { foldedWords } from '../../model/words.ts'

/** What is asked of `/kpi`: of one measure or all (null), for which days, cut or taken apart how, of what, beside what. */
export type Wanted = {
  measure: string | null
  period: Period
  grain: Grain | null
  by: MeasurePart | null
  topics: string[]
  account?: string
  channel?: string
  /** Days that the others are compared with. */
  beside: Period | null
}

/**
 * The same as a value of a button, at most 60 characters: a measure by its key, days since 2000 and names in base 36.
 * A name is four letters of its hash: `readAsked` looks for it among those that the team has. An account is itself.
 */
export function askedKey(wanted: Wanted): string {
  const { measure, period, grain, by, topics, account, channel, beside } = wanted
  const cut = grain ? String(grains.indexOf(grain)) : by ? (measureParts.indexOf(by) + 10).toString(36) : ''
  const names = topics.slice(0, account || channel ? 3 : 5).map(hash)
  const parts = [
    measure ?? '',
    periodKey(period),
    cut,
    names.join(''),
    account === undefined ? '' : accountKey(account),
    channel === undefined ? '' : hash(channel),
    beside ? periodKey(beside) : '',
  ]
  const key = parts.join('.').replace(/\.+$/, '')
  // The name of an account that only a file knows may be too long: then the button cannot say which one.
  return key.length <= longestKey || account === undefined ? key : askedKey({ ...wanted, account: '' })
}

const longestKey = 60

/** As it is: an account may be known from a file alone. */
const accountKey = (account: string) => `~${encodeURIComponent(account).replace(/[.~]/g, escaped)}`
const escaped = (sign: string) => (sign === '.' ? '%2E' : '%7E')

const readAccount = (key: string): string | undefined => {
  try {
    return key.startsWith('~') ? decodeURIComponent(key.slice(1)) || undefined : undefined
  } catch {
    return undefined
  }
}

/** What was asked; null where the value is none of `askedKey`, or a name in it is gone from the team since. */
export function readAsked(value: string, team: Team): Wanted | null {
  const [measure = '', days = '', cut = '', names = '', account = '', channel = '', other = ''] =
    value.split('.')
  const period = readPeriodKey(days)
  const beside = readPeriodKey(other)
  const topics = (names.match(/.{1,4}/g) ?? []).map((one) => named(one, topicsOf(team)))
  const [ofAccount, ofChannel] = [readAccount(account), named(channel, channelsOf(team))]
  const lost =
    topics.includes(undefined) || (account && !ofAccount) || (channel && !ofChannel) || (other && !beside)
  if (!period || lost || !/^[a-z-]{0,30}$/.test(measure)) return null
  const nth = /^[0-9a-z]$/.test(cut) ? Number.parseInt(cut, 36) : -1
  return {
    measure: measure || null,
    period,
    grain: grains[nth] ?? null,
    by: measureParts[nth - 10] ?? null,
    topics: topics as string[],
    ...(ofAccount ? { account: ofAccount } : {}),
    ...(ofChannel ? { channel: ofChannel } : {}),
    beside,
  }
}

const topicsOf = ({ topics, pastTopics = [] }: Team) => [...topics, ...pastTopics].map(({ name }) => name)

/** The channels of a team whose community may be counted. */
export const channelsOf = (team: Team): string[] => [
  ...new Set([...(team.listens ?? []), ...placesOf(team)].map(({ channel }) => channel)),
]

/** The accounts of platforms that are counted for a team. */
export const accountsOf = (team: Team): string[] => [
  ...new Set((team.accounts ?? []).map(({ name }) => name)),
]

const named = (key: string, names: string[]) =>
  key === '' ? undefined : names.find((name) => hash(name) === key)

const epoch = Date.UTC(2000, 0, 1)

const periodKey = (period: Period) =>
  `${((Date.parse(period.from) - epoch) / day).toString(36).padStart(3, '0')}${lengthOf(period).toString(36)}`

function readPeriodKey(key: string): Period | null {
  if (!/^[0-9a-z]{4,6}$/.test(key)) return null
  const [from, length] = [Number.parseInt(key.slice(0, 3), 36), Number.parseInt(key.slice(3), 36)]
  if (length < 1 || length > longest) return null
  const first = new Date(epoch + from * day).toISOString().slice(0, 10)
  return { from: first, to: dayAfter(first, length - 1) }
}

/** Days. */
const longest = 2_000

/** Four letters of a name, case and accents apart: FNV-1a in base 36. */
function hash(name: string): string {
  let sum = 0x811c9dc5
  for (const char of foldedWords(name).join(' ') || name)
    sum = Math.imul(sum ^ char.codePointAt(0)!, 0x01000193) >>> 0
  return sum.toString(36).padStart(7, '0').slice(-4)
}

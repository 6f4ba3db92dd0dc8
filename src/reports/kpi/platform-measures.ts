import type { Asked, Figure, Measure, Part } from '../../model/measure.ts'
import { dayAfter } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import { counted, type Facts, known, type Measured, unknown } from './measured.ts'
import { type Doubt, daysBegun, hidden, reason, shortList, sum } from './outside.ts'

const usual = { family: 'platforms', unit: 'count', better: 'up' } as const
const interactions = ['likes', 'shares', 'comments']

/** A measure of which each day has a level: the last one of a period counts, and a day without one is not 0. */
export function gauge(key: string, measure: Partial<Measure> = {}): Measured {
  return {
    measure: { ...usual, key, by: ['account'], ...measure },
    async read(facts, asked) {
      const { store, team, now } = facts
      const last = await store.measureValues.last(team.name, key, asked.period, asked.account)
      if (last.length === 0) return notCounted(facts, asked, key)
      const missing = asked.account === undefined ? await without(facts, asked, key, last) : []
      const today = dayIn(now, team.timeZone)
      const end = asked.period.to < today ? asked.period.to : today
      const stale = last.filter(({ day }) => day < dayAfter(end, -staleAfter))
      return counted(sum(last.map(({ value }) => value)), {
        ...doubtOf({ missing, stale }),
        sources: last.map(({ account }) => account),
      })
    },
    async parts({ store, team }, { period }) {
      const last = await store.measureValues.last(team.name, key, period)
      return shares(last.map(({ account, value }) => ({ label: account, value })))
    },
    collected: (facts) => isKnown(facts, key),
  }
}

/** A measure that is summed over the days of a period: what posts of these days brought about. */
function flow(key: string): Measured {
  return {
    measure: { ...usual, key, by: ['account'] },
    read: (facts, asked) => summed(facts, asked, key),
    async parts({ store, team }, { period }) {
      const rows = await store.measureValues.byAccount(team.name, key, period)
      return shares(rows.map(({ account, value }) => ({ label: account, value })))
    },
    collected: (facts) => isKnown(facts, key),
  }
}

async function summed(facts: Facts, asked: Asked, key: string): Promise<Figure> {
  const { store, team } = facts
  const rows = await store.measureValues.sums(team.name, key, asked.period, asked.account)
  if (rows.length === 0) return notCounted(facts, asked, key)
  const accounts = await store.measureValues.byAccount(team.name, key, asked.period)
  const first = [...rows].sort((one, other) => (one.first < other.first ? -1 : 1))[0]!.first
  const days = Math.max(...rows.map((row) => row.days))
  const partly: Doubt =
    first > asked.period.from && days < daysBegun(asked.period, facts)
      ? {
          sure: 'medium',
          because: reason('figure.counted-since', { day: first }),
          partly: true,
        }
      : {}
  return counted(sum(rows.map(({ value }) => value)), {
    ...partly,
    sources: asked.account ? [asked.account] : accounts.map(({ account }) => account),
  })
}

/** Likes, shares and comments ÷ what the same accounts have of another measure. */
const engagement = (key: string, read: Measured['read']): Measured => ({
  measure: { ...usual, key, unit: 'percent', by: ['account'] },
  read,
  async parts(facts, asked) {
    const accounts = await facts.store.measureValues.accounts(facts.team.name, interactions, asked.period)
    const parts: Part[] = []
    for (const account of accounts) {
      const figure = await read(facts, { ...asked, account })
      if (figure.known) parts.push({ label: account, value: figure.value })
    }
    return parts.sort((one, other) => other.value - one.value)
  },
  async collected(facts) {
    const of = key === 'engagement-rate-reach' ? 'account-reach' : 'followers'
    if (!(await isKnown(facts, of))) return false
    for (const one of interactions) if (await isKnown(facts, one)) return true
    return false
  },
})

const byAudience = engagement('engagement-rate-audience', async (facts, asked) => {
  const { store, team } = facts
  const followers = await store.measureValues.last(team.name, 'followers', asked.period, asked.account)
  const reacted = await interactionsOf(facts, asked)
  const both = followers.filter(({ account }) => reacted.has(account))
  if (both.length === 0) return notCounted(facts, asked, followers.length === 0 ? 'followers' : 'likes')
  return rateOf(
    { top: sum(both.map(({ account }) => reacted.get(account)!)), of: sum(both.map(({ value }) => value)) },
    both.map(({ account }) => account),
    [...reacted.keys()].filter((one) => !both.some(({ account }) => account === one)),
  )
})

const byReach = engagement('engagement-rate-reach', async (facts, asked) => {
  const { store, team } = facts
  const { period, account } = asked
  const all = await store.measureValues.byAccount(team.name, 'account-reach', period)
  const reached = all.filter((one) => account === undefined || one.account === account)
  if (reached.length === 0) return unknown('figure.not-told')
  let top = 0
  // Only of days of which the reach is known, too.
  for (const interaction of interactions)
    top += (await store.measureValues.pair(team.name, [interaction, 'account-reach'], period, account)).top
  const reacted = await interactionsOf(facts, asked)
  const names = reached.map((one) => one.account)
  const missing = [...reacted.keys()].filter((one) => !names.includes(one))
  return rateOf({ top, of: sum(reached.map(({ value }) => value)) }, names, missing)
})

export const platformMeasures: Measured[] = [
  gauge('followers'),
  flow('likes'),
  flow('shares'),
  flow('comments'),
  flow('views'),
  gauge('stars'),
  byAudience,
  byReach,
]

function rateOf({ top, of }: { top: number; of: number }, sources: string[], missing: string[]): Figure {
  if (of === 0) return unknown('figure.no-denominator')
  const doubt: Doubt =
    missing.length > 0
      ? { sure: 'medium', because: reason('figure.without', { accounts: missing.join(', ') }) }
      : {}
  return known(top / of, { ...doubt, n: of, of, sources })
}

async function interactionsOf({ store, team }: Facts, { period, account }: Asked) {
  const all = new Map<string, number>()
  for (const measure of interactions)
    for (const row of await store.measureValues.byAccount(team.name, measure, period))
      if (account === undefined || row.account === account)
        all.set(row.account, (all.get(row.account) ?? 0) + row.value)
  return all
}

const isKnown = ({ store, team }: Facts, key: string) => store.measureValues.has(team.name, key)

/** Accounts that had the measure before, or have trouble with it now, and none in this period. */
async function without({ store, team }: Facts, { period }: Asked, key: string, last: { account: string }[]) {
  const before = await store.measureValues.last(team.name, key, {
    from: dayAfter(period.from, -40),
    to: dayAfter(period.from, -1),
  })
  return before.map(({ account }) => account).filter((one) => !last.some(({ account }) => account === one))
}

function doubtOf({
  missing,
  stale,
}: {
  missing: string[]
  stale: { account: string; day: string }[]
}): Doubt {
  if (missing.length > 0)
    return {
      sure: 'medium',
      because: reason('figure.without', { accounts: missing.join(', ') }),
      partly: true,
    }
  const [oldest] = [...stale].sort((one, other) => (one.day < other.day ? -1 : 1))
  if (!oldest) return {}
  const accounts = stale.map(({ account }) => account).join(', ')
  return {
    sure: 'medium',
    because: reason('figure.counted-last', { accounts, day: oldest.day }),
  }
}

/** Why there is no number: nothing is counted, it failed, its platform does not tell it, or it began later. */
async function notCounted({ store, team, ...facts }: Facts, asked: Asked, key: string): Promise<Figure> {
  const all = await store.countedAccounts.of(team.name)
  const ours = all.filter(({ kind }) => kind !== 'community' && (key === 'members' || kind !== 'chat'))
  const span = await store.measureValues.span(team.name, key)
  const named = ours.filter(({ account }) => asked.account === undefined || account === asked.account)
  const trouble = named.map(({ trouble }) => trouble[key] ?? trouble.all).find((one) => one !== undefined)
  if (span === null && ours.length === 0) return unknown('figure.no-account')
  const isRecent = asked.period.to >= dayAfter(dayIn(facts.now, team.timeZone), -1)
  if (trouble && (isRecent || span === null)) return hidden(trouble)
  if (asked.account !== undefined && named.length === 0) {
    const known = await store.measureValues.accounts(team.name, [key], { from: '0000', to: '9999' })
    if (!known.includes(asked.account))
      return unknown('figure.no-such-account', {
        account: asked.account,
        accounts: shortList([...new Set([...ours.map(({ account }) => account), ...known])]),
      })
  }
  const [waiting] = named.filter(({ countedAt }) => countedAt === null)
  if (span === null)
    return waiting
      ? unknown('figure.not-counted-yet', { account: waiting.account })
      : unknown('figure.not-told')
  if (asked.period.to < span.from) return unknown('figure.counted-since', { day: span.from })
  return unknown('figure.not-counted')
}

function shares(parts: Part[]): Part[] {
  const all = sum(parts.map(({ value }) => value))
  return all === 0 ? parts : parts.map((part) => ({ ...part, share: part.value / all }))
}

/** Days after which a level is said to be old. */
const staleAfter = 2

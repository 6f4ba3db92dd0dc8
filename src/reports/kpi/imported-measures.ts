import type { Asked, Figure, Measure, Part } from '../../model/measure.ts'
import { dayAfter } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import type { Summed } from '../../store/measure-values.ts'
import { counted, type Facts, known, type Measured, unknown } from './measured.ts'
import { type Doubt, reason, shortList, sum } from './outside.ts'

const usual = { unit: 'count', better: 'up' } as const

type Of = Pick<Measure, 'family'> & Partial<Measure>

const newsletter: Of = { family: 'newsletter' }
const ads: Of = { family: 'ads' }
const money: Of = { family: 'ads', unit: 'money' }

/** What files and webhooks tell day by day, summed. */
const imported = (key: string, of: Of): Measured => ({
  measure: { ...usual, key, by: ['account'], ...of },
  async read(facts, asked) {
    const { store, team } = facts
    const rows = await store.measureValues.sums(team.name, key, asked.period, asked.account)
    if (rows.length === 0) return notImported(facts, asked, key)
    const currency = of.unit === 'money' ? currencyOf(rows.map((row) => row.currency)) : {}
    if ('known' in currency) return currency
    const doubt = await reachOf(facts, asked, key)
    const sources = await sourcesOf(facts, asked, key)
    return counted(sum(rows.map(({ value }) => value)), { ...currency, ...doubt, sources, n: countOf(rows) })
  },
  async parts({ store, team }, { period }) {
    const rows = await store.measureValues.byAccount(team.name, key, period)
    if (of.unit === 'money' && 'known' in currencyOf(rows.map((row) => row.currency))) return []
    const all = sum(rows.map(({ value }) => value))
    return rows.map(({ account, value }) => ({
      label: account,
      value,
      ...(all > 0 ? { share: value / all } : {}),
    }))
  },
  collected: (facts) => has(facts, key),
})

/** One measure ÷ another, of the days and campaigns of which both are known. */
function ratio(
  key: string,
  of: Of,
  [top, bottom]: [string, string],
  instead?: { bottom: string; because: string },
): Measured {
  async function read(facts: Facts, asked: Asked): Promise<Figure> {
    const { store, team } = facts
    const { period, account } = asked
    const pair = await store.measureValues.pair(team.name, [top, bottom], period, account)
    const other =
      pair.n === 0 && instead
        ? await store.measureValues.pair(team.name, [top, instead.bottom], period, account)
        : null
    const { top: part, bottom: whole, n, currencies } = other && other.n > 0 ? other : pair
    if (n === 0) {
      const missing = (await has(facts, top)) ? bottom : top
      return notImported(facts, asked, missing)
    }
    const currency = of.unit === 'money' ? currencyOf(currencies) : {}
    if ('known' in currency) return currency
    if (whole === 0) return unknown('figure.no-denominator')
    const rate = part / whole
    const doubt: Doubt =
      of.unit === undefined && rate > 1
        ? { sure: 'low', because: reason('figure.over-all') }
        : other && instead
          ? { sure: 'low', because: reason(instead.because) }
          : await reachOf(facts, asked, top)
    const sources = await sourcesOf(facts, asked, top)
    return known(rate, { ...currency, ...doubt, n: whole, of: whole, sources })
  }
  return {
    measure: { ...usual, key, unit: 'percent', by: ['account'], ...of },
    read,
    parts: (facts, asked) => readEach(facts, asked, top, read),
    collected: async (facts) =>
      (await has(facts, top)) &&
      ((await has(facts, bottom)) || (instead ? has(facts, instead.bottom) : false)),
  }
}

/** (gain − cost) ÷ cost, of the campaigns that tell both over the period. */
const roi: Measured = {
  measure: { ...usual, key: 'roi', unit: 'percent', family: 'ads', by: ['account'] },
  read: readRoi,
  parts: (facts, asked) => readEach(facts, asked, 'spend', readRoi),
  collected: async (facts) => (await has(facts, 'spend')) && (await has(facts, 'revenue')),
}

async function readRoi(facts: Facts, asked: Asked): Promise<Figure> {
  const { store, team } = facts
  const of = async (measure: string) =>
    (await store.measureValues.byAccount(team.name, measure, asked.period, everybody)).filter(
      ({ account }) => asked.account === undefined || account === asked.account,
    )
  const [spent, gained] = [await of('spend'), await of('revenue')]
  if (spent.length === 0) {
    const never = !(await has(facts, 'spend'))
    return never ? notImported(facts, asked, 'spend') : unknown('figure.no-spend')
  }
  const both = spent.filter(({ account }) => gained.some((one) => one.account === account))
  if (both.length === 0) return unknown('figure.no-revenue')
  const names = new Set(both.map(({ account }) => account))
  const gains = gained.filter(({ account }) => names.has(account))
  const currency = currencyOf([...both, ...gains].map((row) => row.currency))
  if ('known' in currency) return currency
  const cost = sum(both.map(({ value }) => value))
  if (cost === 0) return unknown('figure.no-denominator')
  const gain = sum(gains.map(({ value }) => value))
  const missing = [...new Set(spent.map(({ account }) => account))].filter((one) => !names.has(one))
  const doubt: Doubt =
    missing.length > 0
      ? { sure: 'medium', because: reason('figure.without', { accounts: shortList(missing) }) }
      : await reachOf(facts, asked, 'spend')
  return counted((gain - cost) / cost, {
    ...doubt,
    n: countOf(both),
    of: cost,
    sources: [...names].slice(0, 30),
  })
}

export const importedMeasures: Measured[] = [
  imported('sent', newsletter),
  imported('delivered', newsletter),
  imported('opens', newsletter),
  imported('clicks', newsletter),
  ratio('open-rate', newsletter, ['opens', 'delivered'], { bottom: 'sent', because: 'figure.of-sent' }),
  ratio('click-rate', newsletter, ['clicks', 'delivered'], { bottom: 'sent', because: 'figure.of-sent' }),
  imported('spend', { ...money, better: null }),
  imported('impressions', ads),
  imported('ad-clicks', ads),
  imported('conversions', ads),
  imported('revenue', money),
  ratio('cost-per-click', { ...money, better: 'down' }, ['spend', 'ad-clicks']),
  roi,
]

const has = ({ store, team }: Facts, key: string) => store.measureValues.has(team.name, key)

const countOf = (rows: Pick<Summed, 'n'>[]) => sum(rows.map(({ n }) => n))

/** The one currency of an amount, none where nobody said; several cannot be added up. */
function currencyOf(all: (string | null)[]): { currency?: string } | Figure {
  const named = [...new Set(all)].sort()
  const [first = null] = named
  if (named.length > 1)
    return unknown('figure.currencies', { currencies: named.map((one) => one ?? '?').join(', ') })
  return first === null ? {} : { currency: first }
}

const sourcesOf = ({ store, team }: Facts, { period, account }: Asked, key: string) =>
  account === undefined ? store.measureValues.accounts(team.name, [key], period) : Promise.resolve([account])

/**
 * Whether imports reach over the whole period. A newsletter rests for days: only where nothing is known of many of them
 * is it a part of the period.
 */
async function reachOf(facts: Facts, { period }: Asked, key: string): Promise<Doubt> {
  const { store, team, now } = facts
  const span = await store.measureValues.span(team.name, key)
  if (!span) return {}
  const yesterday = dayAfter(dayIn(now, team.timeZone), -1)
  const end = period.to < yesterday ? period.to : yesterday
  if (span.to < end) {
    const because = reason('figure.imported-until', { to: span.to })
    return { sure: 'medium', because, ...(dayAfter(span.to, restsFor) < end ? { partly: true } : {}) }
  }
  if (dayAfter(period.from, restsFor) < span.from) {
    const because = reason('figure.imported-from', { from: span.from })
    return { sure: 'medium', because, partly: true }
  }
  return {}
}

async function notImported(facts: Facts, asked: Asked, key: string): Promise<Figure> {
  const { store, team } = facts
  const span = await store.measureValues.span(team.name, key)
  if (!span) return unknown('figure.not-imported')
  if (asked.account !== undefined) {
    const accounts = await store.measureValues.accounts(team.name, [key], { from: '0000', to: '9999' })
    if (!accounts.includes(asked.account))
      return unknown('figure.no-such-account', { account: asked.account, accounts: shortList(accounts) })
  }
  const { from, to } = span
  return unknown('figure.not-imported-then', { from: from, to: to })
}

async function readEach(
  facts: Facts,
  asked: Asked,
  of: string,
  read: (facts: Facts, asked: Asked) => Promise<Figure>,
): Promise<Part[]> {
  const parts: Part[] = []
  for (const account of await facts.store.measureValues.accounts(facts.team.name, [of], asked.period)) {
    const figure = await read(facts, { ...asked, account })
    if (figure.known) parts.push({ label: account, value: figure.value })
  }
  return parts.sort((one, other) => other.value - one.value)
}

const everybody = 10_000
/** Days for which nobody need have sent anything. */
const restsFor = 10

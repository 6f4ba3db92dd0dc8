import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { usualDigest } from '../src/model/digest.ts'
import { dayAfter, lastDays, periodBefore, spanOf } from '../src/model/period.ts'
import { readQuery } from '../src/model/query.ts'
import { usualRoutes } from '../src/model/route.ts'
import type { Team } from '../src/model/team.ts'
import type { TopicKind } from '../src/model/topic.ts'
import { readMeasure, readSeries } from '../src/reports/kpi/read.ts'
import { openStore } from '../src/store/store.ts'

/**
 * What `/kpi` shows of 30 days, each measure up to now, up to yesterday and beside the days before, out of a million mentions of a year: from the
 * roll-ups, and by plain `GROUP BY` over the mentions, on the same file in one run. Milliseconds of processor, the median of
 * `rounds`; and how fast the roll-ups are made from nothing.
 */
export async function kpi({ mentions = 1_000_000, rounds = 15 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-kpi-'))
  try {
    await (await openStore(folder)).close()
    fill(join(folder, 'vigie.db'), mentions)
    const store = await openStore(folder)
    const began = process.cpuUsage()
    while ((await store.rollups.settle(team.name, team.timeZone, 5_000)) > 0);
    const made = since(began) / 1000
    const facts = () => ({ store, team, now })
    const asked = { period: lastDays(30, now, team.timeZone) }
    const overview = await median(rounds, async () => {
      const ours = facts()
      for (const key of keys) await readMeasure(ours, key, asked)
    })
    const each: Record<string, number> = {}
    for (const key of keys) each[key] = await median(rounds, () => readMeasure(facts(), key, asked))
    const curve = await median(rounds, () => readSeries(facts(), 'volume', asked, 'day'))
    const { figure } = await readMeasure(facts(), 'volume', asked)
    const { figure: authors } = await readMeasure(facts(), 'authors', asked)
    await store.close()
    const plain = plainly(join(folder, 'vigie.db'), 3)
    const ratio = (slow: number, fast: number) => Math.round(slow / fast)
    return {
      what: `${keys.length} measures of 30 days, of those that are over and of as many before, out of ${mentions} mentions of a year`,
      'ms from roll-ups': overview,
      'each, ms': each,
      'ms by GROUP BY': plain.overview,
      ratio: ratio(plain.overview, overview),
      'a curve, ms': { rolled: curve, plain: plain.curve, ratio: ratio(plain.curve, curve) },
      same: figure.known && figure.value === plain.volume,
      authors: { told: authors, counted: plain.authors },
      'mentions/s counted anew': Math.round(mentions / made),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const keys = [
  'volume',
  'reach',
  'share-of-voice',
  'net-sentiment',
  'negative-share',
  'authors',
  'outlets',
  'time-to-notice',
]

const now = Date.UTC(2026, 10, 22, 12)
const place = (channel: string) => ({ chat: 'local' as const, channel })
const topics: [string, TopicKind][] = [
  ['Nimbus', 'brand'],
  ['Lumeo', 'competitor'],
  ['Solaris', 'competitor'],
  ['Piles', 'theme'],
]
const team: Team = {
  ...{ name: 'bench', title: 'Bench', sample: false, locale: 'fr', timeZone: 'Europe/Paris' },
  quietHours: null,
  channels: { alerts: place('alerts'), watch: place('watch'), community: place('community') },
  ...{ routes: usualRoutes, digest: usualDigest, people: [], sources: [] },
  topics: topics.map(([name, kind]) => ({ name, kind, query: readQuery(name) })),
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

/** Mentions of a year, evenly; half of them name the brand, each third a competitor. Numbers are mixed, none is chance. */
function fill(file: string, mentions: number) {
  const database = new DatabaseSync(file)
  const year = 365 * 86_400_000
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${mentions})`
  const at = `(${now - year} + i * ${year / mentions} )`
  const pick = (salt: number, from: string[]) =>
    `case ((i * ${salt}) % 1009) % ${from.length} ${from.map((one, nth) => `when ${nth} then '${one}'`).join(' ')} end`
  database.exec('pragma synchronous = off; begin')
  database.exec(`${numbers} insert into posts (id, source, item, url, outlet, outlet_words, language, published_at,
      heard_at, author_key, reach, network, sample, fate, forget_text_at, forget_at)
    select i, 'feed:1', i, null, 'Outlet ' || ((i * 7919) % 400), '', 'fr', cast(${at} - (i * 31) % 900000 as integer),
      cast(${at} as integer), printf('%08x%08x%016x', (((i * 7919) % 50021) * 2654435761) % 4294967296, (i * 7919) % 50021, 0),
      case i % 3 when 0 then (i * 17) % 90000 end, ${pick(31, ['press', 'mastodon', 'bluesky', 'reddit', 'forum', 'youtube'])},
      0, 'mention', ${now + year}, ${now + year} from n`)
  const label = pick(37, ['negative', 'neutral', 'neutral', 'positive', 'neutral'])
  database.exec(`${numbers} insert into mentions (id, team, post_id, story, language, label, score, confidence, heard_at, said_at, past)
    select i, 'bench', i, 'story ' || (i / 3), ${pick(41, ['fr', 'fr', 'fr', 'en', 'de'])}, ${label}, 0, 0.8,
      cast(${at} as integer), cast(${at} - (i * 31) % 900000 as integer), 0 from n`)
  for (const [nth, [topic, kind]] of topics.entries())
    database.exec(`${numbers} insert into mention_topics (mention_id, team, topic, kind, label, score, confidence)
      select i, 'bench', '${topic}', '${kind}', ${label}, 0, 0.8 from n where (i * ${53 + nth}) % 6 < ${3 - Math.min(nth, 2)}`)
  database.exec('commit; analyze')
  database.close()
}

/** The same questions, asked of the mentions themselves. */
function plainly(file: string, rounds: number) {
  const database = new DatabaseSync(file)
  const period = lastDays(30, now, team.timeZone)
  // The days so far, those of them that are over, and as many before.
  const over = { ...period, to: dayAfter(period.to, -1) }
  const spans = [period, over, periodBefore(over)].map((one) => spanOf(one, team.timeZone))
  const brand = `exists (select 1 from mention_topics where mention_id = m.id and kind in ('brand', 'person'))`
  const within = 'm.team = ? and m.said_at >= ? and m.said_at < ?'
  const questions = [
    `select count(*) as value from mentions m where ${within} and ${brand}`,
    `select sum(p.reach) from mentions m join posts p on p.id = m.post_id where ${within} and ${brand}`,
    `select t.topic, count(*) from mentions m join mention_topics t on t.mention_id = m.id where ${within} group by t.topic`,
    ...Array.from(
      { length: 2 },
      () => `select t.label, count(*) from mentions m join mention_topics t on t.mention_id = m.id
        where ${within} and t.topic = 'Nimbus' group by t.label`,
    ),
    `select count(distinct p.author_key) as value from mentions m join posts p on p.id = m.post_id where ${within} and ${brand}`,
    `select count(distinct p.outlet) from mentions m join posts p on p.id = m.post_id where ${within} and ${brand}`,
    `select (m.heard_at - p.published_at) / 1000 as delay, count(*) from mentions m join posts p on p.id = m.post_id
      where ${within} group by delay order by delay`,
  ].map((question) => database.prepare(question))
  const ask = (question: (typeof questions)[number], { from, to } = spans[0]!) =>
    question.all('bench', from, to)
  const timed = (work: () => unknown) => {
    const began = process.cpuUsage()
    work()
    return since(began)
  }
  const times = Array.from({ length: rounds }, () =>
    timed(() => spans.map((span) => questions.map((question) => ask(question, span)))),
  )
  const byDay = database.prepare(
    `select date(m.said_at / 1000, 'unixepoch', 'localtime') as day, count(*) from mentions m where ${within} and ${brand} group by day`,
  )
  const curves = Array.from({ length: rounds }, () => timed(() => ask(byDay)))
  const [volume, authors] = [questions[0]!, questions[5]!].map((one) => Number(ask(one)[0]!.value))
  database.close()
  return { overview: middle(times), curve: middle(curves), volume, authors }
}

async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = -10; round < rounds; round++) {
    const began = process.cpuUsage()
    await work()
    if (round >= 0) times.push(since(began))
  }
  return middle(times)
}

/** Of processor: what others do on the machine meanwhile does not count. */
function since(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const middle = (all: number[]) => +all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!.toFixed(1)

import { type Kysely, sql } from 'kysely'
import type { DrillPost } from '../model/drill.ts'
import type { Incident } from '../model/incident.ts'
import type { Mood } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import type { Voice } from '../model/voice.ts'
import { drills } from './drills.ts'
import { drivers, type Totals } from './drivers.ts'
import type { Tables } from './tables.ts'

/** Of which incident: in a drill its own script speaks, of a rule what it found, else what was heard of its topic. */
type Of = Pick<Incident, 'id' | 'team' | 'topic' | 'drill' | 'cause'>

/** Whoever answered a mention of an incident first, and what was published there. */
export type Answered = {
  mention: number
  at: Instant
  by: string | null
  outlet: string
  url: string | null
  said: string | null
}

/** What is said in an incident, over time: the one place that knows a drill, or a rule, from what is heard of a topic. */
export const voices = (db: Kysely<Tables>) => ({
  /** Those from a moment to another (not), the newest `most`, oldest first. */
  async of(incident: Of, span: { from: Instant; to: Instant; most?: number }): Promise<Voice[]> {
    const few = await fewOf(db, incident)
    if (!few) return drivers(db).of(incident.team, incident.topic, span)
    return few.filter(({ heardAt }) => heardAt >= span.from && heardAt < span.to).slice(-(span.most ?? 2_000))
  },

  /** Of all of them, however many: how many by mood, how many different authors and outlets, and the first one's number. */
  async totals(incident: Of, { from, to }: { from: Instant; to: Instant }): Promise<Totals> {
    const few = await fewOf(db, incident)
    if (!few) return drivers(db).totals(incident.team, incident.topic, { from, to })
    const all = few.filter(({ heardAt }) => heardAt >= from && heardAt < to)
    const moods = { negative: 0, neutral: 0, positive: 0 }
    for (const { label } of all) moods[label]++
    const authors = new Set(all.flatMap(({ author }) => author ?? [])).size
    return { moods, authors, outlets: new Set(all.map(({ outlet }) => outlet)).size, first: null }
  },

  /** The first of them, or the first negative one; null where there is none. */
  async first(
    incident: Of,
    { from, to, negative }: { from: Instant; to: Instant; negative: boolean },
  ): Promise<{ at: Instant; outlet: string; url: string | null } | null> {
    const { team, topic } = incident
    const few = await fewOf(db, incident)
    if (few) {
      const one = few.find(
        ({ heardAt, label }) => heardAt >= from && heardAt < to && (!negative || label === 'negative'),
      )
      return one ? { at: one.heardAt, outlet: one.outlet, url: one.url } : null
    }
    const mood = topic === null ? sql`m.label` : sql`t.label`
    const about =
      topic === null ? sql`` : sql`join mention_topics t on t.mention_id = m.id and t.topic = ${topic}`
    const { rows } = await sql<{ at: number; outlet: string; url: string | null }>`
      select m.heard_at as at, p.outlet, p.url from mentions m join posts p on p.id = m.post_id ${about}
      where m.team = ${team} and m.heard_at >= ${from} and m.heard_at < ${to} and m.past = 0
        ${negative ? sql`and ${mood} = 'negative'` : sql``}
      order by m.heard_at, m.id limit 1`.execute(db)
    return rows[0] ? { ...rows[0], at: Number(rows[0].at) } : null
  },

  /** How many in steps of so many ms, and how many of them negative. */
  async curve(
    incident: Of,
    { from, to, step }: { from: Instant; to: Instant; step: number },
  ): Promise<{ at: Instant; count: number; negative: number }[]> {
    const few = await fewOf(db, incident)
    if (!few) return drivers(db).curve(incident.team, incident.topic, { from, to, step })
    const slots = Array.from({ length: Math.ceil((to - from) / step) }, (_, slot) => ({
      at: from + slot * step,
      count: 0,
      negative: 0,
    }))
    for (const { heardAt, label } of few) {
      if (heardAt >= to) continue
      const slot = slots[Math.floor((heardAt - from) / step)]
      if (!slot) continue
      slot.count++
      if (label === 'negative') slot.negative++
    }
    return slots
  },

  /** The first answer to each of its mentions, by what was marked as answered or published, the first one first. */
  async answers(
    { id, team, topic, drill, cause }: Of,
    { from, to }: { from: Instant; to: Instant },
  ): Promise<Answered[]> {
    if (drill) return []
    const about =
      cause === 'rule'
        ? sql`join rule_mentions t on t.mention_id = m.id and t.incident_id = ${id}`
        : topic === null
          ? sql``
          : sql`join mention_topics t on t.mention_id = m.id and t.topic = ${topic}`
    const { rows } = await sql<Answered>`
      select m.id as mention, a.at, a.by, p.outlet, p.url, a.said
      from mentions m join posts p on p.id = m.post_id ${about}
      join (
        select mention_id, at, person as by, null as said from mention_steps
        where team = ${team} and "is" = 'answered'
        union all
        select r.mention_id, r.published_at as at, v.name as by, v.text as said
        from replies r join reply_versions v on v.reply_id = r.id and v.nth = r.version
        where r.team = ${team} and r.published_at is not null
      ) a on a.mention_id = m.id
      where m.team = ${team} and m.heard_at >= ${from} and m.heard_at < ${to} and m.past = 0 and a.at >= ${from}
      order by a.at, m.id`.execute(db)
    const first = new Map<number, Answered>()
    for (const row of rows) {
      const known = first.get(row.mention)
      // A published reply says more than the mark beside it.
      if (!known) first.set(row.mention, { ...row, at: Number(row.at) })
      else if (known.said === null && row.said !== null) known.said = row.said
    }
    return [...first.values()]
  },
})

/** Where only these are meant: all of them, oldest first. */
async function fewOf(db: Kysely<Tables>, { id, team, topic, drill, cause }: Of): Promise<Voice[] | null> {
  if (drill) return played(db, id)
  if (cause !== 'rule') return null
  return drivers(db).of(team, topic, { from: 0, to: Number.MAX_SAFE_INTEGER, most: 2_000, ruledBy: id })
}

/** A drill's script, as if it were heard. Its posts are no mentions: they have no number and no address. */
async function played(db: Kysely<Tables>, incident: number): Promise<Voice[]> {
  const drill = await drills(db).get(incident)
  if (!drill) return []
  return drill.script.map((post: DrillPost) => ({
    mention: 0,
    story: post.story,
    label: post.label as Mood,
    score: post.score,
    heardAt: drill.startedAt + post.after,
    title: post.title,
    text: post.text,
    url: null,
    author: post.author,
    outlet: post.outlet,
    network: post.network,
    reach: post.reach,
  }))
}

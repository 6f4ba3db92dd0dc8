import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import { insertMany } from './batch.ts'
import type { Tables } from './tables.ts'

/** What became of a match: it was raised, or went on with the incident that was open; or was kept quiet, and why. */
export const ruleDeeds = ['raised', 'joined', 'silenced', 'inhibited', 'capped'] as const
export type RuleDeed = (typeof ruleDeeds)[number]

/** How far the rules of a team were told: the last mention, and the minute. */
export type RuledUpTo = { mention: number; at: Instant }

export type RuleAlert = { rule: string; did: RuleDeed; incident: number | null; at: Instant }

/** When rules rang. The rules themselves stand in the settings. */
export const rules = (db: Kysely<Tables>) => ({
  async upTo(team: string): Promise<RuledUpTo | null> {
    const row = await db
      .selectFrom('ruled')
      .select(['mention', 'at'])
      .where('team', '=', team)
      .executeTakeFirst()
    return row ?? null
  },

  async keepUpTo(team: string, { mention, at }: RuledUpTo) {
    await db
      .insertInto('ruled')
      .values({ team, mention, at })
      .onConflict((conflict) => conflict.column('team').doUpdateSet({ mention, at }))
      .execute()
  },

  /** A team's mentions after one, in order; nothing that was filed with the past. */
  async heard(
    team: string,
    { after, since = 0, most }: { after: number; since?: Instant; most: number },
  ): Promise<number[]> {
    const rows = await db
      .selectFrom('mentions')
      .select('id')
      .where('team', '=', team)
      .where('id', '>', after)
      .where('heard_at', '>=', since)
      .where('past', '=', 0)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id }) => id)
  },

  /** Answers that were promised and due between two moments (the second one too) and not given by then, the oldest first. */
  async late(
    team: string,
    { from, to, by }: { from: Instant; to: Instant; by: number },
  ): Promise<{ mention: number; at: Instant }[]> {
    const rows = await db
      .selectFrom('promises')
      .select(['mention_id', 'due_at'])
      .where('team', '=', team)
      .where('due_at', '>', from - by)
      .where('due_at', '<=', to - by)
      .where((where) => where.or([where('stopped_at', 'is', null), where('stopped_at', '>', to)]))
      .orderBy('due_at')
      .execute()
    return rows.map(({ mention_id, due_at }) => ({ mention: mention_id, at: due_at + by }))
  },

  async alert(team: string, { rule, did, incident, at }: RuleAlert) {
    await db.insertInto('rule_alerts').values({ team, rule, did, incident_id: incident, at }).execute()
  },

  /** A team's since a moment, oldest first. */
  async alerts(team: string, since: Instant): Promise<RuleAlert[]> {
    const rows = await db
      .selectFrom('rule_alerts')
      .select(['rule', 'did', 'incident_id', 'at'])
      .where('team', '=', team)
      .where('at', '>=', since)
      .orderBy('id')
      .execute()
    return rows.map(({ rule, did, incident_id, at }) => ({
      rule,
      did: did as RuleDeed,
      incident: incident_id,
      at,
    }))
  },

  /** The mentions that an incident is about. */
  async about(incident: number, mentions: number[]) {
    const rows = mentions.map((mention_id) => ({ incident_id: incident, mention_id }))
    await insertMany(db, 'rule_mentions', ['incident_id', 'mention_id'], rows, 'on conflict do nothing')
  },

  /** Erases a team's alerts of before a moment. */
  async forget(team: string, before: Instant) {
    await db.deleteFrom('rule_alerts').where('team', '=', team).where('at', '<', before).execute()
  },
})

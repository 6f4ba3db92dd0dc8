import { type Kysely, type SqlBool, sql } from 'kysely'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { type Place, placeKey } from '../model/team.ts'
import { insertMany, listed } from './batch.ts'
import { longestRest } from './channels.ts'
import { newId } from './id.ts'
import { outbox } from './outbox.ts'
import type { Tables } from './tables.ts'

/** What must be told. `payload` is the Message, frozen; unique by rule, what it is about, and where it goes. */
export type ToTell = {
  team: string
  rule: 'alert' | 'first' | 'source' | 'digest' | 'news' | 'question' | 'living' | 'notice'
  about: string
  story?: string
  place: Place
  payload: object
  dueAt: Instant
  /** `dueAt` is a moment of the clock, as the end of quiet hours, and stays that when the clock is set back. */
  held?: boolean
  /** The route that sends it there, by name. */
  route?: string
  /** The delivery in whose thread it goes; it is told after that one. */
  threadOf?: string
  /** News tells what came after this mention. */
  since?: number
}

/** What tells a story in a channel; `toldAt` is null while it waits. */
export type StoryTold = {
  id: string
  story: string
  place: Place
  about: string
  toldAt: Instant | null
  createdAt: Instant
}

/** What must be told, and what the sender asks of it. */
export const deliveries = (db: Kysely<Tables>) => ({
  ...outbox(db),

  /** Writes down what must be told to a team; what is already there is left as it is. */
  async add(all: ToTell[], now: Instant) {
    const perhaps = await perhapsTold(db, all)
    const rows = all.map((one) => ({
      id: newId(now),
      team: one.team,
      rule: one.rule,
      about: one.about,
      story: one.story ?? null,
      chat: one.place.chat,
      channel: one.place.channel,
      payload: JSON.stringify(one.payload),
      state: 'waiting',
      wanted: 1,
      told: 0,
      attempts: 0,
      due_at: one.dueAt,
      held: one.held ? 1 : 0,
      created_at: now,
      may_repeat: one.rule === 'alert' && perhaps.has(storyKey(one.story, one.place)) ? 1 : 0,
      route: one.route ?? null,
      thread_of: one.threadOf ?? null,
      since_mention: one.since ?? null,
    }))
    await insertMany(
      db,
      'deliveries',
      [
        'id',
        'team',
        'rule',
        'about',
        'story',
        'chat',
        'channel',
        'payload',
        'state',
        'wanted',
        'told',
        'attempts',
        'due_at',
        'held',
        'created_at',
        'may_repeat',
        'route',
        'thread_of',
        'since_mention',
      ],
      rows,
      'on conflict (rule, about, chat, channel) do nothing',
    )
  },

  /** What tells these stories to the team since a moment, and in which channel; where that was given up untold, nothing does. */
  async ofStories(team: string, stories: string[], since: Instant): Promise<StoryTold[]> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'story', 'about', 'chat', 'channel', 'told_at', 'created_at'])
      .where('created_at', '>=', since)
      .where((row) => row.or([row('state', '!=', 'given-up'), row('told', '>', 0)]))
      .where('team', '=', team)
      .where('story', 'in', listed(stories))
      .where('rule', '=', 'alert')
      .orderBy('id')
      .execute()
    return rows.map(({ id, story, chat, channel, about, told_at, created_at }) => ({
      id,
      story: story!,
      place: { chat: chat as ChatName, channel },
      about,
      toldAt: told_at,
      createdAt: created_at,
    }))
  },

  /** Where something was told or waits to be, and why not where that failed. */
  async about(team: string, about: string) {
    const rows = await db
      .selectFrom('deliveries')
      .select(['channel', 'state', 'told_at', 'due_at', 'reason', 'route'])
      .where('team', '=', team)
      .where('about', '=', about)
      .orderBy('id')
      .execute()
    return rows.map(({ channel, state, told_at, due_at, reason, route }) => ({
      channel,
      state,
      at: told_at ?? due_at,
      reason,
      route,
    }))
  },

  /**
   * What is told of this shall now say that: waiting ones change before they go out, told ones in place, also where
   * an earlier change was refused. What a person's press changed is shown at once; what changes by itself keeps the
   * rhythm, and what lives is not tried again before its time where it was refused.
   */
  async change(
    team: string,
    about: string,
    payload: object,
    by: 'press' | 'itself' = 'press',
    living: { now: Instant } | null = null,
  ) {
    // A fresh message that waits for the end of quiet hours to take over from one that lives.
    const holdsBack = living ? sql`told = 0 and held = 1` : sql`1 = 0`
    const atOnce = {
      pressed: sql<number>`wanted + 1`,
      // Where an edit failed, its chat said when it may be tried again.
      due_at: sql<number>`case when ${holdsBack} then created_at
        when told > 0 and (reason is null or state = 'given-up') then 0 else due_at end`,
      held: sql<number>`case when ${holdsBack} then 0 else held end`,
    }
    const mayTry = living && by === 'itself' ? sql`and ${isDueAgain(living.now)}` : sql``
    const revives = sql`state = 'given-up' and told > 0 ${mayTry}`
    await db
      .updateTable('deliveries')
      .set({
        payload: JSON.stringify(payload),
        wanted: sql`wanted + 1`,
        state: sql`case when ${revives} then 'told' else state end`,
        reason: sql`case when ${revives} then null else reason end`,
        ...(by === 'press' ? atOnce : {}),
      })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('rule', '=', living ? 'living' : 'alert')
      .execute()
  },

  /** What waits for the end of quiet hours to be told in a channel is told sooner: `held` where that is such a moment too. */
  async hasten(
    team: string,
    about: string,
    { chat, channel }: Place,
    { dueAt, held }: { dueAt: Instant; held: boolean },
  ) {
    await db
      .updateTable('deliveries')
      .set({ due_at: dueAt, held: held ? 1 : 0 })
      .where('team', '=', team)
      .where('about', '=', about)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .where('due_at', '>', dueAt)
      .execute()
  },

  /** Erases what was told, given up on or set aside, before a moment, but what still lives: it quotes people. Of these teams, or of all but these. */
  async forget(which: 'of' | 'not of', teams: string[], before: Instant) {
    await db
      .deleteFrom('deliveries')
      .where('team', which === 'of' ? 'in' : 'not in', listed(teams))
      .where('created_at', '<', before)
      .where('state', 'in', ['told', 'given-up', 'set-aside'])
      .where(sql<SqlBool>`not (rule = 'living' and exists (
        select 1 from living l where l.about = deliveries.about
          and (l.ended_at is null or l.about like 'giveaway:%')))`)
      .execute()
  },

  /** How many stand in each state. */
  async counts(): Promise<Record<string, number>> {
    const rows = await db
      .selectFrom('deliveries')
      .select(['state', sql<number>`count(*)`.as('count')])
      // By chat as well: there is an index of both.
      .groupBy(['chat', 'state'])
      .execute()
    const counts: Record<string, number> = {}
    for (const { state, count } of rows) counts[state] = (counts[state] ?? 0) + Number(count)
    return counts
  },
})

/** What a clock that was set back seems to keep for long is due. */
const isDueAgain = (now: Instant) => sql<SqlBool>`(due_at <= ${now} or due_at > ${now + 2 * longestRest})`

/** The stories and channels of these where an alert was given up that may stand there all the same. */
async function perhapsTold(db: Kysely<Tables>, all: ToTell[]): Promise<Set<string>> {
  const alerts = all.filter(({ rule, story }) => rule === 'alert' && story !== undefined)
  if (alerts.length === 0) return new Set()
  const rows = await db
    .selectFrom('deliveries')
    .select(['story', 'chat', 'channel'])
    .where('team', '=', alerts[0]!.team)
    .where('story', 'in', listed(alerts.map(({ story }) => story!)))
    .where('rule', '=', 'alert')
    .where('state', '=', 'given-up')
    .where('in_doubt', '=', 1)
    .execute()
  return new Set(
    rows.map(({ story, chat, channel }) => storyKey(story!, { chat: chat as ChatName, channel })),
  )
}

const storyKey = (story: string | undefined, place: Place) => `${placeKey(place)} ${story}`

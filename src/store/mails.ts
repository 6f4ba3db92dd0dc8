import { type Kysely, type Selectable, sql } from 'kysely'
import type { Mail, MailState } from '../model/mail.ts'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import { newId } from './id.ts'
import type { MailRow, Tables } from './tables.ts'

/** How a try ended: for good, or it is tried again at `dueAt`. `answer` is what the server said. */
export type EndOfMail =
  | { state: 'sent' | 'failed' | 'unsure'; answer: string | null }
  | { state: 'waiting'; answer: string | null; dueAt: Instant }

/** Mail that is on its way: it is written down before a server hears of it. */
export const mails = (db: Kysely<Tables>) => ({
  /** A report for one address, once. To be run in the transaction that sends the report. */
  async add(
    team: string,
    report: number,
    { address, domain }: { address: string; domain: string },
    now: Instant,
  ) {
    await db
      .insertInto('mails')
      .values({
        team,
        report_id: report,
        address,
        message_id: `<${newId(now)}@${domain}>`,
        state: 'waiting',
        made_at: now,
        due_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  /**
   * The next one of these teams that is due, which is this process' until then; null where there is none. One that
   * another process was sending when it died may have arrived: it is handed out as `unsure`, to be told.
   */
  async take(
    teams: string[],
    { owner, until }: { owner: string; until: Instant },
    now: Instant,
  ): Promise<Mail | null> {
    const row = await db
      .selectFrom('mails')
      .selectAll()
      .where('team', 'in', listed(teams))
      .where((row) =>
        row.or([
          row.and([row('state', '=', 'waiting'), row('due_at', '<=', now)]),
          // A clock that was set back keeps nothing for longer than mail ever waits.
          row.and([row('state', '=', 'waiting'), row('due_at', '>', now + longestWait)]),
          row.and([row('state', '=', 'sending'), row('held_until', '<=', now)]),
          row.and([row('state', '=', 'sending'), row('held_until', '>', now + longestWait)]),
        ]),
      )
      .orderBy('due_at')
      .orderBy('id')
      .executeTakeFirst()
    if (!row) return null
    const died = row.state === 'sending'
    const taken = await db
      .updateTable('mails')
      .set({
        state: died ? 'unsure' : 'sending',
        attempts: row.attempts + (died ? 0 : 1),
        held_by: owner,
        held_until: until,
        ended_at: died ? now : null,
      })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .where('held_until', '=', row.held_until)
      .returningAll()
      .executeTakeFirst()
    return taken ? mailOf(taken) : mails(db).take(teams, { owner, until }, now)
  },

  /** What became of a try; nothing where somebody else has settled it meanwhile. */
  async end(id: number, owner: string, end: EndOfMail, now: Instant) {
    await db
      .updateTable('mails')
      .set({
        state: end.state,
        answer: end.answer,
        due_at: end.state === 'waiting' ? end.dueAt : sql<number>`due_at`,
        ended_at: end.state === 'waiting' ? null : now,
        held_by: null,
        held_until: 0,
      })
      .where('id', '=', id)
      .where('held_by', '=', owner)
      .execute()
  },

  /** Whether this trouble of it is to be told: once for each. */
  async tell(id: number, trouble: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('mails')
      .set({ told: trouble })
      .where('id', '=', id)
      .where((row) => row.or([row('told', 'is', null), row('told', '<>', trouble)]))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Those of a report that ended badly go once more, on somebody's word; gives how many. What may have arrived says so. */
  async again(team: string, report: number, now: Instant): Promise<number> {
    const { numUpdatedRows } = await db
      .updateTable('mails')
      .set({
        state: 'waiting',
        attempts: 0,
        due_at: now,
        ended_at: null,
        told: null,
        may_repeat: sql<number>`case when state = 'unsure' then 1 else may_repeat end`,
      })
      .where('team', '=', team)
      .where('report_id', '=', report)
      .where('state', 'in', ['failed', 'unsure'])
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },

  async of(team: string, report: number): Promise<Mail[]> {
    const rows = await db
      .selectFrom('mails')
      .selectAll()
      .where('team', '=', team)
      .where('report_id', '=', report)
      .orderBy('id')
      .execute()
    return rows.map(mailOf)
  },

  /** When something is to be done next; null where nothing is. */
  async nextMoment(teams: string[]): Promise<Instant | null> {
    const { rows } = await sql<{ at: number | null }>`
      select min(case when state = 'sending' then held_until else due_at end) as at from mails
      where state in ('waiting', 'sending') and team in ${listed(teams)}`.execute(db)
    const at = rows[0]?.at ?? null
    return at === null ? null : Number(at)
  },

  /** Nobody else works on a file: what a process held when it died is held by nobody. */
  async free(now: Instant) {
    await db.updateTable('mails').set({ held_until: now }).where('state', '=', 'sending').execute()
  },
})

const mailOf = (row: Selectable<MailRow>): Mail => ({
  id: row.id,
  team: row.team,
  report: row.report_id,
  address: row.address,
  messageId: row.message_id,
  state: row.state as MailState,
  attempts: row.attempts,
  mayRepeat: row.may_repeat === 1,
  madeAt: row.made_at,
  dueAt: row.due_at,
  endedAt: row.ended_at,
})

/** Ms: more than the longest rest between two tries. */
const longestWait = 12 * 3_600_000

import { type Kysely, type Selectable, sql } from 'kysely'
import type { Period } from '../model/period.ts'
import type { Account } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { CommentVersion, Reader, Report, ReportApproval } from '../model/report.ts'
import { isPostgres } from './dialect.ts'
import type { ReportRow, Tables } from './tables.ts'

export const reportAbout = (id: number) => `report:${id}`

/** Which report: one for each plan and period. */
export type WhichReport = { plan: string; reader: Reader; period: Period }

/** Reports, the comments that people wrote for them, and where they were sent. */
export const reports = (db: Kysely<Tables>) => ({
  /** The report of a plan for a period; it begins with this comment where there is none yet. To be run in a transaction. */
  async begin(
    team: string,
    { plan, reader, period }: WhichReport,
    comment: string,
    now: Instant,
  ): Promise<Report> {
    await db
      .insertInto('reports')
      .values({ team, plan, reader, from_day: period.from, to_day: period.to, made_at: now })
      .onConflict((conflict) => conflict.columns(['team', 'plan', 'from_day', 'to_day']).doNothing())
      .execute()
    const report = (await reports(db).find(team, { plan, period }))!
    if (report.versions.length > 0) return report
    const version = { nth: 1, text: comment, by: null, at: now }
    await reports(db).write(report.id, version)
    return { ...report, versions: [version] }
  },

  async find(team: string, { plan, period }: Pick<WhichReport, 'plan' | 'period'>): Promise<Report | null> {
    const row = await db
      .selectFrom('reports')
      .selectAll()
      .where('team', '=', team)
      .where('plan', '=', plan)
      .where('from_day', '=', period.from)
      .where('to_day', '=', period.to)
      .executeTakeFirst()
    return row ? whole(db, row) : null
  },

  /** One of the team's; its row waits for the end of the transaction where another reads it, so that two changes come one after the other. */
  async get(team: string, id: number, { hold = false } = {}): Promise<Report | null> {
    const row = await db
      .selectFrom('reports')
      .selectAll()
      .where('team', '=', team)
      .where('id', '=', id)
      .$if(hold && isPostgres(db), (query) => query.forUpdate())
      .executeTakeFirst()
    return row ? whole(db, row) : null
  },

  /** The newest `most` that were sent. */
  async sent(team: string, most: number): Promise<Report[]> {
    const rows = await db
      .selectFrom('reports')
      .selectAll()
      .where('team', '=', team)
      .where('id', 'in', (of) => of.selectFrom('report_sendings').select('report_id'))
      .orderBy('to_day', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return Promise.all(rows.map((row) => whole(db, row)))
  },

  /** Another version of its comment. */
  async write(id: number, { nth, text, by, at }: CommentVersion) {
    await db
      .insertInto('report_versions')
      .values({
        report_id: id,
        nth,
        text,
        person: by?.person ?? null,
        name: by?.name ?? null,
        account: by?.account ? JSON.stringify(by.account) : null,
        at,
      })
      .execute()
  },

  /** What Vigie drafted is drafted anew, where nobody has written or approved anything. */
  async redraft(id: number, text: string, at: Instant) {
    await db
      .updateTable('report_versions')
      .set({ text, at })
      .where('report_id', '=', id)
      .where('nth', '=', 1)
      .execute()
  },

  async approve(id: number, { nth, person, name, account, at }: ReportApproval) {
    await db
      .insertInto('report_approvals')
      .values({ report_id: id, nth, person, name, account: JSON.stringify(account), at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  /** Whoever approved a version thinks better of it; false where they had not. */
  async takeBack(id: number, nth: number, person: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('report_approvals')
      .where('report_id', '=', id)
      .where('nth', '=', nth)
      .where('person', '=', person)
      .executeTakeFirst()
    return numDeletedRows > 0n
  },

  /** The team is asked for a comment, or told that it waits for an approval; false where that was done. */
  async mark(id: number, what: 'asked_at' | 'held_at', now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('reports')
      .set({ [what]: now })
      .where('id', '=', id)
      .where(what, 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** It is sent to a place; false where it was sent there before. To be run in the transaction that sends it. */
  async send(id: number, place: string, { by, at }: { by: string | null; at: Instant }): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('report_sendings')
      .values({ report_id: id, place, at, by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  },

  /** What it says, as it was sent: mail is written from it. The first one stays. */
  async keepSheet(id: number, sheet: object) {
    await db
      .updateTable('reports')
      .set({ sheet: JSON.stringify(sheet) })
      .where('id', '=', id)
      .where('sheet', 'is', null)
      .execute()
  },

  /** Null where it was not sent, or is forgotten. */
  async sheet(team: string, id: number): Promise<unknown> {
    const row = await db
      .selectFrom('reports')
      .select('sheet')
      .where('team', '=', team)
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.sheet ? JSON.parse(row.sheet) : null
  },

  /** What reports quoted before a moment goes; that they were sent, and the team's own words, stay until `counts`. */
  async forget(team: string, { texts, counts }: { texts: Instant; counts: Instant }) {
    const old = db.updateTable('reports').set({ sheet: null }).where('team', '=', team)
    await old.where('made_at', '<', texts).where('sheet', 'is not', null).execute()
    await db.deleteFrom('reports').where('team', '=', team).where('made_at', '<', counts).execute()
  },
})

async function whole(db: Kysely<Tables>, row: Selectable<ReportRow>): Promise<Report> {
  const of = <Table extends 'report_versions' | 'report_approvals' | 'report_sendings'>(table: Table) =>
    sql<Selectable<Tables[Table]>>`select * from ${sql.table(table)} where report_id = ${row.id}`.execute(db)
  const versions = (await of('report_versions')).rows
  const approvals = (await of('report_approvals')).rows
  const sendings = (await of('report_sendings')).rows
  return {
    id: row.id,
    team: row.team,
    plan: row.plan,
    reader: row.reader as Reader,
    period: { from: row.from_day, to: row.to_day },
    versions: versions
      .map(({ nth, text, person, name, account, at }) => ({
        nth,
        text,
        by: name === null ? null : { person: person ?? '', name, account: accountOf(account) },
        at: Number(at),
      }))
      .sort((a, b) => a.nth - b.nth),
    approvals: approvals.map(({ nth, person, name, account, at }) => ({
      nth,
      person,
      name,
      account: accountOf(account)!,
      at: Number(at),
    })),
    sent: sendings
      .map(({ place, at, by }) => ({ to: place, at: Number(at), by }))
      .sort((a, b) => a.at - b.at || (a.to < b.to ? -1 : 1)),
    madeAt: row.made_at,
    askedAt: row.asked_at,
    heldAt: row.held_at,
  }
}

const accountOf = (text: string | null): Account | null => (text === null ? null : JSON.parse(text))

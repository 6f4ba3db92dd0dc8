import { type Kysely, type Selectable, sql } from 'kysely'
import type { DrawEntry } from '../model/draw.ts'
import type { Entrant } from '../model/giveaway.ts'
import { type Account, accountKey, type ChatKind, type ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { listed } from './batch.ts'
import type { GiveawayEntryRow, Tables } from './tables.ts'

/** Thrown inside a transaction that finds the giveaway ended meanwhile: nothing of it is kept. */
export class Over extends Error {
  override name = 'Over'
}

/** Who takes part in giveaways. The unique keys hold what we promise: one entry for each person and each account. */
export const giveawayEntries = (db: Kysely<Tables>) => ({
  /** The entry of a person, or of an account that is theirs by now. */
  async mine(
    id: number,
    person: string,
    account: Account,
  ): Promise<{ receipt: string; weight: number } | null> {
    const { chat, workspace, user } = account
    const { rows } = await sql<{ receipt: string; weight: number }>`
      select receipt, weight from giveaway_entries where giveaway_id = ${id} and person = ${person}
      union all
      select e.receipt, e.weight from accounts a
        join accounts b on b.person_id = a.person_id
        join giveaway_entries e on e.giveaway_id = ${id}
          and e.kind = b.chat and e.workspace = b.workspace and e."user" = b."user"
      where a.chat = ${chat} and a.workspace = ${workspace} and a."user" = ${user}
      limit 1`.execute(db)
    return rows[0] ?? null
  },

  /**
   * Takes somebody in, as long as it runs; false where they are in already. Throws Over where it ended or was paused
   * meanwhile.
   */
  async enter(id: number, one: Entrant, now: Instant): Promise<boolean> {
    const { receipt, weight, person, chat, account, name, locale, accountSince, memberSince, at } = one
    const { rows } = await sql`
      insert into giveaway_entries (giveaway_id, receipt, weight, person, chat, kind, workspace, "user", name, locale,
        account_since, member_since, at)
      values (${id}, ${receipt}, ${weight}, ${person}, ${chat}, ${account.chat}, ${account.workspace}, ${account.user},
        ${name}, ${locale}, ${accountSince}, ${memberSince}, ${at})
      on conflict do nothing returning receipt`.execute(db)
    if (rows.length === 0) return false
    await counted(db, id, { people: 1, weight }, now)
    return true
  },

  /** Lets somebody go; false where they were not in. Throws Over as `enter` does. */
  async leave(id: number, receipt: string, now: Instant): Promise<boolean> {
    const row = await db
      .deleteFrom('giveaway_entries')
      .where('giveaway_id', '=', id)
      .where('receipt', '=', receipt)
      .returning('weight')
      .executeTakeFirst()
    if (!row) return false
    await counted(db, id, { people: -1, weight: -row.weight }, now)
    return true
  },

  /** What is drawn from. */
  async all(id: number): Promise<DrawEntry[]> {
    return db
      .selectFrom('giveaway_entries')
      .select(['receipt', 'weight'])
      .where('giveaway_id', '=', id)
      .orderBy('receipt')
      .execute()
  },

  /**
   * Accounts of one person that both entered before they were joined: the first entry stays. `joined` are the accounts
   * of everybody who has several.
   */
  async dedupe(id: number, joined: Account[][]) {
    for (const accounts of joined) {
      const keys = accounts.map((one) => accountKey(one))
      const rows = await db
        .selectFrom('giveaway_entries')
        .select(['receipt'])
        .where('giveaway_id', '=', id)
        .where(sql<string>`kind || ':' || workspace || '/' || "user"`, 'in', listed(keys))
        .where('kind', 'in', listed([...new Set(accounts.map(({ chat }) => chat))]))
        .where('workspace', 'in', listed([...new Set(accounts.map(({ workspace }) => workspace))]))
        .where('user', 'in', listed([...new Set(accounts.map(({ user }) => user))]))
        .orderBy('at')
        .orderBy('receipt')
        .execute()
      const [, ...doubles] = rows.map(({ receipt }) => receipt)
      if (doubles.length === 0) continue
      await db
        .deleteFrom('giveaway_entries')
        .where('giveaway_id', '=', id)
        .where('receipt', 'in', listed(doubles))
        .execute()
    }
  },

  /** Who these receipts belong to; those who were erased are missing. */
  async who(id: number, receipts: string[]): Promise<Map<string, Entrant>> {
    const rows = await db
      .selectFrom('giveaway_entries')
      .selectAll()
      .where('giveaway_id', '=', id)
      .where('receipt', 'in', listed(receipts))
      .where('person', 'is not', null)
      .execute()
    return new Map(rows.map((row) => [row.receipt, entrantOf(row)]))
  },

  /** Those whose accounts were young when they entered: whom `suspectsIn` looks at. */
  async young(id: number, youth: number): Promise<Pick<Entrant, 'name' | 'accountSince' | 'at'>[]> {
    const rows = await db
      .selectFrom('giveaway_entries')
      .select(['name', 'account_since', 'at'])
      .where('giveaway_id', '=', id)
      .where('account_since', 'is not', null)
      .where(sql<number>`at - account_since`, '<', youth)
      .orderBy('account_since')
      .limit(10_000)
      .execute()
    return rows.map(({ name, account_since, at }) => ({
      name: name ?? '…',
      accountSince: account_since,
      at: at ?? 0,
    }))
  },

  /** How many came from each chat. */
  async byChat(id: number): Promise<{ chat: ChatName; count: number }[]> {
    const rows = await db
      .selectFrom('giveaway_entries')
      .select(['chat', sql<number>`count(*)`.as('count')])
      .where('giveaway_id', '=', id)
      .where('chat', 'is not', null)
      .groupBy('chat')
      .orderBy('chat')
      .execute()
    return rows.map(({ chat, count }) => ({ chat: chat as ChatName, count: Number(count) }))
  },

  /**
   * Erases who took part in what was drawn or cancelled before a moment: receipts and chances stay, for the proof.
   * What was told of it in our own tables goes too. Gives which giveaways those were.
   */
  async forget(before: Instant, now: Instant): Promise<{ id: number; team: string }[]> {
    const old = await db
      .selectFrom('giveaways')
      .select(['id', 'team', 'state'])
      .where('forgotten_at', 'is', null)
      .where(sql<number>`coalesce(drawn_at, closed_at)`, '<', before)
      .execute()
    for (const { id, team, state } of old) {
      const rows = db.updateTable('giveaway_entries').where('giveaway_id', '=', id)
      await rows
        .set({
          person: null,
          chat: null,
          kind: null,
          workspace: null,
          user: null,
          name: null,
          locale: null,
          account_since: null,
          member_since: null,
          at: null,
        })
        .execute()
      if (state === 'cancelled')
        await db.deleteFrom('giveaway_entries').where('giveaway_id', '=', id).execute()
      await db
        .updateTable('giveaways')
        .set({
          forgotten_at: now,
          state: sql`case when state = 'drawn' then 'closed' else state end`,
          closed_at: sql`coalesce(closed_at, ${now})`,
        })
        .where('id', '=', id)
        .execute()
      await sql`delete from deliveries where team = ${team} and state in ('told', 'given-up', 'set-aside')
        and about like ${`giveaway:${id}/%`}`.execute(db)
    }
    return old.map(({ id, team }) => ({ id, team }))
  },
})

/** Counts somebody in or out; only a giveaway that runs, and whose time has not come, can be counted. */
async function counted(
  db: Kysely<Tables>,
  id: number,
  { people, weight }: { people: number; weight: number },
  now: Instant,
) {
  const { numUpdatedRows } = await db
    .updateTable('giveaways')
    .set({ entrants: sql`entrants + ${people}`, weight: sql`weight + ${weight}` })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('ends_at', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Over()
}

const entrantOf = (row: Selectable<GiveawayEntryRow>): Entrant => ({
  receipt: row.receipt,
  weight: row.weight,
  person: row.person!,
  chat: row.chat as ChatName,
  account: { chat: row.kind as ChatKind, workspace: row.workspace!, user: row.user! },
  name: row.name!,
  locale: (row.locale ?? 'en') as Locale,
  accountSince: row.account_since,
  memberSince: row.member_since,
  at: row.at!,
})

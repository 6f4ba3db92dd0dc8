import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { DrawEntry } from '../model/draw.ts'
import type { Entrant, GiveawayState } from '../model/giveaway.ts'
import { type Account, accountKey, type ChatKind, type ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { listed } from './batch.ts'
import { living } from './living.ts'
import type { GiveawayEntryRow, Tables } from './tables.ts'

/** Thrown inside a transaction that finds the giveaway ended meanwhile: nothing of it is kept. */
export class Over extends Error {
  override name = 'Over'
}

/** How somebody is in; `own` where they entered with the account that asks. */
export type Mine = { receipt: string; weight: number; own: boolean }

/** Who takes part in giveaways. The unique keys hold what we promise: one entry for each person and each account. */
export const giveawayEntries = (db: Kysely<Tables>) => ({
  /**
   * The entry of somebody: that of the account they use, of another of theirs, or of one that is joined with it by
   * now. Whom it was made as does not count, since accounts join and part.
   */
  async mine(id: number, account: Account, others: Account[] = []): Promise<Mine | null> {
    const { chat, workspace, user } = account
    const { rows } = await sql<Mine & { kind: ChatKind; workspace: string; user: string }>`
      select e.receipt, e.weight, e.kind, e.workspace, e."user" from giveaway_entries e
        where e.giveaway_id = ${id} and ${isOneOf([account, ...others])}
      union all
      select e.receipt, e.weight, e.kind, e.workspace, e."user" from accounts a
        join accounts b on b.person_id = a.person_id
        join giveaway_entries e on e.giveaway_id = ${id}
          and e.kind = b.chat and e.workspace = b.workspace and e."user" = b."user"
      where a.chat = ${chat} and a.workspace = ${workspace} and a."user" = ${user}`.execute(db)
    const key = accountKey(account)
    const found = rows.map(({ receipt, weight, kind, workspace, user }) => ({
      receipt,
      weight,
      own: accountKey({ chat: kind, workspace, user }) === key,
    }))
    return found.find(({ own }) => own) ?? found[0] ?? null
  },

  /** What its maker's groups give them by now, where they are in with `from`, as long as it runs. Throws Over. */
  async reweigh(
    id: number,
    { receipt, from, to }: { receipt: string; from: number; to: number },
    now: Instant,
  ): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('giveaway_entries')
      .set({ weight: to })
      .where('giveaway_id', '=', id)
      .where('receipt', '=', receipt)
      .where('weight', '=', from)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await counted(db, id, { people: 0, weight: to - from }, now)
    return true
  },

  /**
   * An account leaves those it was joined with: where one of them is in a giveaway that runs, none of the others enters
   * it beside. To be run before they part.
   */
  async remember(account: Account, others: Account[], { by, at }: { by: string; at: Instant }) {
    const { rows } = await sql<{ id: number }>`
      select distinct g.id from giveaways g join giveaway_entries e on e.giveaway_id = g.id
      where g.state in ('running', 'paused') and ${isOneOf([account, ...others])}`.execute(db)
    const mine = accountKey(account)
    const pairs = others
      .map((other) => accountKey(other))
      .flatMap((other) => [`${mine} ${other}`, `${other} ${mine}`])
    const all = rows.flatMap(({ id }) =>
      pairs.map((what) => ({ giveaway_id: id, did: 'parted', what, by, at })),
    )
    if (all.length > 0) await db.insertInto('giveaway_steps').values(all).execute()
  },

  /** Whether an account is in that was joined with this one while the giveaway ran. */
  async parted(id: number, account: Account): Promise<boolean> {
    const mine = `${accountKey(account)} `
    const { rows } = await sql<{ what: string }>`
      select what from giveaway_steps where giveaway_id = ${id} and did = 'parted'
        and substr(what, 1, ${mine.length}) = ${mine}`.execute(db)
    if (rows.length === 0) return false
    const others = rows.map(({ what }) => accountOf(what.slice(mine.length)))
    const { rows: found } = await sql`
      select 1 from giveaway_entries e where e.giveaway_id = ${id}
        and ${isOneOf(others)} limit 1`.execute(db)
    return found.length > 0
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
   * Accounts of one person that both entered before they were joined: the first entry stays. `joined` are sets of
   * accounts that are one person's; those that have an account in common are one.
   */
  async dedupe(id: number, joined: Account[][]) {
    const setOf = united(joined)
    if (setOf.size === 0) return
    const named = joined.flat().filter((one) => setOf.has(accountKey(one)))
    const kinds = [...new Set(named.map(({ chat }) => chat))]
    const rows = await db
      .selectFrom('giveaway_entries')
      .select(['receipt', sql<string>`kind || ':' || workspace || '/' || "user"`.as('key')])
      .where('giveaway_id', '=', id)
      .where('kind', 'in', listed(kinds))
      .where('user', 'in', listed([...new Set(named.map(({ user }) => user))]))
      .orderBy('at')
      .orderBy('receipt')
      .execute()
    const kept = new Set<string>()
    const doubles: string[] = []
    for (const { receipt, key } of rows) {
      const set = setOf.get(key)
      if (set === undefined) continue
      if (kept.has(set)) doubles.push(receipt)
      kept.add(set)
    }
    if (doubles.length === 0) return
    await db
      .deleteFrom('giveaway_entries')
      .where('giveaway_id', '=', id)
      .where('receipt', 'in', listed(doubles))
      .execute()
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
      .orderBy('account_since', 'desc')
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
   * Erases who took part in what was drawn or cancelled before a moment, once nobody has claimed anything since then
   * either; and in what nothing happened with for as long, which is over with that. Receipts and chances stay, for the
   * proof. What was told of it in our own tables goes too, and its message is written anew; that of a team that is not
   * among `teams` has nobody who would, and goes. Gives which giveaways those were.
   */
  async forget(before: Instant, now: Instant, teams: string[]): Promise<{ id: number; team: string }[]> {
    const { rows: old } = await sql<{ id: number; team: string; state: GiveawayState }>`
      select g.id, g.team, g.state from giveaways g
      where g.forgotten_at is null
        and coalesce(g.drawn_at, g.closed_at, g.frozen_at, g.paused_at, g.ends_at) < ${before}
        and not exists (select 1 from giveaway_winners w where w.giveaway_id = g.id and g.state = 'drawn'
          and w.claimed_at is null and w.lost_reason is null and w.claim_until >= ${before})`.execute(db)
    for (const one of old) await forgetOne(db, one, { now, isKnown: teams.includes(one.team) })
    return old.map(({ id, team }) => ({ id, team }))
  },
})

async function forgetOne(
  db: Kysely<Tables>,
  { id, team, state }: { id: number; team: string; state: GiveawayState },
  { now, isKnown }: { now: Instant; isKnown: boolean },
) {
  const drawn = state === 'drawn' || state === 'closed'
  if (!drawn) await db.deleteFrom('giveaway_entries').where('giveaway_id', '=', id).execute()
  else
    await db
      .updateTable('giveaway_entries')
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
      .where('giveaway_id', '=', id)
      .execute()
  await db.deleteFrom('giveaway_steps').where('giveaway_id', '=', id).where('did', '=', 'parted').execute()
  if (!drawn && state !== 'cancelled')
    await db
      .insertInto('giveaway_steps')
      .values({ giveaway_id: id, did: 'cancelled', what: null, by: 'Vigie', at: now })
      .execute()
  await db
    .updateTable('giveaways')
    .set({
      forgotten_at: now,
      state: drawn ? 'closed' : 'cancelled',
      closed_at: sql`coalesce(closed_at, ${now})`,
    })
    .where('id', '=', id)
    .execute()
  const about = `giveaway:${id}`
  if (isKnown) await living(db).end(team, about, now)
  else await db.deleteFrom('living').where('team', '=', team).where('about', '=', about).execute()
  await forgetWords(db, { team, about, isKnown })
}

/** What was said of it: names nobody but its own message, and the notices that closed its entries. */
async function forgetWords(
  db: Kysely<Tables>,
  { team, about, isKnown }: { team: string; about: string; isKnown: boolean },
) {
  const nameless = isKnown
    ? sql<SqlBool>`(d.about = ${about} or d.about like ${`${about}/frozen%`})`
    : sql<SqlBool>`d.about like ${`${about}/frozen%`}`
  const told = sql`select d.id from deliveries d where d.team = ${team}
    and (d.about = ${about} or d.about like ${`${about}/%`})`
  await sql`delete from local_messages
    where (delivery in (${told} and not ${nameless}))
      or (payload like ${`%"about":"${about}"%`} and payload like ${`%"team":${JSON.stringify(team)}%`}
        and (delivery is null or delivery not in (${told})))`.execute(db)
  await sql`delete from deliveries where id in (${told} and not ${nameless})
    and state in ('told', 'given-up', 'set-aside')`.execute(db)
}

/** The name of its set for each account: sets that have one in common are the same. */
function united(sets: Account[][]): Map<string, string> {
  const above = new Map<string, string>()
  const top = (key: string): string => {
    let at = key
    for (let next = above.get(at) ?? at; next !== at; next = above.get(at) ?? at) at = next
    return at
  }
  for (const set of sets) {
    const [first, ...others] = set.map((one) => accountKey(one))
    if (first === undefined || others.length === 0) continue
    for (const other of others) above.set(top(other), top(first))
    if (!above.has(first)) above.set(first, first)
  }
  return new Map([...above.keys()].map((key) => [key, top(key)]))
}

/** Whether the entry `e` is one of these accounts' (one at least): in the words that its index is found by. */
export const isOneOf = (accounts: Account[]) =>
  sql<SqlBool>`(e.kind, e.workspace, e."user") in (values ${sql.join(
    accounts.map(({ chat, workspace, user }) => sql`(${chat}, ${workspace}, ${user})`),
  )})`

/** The account of a key, as `accountKey` makes it. */
function accountOf(key: string): Account {
  const [, chat, workspace, user] = /^([^:]*):([^/]*)\/(.*)$/su.exec(key)!
  return { chat: chat as ChatKind, workspace: workspace!, user: user! }
}

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

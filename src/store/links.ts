import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Account, ChatKind, ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Locale } from '../model/team.ts'
import { people } from './people.ts'
import type { LinkCodeRow, Tables } from './tables.ts'

/** An account that asks to be joined with another, under a code that lasts until a moment; `other` typed it. */
export type LinkRequest = {
  account: Account
  name: string
  until: Instant
  asked: { chat: ChatName; channel: string }
  other: { account: Account; name: string } | null
}

/** Accounts of one person in several chats. Codes are kept as their SHA-256 alone. */
export const links = (db: Kysely<Tables>) => ({
  /** Keeps a request; those of the account before it, and those that are over, are gone. */
  async ask(code: string, { account, name, until, asked }: Omit<LinkRequest, 'other'>, now: Instant) {
    await db.deleteFrom('link_codes').where('until_at', '<=', now).execute()
    await db
      .deleteFrom('link_codes')
      .where('chat', '=', account.chat)
      .where('workspace', '=', account.workspace)
      .where('user', '=', account.user)
      .execute()
    await db
      .insertInto('link_codes')
      .values({
        code_key: keyOf(code),
        ...account,
        name,
        until_at: until,
        asked_chat: asked.chat,
        asked_channel: asked.channel,
      })
      .execute()
  },

  /** The request of a code that is not over. */
  async of(code: string, now: Instant): Promise<LinkRequest | null> {
    const row = await db
      .selectFrom('link_codes')
      .selectAll()
      .where('code_key', '=', keyOf(code))
      .where('until_at', '>', now)
      .executeTakeFirst()
    return row ? requestOf(row) : null
  },

  /** Who typed the code says that the account is theirs; false when somebody else was faster. */
  async offer(code: string, { account, name }: { account: Account; name: string }): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('link_codes')
      .set({
        other_chat: account.chat,
        other_workspace: account.workspace,
        other_user: account.user,
        other_name: name,
      })
      .where('code_key', '=', keyOf(code))
      .where('other_chat', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** A request that came to its end, one way or the other; false when it was gone. */
  async close(code: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('link_codes')
      .where('code_key', '=', keyOf(code))
      .executeTakeFirst()
    return numDeletedRows > 0n
  },

  /** Both accounts are one person's, from now on. */
  async join(one: Account, other: Account, { by, at }: { by: string; at: Instant }) {
    await people(db).join(one, other)
    await db.insertInto('set_steps').values({ team: '', did: 'link', what: other.chat, by, at }).execute()
  },

  /** An account stands for itself again; false where it was joined with none. */
  async part(account: Account, { by, at, locale }: { by: string; at: Instant; locale: Locale }) {
    const parted = await people(db).part(account, by, locale, at)
    if (parted)
      await db.insertInto('set_steps').values({ team: '', did: 'part', what: account.chat, by, at }).execute()
    return parted
  },
})

const keyOf = (code: string) => createHash('sha256').update(code.toUpperCase()).digest('hex')

const requestOf = (row: LinkCodeRow): LinkRequest => ({
  account: { chat: row.chat as ChatKind, workspace: row.workspace, user: row.user },
  name: row.name,
  until: row.until_at,
  asked: { chat: row.asked_chat as ChatName, channel: row.asked_channel },
  other:
    row.other_chat === null
      ? null
      : {
          account: {
            chat: row.other_chat as ChatKind,
            workspace: row.other_workspace!,
            user: row.other_user!,
          },
          name: row.other_name!,
        },
})

import { type Kysely, sql } from 'kysely'
import type { ChatName, Role } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place, SetPurpose } from '../model/team.ts'
import type { Tables } from './tables.ts'

/** A channel that was given its purpose in a chat, and by whom. */
export type SetChannel = { team: string; purpose: SetPurpose; place: Place; by: string; at: Instant }

/** A role that was given in a chat: to an account or a group (`slack:T012AB3CD/S061F7AUR`), called `name` there. */
export type SetRole = { team: string; who: string; name: string; role: Role; by: string; at: Instant }

type Doing = { by: string; at: Instant }

/** What is set up in a chat, beside the settings of the files. */
export const setUp = (db: Kysely<Tables>) => ({
  async channels(): Promise<SetChannel[]> {
    const rows = await db.selectFrom('set_channels').selectAll().orderBy('at').execute()
    return rows.map(({ chat, channel, purpose, ...row }) => ({
      ...row,
      purpose: purpose as SetPurpose,
      place: { chat: chat as ChatName, channel },
    }))
  },

  async roles(): Promise<SetRole[]> {
    const rows = await db.selectFrom('set_roles').selectAll().orderBy('at').execute()
    return rows.map((row) => ({ ...row, role: row.role as Role }))
  },

  async putChannel(team: string, purpose: SetPurpose, { chat, channel }: Place, { by, at }: Doing) {
    const set = { chat, channel, by, at }
    await db
      .insertInto('set_channels')
      .values({ team, purpose, ...set })
      .onConflict((conflict) => conflict.columns(['team', 'purpose']).doUpdateSet(set))
      .execute()
    await step(db, { team, did: `channel ${purpose}`, what: `${chat}:#${channel}`, by, at })
  },

  /** A role for an account or a group; null takes it away. */
  async putRole(team: string, { who, name }: Pick<SetRole, 'who' | 'name'>, role: Role | null, doing: Doing) {
    const { by, at } = doing
    if (role === null)
      await db.deleteFrom('set_roles').where('team', '=', team).where('who', '=', who).execute()
    else
      await db
        .insertInto('set_roles')
        .values({ team, who, name, role, by, at })
        .onConflict((conflict) => conflict.columns(['team', 'who']).doUpdateSet({ name, role, by, at }))
        .execute()
    await step(db, { team, did: `role ${role ?? 'none'}`, what: who, by, at })
  },

  /** A number that grows with everything that was set up, by whichever process. */
  async version(): Promise<number> {
    const count = db.selectFrom('set_steps').select(sql<number>`count(*)`.as('count'))
    return Number((await count.executeTakeFirstOrThrow()).count)
  },
})

const step = (db: Kysely<Tables>, values: Omit<Tables['set_steps'], 'id'>) =>
  db.insertInto('set_steps').values(values).execute()

import { type APIGuildMember, Routes } from 'discord.js'
import type { Standing } from '../../model/giveaway.ts'
import { Unavailable } from '../../model/oops.ts'
import type { Account, ChatName } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import { chatOf, type Team } from '../../model/team.ts'
import { minute } from '../../model/time.ts'
import type { ChatPerson } from '../chat.ts'
import type { Calls } from './calls.ts'
import { accountIn, nameOf, standingOf } from './happened.ts'
import type { Identity } from './identity.ts'
import { kept } from './kept.ts'
import { codeOf } from './mishaps.ts'
import type { Server } from './server.ts'
import { madeAt } from './snowflake.ts'

/**
 * The people of a server: all of them where Discord tells who they are (the members' intent), else those of the
 * settings. Bots are not people. Throws Unavailable.
 */
export function newPeople(parts: {
  name: ChatName
  calls: Calls
  identity: Identity
  server: Server
  teams: Team[]
  /** Whether a feature needs to know the members. */
  wanted: boolean
  clock: () => Instant
}) {
  const { name, calls, identity, server, teams, wanted, clock } = parts

  async function everybody(guild: string): Promise<APIGuildMember[]> {
    const all: APIGuildMember[] = []
    for (let after = '0'; all.length < most; ) {
      const query = { limit: '1000', after }
      const page = await calls.call<APIGuildMember[]>('GET', Routes.guildMembers(guild), { query, waits })
      all.push(...page)
      if (page.length < 1000) break
      after = page.at(-1)!.user.id
    }
    return all
  }

  /** Whoever the settings name, as they are called in the server; who left it is nobody there. */
  async function known(guild: string): Promise<APIGuildMember[]> {
    const users = teams
      .filter((team) => chatOf(team, 'discord') === name)
      .flatMap(({ people }) => people.flatMap(({ accounts }) => accounts))
      .filter(({ chat, workspace }) => chat === 'discord' && workspace === guild)
    const members: APIGuildMember[] = []
    for (const user of new Set(users.map(({ user }) => user))) {
      const route = Routes.guildMember(guild, user)
      const member = await calls.call<APIGuildMember>('GET', route, { waits }).catch(absent)
      if (member) members.push(member)
    }
    return members
  }

  /** What the server says of somebody now; null where they left it. Throws Unavailable. */
  async function standing({ workspace, user }: Account): Promise<Standing | null> {
    const route = Routes.guildMember(workspace, user)
    const member = await calls.call<APIGuildMember>('GET', route, { waits }).catch(absent)
    return member && { ...standingOf(workspace, member), accountSince: madeAt(user) }
  }

  const all = kept(clock, 10 * minute, async (): Promise<ChatPerson[]> => {
    const [guild, { allowed }] = [await server.id(), await identity.self()]
    const all = wanted && (allowed?.includes('members') ?? true)
    const members = all ? await everybody(guild).catch(() => known(guild)) : await known(guild)
    return members.filter(({ user }) => !user.bot).map((member) => personOf(guild, member))
  })

  return { all, standing }
}

function absent(error: unknown): null {
  if (codeOf(error) === unknownMember || codeOf(error) === unknownUser) return null
  throw error instanceof Unavailable
    ? error
    : new Unavailable('a member cannot be asked for', { cause: error })
}

const personOf = (guild: string, { nick, user }: APIGuildMember): ChatPerson => ({
  account: accountIn(guild, user.id),
  name: nameOf(user, nick),
})

const unknownMember = 10007
const unknownUser = 10013
const waits = 5_000
/** More people than anybody would choose from. */
const most = 20_000

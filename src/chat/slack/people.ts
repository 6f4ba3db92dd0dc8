import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Choice } from '../message.ts'
import type { Slack } from './client.ts'
import { newEverybody } from './everybody.ts'
import type { Introduction } from './introduction.ts'
import { type Who, whoOf } from './who.ts'

export type People = ReturnType<typeof newPeople>

/** Who is who in a workspace, as Slack said some minutes ago. */
export function newPeople(parts: Parts) {
  const { slack, introduction, clock } = parts
  const everybody = newEverybody(parts)
  const users = new Map<string, Kept<Who>>()
  /** What was heard last, for where nobody can wait. */
  const met = new Map<string, Who>()
  const labels = new Map<string, string>()
  let groups: Kept<Group[]> | null = null

  /** What Slack says of a user. Throws Unavailable where it says nothing and never did. */
  async function who(user: string): Promise<Who> {
    const kept = users.get(user)
    if (kept && clock() - kept.at < freshness) return kept.said
    const said = read(user)
    if (users.size >= mostUsers) {
      users.clear()
      met.clear()
    }
    users.set(user, { at: clock(), said })
    // Whoever was known a while ago is the same person still, until Slack answers again.
    return said.catch((error) => {
      if (kept) users.set(user, { ...kept, at: clock() - freshness + rest })
      else users.delete(user)
      if (kept) return kept.said
      throw error
    })
  }

  async function read(user: string): Promise<Who> {
    const { team } = await introduction.get()
    const said = await slack.ask((client) => client.users.info({ user, include_locale: true }))
    const who = whoOf(said.user ?? {}, team)
    met.set(user, who)
    return who
  }

  async function allGroups(): Promise<Group[]> {
    if (!groups || clock() - groups.at >= freshness) groups = { at: clock(), said: readGroups() }
    const { said } = groups
    return said.catch((error) => {
      // Soon again, and not at once: the right to read them may be missing for good.
      if (groups?.said === said) groups = { at: clock() - freshness + rest, said }
      throw error
    })
  }

  async function readGroups(): Promise<Group[]> {
    const { team } = await introduction.get()
    const said = await slack.ask((client) => client.usergroups.list({ include_users: true }))
    return (said.usergroups ?? []).flatMap(({ id, name, handle, users = [] }) => {
      if (!id) return []
      labels.set(id, handle ?? name ?? id)
      return { key: `slack:${team}/${id}`, label: `@${labels.get(id)}`, users: new Set(users) }
    })
  }

  return {
    who,
    everybody: everybody.everybody,
    nameNow: (user: string) => met.get(user)?.name,
    /** The workspace of somebody we met. */
    homeNow: (user: string) => met.get(user)?.workspace,
    groupNow: (group: string) => labels.get(group),
    /** The user groups of somebody, as in a team's settings. Throws Unavailable. */
    groupsOf: async (user: string): Promise<string[]> =>
      (await allGroups()).filter(({ users }) => users.has(user)).map(({ key }) => key),
    /** All user groups, to choose from. Throws Unavailable. */
    groups: async (): Promise<Choice[]> =>
      (await allGroups()).map(({ key, label }) => ({ value: key, label })),
    /** They are another from now on, in one way or another. */
    changed(user: string) {
      users.delete(user)
      everybody.changed()
    },
    regrouped() {
      groups = null
    },
  }
}

type Parts = { slack: Slack; introduction: Introduction; clock: () => Instant }
type Group = { key: string; label: string; users: Set<string> }
type Kept<Said> = { at: Instant; said: Promise<Said> }

const freshness = 5 * minute
/** How long what could not be read is not asked for again. */
const rest = 20_000
const mostUsers = 5_000

import { feedKey } from './model/feed-address.ts'
import { type Account, accountKey, type Person } from './model/person.ts'
import { type Channels, isChannelOf, type SourceSetting, setPurposes, type Team } from './model/team.ts'
import type { Topic } from './model/topic.ts'
import { nameKey } from './settings/repeats.ts'
import type { AddedSource } from './store/added-sources.ts'
import type { SetChannel, SetRole } from './store/set-up.ts'
import type { Store } from './store/store.ts'
import type { KeptTopic } from './store/topics.ts'

/**
 * The teams of the settings, alive, as far as `refresh` has seen: their `topics` are those of the settings and those
 * added in the chat (another array when they changed), `sources` likewise, `pastTopics` those that mentions name
 * besides; `channels` and `groups` those of the settings, which nobody overrules in a chat, and those that were set up
 * there. A topic whose query no longer reads rests, as does one whose name the settings have taken since; `/watch` shows
 * both. So does a source whose address the settings have taken.
 */
export async function newLiveTeams(
  set: Team[],
  store: Pick<Store, 'topics' | 'setUp' | 'people' | 'addedSources'>,
) {
  const added = new Map<string, Topic[]>()
  const addedSources = new Map<string, SourceSetting[]>()
  const mentioned = new Map<string, { name: string }[]>()
  let setChannels: SetChannel[] = []
  let setRoles: SetRole[] = []
  let joinedAccounts: Account[][] = []

  const teams = set.map((team): Team => {
    const topics = joined(team.topics, () => added.get(team.name))
    const sources = joined(team.sources, () => addedSources.get(team.name))
    return {
      ...team,
      get topics() {
        return topics()
      },
      get sources() {
        return sources()
      },
      get pastTopics() {
        const now = new Set(this.topics.map(({ name }) => name))
        return mentioned.get(team.name)?.filter(({ name }) => !now.has(name)) ?? []
      },
      get channels() {
        return channelsOf(
          team,
          setChannels.filter((one) => one.team === team.name && !isOthers(set, one)),
        )
      },
      get people() {
        return team.people.map((person) => withJoined(person, joinedAccounts))
      },
      get groups() {
        const set = setRoles.filter((one) => one.team === team.name)
        const given = set.flatMap(({ who, role }) =>
          sameAs(who, joinedAccounts).map((group) => ({ group, role })),
        )
        return [...(team.groups ?? []), ...given]
      },
    }
  })

  /** The store is asked for three numbers only, until somebody changed something: this process or another. */
  const seen = { topics: -1, setUp: -1, sources: -1 }
  let line: Promise<void> = Promise.resolve()
  function refresh(): Promise<void> {
    line = line.catch(() => {}).then(look)
    return line
  }

  async function look() {
    const [ofTopics, ofSetUp, ofSources] = await Promise.all([
      store.topics.version(),
      store.setUp.version(),
      store.addedSources.version(),
    ])
    if (ofTopics !== seen.topics) {
      await lookAtTopics()
      seen.topics = ofTopics
    }
    if (ofSetUp !== seen.setUp) {
      ;[setChannels, setRoles, joinedAccounts] = await Promise.all([
        store.setUp.channels(),
        store.setUp.roles(),
        store.people.joined(),
      ])
      seen.setUp = ofSetUp
    }
    if (ofSources !== seen.sources) {
      const all = await store.addedSources.list()
      for (const { name, sources } of set) addedSources.set(name, besides(sources, all, name))
      seen.sources = ofSources
    }
  }

  async function lookAtTopics() {
    const all = await store.topics.list()
    for (const team of set) {
      const taken = new Set(team.topics.map(({ name }) => nameKey(name)))
      added.set(
        team.name,
        all
          .filter((one) => one.team === team.name && !taken.has(one.key))
          .flatMap((one) => topicOf(one) ?? []),
      )
      mentioned.set(team.name, await store.topics.mentioned(team.name))
    }
  }

  await refresh()
  return { teams, refresh }
}

/** A channel that another team's settings name since is theirs. */
const isOthers = (teams: Team[], { team, place }: SetChannel) =>
  teams.some((one) => one.name !== team && isChannelOf(one, place))

/** What was added for a team, but where its settings name the same feed. */
function besides(set: SourceSetting[], all: AddedSource[], team: string): SourceSetting[] {
  const keys = new Set(set.flatMap((one) => (one.kind === 'feed' ? [feedKey(one.url)] : [])))
  return all
    .filter((one) => one.team === team && !keys.has(feedKey(one.url)))
    .map(({ name, url, folder, every, paused, by, at }) => ({
      ...{ name, kind: 'feed' as const, url, added: { by, at } },
      ...(folder === null ? {} : { folder }),
      ...(every === null ? {} : { every }),
      ...(paused ? { paused: true } : {}),
    }))
}

/** An account's key, and those of the accounts that are joined with it. */
function sameAs(who: string, joined: Account[][]): string[] {
  const theirs = joined.map((accounts) => accounts.map(accountKey)).find((keys) => keys.includes(who))
  return theirs ?? [who]
}

/** A list with more behind it; the same array for as long as these are the same. */
function joined<One>(first: One[], more: () => One[] | undefined) {
  let merged = first
  let from: One[] | undefined
  return () => {
    const now = more()
    if (now !== from) {
      from = now
      merged = [...first, ...(now ?? [])]
    }
    return merged
  }
}

/** Somebody with the accounts that they joined to those of the settings. */
function withJoined(person: Person, joined: Account[][]): Person {
  const theirs = new Set(person.accounts.map(accountKey))
  const more = joined.filter((accounts) => accounts.some((one) => theirs.has(accountKey(one)))).flat()
  const fresh = more.filter((one) => !theirs.has(accountKey(one)))
  return fresh.length === 0 ? person : { ...person, accounts: [...person.accounts, ...fresh] }
}

function channelsOf({ channels, channelsAt }: Team, set: SetChannel[]): Channels {
  const open = set.filter(({ purpose }) => setPurposes.includes(purpose) && !channelsAt?.[purpose])
  return { ...channels, ...Object.fromEntries(open.map(({ purpose, place }) => [purpose, place])) }
}

const topicOf = ({ name, kind, query, text, by, at }: KeptTopic): Topic | null =>
  query && { name, kind, query, text, added: { by, at } }

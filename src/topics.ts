import type { Team } from './model/team.ts'
import type { Topic } from './model/topic.ts'
import { nameKey } from './settings/repeats.ts'
import type { Store } from './store/store.ts'
import type { KeptTopic } from './store/topics.ts'

/**
 * The teams of the settings, alive: their `topics` are always those of the settings and those added in the chat,
 * as far as `refresh` has seen, and another array when they changed; `pastTopics` those that mentions name besides. A topic whose query no longer reads rests, as
 * does one whose name the settings have taken since; `/watch` shows both.
 */
export async function newTopics(set: Team[], store: Pick<Store, 'topics'>) {
  const added = new Map<string, Topic[]>()
  const mentioned = new Map<string, { name: string }[]>()
  const teams = set.map((team): Team => {
    let merged = team.topics
    let from: Topic[] | undefined
    return {
      ...team,
      get topics() {
        const more = added.get(team.name)
        if (more !== from) {
          from = more
          merged = [...team.topics, ...(more ?? [])]
        }
        return merged
      },
      get pastTopics() {
        const now = new Set(this.topics.map(({ name }) => name))
        return mentioned.get(team.name)?.filter(({ name }) => !now.has(name)) ?? []
      },
    }
  })

  /** The store is asked for a number only, until somebody changed a topic: this process or another. */
  let seen = -1
  let line: Promise<void> = Promise.resolve()
  function refresh(): Promise<void> {
    line = line.catch(() => {}).then(look)
    return line
  }

  async function look() {
    const version = await store.topics.version()
    if (version === seen) return
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
    seen = version
  }

  await refresh()
  return { teams, refresh }
}

const topicOf = ({ name, kind, query, text, by, at }: KeptTopic): Topic | null =>
  query && { name, kind, query, text, added: { by, at } }

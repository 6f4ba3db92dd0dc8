import { setTimeout as after } from 'node:timers/promises'
import { type Account, accountKey } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { ChatPerson } from '../chat.ts'
import type { Slack } from './client.ts'
import type { Introduction } from './introduction.ts'
import { whoOf } from './who.ts'

/** All people of a workspace, as Slack said some minutes ago: a large one takes many pages, and Slack counts them. */
export function newEverybody({ slack, introduction, clock }: Parts) {
  let known: ChatPerson[] = []
  let goodUntil: Instant = 0
  let reading: Promise<ChatPerson[]> | null = null

  /** Throws Unavailable where Slack says nothing and never did. */
  async function everybody(): Promise<ChatPerson[]> {
    if (clock() < goodUntil) return known
    reading ??= read().finally(() => {
      reading = null
    })
    return reading
  }

  async function read(): Promise<ChatPerson[]> {
    const seen = new Map<string, ChatPerson>()
    try {
      await readPages(seen)
      goodUntil = clock() + freshness
      known = [...seen.values()]
    } catch (error) {
      // Those of the pages that came, and whoever was there before, are still people.
      known = [...new Map([...keyed(known), ...seen]).values()]
      if (known.length === 0) throw error
      goodUntil = clock() + rest
    }
    return known
  }

  async function readPages(seen: Map<string, ChatPerson>) {
    const { team } = await introduction.get()
    let cursor: string | undefined
    for (let page = 0; page < mostPages; page++) {
      if (page >= atOnce) await after(pace, undefined, { ref: false })
      const said = await slack.ask((client) =>
        client.users.list({ limit: 1000, ...(cursor ? { cursor } : {}) }),
      )
      for (const one of said.members ?? []) {
        const { gone, name, workspace } = whoOf(one, team)
        if (!one.id || gone || one.id === slackbot) continue
        const account: Account = { chat: 'slack', workspace, user: one.id }
        seen.set(accountKey(account), { account, name })
      }
      cursor = said.response_metadata?.next_cursor
      if (!cursor) break
    }
  }

  return {
    everybody,
    /** Somebody came, left, or is called otherwise. */
    changed() {
      goodUntil = 0
    },
  }
}

const keyed = (people: ChatPerson[]) => people.map((one) => [accountKey(one.account), one] as const)

type Parts = { slack: Slack; introduction: Introduction; clock: () => Instant }

const freshness = 5 * minute
/** How long what was read in part is not asked for again. */
const rest = 20_000
/** Slack takes about twenty such calls a minute: so many at once, the others with a pause (ms). */
const atOnce = 10
const pace = 3_000
const mostPages = 200
/** Slack's own bot says that it is none. */
const slackbot = 'USLACKBOT'

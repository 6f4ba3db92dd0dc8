import type { Logger } from 'pino'
import type { Instant, Post } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { hookSource, monthOf, type Webhook } from '../model/webhook.ts'
import type { HookEvent } from '../sources/hooks/event.ts'
import type { PostChange } from '../store/post-changes.ts'
import type { Received } from '../store/received.ts'
import type { Store, Parts as StoreParts } from '../store/store.ts'

/** Files numbers that a webhook was sent for a team, and gives how many rows are wrong; throws where they cannot be kept. */
export type ImportRows = (
  team: Team,
  rows: unknown[],
  about: { source: string },
) => Promise<{ wrong: number }>

export type HookWork = {
  hear: (batch: {
    source: string
    outlet: string
    teams: string[]
    posts: Post[]
    concerns?: string
  }) => Promise<unknown>
  importRows: ImportRows
  /** Keeps what happened to posts at their places, in the transaction in which what told it is done. */
  changes?: (store: StoreParts, changes: PostChange[]) => Promise<void>
  /** Called when something of the kind was kept. */
  changed?: () => void
}

type Parts = HookWork & { store: Store; teams: Team[]; clock: () => Instant; log: Logger }

/** Works off one thing that a webhook was sent: posts are heard, changes kept, numbers filed; then it is done. */
export function newHookWork(parts: Parts) {
  const { store, teams, clock, log, hear, importRows } = parts
  const keepChanges = parts.changes ?? ((store, changes) => store.postChanges.keep(changes))

  async function work(one: Received) {
    const team = teams.find(({ name }) => name === one.team)
    const hook = team?.webhooks?.find(({ name }) => name === one.hook)
    // Whoever took it out of the settings wants to hear of it no more.
    if (!team || !hook || one.body === null) return store.received.done(one.id, clock())
    // Whoever has no webhook needs none of their readers.
    const { readHook } = await import('../sources/hooks/index.ts')
    const read = readHook(hook, Buffer.from(one.body), one)
    if ('refused' in read) return done(one, { [read.refused]: 1 })
    if ('rows' in read) {
      const { wrong } = await importRows(team, read.rows, { source: hookSource(team.name, hook) })
      return done(one, { rows: read.rows.length, 'wrong-rows': wrong })
    }
    const news = read.events.filter(({ did }) => did !== 'deleted').length
    if (await tooDear(team, hook, news)) {
      log.warn({ team: team.name, hook: hook.name, posts: news }, 'a webhook is over its budget of the month')
      return done(one, { 'over-budget': news })
    }
    await take(team, hook, one, read.events)
  }

  async function take(team: Team, hook: Webhook, one: Received, events: HookEvent[]) {
    const source = hookSource(team.name, hook)
    const { posts, changes } = await sorted(source, events)
    if (posts.length > 0)
      await hear({
        source,
        outlet: hook.outlet ?? hook.name,
        teams: [team.name],
        posts: posts.map((post) => ({ ...post, outlet: outletOf(post, hook) })),
        ...(hook.about === null ? {} : { concerns: hook.about }),
      })
    const kept = changes.map((change) => ({ team: team.name, source, at: one.at, ...change }))
    await done(one, { posts: events.filter(({ did }) => did !== 'deleted').length }, kept)
    if (kept.length > 0) parts.changed?.()
  }

  /**
   * What is to be heard, and what happened to something that was: an edit of what nobody knows is news, and what is
   * known to be gone is none, whichever of the two was sent first.
   */
  async function sorted(source: string, events: HookEvent[]) {
    const changes: Pick<PostChange, 'item' | 'did' | 'post'>[] = []
    const posts: Post[] = []
    const ids = events.flatMap((event) => ('post' in event ? event.post.id : []))
    const gone = await store.postChanges.gone(source, ids)
    const unknown = await store.posts.unknown(source, ids)
    const here = new Map<string, number>()
    for (const event of events) {
      if ('under' in event)
        for (const item of await store.postChanges.under(source, event.under)) {
          changes.push({ item, did: 'deleted', post: null })
          gone.add(item)
        }
      else if ('id' in event) {
        changes.push({ item: event.id, did: 'deleted', post: null })
        gone.add(event.id)
      } else if (!gone.has(event.post.id)) {
        const { post, did } = event
        const at = here.get(post.id)
        // Written and edited in one breath: the last word counts.
        if (at !== undefined) posts[at] = post
        else if (did === 'posted' || unknown.has(post.id)) here.set(post.id, posts.push(post) - 1)
        else changes.push({ item: post.id, did, post })
      }
    }
    return { posts: posts.filter(({ id }) => !gone.has(id)), changes }
  }

  /** Whether this many posts would cost more than is left of the month. */
  async function tooDear({ name }: Team, hook: Webhook, posts: number): Promise<boolean> {
    if (hook.cost === null || posts === 0) return false
    const had = await store.received.counted(name, hook.name, 'posts', monthOf(clock()))
    return (had + posts) * hook.cost.price > hook.cost.budget * (1 + Number.EPSILON)
  }

  const done = ({ id, team, hook }: Received, counts: Record<string, number>, changes: PostChange[] = []) =>
    store.together(async (store) => {
      const now = clock()
      if (changes.length > 0) await keepChanges(store, changes)
      const all = Object.entries(counts).filter(([, count]) => count > 0)
      await store.received.count(all.map(([what, count]) => ({ team, hook, what, at: now, count })))
      await store.received.done(id, now)
    })

  return work
}

const outletOf = (post: Post, hook: Webhook) =>
  post.outlet ?? hook.outlet ?? places[post.network ?? ''] ?? (hook.server ? new URL(hook.server).host : null)

const places: Record<string, string> = { facebook: 'Facebook', instagram: 'Instagram', x: 'X' }

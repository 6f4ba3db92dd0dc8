import type { Logger } from 'pino'
import type { Instant, Post } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { readSamples, type Sample } from '../settings/samples.ts'
import { samplesOf, sourceOf } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'

type Batch = { source: string; outlet: string; teams: string[]; posts: Post[]; sample: true }
type Parts = {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  hear: (batch: Batch) => Promise<unknown>
}

/**
 * Plays the shipped posts of sample teams, each at its time after the first start. Stopped and started again,
 * it goes on where it was: what was heard is known, and the rest keeps its distances.
 */
export function newSamples({ store, teams, clock, log, hear }: Parts) {
  const timers = new Set<NodeJS.Timeout>()
  let playing: Promise<unknown> = Promise.resolve()

  async function start() {
    for (const team of teams)
      for (const source of team.sources) if (source.kind === 'samples') await play(team, source.file)
  }

  async function play(team: Team, file: string) {
    const feed = await store.feeds.get(samplesOf(team.name))
    if (!feed) return
    const all = await readSamples(file)
    const unknown = await store.posts.unknown(
      sourceOf(feed),
      all.map(({ url }) => url),
    )
    const left = all.filter(({ url }) => unknown.has(url))
    const began = left.length === all.length ? 0 : (left[0]?.after ?? 0)
    for (const sample of left) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        const batch = {
          source: sourceOf(feed),
          outlet: sample.outlet,
          teams: [team.name],
          sample: true as const,
        }
        playing = playing
          .then(() => hear({ ...batch, posts: [postOf(sample, clock())] }))
          .catch((err) => log.error({ err }, 'a sample was lost; it comes again after the next start'))
      }, sample.after - began)
      timers.add(timer)
    }
  }

  async function stop() {
    for (const timer of timers) clearTimeout(timer)
    await playing
  }

  return { start, stop }
}

const postOf = (sample: Sample, now: Instant): Post => ({
  id: sample.url,
  url: sample.url,
  title: sample.title,
  text: sample.text,
  author: sample.author,
  publishedAt: now - sample.age,
  updatedAt: null,
  language: sample.language,
  outlet: sample.outlet,
  reach: sample.reach,
})

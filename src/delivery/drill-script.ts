import type { DrillPost, Scenario } from '../model/drill.ts'
import { hour, minute } from '../model/time.ts'
import type { Say } from '../texts/texts.ts'

/**
 * What is said in a drill: a day of the usual, then a storm that is six minutes old when the drill begins, grows for
 * half an hour and dies down within another. The same for the same seed; everybody in it is marked as made up.
 */
export function scriptOf(
  scenario: Scenario,
  { say, brand, seed }: { say: Say; brand: string; seed: number },
): DrillPost[] {
  const random = newRandom(seed)
  const lines = (key: Parameters<Say['plain']>[0]) => say.plain(key, { brand }).split('\n')
  const one = <Of>(all: readonly Of[]) => all[Math.floor(random() * all.length)]!
  const madeUp = (name: string) => say.plain('drill.made-up', { name })
  const people = say.plain('drill.people').split(',')
  const press = say.plain('drill.press').split(',')
  const angry = lines(`drill.angry-${scenario}`)
  const articles = lines(`drill.press-${scenario}`)
  const asks = lines(`drill.asks-${scenario}`)
  const [kind, usual] = [lines('drill.kind'), lines('drill.usual')]

  const social = (after: number, text: string, label: DrillPost['label'], score: number): DrillPost => {
    const network = one(socials)
    return {
      after,
      story: `${label}:${text}`,
      label,
      score,
      title: null,
      text,
      author: madeUp(one(people)),
      outlet: madeUp(network.name),
      network: network.network,
      reach: Math.round(10 ** (1.5 + random() * 2.5)),
    }
  }
  const article = (after: number, told: number): DrillPost => {
    const title = articles[Math.min(articles.length - 1, told)]!
    return {
      after,
      story: `press:${title}`,
      label: 'negative',
      score: -0.6,
      title,
      text: title,
      author: null,
      outlet: madeUp(one(press)),
      network: 'press',
      reach: Math.round(20_000 + random() * 300_000),
    }
  }

  const posts = Array.from({ length: 30 }, (_, at) =>
    social(-(at + 1 + random()) * hour, one(usual), one(['neutral', 'neutral', 'positive'] as const), 0.1),
  )
  let told = 0
  for (let at = -6; at < stormEnds; at++)
    for (let left = poisson(rateAt(at), random); left > 0; left--) {
      const after = Math.round((at + random()) * minute)
      const draw = random()
      if (at >= 8 && draw < 0.07) posts.push(article(after, Math.floor(told++ / 2)))
      else if (draw < 0.19) posts.push(social(after, one(asks), 'neutral', -0.1))
      else if (draw < 0.24) posts.push(social(after, one(kind), 'positive', 0.4))
      // What was said first is said most often: others pass it on.
      else {
        const known = Math.min(angry.length, 3 + Math.floor(Math.max(0, at) / 4))
        const text = angry[Math.floor(random() ** 1.6 * known)]!
        posts.push(social(after, text, 'negative', -0.5 - random() / 2))
      }
    }
  return posts.sort((a, b) => a.after - b.after)
}

/** So many posts a minute. */
const rateAt = (at: number) => (at < 0 ? 1.5 : at < 10 ? 2.2 : at < 25 ? 3.5 : at < 40 ? 1.6 : 0.6)

/** Minutes after which the storm is over. */
export const stormEnds = 55

const socials = [
  { name: 'Mastodon', network: 'mastodon' },
  { name: 'Bluesky', network: 'bluesky' },
  { name: 'Reddit', network: 'reddit' },
  { name: 'Forum', network: 'forum' },
] as const

/** How many come where so many come on average (Knuth). */
function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean)
  let count = -1
  for (let left = 1; left > least; count++) left *= random()
  return count
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, by Tommy Ettinger). */
function newRandom(seed: number) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import { newStories, traceOf } from '../src/analysis/stories.ts'
import { wholeText } from '../src/model/post.ts'
import { madeStories } from './stories-made.ts'
import { pairs } from './stories-pairs.ts'

/**
 * Grouping of 200 stories × 30 copies among 2,000 lone posts about the same brands: pair precision and recall, and
 * texts a second of the thread's CPU time, the median of `rounds` after one that warms up. A round is what intake
 * does for the story of a post, from its title and text to the story's id (`traceOf`, `placed`), beginning with no
 * story known; the trace reads the text itself, so nothing is left out that the matcher would have done before.
 * `traces/s of long texts` is the tracing alone, of texts seven times as long.
 */
export async function stories({ rounds = 7, stories = 200, copies = 30, lone = 2000, seed = 11 } = {}) {
  const posts = madeStories({ stories, copies, lone, seed })
  const long = posts.map((post, at) => ({ ...post, text: sevenFrom(posts, at) }))
  const place = () => {
    const all = newStories()
    return posts.map((post, at) => all.placed(post.id, traceOf(post), at))
  }
  return {
    'texts/s': perSecond(posts.length, rounds, place),
    'traces/s of long texts': perSecond(long.length, rounds, () => {
      for (const post of long) traceOf(post)
    }),
    texts: posts.length,
    meanCharacters: meanLength(posts.map(wholeText)),
    meanCharactersOfLong: meanLength(long.map(wholeText)),
    ...pairs(posts, place()),
  }
}

const sevenFrom = (posts: { text: string }[], at: number) =>
  Array.from({ length: 7 }, (_, next) => posts[(at + next) % posts.length]!.text).join(' ')

function perSecond(texts: number, rounds: number, run: () => void): number {
  const speeds = Array.from({ length: rounds + 1 }, () => {
    const began = process.threadCpuUsage()
    run()
    const { user, system } = process.threadCpuUsage(began)
    return texts / ((user + system) / 1_000_000)
  })
  return Math.round(median(speeds.slice(1)))
}

const meanLength = (texts: string[]) =>
  Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

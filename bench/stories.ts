import { newStories } from '../src/analysis/stories.ts'
import { wholeText } from '../src/model/post.ts'
import { foldedWords } from '../src/model/words.ts'
import { madeStories } from './stories-made.ts'
import { pairs } from './stories-pairs.ts'

/**
 * Grouping of 200 stories × 30 copies among 2,000 lone posts about the same brands: pair precision and recall, and
 * texts a second of wall clock, the median of `rounds`: from the text, and with the words that matching has
 * already found.
 */
export async function stories({ rounds = 5, stories = 200, copies = 30, lone = 2000, seed = 11 } = {}) {
  const posts = madeStories({ stories, copies, lone, seed })
  const words = posts.map((post) => foldedWords(wholeText(post)))
  const place = (known: boolean) => {
    const all = newStories()
    const began = process.threadCpuUsage()
    const found = posts.map((post, at) => all.place(post, known ? words[at] : undefined, at))
    const { user, system } = process.threadCpuUsage(began)
    return { found, perSecond: posts.length / ((user + system) / 1_000_000) }
  }
  const speed = (known: boolean) =>
    Math.round(median(Array.from({ length: rounds }, () => place(known).perSecond)))
  const { found } = place(false)
  const characters = posts.reduce((sum, post) => sum + wholeText(post).length, 0)
  return {
    'texts/s': { fromText: speed(false), fromWords: speed(true) },
    texts: posts.length,
    meanCharacters: Math.round(characters / posts.length),
    ...pairs(posts, found),
  }
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

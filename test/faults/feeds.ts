import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from './seeded.ts'

/** Who watches what: the word that a story is found by, and the channel where it must be told. */
export const watched = { nimbus: 'alertes', lumeo: 'veille', orvale: 'cercle', tilvan: 'matin' } as const
type Word = keyof typeof watched

/** What is told in a digest instead of ringing. */
export const digested = 'matin'

/** A story that must be told once, in one channel; `token` is a word that no other story has. */
export type Story = { token: string; channel: string; title: string; text: string }

type Item = { id: string; title: string; text: string }

/**
 * Feeds on loopback that grow by rounds: stories that must ring, copies of them in other feeds, and posts that
 * concern nobody. `hear` learns of every request as it comes and once it was answered.
 */
export async function newFeeds({ chance, count, hear }: { chance: Chance; count: number; hear: Hear }) {
  const feeds = Array.from({ length: count }, () => [] as Item[])
  const stories: Story[] = []
  const owed: { story: Story; feed: number; round: number }[] = []
  let posts = 0
  let round = 0
  let furthest = 0

  const server = createServer((request, response) => {
    const feed = Number(/^\/(\d+)$/u.exec(request.url ?? '')?.[1])
    const items = feeds[feed]
    hear('fetch')
    response.once('finish', () => hear('fetched'))
    if (!items) return void response.writeHead(404).end()
    answer(response, request.headers['if-none-match'], feed, items)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo

  function answer(response: ServerResponse, known: string | undefined, feed: number, items: Item[]) {
    const etag = `"${feed}-${items.length}"`
    if (known === etag) return void response.writeHead(304).end()
    // Nothing leaves a feed before it was kept: what is lost shall be our fault.
    const kept = Number(/-(\d+)"$/u.exec(known ?? '')?.[1] ?? 0)
    furthest = Math.max(furthest, items.length - kept)
    const page = rss(feed, items.slice(Math.min(kept, Math.max(items.length - shown, 0))))
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(page)
  }

  /** Every feed gets something new; about one story in four will be told by another feed too. */
  function grow() {
    round++
    for (const [feed, items] of feeds.entries()) {
      const story = newStory()
      stories.push(story)
      add(items, story.title, story.text)
      if (chance.happens(0.5)) add(items, words(9), words(20))
      if (chance.happens(0.25)) owed.push({ story, feed: (feed + 1) % count, round: round + chance.below(3) })
    }
    for (const copy of owed.splice(0)) {
      if (copy.round > round) owed.push(copy)
      else add(feeds[copy.feed]!, copy.story.title, `${copy.story.text} ${words(2)}`)
    }
  }

  /** What the feeds hold before anybody reads them: old news, which rings nowhere. */
  function begin() {
    for (const items of feeds) for (let left = 3; left > 0; left--) add(items, words(9), words(20))
  }

  function add(items: Item[], title: string, text: string) {
    items.push({ id: `post-${++posts}`, title, text })
  }

  function newStory(): Story {
    const word = chance.oneOf(often)
    const token = `zz${stories.length}${seedWord()}`
    return { token, channel: watched[word], title: `${word} ${token} ${words(8)}`, text: words(25) }
  }

  const seedWord = () => syllables(2)
  const words = (count: number) => Array.from({ length: count }, () => syllables(3)).join(' ')
  const syllables = (count: number) =>
    Array.from({ length: count }, () => chance.oneOf(consonants) + chance.oneOf(vowels)).join('')

  begin()
  return {
    addresses: feeds.map((_, feed) => `http://127.0.0.1:${port}/${feed}`),
    stories,
    grow,
    /** How many posts of a feed waited to be read, at most. */
    get furthest() {
      return furthest
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

export type Hear = (what: 'fetch' | 'fetched' | 'say' | 'said' | 'find' | 'change') => void

/** What rings is told more often than what does not. */
const often: Word[] = ['nimbus', 'lumeo', 'orvale', 'nimbus', 'lumeo', 'orvale', 'tilvan']

/** The newest first, as feeds have it. */
const rss = (feed: number, items: Item[]) => `<rss version="2.0"><channel><title>Journal ${feed}</title>
${items
  .toReversed()
  .map(
    ({ id, title, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://journal-${feed}.example/${id}</link><description>${text}</description></item>`,
  )
  .join('\n')}
</channel></rss>`

/** So much is shown again although it was kept. */
const shown = 150
const consonants = [...'bcdfgjklmnprstv']
const vowels = [...'aeiou']

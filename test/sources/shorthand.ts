import { readFeed } from '../../src/sources/reader.ts'

/** Reads a feed written right here in a test. */
export const reading = (text: string, url: string | null = null) => readFeed(Buffer.from(text), { url })

/** A feed of one item, which holds this. */
export const rss = (inside: string, more = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Lampes</title>${more}<item>${inside}</item></channel></rss>`

export const onlyPost = async (text: string, url: string | null = null) =>
  (await reading(text, url)).posts[0]!

/** An instant. */
export const at = (date: string) => Date.parse(date)

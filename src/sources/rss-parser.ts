import { readDate } from './dates.ts'

/** The same feed as another reader sees it, or why it does not. */
export type SecondOpinion =
  | {
      title: string
      url: string | null
      posts: { id: string; url: string | null; title: string; publishedAt: number | null }[]
    }
  | { error: string }

/**
 * What rss-parser makes of a feed. `timeLimit` in milliseconds: on some malformed feeds it never answers at all.
 * It holds the thread while it reads, so ask it where nobody waits (`vigie check --online`), never while polling.
 */
export async function secondOpinion(text: string, timeLimit = 5_000): Promise<SecondOpinion> {
  const { default: RssParser } = await import('rss-parser')
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<SecondOpinion>((resolve) => {
    timer = setTimeout(
      () => resolve({ error: `rss-parser gave no answer within ${timeLimit / 1000} s` }),
      timeLimit,
    )
  })
  try {
    return await Promise.race([read(new RssParser(), text), tooLate])
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { error: `rss-parser: ${said.replace(/\s+/gu, ' ').trim()}` }
  } finally {
    clearTimeout(timer)
  }
}

type Parser = { parseString(text: string): Promise<Parsed> }
type Parsed = { title?: unknown; link?: unknown; items?: Record<string, unknown>[] }

async function read(parser: Parser, text: string): Promise<SecondOpinion> {
  const { title, link, items = [] } = await parser.parseString(text)
  return {
    title: textOf(title),
    url: textOf(link) || null,
    posts: items.map((item) => ({
      id: textOf(item.guid ?? item.id),
      url: textOf(item.link) || null,
      title: textOf(item.title),
      publishedAt: readDate(textOf(item.isoDate ?? item.pubDate)),
    })),
  }
}

/** Some of its titles are objects (`{ _: 'Lamps', $: … }`). */
const textOf = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && '_' in value) return textOf(value._)
  return typeof value === 'string' ? value.trim() : ''
}

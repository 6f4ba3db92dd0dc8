import { Oops } from '../model/oops.ts'
import { addressOf, baseOf } from './addresses.ts'
import { decodeXml } from './entities.ts'

/** Says why this text is no feed and, for a page, which feed it links to. */
export function noFeed(text: string, url: string | null): Oops {
  const head = text.slice(0, 256 * 1024)
  const feed = linkedFeed(head, url)
  if (feed !== null) return new Oops('feed.page-with-link', { feed })
  if (/<(?:html|head|body)\b|<!doctype\s+html/iu.test(head)) return new Oops('feed.page')
  const start = text.slice(0, 200).replace(/\s+/gu, ' ').trim()
  return new Oops('feed.none', { start: start.length > 40 ? `${start.slice(0, 40)}…` : start })
}

function linkedFeed(html: string, url: string | null): string | null {
  const base = baseOf(attribute(/<base\b[^>]{0,2000}>/iu.exec(html)?.[0] ?? '', 'href'), url)
  for (const [tag] of html.matchAll(/<link\b[^>]{0,2000}>/giu)) {
    if (!/\balternate\b/iu.test(attribute(tag, 'rel') ?? '')) continue
    if (
      !/^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/(?:rss|atom)\+?xml)\b/iu.test(
        attribute(tag, 'type') ?? '',
      )
    )
      continue
    const address = addressOf(attribute(tag, 'href'), base)
    if (address !== null) return address
  }
  return null
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag)
  return found ? decodeXml(found[1] ?? found[2] ?? found[3]!).trim() : null
}

import { Oops } from '../model/oops.ts'
import { addressOf, baseOf } from './addresses.ts'
import { decodeXml } from './entities.ts'

/** Says why this text is no feed and, for a page, which feed it links to. */
export function noFeed(text: string, url: string | null): Oops {
  const head = text.slice(0, 256 * 1024)
  const feed = linkedFeed(head, url) ?? (isPage.test(head) ? shownFeed(head, url) : null)
  if (feed !== null) return new Oops('feed.page-with-link', { feed })
  if (isPage.test(head)) return new Oops('feed.page')
  const start = text.slice(0, 200).replace(/\s+/gu, ' ').trim()
  return new Oops('feed.none', { start: start.length > 40 ? `${start.slice(0, 40)}…` : start })
}

const isPage = /<(?:html|head|body)\b|<!doctype\s+html/iu

/** What the page itself says in its head. */
function linkedFeed(html: string, url: string | null): string | null {
  const base = baseIn(html, url)
  for (const [tag] of html.matchAll(/<link\b[^<>]{0,2000}>/giu)) {
    if (!/\balternate\b/iu.test(attribute(tag, 'rel') ?? '')) continue
    if (
      !/^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/(?:rss|atom)\+?xml|(?:application|text)\/xml)\b/iu.test(
        attribute(tag, 'type') ?? '',
      )
    )
      continue
    const address = addressOf(attribute(tag, 'href'), base)
    if (address !== null) return address
  }
  return null
}

/** Some only show a link to people: by its type, or its address looks like a feed's. */
function shownFeed(html: string, url: string | null): string | null {
  const base = baseIn(html, url)
  for (const [tag] of html.matchAll(/<a\b[^<>]{0,2000}>/giu)) {
    const written = attribute(tag, 'href')
    if (
      !written ||
      !(/^application\/(?:rss|atom)\+xml/iu.test(attribute(tag, 'type') ?? '') || likeFeed.test(written))
    )
      continue
    const address = addressOf(written, base)
    if (address !== null) return address
  }
  return null
}

const likeFeed =
  /(?:\/(?:feeds?|rss|atom)\/?|\.(?:rss|atom|rdf)|\b(?:rss2?|atom|feed|index)\.(?:xml|json))(?:\?[^#]*)?$/iu

const baseIn = (html: string, url: string | null) =>
  baseOf(attribute(/<base\b[^<>]{0,2000}>/iu.exec(html)?.[0] ?? '', 'href'), url)

function attribute(tag: string, name: 'href' | 'rel' | 'type'): string | null {
  const found = attributes[name].exec(tag)
  return found ? decodeXml(found[1] ?? found[2] ?? found[3]!).trim() : null
}

const pattern = (name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu')
const attributes = { href: pattern('href'), rel: pattern('rel'), type: pattern('type') }

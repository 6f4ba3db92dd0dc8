import { holdsMarkup, holdsText, noteAttributes, noteContent } from './elements.ts'
import type { Visitor } from './markup.ts'
import type { Raw } from './raw.ts'

/** What the elements so far make of a file: a feed, or something else. */
export type Kind = 'nothing' | 'feed' | 'atom' | 'rdf' | 'page' | 'other'

/** Gathers a feed from the elements that go by; `keep` gets each item once it is complete. */
export function newGatherer(keep: (item: Raw) => void): Visitor & { feed: Raw; kind(): Kind } {
  const feed: Raw = {}
  let kind: Kind = 'nothing'
  let opened = 0
  let item: Raw | null = null
  let source: Raw | null = null
  let aside = 0
  const here = () => source ?? item ?? feed

  return {
    feed,
    kind: () => kind,
    // A page is none, and neither is what has gone on for long without a sign of being one.
    enough: () => kind === 'page' || (kind !== 'feed' && kind !== 'atom' && opened > 1_000),

    open(element) {
      const { name, attributes } = element
      opened++
      kind = kindAfter(kind, name)
      if (name === 'item' || name === 'entry') item = {}
      else if (asides.has(name)) aside++
      else if (name === 'source' && item && kind === 'atom') source = {}
      if (name === 'at:deleted-entry' && !item) noteDeleted(feed, attributes.get('ref'))
      if (aside > 0) return 'elements'
      noteAttributes(here(), element)
      if (name === 'source' && kind !== 'atom') return 'text'
      if (!holdsText(name) || (name === 'link' && attributes.get('href') !== undefined)) return 'elements'
      return holdsMarkup(element) ? 'markup' : 'text'
    },

    content(element, found) {
      if (element.name !== 'source') noteContent(here(), element, found, kind === 'atom')
      else if (item && !found.marked) item.sourceName ??= found.text.trim()
    },

    close(name) {
      if (name === 'item' || name === 'entry') {
        if (item) keep(item)
        item = source = null
      } else if (name === 'source' && item && source) {
        item.source = source
        source = null
      } else if (asides.has(name)) aside--
    },
  }
}

/** What a feed says that it published before, and is gone (RFC 6721). */
function noteDeleted(feed: Raw, ref: string | undefined) {
  const id = ref?.trim()
  if (!id) return
  feed.deleted ??= []
  if (feed.deleted.length < mostDeleted) feed.deleted.push(id)
}

const mostDeleted = 1_000

/** These have titles, links and dates of their own, which are not the feed's. */
const asides = new Set([
  'image',
  'textinput',
  'itunes:owner',
  'contributor',
  'media:credit',
  'thr:in-reply-to',
  'at:deleted-entry',
])

/** The first element tells, unless it is the markup of a warning that a server put before the feed. */
function kindAfter(kind: Kind, name: string): Kind {
  if (kind === 'feed' || kind === 'atom' || kind === 'page') return kind
  if (name === 'rss') return 'feed'
  if (kind === 'rdf') return name === 'channel' || name === 'item' ? 'feed' : kind
  if (kind === 'nothing') return roots[name] ?? (warnings.has(name) ? kind : 'other')
  return kind
}

const roots: Record<string, Kind> = {
  __proto__: null as never,
  feed: 'atom',
  entry: 'atom',
  channel: 'feed',
  item: 'feed',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
  '?:rdf': 'rdf',
  html: 'page',
  'xhtml:html': 'page',
}

const warnings = new Set([
  'b',
  'br',
  'p',
  'i',
  'a',
  'font',
  'div',
  'pre',
  'span',
  'strong',
  'hr',
  'table',
  'tr',
  'th',
  'td',
])

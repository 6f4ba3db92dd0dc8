import { hasScheme } from './addresses.ts'
import type { Content, Element } from './markup.ts'
import { type Piece, withoutControls } from './plain-text.ts'
import type { Raw } from './raw.ts'

/** Notes what an element's attributes alone say of the feed or item it stands in. */
export function noteAttributes(raw: Raw, { name, attributes, base }: Element) {
  if (!attributed.has(name)) return
  const { get } = attributes
  const href = get('href')
  if (name === 'link' && href !== undefined) {
    const rel = (get('rel') ?? 'alternate').trim().toLowerCase().replace(registry, '')
    raw.links ??= []
    if (raw.links.length < mostOfAKind)
      raw.links.push({ rel, type: (get('type') ?? '').trim().toLowerCase(), href, base })
    if (rel === 'enclosure') noteEnclosure(raw, href, get('type'))
    if (rel === 'replies') raw.comments ??= get('thr:count')
  } else if (name === 'enclosure' || name === 'media:content') noteEnclosure(raw, get('url'), get('type'))
  else if (name === 'media:thumbnail' || name === 'itunes:image') raw.image ??= get('url') ?? href
  else if (name === 'category') noteCategory(raw, get('label') || get('term'))
  else if (name === 'itunes:category') noteCategory(raw, get('text'))
  else if (name === 'a') {
    if (href) raw.minorLink ??= { rel: '', type: '', href, base }
  }
  // CDF says in attributes what the others say in elements; an item of RSS 1.0 has its id there.
  else {
    if (href) raw.link ??= { rel: 'alternate', type: '', href, base }
    raw.updated ??= get('lastmod')
    raw.id ??= get('rdf:about')?.trim()
    raw.language ??= get('xml:lang')?.trim()
  }
}

const described = ['channel', 'item', 'feed', 'entry', 'rss', 'rdf:rdf']
const attributed = new Set([
  ...described,
  'link',
  'enclosure',
  'category',
  'media:content',
  'media:thumbnail',
  'itunes:image',
  'itunes:category',
  // How CDF links.
  'a',
])
const registry = 'http://www.iana.org/assignments/relation/'
const mostOfAKind = 50

const noteEnclosure = (raw: Raw, url: string | undefined, type: string | undefined) => {
  if (!url) return
  raw.enclosures ??= []
  if (raw.enclosures.length < mostOfAKind) raw.enclosures.push({ url, type: type ?? null })
}

const noteCategory = (raw: Raw, name: string | undefined) => {
  if (!name) return
  raw.categories ??= []
  if (raw.categories.length < mostOfAKind) raw.categories.push(name)
}

/** Whether this element holds a text that `noteContent` reads. */
export const holdsText = (name: string) => name in readers

/** Whether any tag may stand inside: Atom says so, the others just do it. */
export const holdsMarkup = ({ attributes }: Element) =>
  attributes.get('type') !== undefined &&
  /xhtml|xml/iu.test(attributes.get('type') ?? '') &&
  !/escaped|base64/iu.test(attributes.get('mode') ?? '')

/** Notes what an element with text says. `atom`: in a feed whose texts say what they are. */
export function noteContent(raw: Raw, element: Element, { text, marked }: Content, atom: boolean) {
  const trimmed = text.trim()
  if (trimmed === '') return
  const { name, attributes, base } = element
  raw.textLanguage ??= attributes.get('xml:lang')?.trim()
  readers[name]?.(raw, { name, attributes, base, text: trimmed, marked, atom })
}

type Said = Element & { text: string; marked: boolean; atom: boolean }
type Reader = (raw: Raw, said: Said) => void
type Plain =
  | 'published'
  | 'created'
  | 'dated'
  | 'updated'
  | 'language'
  | 'comments'
  | 'ttl'
  | 'period'
  | 'frequency'
  | 'author'

const the =
  (field: Plain): Reader =>
  (raw, { text }) => {
    raw[field] ??= withoutControls(text)
  }

const title: Reader = (raw, said) => {
  raw.title ??= pieceOf(said)
}

const minorTitle: Reader = (raw, said) => {
  raw.minorTitle ??= pieceOf(said)
}

const text =
  (rank: number): Reader =>
  (raw, said) => {
    if (raw.text && raw.text.rank <= rank) return
    const piece = pieceOf(said)
    if (piece) raw.text = { ...piece, rank }
  }

const id: Reader = (raw, { text, attributes }) => {
  if (raw.id !== undefined && raw.permalink !== undefined) return
  raw.id = withoutControls(text)
  raw.permalink = attributes.get('ispermalink')?.trim().toLowerCase() !== 'false' && hasScheme(text)
}

const category: Reader = (raw, said) => noteCategory(raw, said.text)

// Where one thing is said twice, the first one counts, but for texts: there the fuller one.
const readers: Record<string, Reader> = {
  __proto__: null as never,
  title,
  'dc:title': title,
  'media:title': minorTitle,
  'itunes:title': minorTitle,
  link: (raw, { text, base, attributes }) => {
    if (attributes.get('href') === undefined) raw.link ??= { rel: 'alternate', type: '', href: text, base }
  },
  id,
  guid: id,
  'content:encoded': text(1),
  fullitem: text(1),
  content: text(2),
  'xhtml:body': text(2),
  'xhtml:div': text(3),
  body: text(3),
  description: text(4),
  abstract: text(4),
  'dcterms:abstract': text(5),
  summary: text(5),
  'dc:description': text(5),
  'itunes:summary': text(6),
  'media:description': text(7),
  tagline: text(8),
  subtitle: text(8),
  'itunes:subtitle': text(9),
  pubdate: the('published'),
  published: the('published'),
  issued: the('published'),
  'dcterms:issued': the('published'),
  created: the('created'),
  'dcterms:created': the('created'),
  'dc:date': the('dated'),
  'dcterms:date': the('dated'),
  date: the('dated'),
  updated: the('updated'),
  modified: the('updated'),
  'dcterms:modified': the('updated'),
  lastbuilddate: the('updated'),
  author: the('author'),
  'dc:creator': the('author'),
  'dc:author': the('author'),
  'dcterms:creator': the('author'),
  'itunes:author': the('author'),
  managingeditor: the('author'),
  language: the('language'),
  'dc:language': the('language'),
  category,
  'dc:subject': category,
  'media:category': category,
  'slash:comments': the('comments'),
  'thr:total': the('comments'),
  ttl: the('ttl'),
  'sy:updateperiod': the('period'),
  'sy:updatefrequency': the('frequency'),
}

/** What kind of text this is, undefined where it is no text at all (a picture in base64). */
function pieceOf({ text, marked, atom, attributes, name }: Said): Piece | undefined {
  const typed = attributes.get('type')
  if (typed === undefined && attributes.get('mode') === undefined)
    return { text, as: marked ? 'html' : 'guess' }
  const type = (typed ?? '').trim().toLowerCase()
  if (attributes.get('mode')?.toLowerCase() === 'base64')
    return {
      text: Buffer.from(text, 'base64').toString('utf8'),
      as: /^text\/plain$|^$/u.test(type) ? 'guess' : 'html',
    }
  if (marked || /html$/u.test(type)) return { text, as: 'html' }
  if (/^(?:text|text\/plain|plain)$/u.test(type)) return { text, as: atom ? 'text' : 'guess' }
  if (name === 'content' && type.includes('/') && !/^text\/|[/+]xml$/u.test(type)) return undefined
  return { text, as: 'guess' }
}

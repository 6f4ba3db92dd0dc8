/**
 * Names of elements and attributes as the rest knows them, whatever prefix a feed gives them: `title` for the feed
 * formats themselves, `dc:date`, `media:title`… for their modules, `?:name` for what is none of ours.
 */
export type Names = { prefixes: Map<string, string>; known: Map<string, string>; inside: Map<string, Names> }

/** The names where nothing is declared. What was found out once is kept for the next feed: most declare the same. */
export const bareNames: Names = { prefixes: new Map(), known: new Map(), inside: new Map() }

/** What `declare` made of the same declarations before. */
export const declaredBefore = (names: Names, declared: [prefix: string, uri: string][]) =>
  names.inside.get(keyOf(declared))

const keyOf = (declared: [string, string][]) => declared.flat().join(' ')

/** The names inside an element that declares these namespaces (`xmlns`, `xmlns:a10`). */
export function declare(names: Names, declared: [prefix: string, uri: string][]): Names {
  const prefixes = new Map(names.prefixes)
  for (const [prefix, uri] of declared) prefixes.set(prefix, moduleOf(uri, prefix))
  const inside: Names = { prefixes, known: new Map(), inside: new Map() }
  const key = keyOf(declared)
  if (names.inside.size < mostKept && key.length < 5_000) names.inside.set(key, inside)
  return inside
}

// A stranger can make up names without end; real feeds have a few dozen.
const mostKept = 200

export function nameOf(names: Names, raw: string): string {
  const known = names.known.get(raw)
  if (known !== undefined) return known
  const lower = raw.toLowerCase()
  const colon = lower.indexOf(':')
  const prefix = colon < 0 ? '' : lower.slice(0, colon)
  const module = names.prefixes.get(prefix) ?? usual[prefix] ?? '?'
  const name = module === '' ? lower.slice(colon + 1) : `${module}:${lower.slice(colon + 1)}`
  if (names.known.size < mostKept) names.known.set(raw, name)
  return name
}

/** The names where the first element is a feed's by its name, though under a prefix that nobody knows: then that is the feed's own. */
export function adopted(names: Names, raw: string): Names {
  const [, prefix = ''] = /^([^:]+):(?:rss|feed|channel)$/iu.exec(raw) ?? []
  return prefix !== '' && nameOf(names, raw).startsWith('?:')
    ? { prefixes: new Map(names.prefixes).set(prefix.toLowerCase(), ''), known: new Map(), inside: new Map() }
    : names
}

/** An unknown default namespace is taken for the feed's own; an unknown one with a prefix by what the prefix usually means. */
function moduleOf(uri: string, prefix: string): string {
  const place = uri.trim().toLowerCase()
  for (const [known, module] of modules) if (known.test(place)) return module
  return prefix === '' ? '' : (usual[prefix] ?? '?')
}

const modules: [RegExp, string][] = [
  [/^https?:\/\/purl\.org\/(?:atom|echo|pie)\/(?:ns#|app#)?|^https?:\/\/www\.w3\.org\/2005\/atom/u, ''],
  [/^https?:\/\/(?:purl\.org\/(?:rss\/1\.0\/?|net\/rss1\.1#)$|(?:my|channel)\.netscape\.com\/)/u, ''],
  [/^https?:\/\/(?:backend\.userland\.com|blogs\.law\.harvard\.edu|cyber\.(?:law\.)?harvard\.edu)\//u, ''],
  [/^https?:\/\/purl\.org\/dc\/elements\//u, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/u, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/u, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash/u, 'slash'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/u, 'sy'],
  [/^https?:\/\/purl\.org\/syndication\/thread/u, 'thr'],
  [/^https?:\/\/purl\.org\/atompub\/tombstones/u, 'at'],
  [/^https?:\/\/(?:search\.yahoo\.com|tools\.search\.yahoo\.com|video\.search\.yahoo\.com)\/mrss/u, 'media'],
  [/^https?:\/\/(?:www|example)\.itunes\.com\/dtds\/podcast|^http:\/\/www\.itunes\.com\//u, 'itunes'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/u, 'rdf'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/u, 'xhtml'],
  [/^https?:\/\/www\.w3\.org\/2000\/svg/u, 'svg'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/u, 'feedburner'],
]

/** What a prefix means where nobody declared it, as in many a broken feed. */
const usual: Record<string, string> = Object.assign(Object.create(null), {
  '': '',
  atom: '',
  atom10: '',
  a10: '',
  rss: '',
  xml: 'xml',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  slash: 'slash',
  sy: 'sy',
  thr: 'thr',
  media: 'media',
  itunes: 'itunes',
  rdf: 'rdf',
  xhtml: 'xhtml',
  svg: 'svg',
})

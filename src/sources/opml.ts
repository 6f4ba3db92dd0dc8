import { Tokenizer } from 'htmlparser2'
import { breathe, slice } from '../breath.ts'
import { Oops } from '../model/oops.ts'
import { decodeXml } from './entities.ts'

/** A feed as an OPML file names it: `folders` from the outermost to the one that it is in; `line` counts from 1. */
export type Outline = { line: number; url: string; name: string; folders: string[] }

/**
 * What a file holds: its feeds in order, and each outline that is none, with what is wrong with it; `cut` where its end
 * is missing, and so perhaps more.
 */
export type Opml = { outlines: Outline[]; wrong: { line: number; why: Oops }[]; cut: boolean }

/**
 * Reads an OPML file, well-formed or not; nothing that it declares is fetched or expanded. Throws Oops for what is no
 * OPML, and for what is too large.
 */
export async function readOpml(text: string): Promise<Opml> {
  if (text.length > longestOpml) throw new Oops('opml.too-large', { most: longestOpml / 2 ** 20 })
  const reader = newReader(text)
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, reader.callbacks)
  for (let at = 0; at < text.length; at += slice) {
    tokenizer.write(text.slice(at, at + slice))
    reader.countLines(at)
    await breathe()
  }
  tokenizer.end()
  return reader.end()
}

/** An outline that was opened and not closed: the name that its folder has, whether something was in it. */
type Open = { line: number; name: string; feed: boolean; filled: boolean }

function newReader(text: string) {
  const outlines: Outline[] = []
  const wrong: Opml['wrong'] = []
  const open: Open[] = []
  let known = false
  let cut = false
  let tag = ''
  let tagLine = 1
  let attributes = new Map<string, string>()
  let attribute = ''
  let valueFrom = -1
  let valueTo = -1
  let line = 1
  let nextBreak = breakAfter(0)
  let sunk = 0

  function breakAfter(at: number): number {
    const found = text.indexOf('\n', at)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  function lineAt(at: number): number {
    for (; nextBreak < at; nextBreak = breakAfter(nextBreak + 1)) line++
    return line
  }

  function opened(closed: boolean) {
    if (tag === 'opml') {
      known = true
      cut = !closed
    }
    if (tag !== 'outline') return
    known = true
    const here = { line: tagLine, name: attributes.get('text') || attributes.get('title') || '' }
    const parent = open.at(-1)
    if (parent) parent.filled = true
    const address = addressIn(attributes)
    if (address !== null) feedAt(here, address)
    else if (closed) noFeed(here)
    if (closed) return
    if (open.length < deepest) open.push({ ...here, feed: address !== null, filled: false })
    else sunk++
  }

  function feedAt({ line, name }: { line: number; name: string }, written: string) {
    if (outlines.length + wrong.length >= mostOutlines)
      throw new Oops('opml.too-many', { most: mostOutlines })
    const url = URL.parse(
      written.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://'),
    )
    if (!url || !/^https?:$/.test(url.protocol) || url.href.length > longestAddress)
      return void wrong.push({ line, why: new Oops('opml.no-address', { given: written.slice(0, 100) }) })
    if (url.username || url.password)
      return void wrong.push({ line, why: new Oops('opml.password', { host: url.host }) })
    url.hash = ''
    const folders = open.filter(({ feed }) => !feed).map(({ name }) => name)
    outlines.push({ line, url: url.href, name, folders })
  }

  function noFeed({ line, name }: { line: number; name: string }) {
    if (outlines.length + wrong.length >= mostOutlines)
      throw new Oops('opml.too-many', { most: mostOutlines })
    wrong.push({ line, why: new Oops('opml.no-feed', { name: name.slice(0, 80) || '-' }) })
  }

  function closed() {
    if (sunk > 0) {
      sunk--
      return
    }
    const last = open.pop()
    if (last && !last.feed && !last.filled) noFeed(last)
  }

  return {
    callbacks: {
      onopentagname(from: number, to: number) {
        tag = text.slice(from, Math.min(to, from + 100)).toLowerCase()
        tagLine = lineAt(from)
        attributes = new Map()
      },
      onattribname(from: number, to: number) {
        attribute = text.slice(from, Math.min(to, from + 100)).toLowerCase()
        valueFrom = valueTo = -1
      },
      onattribdata(from: number, to: number) {
        if (valueFrom < 0) valueFrom = from
        valueTo = to
      },
      onattribend() {
        if (tag !== 'outline' || valueFrom < 0 || !wanted.has(attribute) || attributes.has(attribute)) return
        const value = text.slice(valueFrom, Math.min(valueTo, valueFrom + longestValue))
        attributes.set(attribute, decodeXml(value).trim())
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag(from: number, to: number) {
        const name = text
          .slice(from, Math.min(to, from + 100))
          .trim()
          .toLowerCase()
        if (name === 'outline') closed()
        if (name === 'opml') cut = false
      },
      ontext() {},
      oncdata() {},
      oncomment() {},
      onend() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onattribentity() {},
      ontextentity() {},
    },
    /** Counts the lines as far as was read, so that nobody has to count all of them at once. */
    countLines: lineAt,
    end(): Opml {
      if (!known) throw new Oops('opml.none')
      return { outlines, wrong: wrong.sort((a, b) => a.line - b.line), cut }
    },
  }
}

/** Some write the address into `url`, where the type says that it is a feed. */
const addressIn = (attributes: ReadonlyMap<string, string>) =>
  attributes.get('xmlurl') ||
  (/^(?:rss|atom|feed)$/iu.test(attributes.get('type') ?? '') ? attributes.get('url') : '') ||
  null

const wanted = new Set(['text', 'title', 'type', 'url', 'xmlurl'])
/** In characters. */
export const longestOpml = 5 * 2 ** 20
const longestValue = 10_000
const longestAddress = 2_000
const mostOutlines = 10_000
/** Nobody keeps folders so deep; what lies below goes into the last of them. */
const deepest = 24

/** A source as it is written down. */
export type ToWrite = { name: string; url: string; folder: string | null }

/** Writes sources as OPML 2.0, in their folders; `readOpml` reads them back the same. */
export function writeOpml(title: string, sources: ToWrite[]): string {
  const folders = Map.groupBy(sources, ({ folder }) => folder)
  const alone = folders.get(null) ?? []
  folders.delete(null)
  const lines = [
    ...alone.map((source) => `    ${outline(source)}`),
    ...[...folders].flatMap(([folder, all]) => [
      `    <outline text="${escaped(folder!)}">`,
      ...all.map((source) => `      ${outline(source)}`),
      '    </outline>',
    ]),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

const outline = ({ name, url }: ToWrite) =>
  `<outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(url)}"/>`

/** As XML takes it within quotes: what it forbids is left out, line breaks stay what they are. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '')
    .replace(/[&<>"\t\n\r]/gu, (sign) => `&#${sign.codePointAt(0)};`)

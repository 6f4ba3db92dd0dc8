import { baseOf } from './addresses.ts'
import { withoutCdata } from './cdata.ts'
import { decodeXml, type OwnEntities } from './entities.ts'
import { adopted, bareNames, declare, declaredBefore, type Names, nameOf } from './names.ts'
import { type Tokens, tokensOf } from './tokens.ts'

/** An element as it opens: attributes by their known names, decoded; `base` is what its addresses are relative to. */
export type Element = { name: string; attributes: Attributes; base: string | null }
export type Attributes = { get(name: string): string | undefined }

/** What stood inside: text decoded once or, where there were tags inside, the markup as it was written. */
export type Content = { text: string; marked: boolean }

/**
 * What somebody does with the elements that go by. `open` says what is inside: more elements; text to gather,
 * which `content` then gets; or markup, the same but any tag may stand in it. Every element
 * that holds elements is closed, in the right order, even where the file forgot to.
 */
export type Visitor = {
  open(element: Element): Inside
  content(element: Element, content: Content): void
  close(name: string): void
  /** True ends the walk. */
  enough(): boolean
}
export type Inside = 'elements' | 'text' | 'markup'

/** Walks through markup of any shape, token by token, with a bounded depth and pauses for breath. */
export async function walk(source: string, base: string | null, visitor: Visitor): Promise<void> {
  const { text, entities } = withoutDoctype(source)
  const walker = newWalker(text, entities, base, visitor)
  await tokensOf(text, walker)
  walker.end()
}

/** `raw` is its name as the file writes it. */
type Frame = { name: string; raw: string; names: Names; base: string | null }
type Gathering = {
  element: Element
  raw: string
  inside: Inside
  from: number
  text: string
  marked: boolean
  deep: number
}

// No feed nests its own elements deeper than ten; what lies below is counted, not kept.
const deepest = 24
// No feed declares new namespaces so often.
const mostNewNames = 2_000
// No address or date is longer; pictures inside an attribute are.
const longestValue = 10_000
// More than any reader would read; it keeps one monstrous element from holding the thread.
const longestText = 400_000

function newWalker(
  text: string,
  entities: OwnEntities,
  base: string | null,
  visitor: Visitor,
): Tokens & { end(): void } {
  const frames: Frame[] = []
  const seen = new Set<string>()
  let newNames = 0
  let top: Frame = { name: '', raw: '', names: bareNames, base }
  let gathering: Gathering | null = null
  let tag = ''
  let tagFrom = 0
  let reading = false
  let attributes: [string, string][] = []
  let textFrom = 0
  let textTo = 0
  let declares = false
  let ownBase: string | null = null
  let sunk = 0

  /** Most names are written as they were when they opened: then no string is made of them. */
  const isAt = (raw: string, from: number, to: number) =>
    to - from === raw.length && (text.startsWith(raw, from) || sameName(text.slice(from, to), raw))

  /** Text comes in pieces where a slice ended; a reference cut in two must be whole again before it is decoded. */
  function flush() {
    if (gathering && !gathering.marked && textTo > textFrom)
      gather(decodeXml(text.slice(textFrom, Math.min(textTo, textFrom + longestText)), entities))
    textFrom = textTo = 0
  }

  function gather(more: string) {
    if (gathering && gathering.text.length < longestText) gathering.text += more
  }

  function endGathering(at: number) {
    flush()
    const { element, marked, from, text: plain } = gathering!
    gathering = null
    visitor.content(element, {
      text: marked ? withoutCdata(text.slice(from, Math.min(at, from + longestText))) : plain,
      marked,
    })
  }

  /** Whether this element goes with what is being gathered, or shows that its closing tag was forgotten. */
  function belongs(raw: string, at: number): boolean {
    if (!gathering) return false
    const same = sameName(raw, gathering.raw)
    if (gathering.inside === 'text' && (same || showsEnd(nameOf(top.names, raw), gathering.element.name))) {
      endGathering(at)
      return false
    }
    if (same) gathering.deep++
    return true
  }

  function open(end: number, closed: boolean) {
    if (gathering) {
      gathering.marked = true
      if (closed && sameName(tag, gathering.raw)) gathering.deep--
      return
    }
    const declared = declares ? namesFor(attributes) : top.names
    const names = frames.length === 0 ? adopted(declared, tag) : declared
    const element: Element = {
      name: nameOf(names, tag),
      attributes: attributes.length > 0 ? attributesOf(attributes, names) : noAttributes,
      base: ownBase === null ? top.base : baseOf(ownBase, top.base),
    }
    if (items.has(element.name)) closeForItem()
    if (frames.length >= deepest) {
      if (!closed) sunk++
      return
    }
    const inside = visitor.open(element)
    if (inside === 'elements') {
      frames.push(top)
      if (!closed) seen.add(element.name)
      top = { name: element.name, raw: tag, names, base: element.base }
      if (closed) closeDownTo(frames.length - 1)
    } else if (closed) visitor.content(element, { text: '', marked: false })
    else gathering = { element, raw: tag, inside, from: end + 1, text: '', marked: false, deep: 0 }
  }

  function namesFor(attributes: [string, string][]): Names {
    const declared: [string, string][] = attributes
      .filter(([name]) => name.startsWith('xmlns'))
      .map(([name, uri]) => [name.slice('xmlns:'.length), uri])
    const known = declaredBefore(top.names, declared)
    if (known || ++newNames > mostNewNames) return known ?? top.names
    return declare(top.names, declared)
  }

  function close(name: string) {
    if (sunk > 0) sunk--
    else if (top.name === name) closeDownTo(frames.length - 1)
    // Most tags that close nothing never opened: they are not looked for.
    else if (seen.has(name)) {
      const at = frames.findLastIndex((frame) => frame.name === name)
      if (at > 0) closeDownTo(at - 1)
    }
  }

  /** A new item closes the one before, and all that was left open in it. */
  function closeForItem() {
    if (containers.has(top.name)) return
    const container = frames.findLastIndex(({ name }) => containers.has(name))
    if (container > 0) return closeDownTo(container)
    const item = items.has(top.name) ? frames.length : frames.findLastIndex(({ name }) => items.has(name))
    if (item > 0) closeDownTo(item - 1)
  }

  /** Leaves this many elements open. `frames[0]` is the document. */
  function closeDownTo(depth: number) {
    while (frames.length > Math.max(depth, 0)) {
      visitor.close(top.name)
      top = frames.pop()!
    }
    sunk = 0
  }

  return {
    enough: visitor.enough,
    opens(from, to) {
      tag = text.slice(from, to)
      tagFrom = from - 1
      flush()
      reading = !belongs(tag, tagFrom)
      if (attributes.length > 0) attributes = []
      declares = false
      ownBase = null
    },
    attribute(nameFrom, nameTo, from, to) {
      if (!reading || from < 0 || to - from > longestValue || attributes.length >= 50) return
      const attribute = text.slice(nameFrom, nameTo).toLowerCase()
      const value = decodeXml(text.slice(from, to), entities)
      attributes.push([attribute, value])
      declares ||= attribute.startsWith('xmlns')
      if (attribute === 'xml:base' || attribute === 'base') ownBase = value
    },
    opened: open,
    closes(from, to) {
      if (!gathering) {
        if (sunk === 0 && to - from === top.raw.length && text.startsWith(top.raw, from))
          return closeDownTo(frames.length - 1)
        return close(nameOf(top.names, text.slice(from, to)))
      }
      flush()
      if (isAt(gathering.raw, from, to)) {
        if (gathering.deep > 0) gathering.deep--
        else endGathering(from - 2)
        return
      }
      const name = nameOf(top.names, text.slice(from, to))
      if (!closesOuter(name)) return
      endGathering(from - 2)
      close(name)
    },
    text(from, to) {
      if (!gathering) return
      if (textTo === from) textTo = to
      else {
        flush()
        textFrom = from
        textTo = to
      }
    },
    cdata(from, to) {
      if (!gathering) return
      flush()
      gather(text.slice(from, Math.min(to, from + longestText)))
    },
    comment: flush,
    end() {
      if (gathering) endGathering(text.length)
      closeDownTo(0)
    },
  }

  function closesOuter(name: string): boolean {
    return (
      (items.has(name) || containers.has(name)) &&
      (top.name === name || frames.some((frame) => frame.name === name))
    )
  }
}

/** The first of two that are called the same counts. Lists this short are searched faster than hashed. */
const attributesOf = (attributes: [string, string][], names: Names): Attributes => ({
  get: (name) =>
    attributes.find(([raw]) => raw === name || (raw.includes(':') && nameOf(names, raw) === name))?.[1],
})
const noAttributes: Attributes = { get: () => undefined }

const sameName = (one: string, other: string) =>
  one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase())

const showsEnd = (name: string, gathered: string) =>
  ends.has(name) || (name === 'link' && gathered === 'title')

const items = new Set(['item', 'entry'])
const containers = new Set(['rss', 'channel', 'feed', 'rdf:rdf', '?:rdf', 'rdf'])

/** Never markup inside a text: where one of these opens, a closing tag was forgotten before it. */
const ends = new Set([
  ...items,
  'description',
  'guid',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'content:encoded',
  'dc:date',
  'dc:creator',
  'dc:subject',
  'lastbuilddate',
])

/** Takes the DOCTYPE out, with the entities that it declares: plain values only, so that none can grow out of another. */
function withoutDoctype(source: string): { text: string; entities: OwnEntities } {
  const entities: OwnEntities = { values: new Map(), left: mostBroughtIn }
  const head = source.slice(0, 64 * 1024)
  const from = /<!doctype|<[a-z]/iu.exec(head)
  if (!from || from[0].length === 2) return { text: source, entities }
  const to = doctypeEnd(head, from.index)
  for (const [, name, double, single] of head.slice(from.index, to).matchAll(declaration)) {
    const value = double ?? single!
    if (!value.includes('&') || /^&#\w+;$/u.test(value)) entities.values.set(name!, decodeXml(value))
  }
  return { text: source.slice(0, from.index) + source.slice(to), entities }
}

const mostBroughtIn = 1_000_000
const declaration = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/gu

/** Behind the `>` that ends it: not one inside the brackets or in quotes. */
function doctypeEnd(head: string, from: number): number {
  let inside = false
  for (let at = from; at < head.length; at++) {
    const char = head[at]
    if (inside && (char === '"' || char === "'")) {
      const close = head.indexOf(char, at + 1)
      if (close > 0) at = close
    } else if (char === '[') inside = true
    else if (char === ']') inside = false
    else if (char === '>' && !inside) return at + 1
  }
  const first = head.indexOf('>', from)
  return first < 0 ? head.length : first + 1
}

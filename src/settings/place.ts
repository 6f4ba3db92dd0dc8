import { type Document, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Span } from '../model/oops.ts'
import type { LinePlace } from './problem.ts'
import { offsetIn } from './scalar.ts'

export type Path = readonly PropertyKey[]

/** Line and column of an offset in the file. */
export type At = (offset: number) => LinePlace

/** What is looked for: the value at a path or its key, and perhaps a place inside its text. */
type Wanted = { path: Path; part: 'key' | 'value'; span: Span | undefined }

export function placeOf(document: Document, source: string, at: At, { path, part, span }: Wanted): LinePlace {
  const { key, node, found } = walk(document, path)
  if (found && span && isScalar(node)) return at(offsetIn(node, source, span.from))
  // A block begins on the line below its key, and nothing has no line: there the key is what people look for.
  const byKey = part === 'key' || !found || !node || isBlock(node) || isEmpty(node)
  const named = byKey && key ? key : (node ?? key)
  return at(named?.range?.[0] ?? 0)
}

/** The words behind the value at a path that a `#` stuck to them turned into a comment, or null. */
export function cutBehind(document: Document, source: string, path: Path): string | null {
  const { node, found } = walk(document, path)
  if (!found || !node?.range || isCollection(node)) return null
  return /^[^\S\n]*(#[\p{L}\p{N}_][^\n]*)/u.exec(source.slice(node.range[1]))?.[1]?.trim() ?? null
}

type Walked = { key: Node | null; node: Node | null; found: boolean }

/** As far along a path as the document goes: the node there, and the key that names it. */
function walk(document: Document, path: Path): Walked {
  let at: Walked = { key: null, node: document.contents as Node | null, found: true }
  for (const step of path) {
    const next = inside(at.node, step)
    if (!next) return { ...at, found: false }
    at = next
  }
  return at
}

function inside(node: Node | null, step: PropertyKey): Walked | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair ? { key: pair.key as Node, node: pair.value as Node | null, found: true } : null
  }
  if (!isSeq(node)) return null
  const item = node.items[Number(step)] as Node | undefined
  return item ? { key: null, node: item, found: true } : null
}

const isBlock = (node: Node) => isCollection(node) && !node.flow
const isEmpty = (node: Node) => isScalar(node) && node.value === null

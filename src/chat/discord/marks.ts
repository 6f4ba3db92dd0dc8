import { type Node, webAddress } from '../../texts/marked.ts'
import { clean, oneLine } from '../shorten.ts'
import { most, share } from './limits.ts'
import type { Mark } from './written.ts'

/**
 * The same without what cannot be seen or opened: links that lead nowhere are words, neighbours of one kind are one.
 * Of texts far too long only the beginning is looked at: `cut` says so.
 */
export function readable(marks: Mark[], room: number): { marks: Mark[]; cut: boolean } {
  const state = { room: 2 * room + 64, cut: false }
  return { marks: plain(marks, state), cut: state.cut }
}

type State = { room: number; cut: boolean }

function plain<One extends Mark>(marks: One[], state: State): One[] {
  return joined(marks.flatMap((mark) => plainMark(mark, state) as One[]))
}

function plainMark(mark: Mark, state: State): Mark[] {
  if (mark.kind === 'break' || mark.kind === 'time') return [mark]
  if ('nodes' in mark) {
    const nodes = plain(mark.nodes, state)
    return nodes.length > 0 ? [{ kind: mark.kind, nodes }] : []
  }
  const text = ample(mark.kind === 'text' ? clean(mark.text) : oneLine(mark.text), state)
  const url = 'url' in mark ? address(mark.url, share.address) : null
  if (url !== null) return [{ kind: 'link', text: text || new URL(url).host, url }]
  if (text === '') return []
  return [mark.kind === 'code' ? { kind: 'code', text: asCode(text) } : { kind: 'text', text }]
}

/** Nothing is escaped in code, not even what would end the label of a link that stands before. */
const asCode = (text: string) => text.replace(/`/g, '’').replace(/\]\(/g, ']\u200b(')

function ample(text: string, state: State): string {
  const seen = text.slice(0, state.room)
  if (seen.length < text.length) state.cut = true
  state.room -= seen.length
  return seen
}

/** Two neighbours in bold would be read as four stars. */
function joined<One extends Mark>(marks: One[]): One[] {
  const all: One[] = []
  for (const mark of marks) {
    const last = all.at(-1)
    if (last?.kind === 'text' && mark.kind === 'text') last.text += mark.text
    else if (last && 'nodes' in last && 'nodes' in mark && last.kind === mark.kind && last.kind !== 'quote')
      all.splice(-1, 1, { ...last, nodes: joined([...last.nodes, ...mark.nodes] as Node[]) } as One)
    else all.push({ ...mark })
  }
  return all
}

/** An address that Discord takes and a browser opens, of at most so many characters; null for any other. */
export function address(url: string | undefined, length: number = most.embedAddress): string | null {
  const known = url === undefined ? null : webAddress(url)
  if (known === null || known.length > length) return null
  const { username, password, hostname } = new URL(known)
  return username === '' && password === '' && /[.:]/.test(hostname) ? known : null
}

/** Words from outside as they stand, quoted line by line. */
export function quoted(text: string): Node {
  const lines = clean(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n')
    .split('\n')
  return {
    kind: 'quote',
    nodes: lines.flatMap((line, at): Node[] => [
      ...(at > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ]),
  }
}

/** One line of words from outside. */
export const lineOf = (text: string): Node[] => [{ kind: 'text', text: oneLine(text) }]

import type { Node } from '../../texts/marked.ts'
import { clean } from '../shorten.ts'
import { escaped } from './room.ts'

/**
 * A tree as mrkdwn, for the few places that take nothing richer; null where any of its words could be read as markup:
 * mrkdwn has no way to say `*` or `:fire:` as it is written. Such words go where they need no such way.
 */
export function mrkdwnOf(nodes: Node[]): string | null {
  const parts = nodes.map(part)
  if (parts.some((part) => part === null)) return null
  const said = parts.join('')
  return said.trim() === '' || partsOf(nodes).some(({ glued }) => glued) ? null : said
}

/** Words of one line as mrkdwn, or null. */
export const mrkdwnWords = (text: string): string | null =>
  livesInMrkdwn.test(text) ? null : escaped(clean(text))

// Signs of bold, italic, struck, code; a shortcode; a line that would be a quotation.
const livesInMrkdwn = /[*_~`]|:[^\s:]+:|^\s*[>＞]/mu

function part(node: Node): string | null {
  if (node.kind === 'text') return mrkdwnWords(node.text)
  if (node.kind === 'break') return '\n'
  if (node.kind === 'code') return /`/.test(node.text) ? null : `\`${escaped(clean(node.text))}\``
  if (node.kind === 'link') return linkOf(node)
  if (!('nodes' in node) || node.kind === 'quote') return null
  const inner = mrkdwnOf(node.nodes)
  if (inner === null || inner !== inner.trim() || inner.includes('\n')) return null
  return node.kind === 'bold' ? `*${inner}*` : `_${inner}_`
}

/** On some phones an `&` in the address breaks the link. */
function linkOf({ text, url }: { text: string; url: string }): string | null {
  const label = mrkdwnWords(text)
  const fits = /^https?:\/\/[^\s&|<>]+$/u.test(url) && label?.trim() && !/[|\n]/.test(label)
  return fits ? `<${url}|${label}>` : null
}

/** Bold and the like are read only where no letter touches them. */
function partsOf(nodes: Node[]): { glued: boolean }[] {
  return nodes.map((node, at) => {
    if (!['bold', 'italic', 'code'].includes(node.kind)) return { glued: false }
    const [before, after] = [nodes[at - 1], nodes[at + 1]]
    return {
      glued:
        (before !== undefined && !(before.kind === 'break' || endsOpen(before, /[\s(«“,:;–—]$/u))) ||
        (after !== undefined && !(after.kind === 'break' || endsOpen(after, /^[\s)».”,:;!?…–—]/u))),
    }
  })
}

const endsOpen = (node: Node, open: RegExp) => node.kind === 'text' && open.test(node.text)

import { type Node, nodesOf, textOf } from '../../texts/marked.ts'
import type { Message } from '../message.ts'
import { most, share } from './limits.ts'
import { lineOf } from './marks.ts'
import { inMarkdown, isSeen, nothing, type Part } from './parts.ts'

/**
 * A message's fields, names and values in turn, and its note. The note is the footer, which knows no markup: one
 * that leads somewhere is the last field instead.
 */
export function fieldsOf({ fields = [], note }: Message) {
  const notes = note ? nodesOf(note) : []
  const leads = hasLink(notes) && fields.length < most.fields
  const all = fields.slice(0, most.fields).map(({ name, value }) => ({ name, nodes: nodesOf(value) }))
  if (leads) all.push({ name: nothing, nodes: notes })
  const parts = all.flatMap(({ name, nodes }): Part[] => [
    inMarkdown(lineOf(name), share.fieldName),
    inMarkdown(nodes, most.fieldValue),
  ])
  const short = all.map(({ name, nodes }) => {
    const value = textOf(nodes)
    return name.length <= share.inline && value.length <= share.inline && !value.includes('\n')
  })
  return {
    note: leads ? '' : textOf(notes).trim(),
    fields: {
      parts,
      left: fields.length - Math.min(fields.length, most.fields),
      /** From the texts of the parts, in their order; short ones stand beside each other. */
      embedded: (texts: string[]) =>
        all.map((_, at) => ({
          name: seen(texts[2 * at]!),
          value: seen(texts[2 * at + 1]!),
          ...(short[at] ? { inline: true } : {}),
        })),
    },
  }
}

const seen = (text: string) => (isSeen(text) ? text : nothing)

const hasLink = (nodes: Node[]): boolean =>
  nodes.some((node) => node.kind === 'link' || ('nodes' in node && hasLink(node.nodes)))

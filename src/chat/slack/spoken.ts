import type { Block, RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import { emojiNamed } from './emoji.ts'

/** What people, channels and groups are called; undefined for those we have not met. */
export type Names = {
  user(id: string): string | undefined
  channel(id: string): string | undefined
  group(id: string): string | undefined
}

/** Words with `<@U…>`, `<#C…>`, `<https://…|…>`, entities and `:names:` of emoji, as people read them. */
export const spoken = (text: string, names: Names): string =>
  text.replace(inSlack, (whole, sign, id, label, entity, emoji, skin) => {
    if (entity !== undefined) return entities[entity]!
    if (emoji !== undefined) return emojiWith(emoji, skin) ?? whole
    return entityWords(sign, unescaped(id), label === undefined ? '' : unescaped(label), names)
  })

// An entity in angle brackets, an escaped character, an emoji: in one pass, so that nothing is read twice.
const inSlack =
  /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>|&(amp|lt|gt);|(?<![\p{L}\p{N}_:]):([\w+'-]+)(?:::skin-tone-([2-6]))?:(?![\p{L}\p{N}_])/gu

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>' }
/** Text without entities. */
export const unescaped = (text: string) => text.replace(/&(amp|lt|gt);/g, (_, name) => entities[name]!)

function entityWords(sign: string, id: string, label: string, names: Names): string {
  if (sign === '@') return `@${label || (names.user(id) ?? id)}`
  if (sign === '#') return `#${label || (names.channel(id) ?? id)}`
  if (sign === '') return linkWords(id, label)
  const [kind = '', group = ''] = id.split('^')
  if (kind === 'subteam') return `@${(label || (names.group(group) ?? group)).replace(/^@/, '')}`
  return label || (['here', 'channel', 'everyone'].includes(kind) ? `@${kind}` : kind)
}

/** A link as it was typed; the address stands behind words that do not tell it. */
function linkWords(url: string, label: string): string {
  const address = url.replace(/^(?:mailto|tel):/, '')
  if (label === '' || label === address) return address
  return address.includes(label) ? label : `${label} (${address})`
}

const skins = ['\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}']

function emojiWith(name: string, skin: string | undefined): string | null {
  const emoji = emojiNamed(name)
  return emoji && skin ? emoji + skins[Number(skin) - 2] : emoji
}

/** What was written in Slack's own box, without the marks of bold and the like; null where a message is no such. */
export function writtenIn(blocks: Block[] | undefined, names: Names): string | null {
  if (!blocks?.length || blocks.some(({ type }) => type !== 'rich_text')) return null
  const lines = (blocks as RichTextBlock[]).flatMap(({ elements }) =>
    elements.map((element) => partWords(element, names)),
  )
  return lines.map((line) => line.replace(/\n$/, '')).join('\n')
}

function partWords(part: RichTextBlockElement, names: Names): string {
  if (part.type !== 'rich_text_list') return part.elements.map((piece) => pieceWords(piece, names)).join('')
  return part.elements.map((line) => `• ${partWords(line, names)}`).join('\n')
}

function pieceWords(piece: RichTextElement, names: Names): string {
  switch (piece.type) {
    case 'text':
      return piece.text
    case 'link':
      return linkWords(piece.url, piece.text ?? '')
    case 'emoji':
      return unicodeOf(piece.unicode) ?? emojiNamed(piece.name) ?? `:${piece.name}:`
    case 'user':
      return `@${names.user(piece.user_id) ?? piece.user_id}`
    case 'channel':
      return `#${names.channel(piece.channel_id) ?? piece.channel_id}`
    case 'usergroup':
      return `@${names.group(piece.usergroup_id) ?? piece.usergroup_id}`
    case 'broadcast':
      return `@${piece.range}`
    case 'date':
      return piece.fallback ?? ''
    case 'color':
      return piece.value
    default:
      return ''
  }
}

/** `1f44d-1f3fd` as an emoji. */
function unicodeOf(hex: string | undefined): string | null {
  const codes = /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*$/i.test(hex ?? '') ? hex!.split('-') : []
  const points = codes.map((code) => Number.parseInt(code, 16))
  return points.length > 0 && points.every((point) => point <= 0x10ffff)
    ? String.fromCodePoint(...points)
    : null
}

import type { Json, Message } from './nouns.ts'
import type { Team } from './team.ts'
import { unescaped } from './texts.ts'

/**
 * A message as somebody reads it: plain words, a line for each block. Mentions and links are read by their names;
 * letters that nobody sees (zero width) are not there.
 */
export function read(
  team: Team,
  message: Pick<Message, 'text' | 'blocks' | 'attachments' | 'files'>,
): string {
  const blocks = message.blocks ?? []
  const lines =
    blocks.length > 0 ? blocks.map((block) => readBlock(team, block)) : [markup(team, message.text)]
  for (const attachment of message.attachments ?? []) {
    for (const block of attachment.blocks ?? []) lines.push(readBlock(team, block))
    const { pretext, title, text } = attachment
    if (!attachment.blocks)
      lines.push(...[pretext, title, text].filter(Boolean).map((one) => markup(team, one)))
  }
  for (const file of message.files ?? []) lines.push(`[${file.title || file.name}]`)
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
}

/** One block, as somebody reads it. */
export function readBlock(team: Team, block: Json): string {
  const text = (given: Json) => readText(team, given)
  const all = (given: Json[] = []) => given.map(text).filter(Boolean)
  if (block.type === 'section')
    return [text(block.text), ...all(block.fields), text(block.accessory)].filter(Boolean).join('\n')
  if (block.type === 'context') return all(block.elements).join(' ')
  if (block.type === 'actions')
    return all(block.elements)
      .map((label) => `[${label}]`)
      .join(' ')
  if (block.type === 'image') return [text(block.title), block.alt_text].filter(Boolean).join('\n')
  if (block.type === 'input') return [text(block.label), text(block.hint)].filter(Boolean).join('\n')
  if (block.type === 'rich_text') return rich(team, block.elements)
  if (block.type === 'table')
    return block.rows.map((row: Json[]) => row.map((cell) => text(cell)).join(' | ')).join('\n')
  if (block.type === 'markdown') return block.text
  return text(block.text)
}

/** Any text object, and what has one: a button by its label, a menu by what stands in it, a picture by its words. */
function readText(team: Team, given: Json): string {
  if (typeof given !== 'object' || given === null) return ''
  if (given.type === 'mrkdwn') return markup(team, given.text)
  if (given.type === 'plain_text') return unescaped(given.text)
  if (given.type === 'raw_text') return given.text
  if (given.type === 'rich_text') return rich(team, given.elements)
  if (given.type === 'image') return given.alt_text
  return readText(team, given.text ?? given.placeholder)
}

/** mrkdwn: what stands in `<…>` is alive. */
function markup(team: Team, text: string): string {
  const shown = text.replace(/<([@#!]?)([^|>]*)(?:\|([^>]*))?>/gu, (_, sign, what, label) => {
    if (sign === '@') return `@${team.users.get(what)?.real ?? what}`
    if (sign === '#') return `#${label || team.channels.get(what)?.name || what}`
    if (sign === '!' && what.startsWith('date^')) return label ?? what
    if (sign === '!') return label ? label : `@${what.replace(/^subteam\^/u, '')}`
    return label || what
  })
  return unescaped(shown)
}

function rich(team: Team, elements: Json[]): string {
  return elements
    .map((part) => {
      if (part.type === 'rich_text_list')
        return part.elements.map((one: Json) => `• ${runs(team, one.elements)}`).join('\n')
      return runs(team, part.elements)
    })
    .join('\n')
}

function runs(team: Team, elements: Json[]): string {
  return elements
    .map((run) => {
      if (run.type === 'text') return run.text
      if (run.type === 'link') return run.text ?? run.url
      if (run.type === 'user') return `@${team.users.get(run.user_id)?.real ?? run.user_id}`
      if (run.type === 'channel') return `#${team.channels.get(run.channel_id)?.name ?? run.channel_id}`
      if (run.type === 'usergroup') return `@${team.groups.get(run.usergroup_id)?.handle ?? run.usergroup_id}`
      if (run.type === 'broadcast') return `@${run.range}`
      if (run.type === 'emoji') return `:${run.name}:`
      return run.fallback ?? ''
    })
    .join('')
}

/** The mentions in what the app says that notify somebody. */
export function pingsIn(given: unknown): string[] {
  if (Array.isArray(given)) return given.flatMap(pingsIn)
  if (typeof given === 'string')
    return given.match(/<(?:@U|!channel|!here|!everyone|!subteam\^)[^>]*>/gu) ?? []
  if (typeof given !== 'object' || given === null) return []
  const one = given as Record<string, Json>
  if (one.type === 'broadcast') return [`<!${one.range}>`]
  if (one.type === 'user') return [`<@${one.user_id}>`]
  if (one.type === 'usergroup') return [`<!subteam^${one.usergroup_id}>`]
  if (one.type === 'plain_text' || one.type === 'text') return []
  return Object.values(one).flatMap(pingsIn)
}

import type { Embed } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'

const most = { embeds: 10, title: 256, description: 4096, fields: 25, name: 256, value: 1024, footer: 2048 }
/** Over all embeds of a message: titles, descriptions, fields, footers and authors together. */
const mostOfAll = 6000

export function checkEmbeds(embeds: Embed[], to: Complaints, at: Path) {
  to.list(embeds, [...at, 'embeds'], 0, most.embeds)
  for (const [n, embed] of embeds.entries()) checkEmbed(embed, to, [...at, 'embeds', n])
  if (embeds.reduce((sum, embed) => sum + sizeOf(embed), 0) > mostOfAll)
    to.complain(
      [...at, 'embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${mostOfAll}`,
    )
}

function checkEmbed(embed: Embed, to: Complaints, at: Path) {
  to.text(embed.title, [...at, 'title'], 0, most.title)
  to.text(embed.description, [...at, 'description'], 0, most.description)
  to.address(embed.url, [...at, 'url'])
  to.number(embed.color, [...at, 'color'], 0, 0xffffff)
  if (embed.timestamp && Number.isNaN(Date.parse(embed.timestamp)))
    to.complain([...at, 'timestamp'], 'DATE_TIME_TYPE_PARSE', 'Could not parse. Should be ISO8601.')
  const fields = embed.fields ?? []
  to.list(fields, [...at, 'fields'], 0, most.fields)
  for (const [n, { name, value }] of fields.entries()) {
    // Spaces around are cut off before anything is counted, so that a name of spaces alone is none.
    to.text(trimmed(name), [...at, 'fields', n, 'name'], 1, most.name)
    to.text(trimmed(value), [...at, 'fields', n, 'value'], 1, most.value)
  }
  to.text(embed.footer?.text, [...at, 'footer', 'text'], 0, most.footer)
  to.text(embed.author?.name, [...at, 'author', 'name'], 0, most.name)
  to.address(embed.author?.url, [...at, 'author', 'url'])
  for (const part of ['image', 'thumbnail'] as const)
    to.address(embed[part]?.url, [...at, part, 'url'], ['http:', 'https:', 'attachment:'])
  if (sizeOf(embed) === 0 && fields.length === 0 && !embed.image && !embed.thumbnail)
    to.complain([...at, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

const sizeOf = ({ title, description, fields, footer, author }: Embed) =>
  [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, part) => sum + String(part ?? '').trim().length, 0)

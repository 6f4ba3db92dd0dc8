import type { RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Body } from '../discord/bodies.ts'
import { checkMessage } from '../discord/checks/message.ts'
import { checkModal } from '../discord/checks/modal.ts'
import { Refusal } from '../discord/refusal.ts'
import type { Modal } from '../discord/world.ts'

/**
 * What Discord would find wrong with a message, and what it would do with it without a word: cut blanks, write names of
 * files anew. Empty when all is well.
 */
export function problemsOf(
  body: RESTPostAPIChannelMessageJSONBody,
  files: { name: string }[] = [],
): string[] {
  const embeds = body.embeds ?? []
  const inMarkdown = embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ])
  const texts = [...inMarkdown, ...embeds.flatMap(({ author, footer }) => [author?.name, footer?.text])]
  const pictures = embeds.flatMap(({ image }) => (image ? [image.url.replace('attachment://', '')] : []))
  const ids = (body.components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []))
      : [],
  )
  return [
    ...refusalOf(() => checkMessage(body as Body, files.length, body.flags ?? 0)),
    ...(body.content === '' ? [] : ['something is said outside of the embeds']),
    ...(body.allowed_mentions?.parse?.length === 0 ? [] : ['names may ring']),
    ...(embeds.length > 0 ? [] : ['there is nothing to see']),
    ...texts
      .filter((text) => text !== undefined && text.trim() !== text)
      .map((text) => `blanks around ${text}`),
    ...texts.filter((text) => text?.trim() === '').map(() => 'an empty text'),
    ...texts.filter((text) => text !== undefined && !text.isWellFormed()).map(() => 'half a character'),
    ...texts
      .filter((text) => /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(text ?? ''))
      .map(() => 'a control character'),
    ...inMarkdown
      .filter((text) => /(?:^|[^\\])(?:\\\\)*\\…?$/.test(text ?? ''))
      .map((text) => `half an escape: ${text}`),
    ...pictures
      .filter((name) => !files.some((file) => file.name === name))
      .map((name) => `no picture ${name}`),
    ...files.filter(({ name }) => !/^[\w.-]{1,100}$/.test(name)).map(({ name }) => `a file called ${name}`),
    ...(new Set(files.map(({ name }) => name)).size === files.length ? [] : ['two files of one name']),
    ...(new Set(ids).size === ids.length ? [] : ['two of one custom_id']),
  ]
}

/** The same of a form. */
export const problemsOfModal = (modal: object) => refusalOf(() => checkModal(modal as Modal))

function refusalOf(check: () => void): string[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [JSON.stringify(error.errors ?? error.message)]
  }
}

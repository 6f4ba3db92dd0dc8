import type { APIEmbed, APIMessage } from 'discord.js'
import type { HeardMessage } from '../chat.ts'
import { accountIn, type Here, nameOf } from './happened.ts'
import { aboutIn } from './render.ts'
import { madeAt } from './snowflake.ts'

type Said = Pick<APIMessage, 'content' | 'embeds'> & Partial<APIMessage>

/** A message as Discord tells it: who wrote what and when, in words that read without Discord. */
export function readMessage(
  message: Said & Pick<APIMessage, 'id' | 'channel_id' | 'author'>,
  here: Here,
): HeardMessage {
  const { id, channel_id, author } = message
  const own = isOwn(author.id, here)
  const { about } = own ? aboutIn(message) : {}
  const member = (message as { member?: { nick?: string | null } }).member
  return {
    id: `discord:${here.server}/${channel_id}/${id}`,
    by: own ? null : accountIn(here.server, author.id),
    author: nameOf(author, member?.nick),
    text: wordsOf(message, here),
    url: `https://discord.com/channels/${here.server}/${channel_id}/${id}`,
    at: madeAt(id),
    ...(about === undefined ? {} : { about }),
  }
}

export const isOwn = (user: string, { self }: Here) => user === self.bot || user === self.application

/** What was written; else what was passed on, or what the cards of a bot say. */
export function wordsOf(message: Said, here: Here): string {
  if (message.content !== '') return readable(message.content, message, here)
  const passedOn = message.message_snapshots?.map(({ message: inner }) => inner.content).find((text) => text)
  if (passedOn) return readable(passedOn, message, here)
  return message.embeds.map((embed) => readable(cardText(embed), message, here)).join('\n\n')
}

const cardText = ({ author, title, description, fields = [] }: APIEmbed) =>
  [author?.name, title, description, ...fields.map(({ name, value }) => `${name}: ${value}`)]
    .filter((part) => part)
    .join('\n')

/** Mentions by name, emoji of the server as they are typed, moments as dates of UTC. */
function readable(text: string, { mentions = [] }: Said, { names }: Here): string {
  const person = (id: string) => {
    const found = mentions.find((one) => one.id === id) as (typeof mentions)[number] & {
      member?: { nick?: string }
    }
    return found ? nameOf(found, found.member?.nick) : '…'
  }
  return text
    .replace(/<@!?(\d+)>/g, (_, id) => `@${person(id)}`)
    .replace(/<@&(\d+)>/g, (_, id) => `@${names?.role?.(id) ?? '…'}`)
    .replace(/<#(\d+)>/g, (_, id) => `#${names?.channel?.(id) ?? '…'}`)
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<(\/[^:<>]+):\d+>/g, '$1')
    .replace(/<t:(-?\d{1,12})(?::\w)?>/g, (_, at) => momentOf(Number(at)))
}

const momentOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')

import type { APIEmbed } from 'discord.js'
import type { Mood } from '../../model/mood.ts'
import type { Say } from '../../texts/texts.ts'
import type { Item, Message } from '../message.ts'
import { bodyOf } from './body.ts'
import { fieldsOf } from './fields.ts'
import { headline, isMoment, type Showing } from './items.ts'
import { most, share } from './limits.ts'
import { address, lineOf } from './marks.ts'
import { inMarkdown, inOneLine, inWords, isSeen, nothing, type Part, roomsOf } from './parts.ts'

/** `images` are names of attached files; `reference` stands at the end; `numbered` where buttons name their item. */
type More = { images: string[]; reference: string | null; numbered: boolean }

/**
 * What a message says, as embeds: a card in its mood's colour. A few items with what strangers wrote get a card each,
 * many are a list, and a single one is the card itself, below the message's title. `shown` is how many items found
 * room, `cut` whether anything did not.
 */
export function embedsOf(message: Message, say: Say, more: More) {
  const showing = showingOf(message, more)
  const body = bodyOf(message, say, showing)
  const { author, title } = heads(message, showing)
  const { note, fields } = fieldsOf(message)
  const parts: Part[] = [author, title, inWords(note, share.note), ...fields.parts]
  const { reference } = more
  const rooms = roomsOf(
    [...parts, body],
    most.letters - most.embeds - 2 * most.fields - (reference ?? '').length - 3,
  )
  const [by, heading, footer, ...values] = parts.map((part, at) => part.write(rooms[at]!))
  const said = body.write(rooms.at(-1)!)

  const [item] = message.items ?? []
  const only = showing.as === 'only' ? item : undefined
  const head: APIEmbed = {
    ...(isSeen(by!.text) ? { author: { name: by!.text, ...addressed(message.url) } } : {}),
    ...titled(heading!.text, (only ?? message).url),
    ...(isSeen(said.description) ? { description: said.description } : {}),
    ...dated(only?.at),
    ...coloured(message.mood ?? only?.mood),
    ...(values.length > 0 ? { fields: fields.embedded(values.map(({ text }) => text)) } : {}),
  }
  const cards = said.cards.map((texts, at) => cardOf(texts, message.items![at]!, message.mood))
  const told = [head, ...cards].filter((embed) => Object.keys(embed).some((name) => name !== 'color'))
  const last = told.at(-1) ?? { ...head, description: nothing }
  const foot = [footer!.text, reference ?? ''].filter(isSeen).join(' · ')
  const embeds = [...told.slice(0, -1), foot ? { ...last, footer: { text: foot } } : last]
  const { cut, shown } = said
  return {
    embeds: pictured(embeds, more.images),
    cut: cut || fields.left > 0 || [by!, heading!, footer!, ...values].some(({ cut }) => cut),
    shown,
  }
}

function showingOf({ items = [] }: Message, { images, numbered }: More): Showing {
  const few = items.length <= share.cards - images.length && items.some(({ quote }) => isSeen(quote))
  return {
    as: items.length === 1 ? 'only' : few ? 'card' : 'listed',
    numbered: numbered && items.length > 1,
  }
}

/** Above a single item its message's title is a line of its own. */
function heads({ title = '', items = [] }: Message, showing: Showing): { author: Part; title: Part } {
  const alone = showing.as === 'only' && isSeen(items[0]!.title)
  return {
    author: inOneLine(alone ? title : '', most.author),
    title: alone ? headline(items[0]!, 0, showing) : inMarkdown(lineOf(title), most.title),
  }
}

const cardOf = ({ title, body }: { title: string; body: string }, item: Item, mood?: Mood): APIEmbed => ({
  ...titled(isSeen(title) ? title : nothing, item.url),
  ...(isSeen(body) ? { description: body } : {}),
  ...dated(item.at),
  ...coloured(item.mood ?? mood),
})

/** The first picture stands in the first card, others below. */
function pictured([head, ...others]: APIEmbed[], [first, ...images]: string[]): APIEmbed[] {
  const picture = (name: string) => ({ image: { url: `attachment://${name}` } })
  const more = images.map((name) => ({
    ...picture(name),
    ...(head?.color === undefined ? {} : { color: head.color }),
  }))
  return [{ ...head, ...(first === undefined ? {} : picture(first)) }, ...others, ...more].slice(
    0,
    most.embeds,
  )
}

const titled = (title: string, url: string | undefined) =>
  isSeen(title) || title === nothing ? { title, ...addressed(url) } : {}

function addressed(url: string | undefined) {
  const known = address(url)
  return known === null ? {} : { url: known }
}

const dated = (at: number | undefined) => (isMoment(at) ? { timestamp: new Date(at).toISOString() } : {})

/** The moods as the local page has them, the lamp where there is none. */
const coloured = (mood: Mood | undefined) => ({ color: colours[mood ?? 'none'] })

const colours = { negative: 0xc2382f, neutral: 0x6b7788, positive: 0x23804f, none: 0x0f6478 }

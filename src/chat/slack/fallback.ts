import { nodesOf, textOf } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Item, Message } from '../message.ts'
import { clean, oneLine, shorten } from '../shorten.ts'
import { most } from './limits.ts'
import { escaped, escapedLength } from './room.ts'
import { inWords } from './time.ts'

/**
 * All of it as plain words, for notifications, for search, and for screen readers, which read nothing else. Never
 * empty: Slack would refuse it.
 */
export function fallbackOf(message: Message, say: Say): string {
  const { title, text, mood, fields = [], items = [], note } = message
  const lines = [
    oneLine(title ?? ''),
    mood ? say.plain(`slack.mood-${mood}`) : '',
    text ? textOf(nodesOf(text)) : '',
    ...items.slice(0, most.blocks).map((item) => itemWords(item, say)),
    ...fields.slice(0, most.blocks).map(({ name, value }) => `${oneLine(name)}: ${textOf(nodesOf(value))}`),
    note ? textOf(nodesOf(note)) : '',
  ]
  const words = lines.filter((line) => line.trim() !== '').map((line) => clean(line).trim())
  return escaped(shorten(asTyped(words.join('\n')), most.fallback, escapedLength)) || '…'
}

const itemWords = ({ title, quote, text, mood, at }: Item, say: Say) =>
  [
    oneLine(title),
    mood ? say.plain(`slack.mood-${mood}`) : '',
    at === undefined ? '' : inWords(at),
    clean(quote ?? ''),
    text ? textOf(nodesOf(text)) : '',
  ]
    .filter((part) => part.trim() !== '')
    .join(' · ')

/** Here nothing else keeps a typed `:fire:` from burning than a blank of no width. */
const asTyped = (text: string) => text.replace(/:(?=[^\s:]{1,100}:)/gu, ':\u200b')

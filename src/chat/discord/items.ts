import type { Mood } from '../../model/mood.ts'
import { nodesOf } from '../../texts/marked.ts'
import type { Item } from '../message.ts'
import { most, share } from './limits.ts'
import { lineOf, quoted } from './marks.ts'
import { fairly, inMarkdown, isSeen, type Part, roomsOf } from './parts.ts'
import type { Mark } from './written.ts'

/** A card of its own, one line after another in a list, or the only one: then its headline is the message's. */
export type Showing = { as: 'card' | 'listed' | 'only'; numbered: boolean }

/** An item's texts: its headline, and what stands below. */
export type ItemTexts = { title: string; body: string }

/** What there is to say of items, and how much room (characters) all of it takes. */
export function newItems(items: Item[], showing: Showing) {
  const all = items.slice(0, mostItems).map((item, at) => partsOf(item, at, showing))
  const wants = all.map((parts) => sum(parts.map(({ wants }) => wants)) + between)
  return {
    wants: sum(wants),
    /** As many items as have room for something to be said of each; `left` is how many have none. */
    write(room: number) {
      const whole = all.length === items.length && sum(wants) <= room
      const rooms = whole ? wants : showing.as === 'only' ? [room] : roomsFor(wants, room)
      const texts = rooms.map((room, at) => {
        const each = roomsOf(all[at]!, room - between)
        return all[at]!.map((part, nth) => part.write(each[nth]!))
      })
      return {
        items: texts.map(
          ([title, ...body]): ItemTexts => ({
            title: title!.text,
            body: body.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
          }),
        ),
        left: items.length - rooms.length,
        cut: items.length > rooms.length || texts.flat().some(({ cut }) => cut),
      }
    },
  }
}

/** The first so many, each with at least its headline; the line that counts the others has its own room. */
function roomsFor(wants: number[], room: number): number[] {
  let used = 0
  const count = wants.findIndex((want) => {
    used += Math.min(want, share.item)
    return used > room - ofMore
  })
  return fairly(count < 0 ? wants : wants.slice(0, count), room - ofMore)
}

function partsOf(item: Item, at: number, showing: Showing): Part[] {
  return [
    showing.as === 'only' ? inMarkdown([], 0) : headline(item, at, showing),
    inMarkdown(isSeen(item.quote) ? [quoted(item.quote)] : [], share.quote),
    inMarkdown(item.text ? nodesOf(item.text) : [], most.fieldValue),
  ]
}

/** In a list the headline is the link and tells the time; a card and the only one have places for both. */
export function headline(item: Item, at: number, { as, numbered }: Showing): Part {
  const { title, url, mood } = item
  const words: Mark[] = isSeen(title) ? lineOf(title) : []
  const face: Mark[] = mood ? [{ kind: 'text', text: `${faces[mood]} ` }] : []
  const number: Mark[] = numbered ? [{ kind: 'text', text: `${at + 1}. ` }] : []
  if (as !== 'listed') return inMarkdown([...face, ...number, ...words], most.title)
  const time: Mark[] = isMoment(item.at)
    ? [
        { kind: 'text', text: ' · ' },
        { kind: 'time', at: item.at },
      ]
    : []
  const linked = isSeen(title) && url ? [{ kind: 'link' as const, text: title, url }] : lineOf(title)
  return inMarkdown(
    [...face, ...number, { kind: 'bold', nodes: linked }, ...time],
    share.itemTitle + share.address,
  )
}

/** Faces tell moods apart for those who cannot by colours, and are read out by name. */
const faces: Record<Mood, string> = { negative: '🙁', neutral: '😐', positive: '🙂' }

/** A moment that Discord can show: of the years that it counts. */
export const isMoment = (at: number | undefined): at is number =>
  at !== undefined && at >= 0 && at < Date.UTC(9999, 0)

const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)

/** Line breaks between an item's texts and behind it, and the line that counts the rest. */
const between = 4
const ofMore = 60
/** More would not fit were each but a word. */
const mostItems = 100

import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops, reasonOf, Unavailable } from '../src/model/oops.ts'
import { code, type Marked, plain, together } from '../src/texts/marked.ts'
import { isKey, type Key, reasonWords } from '../src/texts/texts.ts'

/** Why an address could not be read, and what to do. Bugs and what is none of the address's business fly on. */
export function unread({ say }: Asked, address: string, error: unknown): Message {
  const ours =
    error instanceof Unavailable && error.key !== undefined && /^(?:door|feed|place)\./.test(error.key)
  if (!ours && !(error instanceof Oops && /^(?:sources|feed)\./.test(error.key))) throw error
  if (error instanceof Oops && watched.test(error.key)) throw error
  const cure = cureOf(error.key ?? '')
  return {
    title: say.plain('sources.not-added'),
    text: together([
      // What the door says is plain words; our own are marked.
      sentence(
        error instanceof Oops && isKey(error.key)
          ? say(error.key, error.values)
          : plain(reasonWords(reasonOf(error), say)),
      ),
      cure ? say(cure) : null,
      say('sources.asked', { address: { marked: code(address) } }),
    ]),
    quiet: true,
  }
}

/** What ends with an address ends there: a full stop would be taken for a part of it. */
const sentence = (words: Marked) =>
  /[.!?…]$|https?:\S+$/iu.test(words) ? words : together([words, plain('.')], '')

/** What is watched already is said as it is. */
const watched = /^sources\.(?:known|taken|forgotten)/

const cureOf = (key: string): Key | null => cures.find(([keys]) => keys.test(key))?.[1] ?? null

const cures: [RegExp, Key][] = [
  [/^feed\.status-403$/, 'sources.cure-add-access'],
  [/^place\.budget-spent/, 'sources.cure-add-later'],
  [/^feed\.status-(?:429|503|server)$/, 'sources.cure-add-later'],
  [/^feed\.status-other$/, 'sources.cure-add-address'],
  [
    /^door\.(?:too-slow|closed|hung-up|no-connection|no-name-server|failed|damaged)$/,
    'sources.cure-add-later',
  ],
  [/^door\.(?:too-large|redirects)$/, 'sources.cure-add-feed'],
  [/^door\.(?:certificate-.*|packed-.*|long-headers)$/, 'sources.cure-site'],
]

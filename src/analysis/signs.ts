import { echoes, emoticons, signs } from './lexicon/signs.ts'

/** An emoji or emoticon found at a place of the text. `echoes`: it takes the mood of the words beside it. */
export type Sign = { at: number; mood: number; echoes: boolean }

/** The text with its emoticons blanked (« :D » would otherwise leave a word), and the emoticons, last one first. */
export function liftEmoticons(text: string): { spoken: string; emoticons: Sign[] } {
  const found: Sign[] = []
  const spoken = text.replace(emoticon, (sign: string, at: number) => {
    found.push({ at, mood: emoticonMoods.get(sign)!, echoes: false })
    return ' '.repeat(sign.length)
  })
  return { spoken, emoticons: found.reverse() }
}

/** The signs in a gap between two words that begins at `from`; emoticons there are taken off their list. */
export function signsIn(gap: string, from: number, lifted: Sign[]): Sign[] {
  const found: Sign[] = []
  while (lifted.length > 0 && lifted.at(-1)!.at < from + gap.length) found.push(lifted.pop()!)
  const seen = new Map<number, number>()
  let at = from
  for (const char of gap) {
    const code = char.codePointAt(0)!
    const sign = emojiMoods.get(code)
    const times = seen.get(code) ?? 0
    seen.set(code, times + 1)
    if (sign && times < mostTimes)
      found.push({ at, mood: sign.mood * (times === 0 ? 1 : repeatWeight), echoes: sign.echoes })
    at += char.length
  }
  return found
}

// « 😡😡😡 » says more than « 😡 », but not three times as much; and a row of hundreds says no more than three.
const repeatWeight = 0.25
const mostTimes = 3

const emojiMoods = new Map<number, { mood: number; echoes: boolean }>()
for (const [table, echoing] of [
  [signs, false],
  [echoes, true],
] as const)
  for (const [mood, list] of table)
    for (const sign of list.split(' ')) emojiMoods.set(sign.codePointAt(0)!, { mood, echoes: echoing })

const emoticonMoods = new Map(
  emoticons.flatMap(([mood, list]) => list.split(' ').map((sign) => [sign, mood] as const)),
)

const anyEmoticon = [...emoticonMoods.keys()]
  .sort((a, b) => b.length - a.length)
  .map(RegExp.escape)
  .join('|')
// Not inside a word, a time (12:30) or an address.
const emoticon = new RegExp(`(?<![\\p{L}\\p{N}:/])(?:${anyEmoticon})(?![\\p{L}\\p{N}/])`, 'gu')

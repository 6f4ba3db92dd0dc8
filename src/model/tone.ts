import type { Language } from './mood.ts'
import type { Broken, Tone } from './policy.ts'
import { emojiIn } from './query-emoji.ts'
import { wordsOf } from './words.ts'

/** Where a text slips from the brand's tone; null where the policy asks for none. */
export function toneSlips(text: string, tone: Tone, language: Language | null): Broken[] | null {
  const asks = tone.address !== null || tone.exclamations !== null || tone.emojis !== null || !tone.capitals
  if (!asks) return null
  const slips = [
    tone.address && language === 'fr' ? addressSlip(text, tone.address) : null,
    tooMany('exclamations', text.match(/[!！]/gu)?.length ?? 0, tone.exclamations),
    tooMany('emojis', emojiIn(text).length, tone.emojis),
    tone.capitals ? null : capitals(text),
  ]
  return slips.flatMap((slip) => (slip ? [{ ...slip, rule: 'tone', do: tone.do }] : []))
}

type Slip = Pick<Broken, 'why' | 'words'>

/** « tu » where the brand says « vous », or the other way round; what is quoted is somebody else's. */
function addressSlip(text: string, address: 'vous' | 'tu'): Slip | null {
  const { words, from, to, text: own } = wordsOf(text.replace(/«[^»]{0,500}»|“[^”]{0,500}”/gu, ' '))
  const others = address === 'vous' ? familiar : formal
  const elided = (at: number) =>
    address === 'vous' && words[at] === 't' && /['’]/u.test(own[to[at]!] ?? '') && own[from[at]! - 1] !== '-'
  const at = words.findIndex((word, at) => (others.has(word) && !apart(words, at)) || elided(at))
  if (at < 0) return null
  return { words: own.slice(from[at], to[at]), why: { key: `policy.tone-${address}`, values: {} } }
}

const familiar = new Set(['tu', 'toi', 'te', 'ton', 'ta', 'tes', 'tien', 'tienne', 'tiens', 'tiennes'])
const formal = new Set(['vous', 'votre', 'vos', 'vôtre', 'vôtres'].map((word) => wordsOf(word).words[0]!))

/** « le ton », « un tiens »: nouns, not pronouns. « rendez-vous » is one as well. */
const apart = (words: string[], at: number) =>
  (words[at] === 'ton' && ['le', 'un', 'ce', 'de', 'du', 'notre', 'votre'].includes(words[at - 1] ?? '')) ||
  (words[at] === 'tiens' && words[at - 1] === 'un') ||
  (words[at] === 'vous' && words[at - 1] === 'rendez')

const tooMany = (what: 'exclamations' | 'emojis', count: number, most: number | null): Slip | null =>
  most !== null && count > most ? { why: { key: `policy.tone-${what}`, values: { count, most } } } : null

/** Two words and more in capitals, in a row, are shouted; one may be a name. */
function capitals(text: string): Slip | null {
  const found = /(?<![\p{L}\p{N}])\p{Lu}{2,30}(?:['’ ,-]{1,2}\p{Lu}{2,30}){1,20}(?![\p{L}\p{N}])/u.exec(text)
  return found ? { words: found[0], why: { key: 'policy.tone-capitals', values: {} } } : null
}

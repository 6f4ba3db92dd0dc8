import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { lettersOf } from './letters.ts'
import { pt } from './pt.ts'

let common: Set<string> | undefined

/** Whether a word is everyday language somewhere: where it has a capital, a sentence begins and nobody is named. */
export function isCommon(word: string): boolean {
  common ??= new Set([fr, en, es, de, it, pt].flatMap(({ words, text }) => lettersOf(`${words} ${text}`)))
  return common.has(word.toLowerCase().normalize('NFC'))
}

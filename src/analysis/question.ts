import type { Language } from '../model/mood.ts'
import { foldedWords } from '../model/words.ts'

/**
 * Whether somebody who writes this in a chat wants an answer: a sentence that ends in a question mark, or that begins
 * as questions do and is too long for a sigh. A question mark within an address is none.
 */
export function isQuestion(text: string, language: Language | null): boolean {
  const said = text.replace(/https?:\/\/\S+/giu, ' ').trim()
  const words = foldedWords(said)
  if (words.length < 2) return false
  if (/\p{L}[^.!?]*\?+(?=\s|[»"”')]|$)/u.test(said)) return !rhetorical.test(said)
  if (words.length < leastWords) return false
  const asked = words.slice(words.findIndex((word) => !greetings.has(word)))
  const first = asked.slice(0, 3).join(' ')
  const openings = language === null ? [...french, ...english] : language === 'fr' ? french : english
  return openings.some((opening) => first === opening || first.startsWith(`${opening} `))
}

const leastWords = 4

// A question mark after these asks for nobody's answer.
const rhetorical = /^\s*(?:non|hein|ah bon|vraiment|sérieux|really|seriously|right|wtf|quoi|what)\s*\?+\s*$/iu

const greetings = new Set([
  'bonjour',
  'salut',
  'coucou',
  'bonsoir',
  'hello',
  'hi',
  'hey',
  'svp',
  'please',
  'excusez',
  'moi',
])

const french = [
  'comment',
  'pourquoi',
  'quand',
  'est ce',
  'quelqu un',
  'qui sait',
  'qui a',
  'ou est',
  'ou trouver',
  'quel',
  'quelle',
  'quels',
  'quelles',
  'combien',
  'y a',
  'savez vous',
  'peut on',
  'avez vous',
]
const english = [
  'how do',
  'how can',
  'how to',
  'how long',
  'how much',
  'why',
  'when will',
  'when is',
  'where can',
  'where is',
  'does anyone',
  'does anybody',
  'does it',
  'can i',
  'can someone',
  'can anybody',
  'anyone know',
  'is there',
  'is it possible',
  'what is',
  'which',
]

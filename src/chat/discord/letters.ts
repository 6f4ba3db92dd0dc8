/**
 * What people see as one character each, in order, with where it begins (UTF-16 units): an emoji, é, a letter under a
 * pile of accents. Latin letters, which most texts are made of, are told without asking for the rules of Unicode.
 */
export function* lettersOf(text: string): Generator<{ letter: string; index: number }> {
  for (let index = 0; index < text.length; ) {
    if (isLatin(text, index) && isLatin(text, index + 1)) {
      yield { letter: text[index]!, index }
      index++
    } else
      for (const letter of runAt(text, index)) {
        yield { letter, index }
        index += letter.length
      }
  }
}

/** Below the first combining accent; the end of a text joins nothing either. */
const isLatin = (text: string, index: number) => index >= text.length || text.charCodeAt(index) < 0x300

/** At least one letter; the last of a run may go on behind it. */
function runAt(text: string, index: number): string[] {
  for (let length = 64; ; length *= 4) {
    const letters = Array.from(graphemes.segment(text.slice(index, index + length)), ({ segment }) => segment)
    if (index + length >= text.length) return letters
    if (letters.length > 1) return letters.slice(0, -1)
  }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

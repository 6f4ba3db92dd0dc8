/** An emoji and where it stands (UTF-16 units); skin tones and the sign that asks for colour are left out of its name. */
export type Emoji = { emoji: string; from: number; to: number }

/** Every emoji of a text in order; joined ones (a family, a flag) count as the one that people see. */
export function emojiIn(text: string): Emoji[] {
  if (!maybe.test(text)) return []
  return [...text.matchAll(sequence)].map(({ 0: whole, index }) => ({
    emoji: whole.replace(/[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, ''),
    from: index,
    to: index + whole.length,
  }))
}

// Below U+2300 stand signs that people do not mean as pictures: ©, ®, ™, arrows.
const maybe = /[\u2300-\u3299\ud83c-\ud83e]/
const picture = '(?![\\0-\\u22ff])\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]*'
const sequence = new RegExp(
  `\\p{Regional_Indicator}{2}|${picture}(?:\\u200d\\p{Emoji}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]*)*`,
  'gu',
)

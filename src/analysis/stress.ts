import { isStretched } from './lexicon/stretched.ts'

/** How much a word that stands somewhere in the text is stressed, from 1 up: in capitals, « nuuul ». */
export function stressIn(text: string): (from: number, to: number) => number {
  let shouts: boolean | undefined
  const mayShout = () => (shouts ??= shoutingIsRare(text))
  return (from, to) => {
    const written = text.slice(from, to)
    return (inCapitals(written) && mayShout() ? 1.25 : 1) * (isStretched(written) ? 1.2 : 1)
  }
}

const inCapitals = (written: string) =>
  written.length > 2 &&
  !isSmall(written.charCodeAt(0)) &&
  written === written.toUpperCase() &&
  /\p{Lu}/u.test(written)

const isSmall = (code: number) => code >= 0x61 && code <= 0x7a

/** Capitals say something only where not everything is in capitals. */
function shoutingIsRare(text: string) {
  let small = 0
  let tall = 0
  for (const char of text.slice(0, 500)) {
    if (char >= 'a' && char <= 'z') small++
    else if (char >= 'A' && char <= 'Z') tall++
    else if (char > '\x7f' && char !== char.toUpperCase()) small++
    else if (char > '\x7f' && char !== char.toLowerCase()) tall++
  }
  return small > tall
}

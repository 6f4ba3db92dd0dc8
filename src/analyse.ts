import { type Analysis, type Language, languages, type Sentiment } from './model/mood.ts'
import { Oops } from './model/oops.ts'

/** A line of `vigie analyse`: what its text is written in, and its mood. Throws Oops when the line is none. */
export function analysed(
  analysis: Analysis,
  line: string,
  number: number,
): { language: Language | null; sentiment: Sentiment } {
  const { text, language: said } = readLine(line, number)
  const language = languages.find((one) => one === said) ?? analysis.language(text)
  return { language, sentiment: analysis.mood(text, language) }
}

function readLine(line: string, number: number): { text: string; language?: unknown } {
  try {
    const given = JSON.parse(line)
    if (typeof given?.text === 'string') return given
  } catch {
    // Falls through to the same answer.
  }
  throw new Oops('line.not-json', { line: number })
}

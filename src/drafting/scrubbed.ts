import { linksIn } from '../model/claims.ts'
import { foldedWords, visible } from '../model/words.ts'

/**
 * What a language model wrote, as words and nothing else: no markup, no commands, no signs that nobody sees, no
 * mentions that would call somebody, no sentence that leads to a site which the policy does not name (`links`), at most
 * as long as the network takes. Null where nothing is left that could be an answer.
 */
export function scrubbed(
  text: string,
  { links, limits }: { links: string[]; limits: { most: number; count(text: string): number } },
): string | null {
  const known = links.flatMap((link) => linksIn(link).map(({ host }) => host))
  const isKnown = (host: string) => known.some((one) => host === one || host.endsWith(`.${one}`))
  const plain = unwrapped(visible(text.slice(0, longest)).replace(/\r\n?/gu, '\n'))
    .replace(/\p{Cc}|\p{Co}|\p{Cn}|\p{Cs}/gu, (sign) => (sign === '\n' ? '\n' : sign === '\t' ? ' ' : ''))
    .replace(/<[!/]?[\p{L}@#!][^<>]{0,300}>/gu, '')
    .replace(/!?\[([^\]\n]{0,300})\]\(([^)\s]{0,2000})\)/gu, '$1 $2')
    .replace(/\*{1,3}|`+|~~|^ {0,3}#{1,6} +|^ {0,3}> ?/gmu, '')
    .replace(/(^|[\s([{«“"'’])[@＠]+(?=[\p{L}\p{N}_])/gu, '$1')
  const sentences = plain.split(sentenceEnd)
  const kept = sentences.filter((one) => linksIn(one).every(({ host }) => isKnown(host)))
  const whole = tidy(kept.join(' '))
  const shortened = limits.count(whole) <= limits.most ? whole : shortenedTo(kept, limits)
  return /\p{L}{2}/u.test(shortened) ? shortened : null
}

/** Whether a draft gives away what the model was told, eight words in a row. */
export function repeats(draft: string, rules: string): boolean {
  const told = ` ${foldedWords(rules).join(' ')} `
  const words = foldedWords(draft)
  return words.some(
    (_, at) => at + run <= words.length && told.includes(` ${words.slice(at, at + run).join(' ')} `),
  )
}

/** Without what models like to put around an answer: a fence, quotes, « Réponse : », their thoughts. */
const unwrapped = (text: string) =>
  text
    .replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu, '')
    .trim()
    .replace(/^```[\w-]*\n([\s\S]*?)\n?```$/u, '$1')
    .replace(
      /^(?:\*\*)?(?:réponse|reply|answer|response|draft|brouillon)(?:\*\*)?[ \u00a0\u202f]?:(?:\*\*)?\s*/iu,
      '',
    )
    .replace(/^(["«“])[ \u00a0\u202f]?([^"«»“”]*?)[ \u00a0\u202f]?["»”]$/u, '$2')

/** As many whole sentences, from the first on, as the network takes. */
function shortenedTo(sentences: string[], { most, count }: { most: number; count(text: string): number }) {
  let kept = ''
  for (const sentence of sentences) {
    const longer = tidy(`${kept} ${sentence}`)
    if (count(longer) > most) break
    kept = longer
  }
  return kept
}

const tidy = (text: string) =>
  text
    .replace(/[ \t]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()

/** Between two sentences; the line breaks behind one stay with it. */
const sentenceEnd = /(?<=[.!?…](?:[\u00a0\u202f]?[»”")])?\n*)[ \t]+|(?<=\n)(?=[^\n])/u
const run = 8
/** UTF-16 units of a model's answer that are looked at. */
const longest = 20_000

import type { Canned } from '../model/canned.ts'
import type { Mention } from '../model/mention.ts'
import type { Locale } from '../model/team.ts'
import { renderTemplate, type TemplateValues } from '../model/template.ts'
import { type Fit, fitOf, type When } from '../model/when.ts'
import { foldedWords } from '../model/words.ts'

/** A reply that is ready to use, with its text for one mention. `fit` says why it was chosen. */
export type Ready = { name: string; text: string; fit: Fit; rank: number }

/**
 * The replies of a team that fit a mention, in its language, each in one of its ways of putting it: the most exact
 * first, since what asks for more says more about what the mention is about. `said` are texts that the brand used
 * lately: a wording that is among them comes last. `fits` is what its network takes.
 */
export function readyReplies(
  canned: Canned[],
  mention: Mention,
  {
    language,
    values,
    said,
    fits,
  }: { language: Locale; values: TemplateValues; said: string[]; fits: (text: string) => boolean },
): Ready[] {
  const used = said.map(wordsKey)
  return canned
    .flatMap((reply, order): (Ready & { order: number })[] => {
      const fit = reply.language === language ? fitOf(reply.when, mention) : null
      if (!fit) return []
      const topic = fit.topics.includes(values.topic ?? '') ? values.topic : fit.topics[0]
      const [best] = reply.texts
        .flatMap(({ template, when }): Wording[] => {
          const closer = fitOf(when, mention)
          const made = closer && renderTemplate(template, { ...values, ...(topic ? { topic } : {}) })
          if (!made || !fits(made.text)) return []
          const again = used.includes(wordsKey(made.text))
          return [{ text: made.text, again, left: made.left, met: closer.met, turn: 0 }]
        })
        // Whose turn it is hangs on the mention alone, so that asking twice gives the same.
        .map((wording, nth, all) => ({ ...wording, turn: (nth + mention.id) % all.length }))
        .sort(byWording)
      return best ? [{ name: reply.name, text: best.text, fit, rank: rankOf(reply.when, fit), order }] : []
    })
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
}

type Wording = { text: string; again: boolean; left: number; met: number; turn: number }

const byWording = (a: Wording, b: Wording) =>
  Number(a.left > 0) - Number(b.left > 0) ||
  Number(a.again) - Number(b.again) ||
  b.met - a.met ||
  a.turn - b.turn

/**
 * What a mention says tells most about which answer it wants: each of its words that a reply asks for counts, the
 * first most; then its topics, then the rest.
 */
function rankOf(when: When, { met, words }: Fit): number {
  const said = new Set(words.map((one) => foldedWords(one).join(' '))).size
  return met + (when.topics ? 1 : 0) + (when.personal ? 4 : 0) + (said > 0 ? 2 + Math.min(said, 4) / 2 : 0)
}

/** The same for texts that differ only in whom they greet, or in how they were typed. */
const wordsKey = (text: string) =>
  foldedWords(text.replace(/^\s*(?:bonjour|bonsoir|hello|hi|dear)[^,.!:\n]{0,60}[,.!:\n]/iu, '')).join(' ')

import { reasonOf, Unavailable } from '../model/oops.ts'
import type { Policy } from '../model/policy.ts'
import { fitOf } from '../model/when.ts'
import { reasonWords } from '../texts/texts.ts'
import { saidAgain } from './again.ts'
import { askedOf } from './asking.ts'
import type { ToDraft } from './drafting.ts'
import { repeats, scrubbed } from './scrubbed.ts'
import { nameOf } from './values.ts'

/** What became of asking a model: at most one text, and a note where there is none. */
type Modelled = { texts: string[]; note: string | null }

export const noModel: Modelled = { texts: [], note: null }

/**
 * What a language model writes for a mention, made harmless. `others` are the other drafts, as examples of the brand's
 * voice. A model's failures become a note; anything else is our bug and flies.
 */
export async function modelled(
  { mention, team, model, limits, say, signal }: ToDraft,
  policy: Policy,
  language: string,
  others: { text: string }[],
): Promise<Modelled> {
  // Of a post whose text is gone there is nothing to answer.
  if (!model || (!mention.post.text && !mention.post.title)) return noModel
  const asked = askedOf(mention, {
    policy,
    brand: team.title,
    language,
    most: Math.min(limits.most, longestAsked),
    inPrivate: policy.private.some(({ when }) => fitOf(when, mention)),
    examples: others.map(({ text }) => saidAgain(text, null, nameOf(mention.post.author))),
  })
  try {
    const text = scrubbed(await model.write(asked, signal), { links: policy.links ?? [], limits })
    if (text === null) throw new Unavailable('the language model wrote nothing', { key: 'draft.model-empty' })
    if (repeats(text, asked.rules))
      throw new Unavailable('the language model repeats its rules', { key: 'draft.model-leak' })
    return { texts: [text], note: null }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { texts: [], note: say.plain('draft.no-model', { why: reasonWords(reasonOf(error), say) }) }
  }
}

/** Nobody wants a longer answer, whatever the network takes. */
const longestAsked = 900

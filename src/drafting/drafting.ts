import type { Canned } from '../model/canned.ts'
import { type Mention, mainTopic } from '../model/mention.ts'
import { type EscalationRule, judge, type Policy, usualPolicy } from '../model/policy.ts'
import type { ApprovedReply, Draft } from '../model/reply.ts'
import type { Locale, Team } from '../model/team.ts'
import { fitOf } from '../model/when.ts'
import { folded } from '../model/words.ts'
import { type Say, whyWords } from '../texts/texts.ts'
import { saidAgain } from './again.ts'
import type { LanguageModel } from './model.ts'
import { modelled, noModel } from './modelled.ts'
import { type Ready, readyReplies } from './ready.ts'
import { type Similar, similarReplies } from './similar.ts'
import { nameOf, valuesFor } from './values.ts'

export type { LanguageModel } from './model.ts'

/** What drafts are made of. `by` is who asks for them; `limits` are the network's; `say` speaks the reader's language. */
export type ToDraft = {
  mention: Mention
  team: Team
  approved: ApprovedReply[]
  limits: { most: number; count(text: string): number }
  model: LanguageModel | null
  by?: { name: string } | null
  say: Say
  signal?: AbortSignal
}

/** Proposals, the best first, and what people should know of the way there (a model that was silent), in words. */
export type Drafts = { drafts: Draft[]; note: string | null }

/**
 * At most five answers to a mention, in its language, of the length that its network takes: replies that are ready to
 * use, approved ones to similar mentions, and what a language model writes. Never throws for a model's failures.
 */
export async function draftsFor(ask: ToDraft): Promise<Drafts> {
  const { mention, team, say, limits, approved } = ask
  const policy = team.policy ?? usualPolicy
  const language = mention.language ?? team.locale
  const fits = (text: string) => limits.count(text) <= limits.most
  const minded = policy.escalate.filter(({ when }) => fitOf(when, mention))
  const [delicate] = minded
  const alike = delicate
    ? []
    : similarOf(ask, language)
        .filter(({ text }) => fits(text))
        .slice(0, mostLooked)
  const ready = readyOf(ask, language, { fits, minded })
  const written = delicate ? noModel : await modelled(ask, policy, language, [...alike, ...ready])
  const proposals = [
    ...alike.map((one) => similarDraft(one, say)),
    ...ready.map((one) => readyDraft(one, mention, say)),
    ...written.texts.map((text) => modelDraft(text, ask.model?.name ?? '', say)),
  ]
  return {
    drafts: bestOf(proposals, { mention, policy, language, limits }).map((draft) => ({ ...draft, language })),
    note: delicate ? say.plain('draft.delicate', { why: whyWords(delicate.why, say) }) : written.note,
  }

  function similarOf({ mention }: ToDraft, language: Draft['language']): Similar[] {
    const { title, text } = mention.post
    const topics = mention.topics.map(({ name }) => name)
    const mood = (mainTopic(mention)?.mood ?? mention.mood).label
    const name = nameOf(mention.post.author)
    return similarReplies({ title, text, topics, mood, language }, approved).map((one) => ({
      ...one,
      text: saidAgain(one.text, name, nameOf(one.author)),
    }))
  }
}

/** Where rules say that people must know (`minded`), only what was written for the very words that they mind. */
function readyOf(
  { mention, team, approved, by }: ToDraft,
  language: Draft['language'],
  { fits, minded }: { fits: (text: string) => boolean; minded: EscalationRule[] },
): Ready[] {
  if (language !== 'fr' && language !== 'en') return []
  const words = minded.flatMap(({ when }) => fitOf(when, mention)?.words.map(folded) ?? [])
  const meant = ({ when }: Canned) =>
    minded.length === 0 ||
    (when.personal !== null && minded.some((rule) => rule.when.personal === when.personal)) ||
    (when.words !== null && fitOf(when, mention)?.words.some((word) => words.includes(folded(word))))
  const values = valuesFor(mention, team, { by: by ?? null, language: language satisfies Locale })
  return readyReplies((team.canned ?? []).filter(meant), mention, {
    language,
    values,
    said: approved.map(({ text }) => text),
    fits,
  })
}

type Proposal = Draft & { worth: number }

const similarDraft = ({ reply, text, alike, words }: Similar, say: Say): Proposal => {
  const why = say.plain('draft.why-similar', { words: words.join(', '), percent: Math.round(alike * 100) })
  return {
    text,
    language: null,
    how: { is: 'similar', reply, why },
    why,
    worth: Math.min(1, alike * ownWords),
  }
}

function readyDraft({ name, text, fit, rank }: Ready, { topics }: Mention, say: Say): Proposal {
  const about =
    fit.words.length > 0 ? fit.words : fit.topics.length > 0 ? fit.topics : topics.map(({ name }) => name)
  const [mood] = fit.moods
  const why = say.plain('draft.why-canned', {
    name,
    about: about.slice(0, 4).join(', '),
    mood: say.plain(`mood.${mood ?? 'neutral'}`),
  })
  return {
    text,
    language: null,
    how: { is: 'canned', name },
    why,
    worth: Math.min(rank, mostRank) / mostRank,
  }
}

function modelDraft(text: string, model: string, say: Say): Proposal {
  const why = say.plain('draft.why-model', { model })
  return { text, language: null, how: { is: 'model', model }, why, worth: modelsWorth }
}

/** The most useful: none that nobody could approve, before others those that break no rule, each text once. */
function bestOf(
  proposals: Proposal[],
  at: { mention: Mention; policy: Policy; language: Draft['language']; limits: ToDraft['limits'] },
): Draft[] {
  const seen = new Set<string>()
  return proposals
    .map(({ worth, ...draft }) => {
      const { network } = at.mention.post
      const { broken } = judge(draft.text, { ...at, network, public: true, limit: at.limits })
      return { draft, worth, broken }
    })
    .filter(({ broken }) => broken.every(({ do: severity }) => severity !== 'refuse'))
    .sort((a, b) => a.broken.length - b.broken.length || b.worth - a.worth)
    .filter(({ draft }) => !seen.has(folded(draft.text)) && seen.add(folded(draft.text)))
    .slice(0, mostDrafts)
    .map(({ draft }) => draft)
}

const mostDrafts = 5
/** Of each kind so many are held against the policy, which takes time. */
const mostLooked = 8
/** A canned reply of this rank fits as exactly as one can. */
const mostRank = 9
/** What the team wrote for such a mention goes before what was written for all of them, from about half alike. */
const ownWords = 1.5
/** Between what fits exactly and what fits roughly: it speaks of the very mention, but nobody has read it yet. */
const modelsWorth = 0.5

import { figuresIn, linksIn } from './claims.ts'
import { personalIn } from './personal.ts'
import type { Broken, Followed, Judged, MentionRule, WordRule } from './policy.ts'
import { readQuery } from './query.ts'
import { hitsOf } from './query-hits.ts'
import { toneSlips } from './tone.ts'
import { type Words, wordsOf } from './words.ts'

/** The rules that a draft breaks, the gravest first, and the parts of the policy that it keeps to. */
export function brokenRules(text: string, at: Judged & { inPrivate: MentionRule | null }) {
  const { policy, language, inPrivate } = at
  const words = wordsOf(text)
  // The language is the mention's; a draft may be written in another, and what is refused is refused in any.
  const speaks = (rule: WordRule) =>
    rule.do === 'refuse' || !rule.languages || language === null || rule.languages.includes(language)
  const byWords = (rules: WordRule[]) => rules.filter(speaks).flatMap((rule) => brokenBy(rule, words))
  const parts: Record<Followed, Broken[] | null> = {
    personal: at.public ? personalBroken(text, at) : null,
    promises: policy.promises.some(speaks) ? byWords(policy.promises) : null,
    avoid: policy.avoid.some(speaks) ? byWords(policy.avoid) : null,
    private: inPrivate ? offerMissing(words, inPrivate) : null,
    facts: policy.claims && policy.facts.length > 0 ? unknownFigures(text, at) : null,
    links: policy.claims && policy.links ? strayLinks(text, at) : null,
    tone: toneSlips(text, policy.tone, language),
  }
  const broken = together(Object.values(parts).flatMap((part) => part ?? []))
  return {
    broken: broken.toSorted((a, b) => Number(b.do === 'refuse') - Number(a.do === 'refuse')),
    follows: (Object.keys(parts) as Followed[]).filter((part) => parts[part]?.length === 0),
  }
}

/** What breaks one rule for one reason, as one, with all the words. */
function together(all: Broken[]): Broken[] {
  const reasons = new Map<string, Broken>()
  for (const one of all) {
    const key = JSON.stringify([one.rule, one.why, one.do])
    const known = reasons.get(key)
    const words = [known?.words, one.words].filter((words) => words !== undefined).join(', ')
    reasons.set(key, { ...one, ...(words === '' ? {} : { words: quoted(words) }) })
  }
  return [...reasons.values()]
}

function brokenBy({ name, words: query, why, do: severity }: WordRule, words: Words): Broken[] {
  const [hit] = hitsOf(query, words) ?? []
  if (!hit) return []
  return [{ rule: name, words: quoted(words.text.slice(hit.from, hit.to)), why, do: severity }]
}

const personalBroken = (text: string, { policy }: Judged): Broken[] =>
  personalIn(text, policy.contacts).map((found) => ({
    rule: 'personal-data',
    words: quoted(found.text),
    why: { key: `policy.personal-${found.kind}`, values: {} },
    do: policy.personal,
  }))

/** Public first, then in private: but the public answer has to offer it. */
function offerMissing(words: Words, { name }: MentionRule): Broken[] {
  if (hitsOf(offers, words)) return []
  return [{ rule: name, why: { key: 'policy.no-offer', values: {} }, do: 'warn' }]
}

/** Ways of saying « écrivez-nous en privé ». */
const offers = readQuery(
  '"message privé" OR "messages privés" OR "messagerie privée" OR "en privé" OR MP OR "par mail" OR "par e-mail" OR "par courriel" OR "private message" OR "private messages" OR "direct message" OR "in private" OR privately OR DM OR DMs OR "by email" OR "by e-mail" OR "email us" OR "e-mail us" OR inbox',
)

function unknownFigures(text: string, { policy, mention }: Judged): Broken[] {
  const { title, text: said } = mention.post
  const vouched = [
    ...policy.facts.flatMap(({ say }) => Object.values(say)),
    ...policy.contacts,
    title ?? '',
    said ?? '',
  ].flatMap((known) => figuresIn(known).map(({ value }) => value))
  const others = personalIn(text).map((one) => one.text)
  return figuresIn(withoutKnown(text, [...policy.contacts, ...others]))
    .filter(({ value }) => !vouched.includes(value))
    .map(({ text }) => broken('figures', text, policy.claims!))
}

function strayLinks(text: string, { policy }: Judged): Broken[] {
  const known = (policy.links ?? []).flatMap((link) => linksIn(link).map(({ host }) => host))
  return linksIn(text)
    .filter(({ host }) => !known.some((one) => host === one || host.endsWith(`.${one}`)))
    .map(({ text }) => broken('links', text, policy.claims!))
}

const broken = (rule: 'figures' | 'links', words: string, severity: Broken['do']): Broken => ({
  rule,
  words: quoted(words),
  why: { key: `policy.${rule}`, values: {} },
  do: severity,
})

const withoutKnown = (text: string, known: string[]) =>
  known.reduce((left, one) => (one === '' ? left : left.replaceAll(one, ' ')), text)

/** Short, in one line. */
const quoted = (text: string) => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${[...line].slice(0, longest - 1).join('')}…` : line
}

const longest = 60

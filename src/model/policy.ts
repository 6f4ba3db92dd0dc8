import type { Mention } from './mention.ts'
import type { Language } from './mood.ts'
import type { Network } from './network.ts'
import type { Values } from './oops.ts'
import { may, type Role } from './person.ts'
import { brokenRules } from './policy-rules.ts'
import type { Query } from './query.ts'
import type { Locale, Place, SettingPlace } from './team.ts'
import { minute } from './time.ts'
import { fitOf, type When } from './when.ts'

/** The same in each of Vigie's languages; what is written in one alone serves for both. */
export type LocaleText = Record<Locale, string>

/** Whether a draft that breaks a rule may be approved all the same. */
export const severities = ['warn', 'refuse'] as const
export type Severity = (typeof severities)[number]

/** How a brand answers: what may be said, what may not, who approves (`policy.yaml`). */
export type Policy = {
  tone: Tone
  /** What answers may state, and which figures therefore. */
  facts: Fact[]
  /** What happens to figures that neither a fact nor the mention holds, and to links elsewhere; null: nothing. */
  claims: Severity | null
  /** Addresses that answers may lead to; the first is the usual one. Null: any. */
  links: string[] | null
  /** The brand's own e-mail addresses, numbers and domains: no personal data. The first is the usual one. */
  contacts: string[]
  avoid: WordRule[]
  /** What nobody may promise. */
  promises: WordRule[]
  /** Personal data in a public draft. */
  personal: Severity
  /** Mentions that are to go on in private: first a public answer, which offers it. */
  private: MentionRule[]
  escalate: EscalationRule[]
  approvals: { number: number; by: Role; rules: ApprovalRule[] }
  /** Whether an author may approve, where nobody else could. */
  alone: boolean
  /** Channels beside the team's own where approvals are asked for: an agency's client. */
  approvalsAlso: Place[]
  /** Between the last approval and the publication, in ms: time to stop it. */
  grace: number
  /** For so long a draft waits for approvals, in ms. */
  expires: number
  /** Mentions for which Vigie drafts by itself. */
  drafts: MentionRule[]
}

export type Tone = {
  /** How French answers address people; null: as they like. */
  address: 'vous' | 'tu' | null
  /** Of each at most so many; null: any number. */
  exclamations: number | null
  emojis: number | null
  /** WORDS IN CAPITALS. */
  capitals: boolean
  /** For those who write, people and models. */
  words: LocaleText | null
  do: Severity
}

export type Fact = { name: string; say: LocaleText; topics: string[] | null; at?: SettingPlace }

/** Words that a draft must not hold, in some languages or all (null). */
export type WordRule = {
  name: string
  words: Query
  languages: Language[] | null
  why: LocaleText
  do: Severity
  at?: SettingPlace
}

export type MentionRule = { name: string; when: When; why: LocaleText; at?: SettingPlace }

/** Who must know of a mention, by role or by a person's id; whether it may be hidden. Vigie never deletes. */
export type EscalationRule = MentionRule & { to: string; hide: boolean }

/** Who must approve an answer; what is not said asks for no more than elsewhere. `rules`: one of these is broken or applies. */
export type ApprovalRule = {
  name: string
  when: When
  rules: string[] | null
  number: number | null
  by: Role | null
  alone: boolean | null
  at?: SettingPlace
}

/** Why, in the words of the team's policy, or by the key of a text of ours (src/texts/policy.ts). `whyWords` says it. */
export type Why = LocaleText | { key: string; values: Values }

/** `words` are the draft's own: they may hold personal data, and belong in no trail. */
export type Broken = { rule: string; words?: string; why: Why; do: Severity }

/** What parts of the policy a draft may keep to. */
export const followable = ['tone', 'facts', 'links', 'avoid', 'promises', 'personal', 'private'] as const
export type Followed = (typeof followable)[number]

export type Verdict = {
  broken: Broken[]
  /** The parts that hold rules for this draft of which it breaks none. */
  follows: Followed[]
  /** So many different people, of this role or a higher one. */
  approvals: number
  by: Role
  /** Whether the author's own may count, where nobody else could approve. */
  alone: boolean
  /** Why this should go on in private. */
  private: { rule: string; why: LocaleText } | null
  escalate: { rule: string; to: Role | (string & {}); why: LocaleText }[]
  /** Why the comment may be hidden, the strongest thing there is. */
  hide: { rule: string; why: LocaleText } | null
  tooLong: { length: number; most: number } | null
}

/** `public`: for everybody to read, as opposed to a private message. `limit`: what its network allows. */
export type Judged = {
  mention: Mention
  network: Network
  language: Language | null
  policy: Policy
  public: boolean
  limit?: { most: number; count(text: string): number } | null
}

/** What a team's policy says of a draft: which rules it breaks, which parts it keeps to, and who must approve it. */
export function judge(text: string, at: Judged): Verdict {
  const { mention, policy, limit } = at
  const [inPrivate] = at.public ? policy.private.filter(({ when }) => fitOf(when, mention)) : []
  const { broken, follows } = brokenRules(text, { ...at, inPrivate: inPrivate ?? null })
  const escalated = policy.escalate.filter(({ when }) => fitOf(when, mention))
  const hidden = escalated.find(({ hide }) => hide)
  const length = limit?.count(text) ?? 0
  return {
    broken,
    follows,
    ...approvalsOf(
      mention,
      policy,
      [...broken.map(({ rule }) => rule), ...escalated.map(named)].concat(inPrivate?.name ?? []),
    ),
    private: inPrivate ? { rule: inPrivate.name, why: inPrivate.why } : null,
    escalate: escalated.map(({ name, to, why }) => ({ rule: name, to, why })),
    hide: hidden ? { rule: hidden.name, why: hidden.why } : null,
    tooLong: limit && length > limit.most ? { length, most: limit.most } : null,
  }
}

/** The rule by which Vigie drafts an answer to this mention by itself, or null. */
export const draftsItself = (mention: Mention, { drafts }: Pick<Policy, 'drafts'>): MentionRule | null =>
  drafts.find(({ when }) => fitOf(when, mention)) ?? null

/** The most that any rule asks for. */
function approvalsOf(mention: Mention, { approvals, alone }: Policy, touched: string[]) {
  const rules = approvals.rules.filter(
    ({ when, rules }) => (rules?.some((rule) => touched.includes(rule)) ?? true) && fitOf(when, mention),
  )
  return {
    approvals: Math.max(approvals.number, ...rules.map(({ number }) => number ?? 0)),
    by: rules.reduce((by, rule) => (rule.by && may(rule.by, by) ? rule.by : by), approvals.by),
    alone: rules.reduce((may, rule) => may && (rule.alone ?? true), alone),
  }
}

const named = ({ name }: { name: string }) => name

/** Where a team has no policy: one approver who is not the author, a minute to stop it, no personal data in public. */
export const usualPolicy: Policy = {
  tone: { address: null, exclamations: null, emojis: null, capitals: true, words: null, do: 'warn' },
  facts: [],
  claims: null,
  links: null,
  contacts: [],
  avoid: [],
  promises: [],
  personal: 'refuse',
  private: [],
  escalate: [],
  approvals: { number: 1, by: 'approver', rules: [] },
  alone: false,
  approvalsAlso: [],
  grace: minute,
  expires: 24 * 60 * minute,
  drafts: [],
}

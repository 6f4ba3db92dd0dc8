import { roles } from '../model/person.ts'
import { type MentionRule, type Policy, usualPolicy, type WordRule } from '../model/policy.ts'
import type { SettingPlace } from '../model/team.ts'
import type { Known } from './answers-checks.ts'
import type { PolicySettings } from './policy-shape.ts'
import { nameKey } from './repeats.ts'
import { sameName, whenOf } from './when-shape.ts'

/** Where something of a policy stands. */
export type PlaceIn = (path: (string | number)[]) => SettingPlace

/** What a file says, and where it says it. */
export type Written<Settings> = { value: Settings; place: PlaceIn }

/**
 * A team's policy: what all teams share, and its own on top. A rule of its own takes the place of one of the same
 * name, and what stands under `without` is left out.
 */
export function policyOf(
  shared: Written<PolicySettings> | null,
  own: Written<PolicySettings> | null,
  known: Pick<Known, 'topics' | 'people' | 'rules'>,
): Policy {
  const both = [own, shared].filter((one) => one !== null)
  const first = <Key extends keyof PolicySettings>(key: Key) =>
    both.map(({ value }) => value[key]).find((value) => value !== undefined)
  const without = new Set((own?.value.without ?? []).map(nameKey))
  function rules<Key extends keyof PolicySettings, Rule extends { name: string }>(
    key: Key,
    make: (given: Entry<Key>, at: SettingPlace) => Rule,
  ): Rule[] {
    const made = both.flatMap(({ value, place }) =>
      ((value[key] ?? []) as Entry<Key>[]).map((given, at) => make(given, place([key, at]))),
    )
    return distinct(made).filter(({ name }) => !without.has(nameKey(name)))
  }
  const approvals = both.map(({ value }) => value.approvals ?? {})
  const asked = <Key extends 'number' | 'by' | 'alone' | 'also'>(key: Key) =>
    approvals.map((one) => one[key]).find((value) => value !== undefined)
  const tone = { ...shared?.value.tone, ...own?.value.tone }
  const claims = first('claims')
  return {
    tone: {
      address: tone.address === 'any' ? null : (tone.address ?? null),
      exclamations: tone.exclamations ?? null,
      emojis: tone.emojis ?? null,
      capitals: tone.capitals ?? usualPolicy.tone.capitals,
      words: tone.words ?? null,
      do: tone.do ?? usualPolicy.tone.do,
    },
    facts: rules('facts', ({ name, say, topics }, at) => ({
      name,
      say,
      topics: topics?.map((one) => sameName(one, known.topics)) ?? null,
      at,
    })),
    claims: claims === 'ignore' ? null : (claims ?? usualPolicy.claims),
    links: first('links') ?? null,
    contacts: first('contacts') ?? [],
    avoid: rules('avoid', wordRule('warn')),
    promises: rules('promises', wordRule('refuse')),
    personal: first('personal') ?? usualPolicy.personal,
    private: rules('private', mentionRule(known.topics)),
    escalate: rules('escalate', (given, at) => ({
      ...mentionRule(known.topics)(given, at),
      to: sameName(given.to, [...roles, ...known.people]),
      hide: given.hide ?? false,
    })),
    approvals: {
      number: asked('number') ?? usualPolicy.approvals.number,
      by: asked('by') ?? usualPolicy.approvals.by,
      rules: distinct(
        both.flatMap(({ value, place }) =>
          (value.approvals?.rules ?? []).map(({ name, when, rules, number, by, alone }, at) => ({
            name,
            when: whenOf(when, known.topics),
            rules: rules?.map((one) => sameName(one, known.rules)) ?? null,
            number: number ?? null,
            by: by ?? null,
            alone: alone ?? null,
            at: place(['approvals', 'rules', at]),
          })),
        ),
      ).filter(({ name }) => !without.has(nameKey(name))),
    },
    alone: asked('alone') ?? usualPolicy.alone,
    approvalsAlso: asked('also') ?? [],
    grace: first('grace') ?? usualPolicy.grace,
    expires: first('expires') ?? usualPolicy.expires,
    drafts: rules('drafts', mentionRule(known.topics)),
  }
}

/** An entry of one of the policy's lists. */
type Entry<Key extends keyof PolicySettings> =
  NonNullable<PolicySettings[Key]> extends (infer One)[] ? One : never

const wordRule =
  (usual: WordRule['do']) =>
  ({ name, words, languages, why, do: severity }: Entry<'avoid'>, at: SettingPlace): WordRule => ({
    name,
    words,
    languages: languages ?? null,
    why,
    do: severity ?? usual,
    at,
  })

const mentionRule =
  (topics: string[]) =>
  ({ name, when, why }: Entry<'private'>, at: SettingPlace): MentionRule => ({
    name,
    when: whenOf(when, topics),
    why,
    at,
  })

/** Of those of one name, the first: the team's own stand before what is shared. */
const distinct = <Rule extends { name: string }>(rules: Rule[]) =>
  rules.filter(({ name }, at) => rules.findIndex((other) => nameKey(other.name) === nameKey(name)) === at)

import type { Canned } from '../model/canned.ts'
import type { Mention } from '../model/mention.ts'
import { judge, type Policy, usualPolicy } from '../model/policy.ts'
import type { Locale } from '../model/team.ts'
import { renderTemplate, type Template, variablesIn } from '../model/template.ts'
import type { AnswerSheets } from './answers.ts'
import { type Problem, problem, shown } from './problem.ts'
import { nameKey } from './repeats.ts'

/**
 * Each reply that is ready to use, tried on the team's policy: one that breaks it would never be approved. In the
 * team's own files that is a mistake; of the shared ones a warning, since other teams may use them. Facts that are
 * named must be there.
 */
export function cannedTrials({
  shared,
  own,
  policy,
  canned,
}: {
  shared: AnswerSheets
  own: AnswerSheets
  policy: Policy | null
  canned: Canned[]
}): { problems: Problem[]; warnings: Problem[] } {
  const found = { problems: [] as Problem[], warnings: [] as Problem[] }
  const facts = (policy?.facts ?? []).map(({ name }) => nameKey(name))
  for (const reply of canned) {
    const { language } = reply
    if (language !== 'fr' && language !== 'en') continue
    const isOwn = own[language]?.written?.place(nowhereIn).file === reply.at?.file
    const sheet = (isOwn ? own : shared)[language]!.sheet
    const nth = (sheet.value as { name: string }[]).findIndex(
      ({ name }) => nameKey(name) === nameKey(reply.name),
    )
    reply.texts.forEach(({ template }, at) => {
      const place = textPlace(sheet, nth, at)
      for (const variable of variablesIn(template))
        if (isOwn && variable.startsWith('fact:') && !facts.includes(nameKey(variable.slice(5))))
          found.problems.push(
            problem(sheet.file, place, 'canned.fact', {
              given: shown(variable.slice(5)),
              known: (policy?.facts ?? []).map(({ name }) => shown(name)).join(', '),
            }),
          )
      const text = renderTemplate(template, someValues(template, policy, language))?.text
      if (text === undefined) return
      const { broken } = judge(text, {
        mention: nobodys,
        network: 'web',
        language,
        policy: policy ?? usualPolicy,
        public: true,
      })
      for (const { rule, words, do: severity } of broken)
        found[isOwn && severity === 'refuse' ? 'problems' : 'warnings'].push(
          problem(sheet.file, place, 'canned.breaks', {
            given: shown(reply.name),
            rule,
            words: words ?? shown(text),
          }),
        )
    })
  }
  return found
}

const nowhereIn: (string | number)[] = []

/** `texts` may be one text, or a list. */
function textPlace(sheet: NonNullable<AnswerSheets['fr']>['sheet'], nth: number, at: number) {
  const { texts } = (sheet.value as { texts?: unknown }[])[nth] ?? {}
  return sheet.place(Array.isArray(texts) ? [nth, 'texts', at] : [nth, 'texts'])
}

/** Every variable said, with nothing that a rule could take offence at. */
const someValues = (template: Template, policy: Policy | null, language: Locale) =>
  Object.fromEntries(
    variablesIn(template).map((name) => {
      if (name === 'link') return [name, policy?.links?.[0] ?? null]
      if (name === 'contact') return [name, policy?.contacts[0] ?? null]
      const fact = policy?.facts.find((one) => nameKey(`fact:${one.name}`) === nameKey(name))
      if (name.startsWith('fact:')) return [name, fact?.say[language] ?? null]
      return [name, 'Camille']
    }),
  )

/** A mention that says nothing, so that only what a reply says itself is judged. */
const nobodys: Mention = {
  id: 0,
  team: '',
  post: {
    url: null,
    title: null,
    text: null,
    author: null,
    outlet: '',
    publishedAt: null,
    network: 'web',
    reach: null,
    sample: true,
  },
  topics: [],
  mood: { label: 'neutral', score: 0, confidence: 0 },
  language: null,
  story: '',
  heardAt: 0,
  state: { is: 'new' },
}

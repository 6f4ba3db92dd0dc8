import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { number, since, text, topic, topicNamed } from '../src/chat/options.ts'
import { query } from '../src/chat/topic-options.ts'
import { Oops } from '../src/model/oops.ts'
import type { Instant } from '../src/model/post.ts'
import type { Query } from '../src/model/query.ts'
import { type Rule, usualRule } from '../src/model/rule.ts'
import { day } from '../src/model/time.ts'
import { anyMention } from '../src/model/when.ts'
import { tryRule } from '../src/reports/rule-trial.ts'
import { ruleTrialMessage } from '../src/reports/rule-trial-message.ts'

/** Plays a rule on the stored past before it is switched on: one of the settings, or one that is typed here. */
export default command({
  name: 'rules try',
  names: { fr: 'règles essayer' },
  also: ['try', 'test', 'essayer', 'tester', 'essai'].flatMap((verb) => [
    `rules ${verb}`,
    `rule ${verb}`,
    `règles ${verb}`,
    `règle ${verb}`,
  ]),
  about: 'rules.try-about',
  for: 'staff',
  quiet: true,
  options: {
    name: text({ en: ['name'], fr: ['nom'] }, 'rules.try-name', { loose: true }),
    words: query({ en: ['words'], fr: ['mots'] }, 'rules.try-words'),
    reach: number({ en: ['reach'], fr: ['audience'] }, 'rules.try-reach'),
    negative: number({ en: ['negative'], fr: ['négatif'] }, 'rules.try-negative'),
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'rules.try-topic'),
    since: since({ en: ['since'], fr: ['depuis'] }, 'rules.try-since'),
  },
  run(asked) {
    const { name, words, reach, negative, topic, since = asked.now - 30 * day } = asked.options
    const isTyped = words !== undefined || reach !== undefined || negative !== undefined
    if (!isTyped) return triedNamed(asked, name, since)
    if (negative !== undefined && (negative < 1 || negative > 99)) throw new Oops('rules.percent')
    const rule = typed(name ?? asked.say.plain('rules.typed'), { words, reach, negative, topic })
    return tried(asked, rule, since)
  },
})

/** One of the settings, by its name. Throws Oops where there is none of that name. */
export function triedNamed(asked: Asked, name: string | undefined, since: Instant): Promise<Message> {
  const { team, say } = asked
  const rules = team.rules ?? []
  const names = rules.map((rule) => rule.name).join(', ') || say.plain('rules.nothing-named')
  if (!name) throw new Oops('rules.try-what', { names })
  const rule = topicNamed(rules, name)
  if (!rule) throw new Oops('rules.no-such', { given: name, names })
  return tried(asked, rule, since)
}

async function tried(asked: Asked, rule: Rule, since: Instant): Promise<Message> {
  return ruleTrialMessage(rule, await tryRule(asked, rule, since), since, asked)
}

type Typed = {
  words: { text: string; query: Query } | undefined
  reach: number | undefined
  negative: number | undefined
  topic: string | undefined
}

/** With what the settings would leave to the usual. */
const typed = (name: string, { words, reach, negative, topic }: Typed): Rule => ({
  ...usualRule,
  name,
  when: { ...anyMention, words: words?.query ?? null, topics: topic === undefined ? null : [topic] },
  written: words?.text ?? null,
  reach: reach ?? null,
  share: negative === undefined ? null : { over: negative, ...usualRule.share },
  late: null,
})

import type { Rule, Why } from '../model/rule.ts'
import type { Team } from '../model/team.ts'
import type { Say } from '../texts/texts.ts'
import { severityWord } from './incident-step.ts'
import { spentWords } from './spent.ts'

/** What an alert of a rule is called: its name, and why it rings. */
export function ruleTitle({ name }: Pick<Rule, 'name'>, why: Why, say: Say): string {
  const said = whyWords(why, say)
  const title = said === null ? name : say.plain('rules.why-title', { name, why: said })
  return title.length > longest ? `${title.slice(0, longest - 1).trimEnd()}…` : title
}

/** Why a rule rings, in words. */
export function whyWords(why: Why, say: Say): string | null {
  if (why.is === 'mention') return null
  if (why.is === 'words') return why.words.slice(0, mostWords).join(', ')
  if (why.is === 'reach') return say.plain('rules.why-reach', { outlet: why.outlet, reach: why.reach })
  if (why.is === 'share') return say.plain('rules.why-share', { percent: why.percent, count: why.count })
  return say.plain('rules.why-late', { mention: String(why.mention) })
}

/** What a rule asks for, in a line. */
export function ruleAsks(rule: Rule, say: Say): string {
  const { when, written, reach, share, late } = rule
  const named = when.topics ?? when.kinds?.map((kind) => say.plain(`watch.is-${kind}`)) ?? null
  const said = [
    written && say.plain('rules.says-words', { words: short(written) }),
    reach !== null && say.plain('rules.says-reach', { reach }),
    share &&
      say.plain('rules.says-share', {
        percent: share.over,
        length: spentWords(share.within, say),
        count: share.least,
      }),
    late === 0 && say.plain('rules.says-late-once'),
    late !== null && late > 0 && say.plain('rules.says-late', { length: spentWords(late, say) }),
    when.moods &&
      say.plain('rules.says-moods', {
        moods: when.moods.map((mood) => say.plain(`mood.${mood}`)).join(', '),
      }),
    named && say.plain('rules.says-topics', { topics: named.join(', ') }),
  ]
  return said.filter((one) => one).join(' · ')
}

/** How it alerts: how grave, where, how often. */
export function ruleManner(rule: Rule, team: Team, say: Say): string {
  const { channel } = typeof rule.to === 'string' ? team.channels[rule.to] : rule.to
  return say.plain('rules.says-severity', {
    severity: severityWord(rule.severity, say),
    channel: `#${channel}`,
    count: rule.most,
    length: spentWords(rule.pause, say),
  })
}

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

const longest = 120
const mostWords = 4

import { type Broken, followable, type Verdict, type Why } from '../model/policy.ts'
import { code, type Marked, plain, together } from '../texts/marked.ts'
import { isKey, type Say, whyWords } from '../texts/texts.ts'

/**
 * What the policy says of a draft, a line each, the gravest first: what it breaks, what else must be known, what it
 * keeps to. `nameOf` gives how people call whom a rule names (a role, a person's id).
 */
export function verdictLines(verdict: Verdict, say: Say, nameOf: (to: string) => string): Marked[] {
  const { broken, follows, escalate, hide, tooLong } = verdict
  const why = (given: Why) => whyWords(given, say)
  return [
    ...(tooLong ? [say('policy.too-long', tooLong)] : []),
    ...broken.map((one) => brokenLine(one, say)),
    ...escalate.map((one) => say('policy.escalate', { to: nameOf(one.to), why: why(one.why) })),
    ...(hide ? [say('policy.hide', { why: why(hide.why) })] : []),
    ...(verdict.private ? [say('policy.private', { why: why(verdict.private.why) })] : []),
    ...(follows.length > 0
      ? [
          say('policy.follows', {
            what: followable
              .filter((part) => follows.includes(part))
              .map((part) => say.plain(`policy.follows-${part}`))
              .join(', '),
          }),
        ]
      : []),
  ]
}

/** One rule that is broken: which, by what words, and why. */
export function brokenLine({ rule, words, why, do: severity }: Broken, say: Say): Marked {
  const name = `policy.rule-${rule}`
  const named = isKey(name) ? say(name) : plain(rule)
  return say(severity === 'refuse' ? 'policy.refuses' : 'policy.warns', {
    rule: { marked: words === undefined ? named : together([named, code(words)], ', ') },
    why: whyWords(why, say),
  })
}

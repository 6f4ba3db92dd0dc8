import type { Item, Message } from '../chat/message.ts'
import { ruleAsks, whyWords } from '../chat/rule-words.ts'
import type { Instant } from '../model/post.ts'
import type { Rule } from '../model/rule.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import { plain, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { RuleTrial } from './rule-trial.ts'

type Reader = { say: Say; now: Instant; team: Team }

/** "Danger: would have alerted 4 times since …", with the newest of them. */
export function ruleTrialMessage(
  rule: Rule,
  trial: RuleTrial,
  since: Instant,
  { say, now, team }: Reader,
): Message {
  const { rings, capped, fits, looked, until } = trial
  const would = say.plain('rules.would', {
    count: rings.length,
    since: say.since(since, now, team.timeZone),
  })
  const days = Math.max(1, ((until ?? now) - since) / day)
  const shown = rings.slice(-mostShown).reverse()
  const more = rings.length - shown.length
  return {
    title: say.plain('rules.would-title', { name: rule.name, would }),
    text: together([
      plain(ruleAsks(rule, say)),
      together([say('rules.looked', { count: looked }), say('rules.fitted', { count: fits })], ' '),
      capped > 0 ? say('rules.capped', { count: capped }) : null,
      rings.length === 0 && looked > 0 ? say('rules.seldom') : null,
      rings.length / days > 1 && rings.length > 2 ? say('rules.often') : null,
    ]),
    items: shown.map((ring) => itemOf(rule, ring, { say, now, team })),
    note: together(
      [
        more > 0 ? say('rules.more', { count: more }) : null,
        until === null ? null : say('rules.cut', { time: say.time(until, now, team.timeZone) }),
        since < now - team.keep.texts * day ? say('rules.kept', { count: team.keep.texts }) : null,
      ],
      ' ',
    ),
    quiet: true,
  }
}

function itemOf(
  rule: Rule,
  { match, mention }: RuleTrial['rings'][number],
  { say, now, team }: Reader,
): Item {
  const post = mention?.post
  const why = whyWords(match.why, say)
  const who = [post?.author, post?.outlet].filter((one) => one).join(' · ')
  return {
    title: why === null ? rule.name : say.plain('rules.why-title', { name: rule.name, why }),
    url: post?.url ?? undefined,
    quote: (post?.text || post?.title)?.slice(0, quoted) ?? undefined,
    text: together(
      [
        plain(say.time(match.at, now, team.timeZone)),
        match.mentions.length > 1 ? say('rules.fits', { count: match.mentions.length }) : plain(who),
      ],
      ' · ',
    ),
    at: match.at,
  }
}

const mostShown = 6
const quoted = 240

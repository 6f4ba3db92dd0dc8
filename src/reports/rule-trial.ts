import type { Mention } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import { type Match, newRuleWatch, type Rule } from '../model/rule.ts'
import type { Team } from '../model/team.ts'
import type { Store } from '../store/store.ts'
import { newPace } from './walk.ts'

/** What a rule would have raised in the stored past. */
export type RuleTrial = {
  rings: { match: Match; mention: Mention | null }[]
  capped: number
  /** How many mentions fit, and how many were looked at. */
  fits: number
  looked: number
  /** Up to when, where there was more than could be looked at; else null. */
  until: Instant | null
}

/** Plays a rule on what was heard since a moment, as if it had been there. Keeps nothing, and tells nobody. */
export async function tryRule(
  { store, team, now }: { store: Store; team: Team; now: Instant },
  rule: Rule,
  since: Instant,
): Promise<RuleTrial> {
  const watch = newRuleWatch(rule, team.timeZone)
  const trial: RuleTrial = { rings: [], capped: 0, fits: 0, looked: 0, until: null }
  const keep = (match: Match | null, mention: Mention) => {
    if (!match) return
    trial.fits++
    if (match.does === 'capped') trial.capped++
    if (match.does === 'rings') trial.rings.push({ match, mention })
  }
  if (rule.late !== null) {
    for (const { mention: id, at } of await store.rules.late(team.name, {
      from: since,
      to: now,
      by: rule.late,
    })) {
      const [mention] = await store.mentions.these(team.name, [id])
      if (!mention) continue
      trial.looked++
      keep(watch.isLate({ mention, at }), mention)
    }
    return trial
  }
  const pace = newPace()
  const end = performance.now() + longest
  for (let after = 0; ; ) {
    const ids = await store.rules.heard(team.name, { after, since, most: aPage })
    const page = (await store.mentions.these(team.name, ids)).sort((a, b) => a.id - b.id)
    for (const mention of page) {
      trial.looked++
      keep(watch.hear(mention), mention)
      await pace()
    }
    if (ids.length < aPage) return trial
    if (trial.looked >= most || performance.now() > end) {
      trial.until = page.at(-1)?.heardAt ?? null
      return trial
    }
    after = ids.at(-1)!
  }
}

const aPage = 200
const most = 20_000
/** Ms. */
const longest = 4_000

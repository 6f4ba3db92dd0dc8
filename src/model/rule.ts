import type { Severity } from './incident.ts'
import type { Instant } from './post.ts'
import type { Place, Purpose, SettingPlace } from './team.ts'
import { day, dayIn, hour } from './time.ts'
import { fitOf, type WhatFits, type When } from './when.ts'

/** What a team wants to be alerted of whatever the bursts say. Lengths in ms. */
export type Rule = {
  name: string
  /** Which mentions it looks at, and what they must say. */
  when: When
  /** Its words as they are written; null where it asks for none. */
  written: string | null
  /** Only what may have reached at least so many people; null asks for nothing. */
  reach: number | null
  /** It rings where more than `over` percent of at least `least` mentions within a while are negative; null: at every mention that fits. */
  share: { over: number; within: number; least: number } | null
  /** It rings when an answer that was promised is late by so much; null: it looks at mentions instead. */
  late: number | null
  severity: Severity
  to: Purpose | Place
  /** What fits within so long after an alert belongs to the same event. */
  pause: number
  /** So many alerts a day, by the team's calendar. */
  most: number
  at?: SettingPlace
}

/** As much of a mention as a rule looks at. */
export type Ruled = WhatFits & {
  id: number
  heardAt: Instant
  post: WhatFits['post'] & { reach: number | null; publishedAt: Instant | null; outlet: string }
}

/** Why a rule matches, in words that name nobody: they are kept longer than what people wrote. */
export type Why =
  | { is: 'words'; words: string[] }
  | { is: 'reach'; outlet: string; reach: number }
  | { is: 'share'; percent: number; count: number }
  | { is: 'late'; mention: number }
  | { is: 'mention' }

/** That a rule matches now: `rings` where an event begins, `same` where it goes on, `capped` where it rang enough today. */
export type Match = {
  does: 'rings' | 'same' | 'capped'
  at: Instant
  /** Since when what it shows was heard. */
  from: Instant
  mentions: number[]
  topics: string[]
  why: Why
}

/**
 * Watches by one rule, mention by mention in the order they were heard: the same live and on the stored past. `rang` are
 * its alerts of the last days, so that a restart forgets none.
 */
export function newRuleWatch(rule: Rule, timeZone: string, rang: Instant[] = []) {
  const alerts = [...rang]
  const window: Counted[] = []

  /** A match of the rule begins an event, or goes on with one. */
  function ring(at: Instant, found: Omit<Match, 'does' | 'at'>): Match {
    // One that is far ahead was written before a clock was set back.
    const last = Math.max(...alerts.filter((one) => one - at < day))
    if (at - last < rule.pause) return { ...found, at, does: 'same' }
    const today = dayIn(at, timeZone)
    const capped =
      alerts.filter((one) => at - one < 2 * day && dayIn(one, timeZone) === today).length >= rule.most
    alerts.push(at)
    return { ...found, at, does: capped ? 'capped' : 'rings' }
  }

  /** What a mention means for the rule; null where it matches nothing. */
  function hear(mention: Ruled): Match | null {
    if (rule.late !== null || isStale(mention, rule)) return null
    const { id, heardAt, post } = mention
    const fit = fitOf(rule.share ? { ...rule.when, moods: null } : rule.when, mention)
    if (!fit || (rule.reach !== null && (post.reach ?? 0) < rule.reach)) return null
    if (rule.share) return share(rule.share, mention, fit)
    const why: Why =
      fit.words.length > 0
        ? { is: 'words', words: fit.words }
        : rule.reach !== null
          ? { is: 'reach', outlet: post.outlet, reach: post.reach! }
          : { is: 'mention' }
    return ring(heardAt, { from: heardAt, mentions: [id], topics: fit.topics, why })
  }

  /** Whoever says the same thing twenty times counts once. */
  function share(
    { over, within, least }: NonNullable<Rule['share']>,
    { id, heardAt, post }: Ruled,
    fit: { topics: string[]; moods: string[] },
  ): Match | null {
    while (window.length > 0 && window[0]!.at <= heardAt - within) window.shift()
    const who = post.author === null ? `#${id}` : `${post.author} ${post.outlet}`
    if (window.some((one) => one.who === who)) return null
    window.push({ id, at: heardAt, who, topics: fit.topics, negative: fit.moods.includes('negative') })
    const negative = window.filter((one) => one.negative).length
    const percent = Math.floor((negative / window.length) * 100)
    if (window.length < least || negative * 100 <= over * window.length) return null
    const topics = [...new Set(window.flatMap((one) => one.topics))]
    const match = ring(heardAt, {
      from: window[0]!.at,
      mentions: window.map((one) => one.id),
      topics,
      why: { is: 'share', percent, count: window.length },
    })
    // Of the same event, what came before is known.
    return match?.does === 'same' ? { ...match, mentions: [id] } : match
  }

  /** An answer to a mention is late, since then; null where the rule does not look at it. */
  function isLate({ mention, at }: { mention: Ruled; at: Instant }): Match | null {
    const fit = rule.late === null ? null : fitOf(rule.when, mention)
    if (!fit) return null
    const why = { is: 'late' as const, mention: mention.id }
    return ring(at, { from: mention.heardAt, mentions: [mention.id], topics: fit.topics, why })
  }

  return { hear, isLate }
}

type Counted = { id: number; at: Instant; who: string; topics: string[]; negative: boolean }

/** A source that was away brings what is long over: that is the past, and no alarm. */
function isStale({ heardAt, post: { publishedAt } }: Ruled, { share }: Rule): boolean {
  return publishedAt !== null && heardAt - publishedAt > (share ? share.within + hour : day)
}

/** What a rule goes by that says nothing else. */
export const usualRule = {
  severity: 'minor',
  to: 'alerts',
  pause: 6 * hour,
  most: 3,
  share: { within: 2 * hour, least: 10 },
} as const

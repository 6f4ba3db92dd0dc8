import type { Logger } from 'pino'
import { breathe } from '../breath.ts'
import { endCalm, ringRule } from '../delivery/rule-alert.ts'
import { usualCrisis } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import { type Match, newRuleWatch, type Rule } from '../model/rule.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import type { RuledUpTo } from '../store/rules.ts'
import type { Store } from '../store/store.ts'
import { newRounds } from './rounds.ts'

/** What watches by a team's rules, told of everything up to a mention and a moment. */
type Watching = {
  team: Team
  upTo: RuledUpTo
  watches: { rule: Rule; watch: ReturnType<typeof newRuleWatch> }[]
}

type Found = { rule: Rule; match: Match }

/**
 * Looks every few seconds whether what was heard fits a rule of its team, and raises what does. It reads the store:
 * a restart loses nothing and raises nothing twice. One process at a time does this (src/schedule/holder.ts).
 */
export function newRules({
  store,
  teams,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called after something was raised or has changed: it is to be told. */
  wake: () => void
}) {
  const watching = new Map<string, Watching>()

  async function look() {
    for (const team of teams.filter(({ rules = [] }) => rules.length > 0))
      try {
        await lookAt(watching.get(team.name) ?? (await taken(team)))
      } catch (err) {
        // What it knows may be ahead of what was written down: it is read anew.
        watching.delete(team.name)
        log.error({ err, team: team.name }, 'rules could not be looked at; trying again')
      }
  }

  /** Every mention that was heard since the last time, in order, then what is late by now. */
  async function lookAt(one: Watching) {
    const { team } = one
    for (;;) {
      const now = clock()
      const ids = await store.rules.heard(team.name, {
        after: one.upTo.mention,
        // By the index: nothing that was not told yet is older than a day.
        since: Math.min(one.upTo.at, now) - day,
        most: atOnce,
      })
      const found = await matchesOf(one, ids)
      const last = ids.length < atOnce
      if (last) found.push(...(await lateOnes(one, now)))
      await write(one, found, { mention: ids.at(-1) ?? one.upTo.mention, at: last ? now : one.upTo.at }, now)
      if (last) return
      await breathe()
    }
  }

  async function matchesOf({ team, watches }: Watching, ids: number[]): Promise<Found[]> {
    if (ids.length === 0) return []
    const mentions = (await store.mentions.these(team.name, ids)).sort((a, b) => a.id - b.id)
    const found: Found[] = []
    for (const mention of mentions) {
      for (const { rule, watch } of watches) {
        const match = watch.hear(mention)
        if (match) found.push({ rule, match })
      }
      await breathe()
    }
    return found
  }

  async function lateOnes({ team, upTo, watches }: Watching, now: Instant): Promise<Found[]> {
    const found: Found[] = []
    for (const { rule, watch } of watches) {
      if (rule.late === null) continue
      const span = { from: upTo.at, to: now, by: rule.late }
      for (const { mention, at } of await store.rules.late(team.name, span)) {
        const [waits] = await store.mentions.these(team.name, [mention])
        const match = waits ? watch.isLate({ at, mention: waits }) : null
        if (match) found.push({ rule, match })
      }
    }
    return found
  }

  /** What was found and how far we looked are written down together: no restart raises it again. */
  async function write(one: Watching, found: Found[], upTo: RuledUpTo, now: Instant) {
    const { team } = one
    const { calm } = team.crisis ?? usualCrisis
    const changed = await store.together(async (store) => {
      if (found.length > 0) await store.turns.take()
      for (const { rule, match } of found) await ringRule(store, team, rule, match, now)
      await store.rules.keepUpTo(team.name, upTo)
      return (await endCalm(store, team, calm, now)) || found.length > 0
    })
    one.upTo = upTo
    for (const { rule, match } of found)
      if (match.does === 'rings') log.info({ team: team.name, rule: rule.name }, 'a rule rings')
    if (changed) wake()
  }

  /** Takes up where the last process stopped: its alerts are known, and what still counts for a share is heard again. */
  async function taken(team: Team): Promise<Watching> {
    const now = clock()
    const upTo = (await store.rules.upTo(team.name)) ?? { mention: await store.watches.newest(), at: now }
    const alerts = await store.rules.alerts(team.name, Math.min(now, upTo.at) - remembered)
    const rules = team.rules ?? []
    const one: Watching = {
      team,
      upTo: { ...upTo, at: Math.min(upTo.at, now) },
      watches: rules.map((rule) => {
        const rang = alerts.filter((alert) => alert.rule === rule.name).map(({ at }) => at)
        return { rule, watch: newRuleWatch(rule, team.timeZone, rang) }
      }),
    }
    const longest = Math.max(0, ...rules.map(({ share }) => share?.within ?? 0))
    if (longest > 0) await hearAgain(one, upTo.at - longest)
    watching.set(team.name, one)
    return one
  }

  async function hearAgain(one: Watching, since: Instant) {
    for (let after = 0; ; ) {
      const ids = await store.rules.heard(one.team.name, { after, since, most: atOnce })
      await matchesOf(
        one,
        ids.filter((id) => id <= one.upTo.mention),
      )
      if (ids.length < atOnce || ids.at(-1)! >= one.upTo.mention) return
      after = ids.at(-1)!
      await breathe()
    }
  }

  const rounds = newRounds({
    look,
    pause: () => pause,
    trouble: 'rules could not be looked at; trying again',
    log,
  })

  return {
    look: rounds.look,
    async start() {
      watching.clear()
      await rounds.start()
    },
    stop: rounds.stop,
  }
}

/** Mentions at a time. */
const atOnce = 200
/** Ms between two looks: an alert is no later than that. */
const pause = 10_000
/** Longer than any rule rests. */
const remembered = 31 * day

import {
  type Conditions,
  type Giveaway,
  type Hindrance,
  headline,
  oddsOf,
  winnersOf,
} from '../model/giveaway.ts'
import { kindOfChat } from '../model/person.ts'
import type { Team } from '../model/team.ts'
import { day, hour, minute } from '../model/time.ts'
import { code, type Marked, plain, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'

/** A length of time in one unit, the largest that says it well: `30 days`, `36 hours`. */
export function lengthWords(length: number, say: Say): string {
  if (length >= 2 * day && length % day === 0) return say.plain('giveaway.days', { count: length / day })
  if (length >= 3 * day) return say.plain('giveaway.days', { count: Math.floor(length / day) })
  if (length >= 2 * hour) return say.plain('giveaway.hours', { count: Math.floor(length / hour) })
  if (length >= minute) return say.plain('giveaway.minutes', { count: Math.floor(length / minute) })
  return say.plain('giveaway.seconds', { count: Math.floor(length / 1000) })
}

/** A share of one in percent: never nothing, and never more than is known. */
export function oddsWords(odds: number, say: Say): string {
  const percent = odds * 100
  if (percent < 0.1) return say.plain('giveaway.less-than', { number: 0.1 })
  return say.plain('giveaway.percent', { number: Number(percent.toPrecision(2)) })
}

/** Who may enter, a line each; empty where everybody may. */
export function conditionLines(
  { roles, without, accountAge, memberAge, question }: Conditions,
  say: Say,
): Marked[] {
  const names = (groups: { name: string }[]) =>
    [...new Set(groups.map(({ name }) => name))].join(say.plain('giveaway.or'))
  return [
    roles.length > 0 ? say('giveaway.needs-role', { roles: names(roles) }) : null,
    without.length > 0 ? say('giveaway.needs-without', { roles: names(without) }) : null,
    accountAge !== null ? say('giveaway.needs-account', { length: lengthWords(accountAge, say) }) : null,
    memberAge !== null ? say('giveaway.needs-member', { length: lengthWords(memberAge, say) }) : null,
    question ? say('giveaway.needs-answer', { question: question.asks }) : null,
  ].filter((line) => line !== null)
}

/** Why somebody may not enter, a line each. */
export const hindranceLines = (all: Hindrance[], say: Say): Marked =>
  together([say('giveaway.refused'), ...all.map((one) => `• ${hindranceWords(one, say)}` as Marked)])

function hindranceWords(one: Hindrance, say: Say): Marked {
  if (one.is === 'unknown') return say(`giveaway.refused-unknown-${one.what}`)
  if ('groups' in one)
    return say(`giveaway.refused-${one.is}`, { roles: one.groups.join(say.plain('giveaway.or')) })
  const { is, has, needed } = one
  return say(`giveaway.refused-${is}`, { has: lengthWords(has, say), needed: lengthWords(needed, say) })
}

/** What somebody who is in wants to know: their entries, the odds as they stand, their receipt. */
export function standingText(
  giveaway: Pick<Giveaway, 'weight' | 'entrants' | 'prizes'>,
  mine: { receipt: string; weight: number },
  say: Say,
): Marked {
  const { weight: of, entrants } = giveaway
  const odds = oddsOf({ weight: mine.weight, of, entrants, prizes: winnersOf(giveaway) })
  return together([
    odds === 1
      ? say('giveaway.odds-sure')
      : say('giveaway.odds', {
          count: mine.weight,
          all: Math.max(of, mine.weight),
          odds: oddsWords(odds, say),
        }),
    say('giveaway.receipt', { receipt: { marked: code(mine.receipt) } }),
  ])
}

/** What all can be won, a line each where there are several. */
export const prizeLines = ({ prizes }: Pick<Giveaway, 'prizes'>, say: Say): Marked =>
  together(
    prizes.map(({ name, count }) =>
      count === 1 ? plain(name) : say('giveaway.times', { number: count, prize: name }),
    ),
  )

/** Where it stands, in a few words: `ends tomorrow 18:00`. */
export function stateWords(
  giveaway: Giveaway,
  { say, now, team }: { say: Say; now: number; team: Team },
): string {
  const { state, endsAt, pausedAt, drawnAt, closedAt } = giveaway
  const time = (at: number | null) => say.at(at ?? now, now, team.timeZone)
  if (state === 'running') return say.plain('giveaway.is-running', { time: time(endsAt) })
  if (state === 'paused')
    return say.plain('giveaway.is-paused-since', { time: say.time(pausedAt ?? now, now, team.timeZone) })
  if (state === 'frozen') return say.plain('giveaway.is-frozen')
  if (state === 'drawn') return say.plain('giveaway.is-drawn', { time: time(drawnAt) })
  if (state === 'closed') return say.plain('giveaway.is-closed', { time: time(closedAt) })
  return say.plain('giveaway.is-cancelled')
}

/** Its channels as people of the team call them: with the chat where there are several. */
export function channelWords({ places }: Pick<Giveaway, 'places'>, say: Say): string {
  const several = new Set(places.map(({ chat }) => chat)).size > 1
  return places
    .map((place) =>
      several
        ? `#${place.channel} (${say.plain(`deliveries.chat-${kindOfChat(place.chat)}`)})`
        : `#${place.channel}`,
    )
    .join(', ')
}

export const aboutOf = ({ id }: Pick<Giveaway, 'id'>) => `giveaway:${id}`

/** What it is called where there is little room. */
export const shortName = (giveaway: Pick<Giveaway, 'prizes'>, most = 80): string => {
  const whole = headline(giveaway)
  return whole.length > most ? `${whole.slice(0, most - 1).toWellFormed()}…` : whole
}

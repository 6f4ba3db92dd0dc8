import type { Button, Field, Message } from '../chat/message.ts'
import { type Giveaway, prizesOf, type Winner } from '../model/giveaway.ts'
import type { Team } from '../model/team.ts'
import { code, type Marked, marked, plain, together } from '../texts/marked.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import {
  aboutOf,
  channelWords,
  conditionLines,
  lengthWords,
  prizeLines,
  shortName,
} from './giveaway-words.ts'
import type { Writer } from './living.ts'

/** Who a message is written for: the people of the team's channels. */
export type Voice = { team: Team; say: Say; now: number }

export const voiceOf = (team: Team, now: number): Voice => ({ team, say: sayIn(team.locale), now })

/** What the message of a giveaway says now: for the living messages (src/delivery/living.ts). */
export const writeGiveaway: Writer = async ({ store, team, id, now }) => {
  const giveaway = await store.giveaways.get(team.name, Number(id))
  if (!giveaway) return null
  const winners = giveaway.drawnAt === null ? [] : await store.giveawayWinners.all(giveaway.id)
  const last = (await store.giveaways.steps(giveaway.id)).findLast(({ did }) => did === 'cancelled')
  return giveawayMessage(giveaway, { winners, cancelled: last ?? null }, voiceOf(team, now))
}

/** A giveaway as everybody sees it, and the button by which they enter as long as it runs. */
export function giveawayMessage(
  giveaway: Giveaway,
  { winners, cancelled }: { winners: Winner[]; cancelled: { by: string | null; what: string | null } | null },
  voice: Voice,
): Message {
  const { say } = voice
  const { terms, claimFor, state, id, by, commitment, chain } = giveaway
  const open = state === 'running' || state === 'paused'
  const fields: (Field | null)[] = [
    { name: say.plain('giveaway.prizes'), value: prizeLines(giveaway, say) },
    timeField(giveaway, voice),
    { name: say.plain('giveaway.entrants'), value: countText(giveaway, say) },
    ...conditionFields(giveaway, say),
    winners.length > 0
      ? { name: say.plain('giveaway.winners-field'), value: winnersText(giveaway, winners, voice) }
      : null,
  ]
  return {
    title: say.plain('giveaway.title', { prize: shortName(giveaway, 150) }),
    text: together([stateText(giveaway, cancelled, winners, say), terms ? plain(terms) : null]),
    fields: fields.filter((field) => field !== null),
    note: together([
      open && claimFor !== null ? say('giveaway.claim-within', { length: lengthWords(claimFor, say) }) : null,
      say('giveaway.fair', { id, by, commitment: { marked: code(commitment) } }),
      open ? say(chain ? 'giveaway.fair-beacon' : 'giveaway.frozen-alone') : null,
    ]),
    buttons: buttonsOf(giveaway, say),
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

/** One button to enter and, for whoever is in, to leave. A question is answered in a window that says nothing else: who is in asks with a button of its own. */
function buttonsOf({ state, conditions }: Giveaway, say: Say): Button[] {
  const button = (verb: 'enter' | 'mine' | 'proof' | 'claim', style?: 'primary'): Button => ({
    action: verb === 'enter' && conditions.question ? 'giveaway.answer' : `giveaway.${verb}`,
    label: say.plain(`giveaway.${verb}`),
    ...(style ? { style } : {}),
  })
  if (state === 'running')
    return [button('enter', 'primary'), ...(conditions.question ? [button('mine')] : [])]
  if (state === 'paused') return [button('mine')]
  if (state === 'drawn') return [button('claim', 'primary'), button('proof')]
  return state === 'closed' ? [button('proof')] : []
}

function stateText(
  { state, drawnAt, entrants }: Giveaway,
  cancelled: { by: string | null; what: string | null } | null,
  winners: Winner[],
  say: Say,
): Marked | null {
  if (state === 'paused') return say('giveaway.paused')
  if (state === 'frozen') return say('giveaway.drawing')
  if (state === 'cancelled')
    return cancelled?.what
      ? say('giveaway.cancelled', { by: cancelled.by ?? '', reason: cancelled.what })
      : say('giveaway.cancelled-plain', { by: cancelled?.by ?? '' })
  if (state === 'closed' && entrants === 0) return say('giveaway.nobody')
  if (drawnAt !== null && winners.every(({ lost }) => lost)) return say('giveaway.no-winner')
  return null
}

function timeField({ state, endsAt, frozenAt, closedAt }: Giveaway, { say, now, team }: Voice): Field | null {
  if (state === 'running')
    return { name: say.plain('giveaway.ends'), value: plain(whole(endsAt, { say, now, team })) }
  if (state === 'paused') return null
  return {
    name: say.plain('giveaway.ended'),
    value: plain(whole(frozenAt ?? closedAt ?? endsAt, { say, now, team })),
  }
}

/** A moment with its day: the message may be read tomorrow. */
function whole(at: number, { say, now, team }: Voice): string {
  const other = say.time(at, now + 36 * 3_600_000, team.timeZone)
  return other.length > 5 ? other : say.time(at, now - 36 * 3_600_000, team.timeZone)
}

/** The same within a sentence, for all messages that stand in a channel. */
export const wholeTime = whole

const countText = ({ entrants, weight }: Giveaway, say: Say): Marked =>
  weight === entrants
    ? say('giveaway.count', { count: entrants })
    : together(
        [say('giveaway.count', { count: entrants }), say('giveaway.entries', { count: weight })],
        ' · ',
      )

/** Who may enter, and who has more chances. */
export function conditionFields(giveaway: Giveaway, say: Say): Field[] {
  const { conditions, bonuses } = giveaway
  const who = conditionLines(conditions, say)
  return [
    ...(who.length > 0 ? [{ name: say.plain('giveaway.conditions'), value: together(who) }] : []),
    ...(bonuses.length > 0 ? [{ name: say.plain('giveaway.bonuses'), value: bonusText(giveaway, say) }] : []),
  ]
}

const bonusText = ({ bonuses }: Giveaway, say: Say): Marked => {
  const shown = new Map(bonuses.map(({ name, entries }) => [`${name} ${entries}`, { role: name, entries }]))
  const lines = [...shown.values()].map((one) => say('giveaway.bonus-line', one))
  return together([...lines, say('giveaway.bonus-kept')])
}

/** Those who have a prize, and whether they claimed it. */
function winnersText(giveaway: Giveaway, winners: Winner[], voice: Voice): Marked {
  const { say } = voice
  const having = winners.filter(({ lost }) => !lost).sort((one, other) => one.prize - other.prize)
  if (having.length === 0) return marked`-`
  const all = having.slice(0, shownWinners).map((one) => {
    const state = one.claimedAt
      ? say('giveaway.has-claimed')
      : one.claimUntil && giveaway.state === 'drawn'
        ? say('giveaway.may-claim', { time: whole(one.claimUntil, voice) })
        : null
    return together([winnerLine(giveaway, one, say), state], ' · ')
  })
  // A field holds less than a message: the notices below name them all.
  const lines = inParts(all, fieldLetters)[0] ?? []
  const more = having.length - lines.length
  return together([...lines, more > 0 ? say('giveaway.won-more', { count: more }) : null])
}

/** `1. **Ravi**: Halo lamp`; whoever was erased is their receipt. */
export function winnerLine(giveaway: Giveaway, { prize, who, receipt }: Winner, say: Say): Marked {
  const all = prizesOf(giveaway)
  const name = who?.name ?? `${receipt.slice(0, 8)}…`
  return giveaway.prizes.length > 1
    ? say('giveaway.won-prize', { nth: prize, name, prize: all[prize - 1] ?? '' })
    : say('giveaway.won-line', { nth: prize, name })
}

/** Lines in parts of at most so many characters, one line at least. */
export function inParts(lines: Marked[], most: number): Marked[][] {
  const parts: Marked[][] = []
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    if (parts.length === 0 || length > most) {
      parts.push([])
      length = line.length + 1
    }
    parts.at(-1)!.push(line)
  }
  return parts
}

/** Discord shows 1,024 characters of a field. */
export const fieldLetters = 950

/** More would not fit into a message of every chat. */
export const shownWinners = 15

/** To a winner, in private: the button claims where they are. */
export function wonMessage(
  giveaway: Giveaway,
  winner: Pick<Winner, 'prize' | 'claimUntil'>,
  voice: Voice,
): Message {
  const { say, team } = voice
  const prize = prizesOf(giveaway)[winner.prize - 1] ?? ''
  return {
    title: say.plain('giveaway.you-won', { prize }),
    text: together([
      say('giveaway.you-won-text', { team: team.title, channels: channelWords(giveaway, say) }),
      winner.claimUntil === null
        ? null
        : say('giveaway.you-claim', { time: whole(winner.claimUntil, voice) }),
    ]),
    buttons:
      winner.claimUntil === null
        ? []
        : [{ action: 'giveaway.claim', label: say.plain('giveaway.claim'), style: 'primary' }],
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

import type { Attached, Message } from '../chat/message.ts'
import { timeOfRound } from '../model/drand.ts'
import { type Giveaway, prizesOf, type Winner } from '../model/giveaway.ts'
import type { Suspects } from '../model/giveaway-groups.ts'
import { code, type Marked, together } from '../texts/marked.ts'
import { conditionFields, inParts, shownWinners, type Voice, wholeTime, winnerLine } from './giveaway.ts'
import { aboutOf, channelWords, lengthWords, prizeLines, shortName } from './giveaway-words.ts'

/**
 * What is published before the value that decides can be known: what all entries are, in one hash, the seal of the
 * seed once more (this message is never edited, unlike the giveaway's own), and the round whose value it will be.
 * `again`: a round was named before, too late.
 */
export function frozenNotice(giveaway: Giveaway, { say, team, now }: Voice, { again = false } = {}): Message {
  const { entriesHash, commitment, chain, round, lateBy } = giveaway
  const counts = {
    people: say.plain('giveaway.count', { count: giveaway.entrants }),
    entries: say.plain('giveaway.entries', { count: giveaway.weight }),
  }
  return {
    title: say.plain('giveaway.frozen-title', { prize: shortName(giveaway) }),
    text: together([
      lateBy > tolerated ? say('giveaway.late', { length: lengthWords(lateBy, say) }) : null,
      again ? say('giveaway.frozen-again') : null,
      say('giveaway.frozen-text', { ...counts, hash: { marked: code(entriesHash ?? '') } }),
      say('giveaway.frozen-seal', { commitment: { marked: code(commitment) } }),
      chain && round !== null
        ? say('giveaway.frozen-beacon', {
            round: String(round),
            time: say.at(timeOfRound(chain, round), now, team.timeZone),
          })
        : say('giveaway.frozen-alone'),
    ]),
    // In the order in which they are given: this too is settled before the draw.
    fields: [
      { name: say.plain('giveaway.prizes'), value: prizeLines(giveaway, say) },
      // By which those who are drawn are measured.
      ...conditionFields(giveaway, say),
    ],
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

/** A giveaway in which nobody took part: that is all there is to say. */
export const nobodyNotice = (giveaway: Giveaway, { say }: Voice): Message => ({
  title: say.plain('giveaway.won-title', { prize: shortName(giveaway) }),
  text: together([
    giveaway.lateBy > tolerated ? say('giveaway.late', { length: lengthWords(giveaway.lateBy, say) }) : null,
    say('giveaway.nobody'),
  ]),
  about: aboutOf(giveaway),
  team: giveaway.team,
})

/** For the team alone: none of its channels took what has to be read before the draw. */
export const unheardNotice = (giveaway: Giveaway, { say }: Voice): Message => ({
  text: say('giveaway.unheard', {
    id: giveaway.id,
    prize: shortName(giveaway),
    channels: channelWords(giveaway, say),
  }),
})

/** The winners, and those of them for whom there is no room there in messages of their own. */
export function winnersNotices(
  giveaway: Giveaway,
  told: Parameters<typeof winnersNotice>[1],
  voice: Voice,
): Message[] {
  const { say } = voice
  const lines = havingOf(told.winners)
    .slice(shownWinners)
    .map((one) => winnerLine(giveaway, one, say))
  const title = say.plain('giveaway.won-title', { prize: shortName(giveaway) })
  const { about, team } = winnersNotice(giveaway, told, voice)
  return [
    winnersNotice(giveaway, told, voice),
    ...inParts(lines, mostLetters).map((part) => ({ title, text: together(part), about, team })),
  ]
}

const havingOf = (winners: Winner[]) =>
  winners.filter(({ lost }) => !lost).sort((one, other) => one.prize - other.prize)

/** So many characters every chat shows in one message. */
const mostLetters = 2000

/** Who won, how that came about, and until when they may claim. `unchecked`: nobody could be asked whether they still may. */
function winnersNotice(
  giveaway: Giveaway,
  { winners, files, unchecked }: { winners: Winner[]; files: Attached[]; unchecked: boolean },
  voice: Voice,
): Message {
  const { say } = voice
  const having = havingOf(winners)
  const passed = winners.filter(({ lost }) => lost?.reason === 'ineligible').length
  const unfilled = prizesOf(giveaway).length - having.length
  const until = having.find(({ claimUntil }) => claimUntil)?.claimUntil ?? null
  const lines = having.slice(0, shownWinners).map((one) => winnerLine(giveaway, one, say))
  const more = having.length - lines.length
  const claims = until !== null
  return {
    title: say.plain('giveaway.won-title', { prize: shortName(giveaway) }),
    text: together([
      ...(having.length > 0 ? lines : [say('giveaway.no-winner')]),
      more > 0 ? say('giveaway.won-below', { count: more }) : null,
      passed > 0 ? say('giveaway.passed', { count: passed }) : null,
      unfilled > 0 && having.length > 0 ? say('giveaway.unfilled', { count: unfilled }) : null,
      claims ? say('giveaway.won-claim', { time: wholeTime(until, voice) }) : null,
      unchecked ? say('giveaway.unchecked') : null,
    ]),
    note: chanceText(giveaway, voice),
    buttons: [
      ...(claims
        ? [{ action: 'giveaway.claim', label: say.plain('giveaway.claim'), style: 'primary' as const }]
        : []),
      { action: 'giveaway.proof', label: say.plain('giveaway.proof') },
    ],
    files,
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

const chanceText = ({ value }: Giveaway, { say }: Voice): Marked =>
  value
    ? say('giveaway.won-how', { beacon: say.plain('giveaway.won-round', { round: String(value.round) }) })
    : say('giveaway.won-alone')

/** A prize that went on, why, and to whom; `next` is null where nobody is left. */
export function nextNotice(
  giveaway: Giveaway,
  { lost, next }: { lost: Winner; next: Winner | null },
  voice: Voice,
): Message {
  const { say } = voice
  const prize = prizesOf(giveaway)[lost.prize - 1] ?? ''
  const name = lost.who?.name ?? say.plain('giveaway.somebody')
  const why =
    lost.lost?.reason === 'unclaimed'
      ? say('giveaway.next-late', { name, prize })
      : say('giveaway.next-reroll', {
          name,
          prize,
          by: lost.lost?.by ?? voice.team.title,
          reason: lost.lost?.note ?? say.plain('giveaway.passed-conditions'),
        })
  const claims = next?.claimUntil ?? null
  return {
    text: together([
      why,
      next
        ? say('giveaway.next', { name: next.who?.name ?? say.plain('giveaway.somebody'), nth: next.place })
        : say('giveaway.next-none'),
      claims !== null ? say('giveaway.won-claim', { time: wholeTime(claims, voice) }) : null,
    ]),
    buttons:
      claims !== null
        ? [{ action: 'giveaway.claim', label: say.plain('giveaway.claim'), style: 'primary' }]
        : [],
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

/** For the team alone: accounts that were made together. Nobody is refused for that. */
export function suspectsNotice(giveaway: Giveaway, all: Suspects[], { say, now, team }: Voice): Message {
  const time = (at: number) => say.time(at, now, team.timeZone)
  return {
    title: say.plain('giveaway.suspects-title', { id: giveaway.id }),
    text: together(all.slice(0, 5).map((one) => suspectsLine(one, { say, time }))),
    note: say('giveaway.suspects-note', { id: giveaway.id }),
  }
}

export const suspectsLine = (
  { names, from, to, count }: Suspects,
  { say, time }: { say: Voice['say']; time: (at: number) => string },
): Marked =>
  say('giveaway.suspects', {
    count,
    from: time(from),
    to: time(to),
    names: names.join(', ') + (count > names.length ? '…' : ''),
  })

/** What ends by itself does so within a second; later than this (ms) is said to be late. */
const tolerated = 5_000

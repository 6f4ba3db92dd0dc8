import type { Button, Field, Message, Select } from '../chat/message.ts'
import type { Ballots } from '../model/irv.ts'
import {
  isRole,
  letterOf,
  mostChoices,
  type Poll,
  type PollChoice,
  type PollResult,
  resultOf,
  showsResults,
  type Voters,
} from '../model/poll.ts'
import { isChannelOf } from '../model/team.ts'
import { day } from '../model/time.ts'
import { type Marked, marked, plain, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import type { Reader } from './mention.ts'

/** A poll with all that its message tells. */
export type Polled = { poll: Poll; choices: PollChoice[]; ballots: Ballots }

/** A poll in its channels: the choices to press while it runs, the result when it is over. */
export function pollMessage(polled: Polled, reader: Reader): Message {
  const { poll, choices, ballots } = polled
  const { say, team } = reader
  const result = resultOf(poll, choices, ballots)
  const over = poll.state === 'ended' || poll.state === 'cancelled'
  const shown = showsResults(poll, false) && poll.state !== 'cancelled'
  return {
    title: `📊 ${poll.question}`,
    text: together(
      [
        poll.state === 'ended' ? outcomeText(polled, result, say) : null,
        poll.state === 'cancelled' ? say('poll.was-cancelled', { name: poll.ended?.by ?? '' }) : null,
        choiceLines(polled, shown ? result : null, say),
      ],
      '\n\n',
    ),
    note: together([factsLine(poll, result, reader), over ? null : secrecy(poll, say)]),
    about: `poll:${poll.id}`,
    ...(poll.places.every((place) => isChannelOf(team, place)) ? {} : { team: team.name }),
    selects: over ? [] : votingMenu(poll, choices, say),
    buttons: over ? [] : votingButtons(poll, choices, say),
  }
}

/**
 * How a poll ended, for the thread below it: what edits do not ring for. `chart` is shown below; `wasOff` where Vigie
 * was at its time.
 */
export function endMessage(
  polled: Polled,
  reader: Reader,
  { chart = [], wasOff = false }: { chart?: Message['files']; wasOff?: boolean } = {},
): Message {
  const { poll, choices, ballots } = polled
  const { say, team } = reader
  const result = resultOf(poll, choices, ballots)
  return {
    title: say.plain('poll.over', { question: poll.question }),
    text: together([outcomeText(polled, result, say), lateText(poll, reader, wasOff)]),
    fields: roundFields(choices, result, say),
    note: together([factsLine(poll, result, reader), poll.anonymous ? say('poll.salt-gone') : null]),
    about: `poll:${poll.id}`,
    ...(poll.places.every((place) => isChannelOf(team, place)) ? {} : { team: team.name }),
    files: chart,
  }
}

/** Who won, or why nobody did. */
export function outcomeText(
  { poll, choices }: Pick<Polled, 'poll' | 'choices'>,
  result: PollResult,
  say: Say,
): Marked {
  const { voters, votes, winners, runOff } = result
  const names = winners.map((nth) => nameOf(choices, nth)).join(', ')
  if (voters === 0) return say('poll.nobody')
  const last = runOff?.rounds.at(-1)
  const won = last ? (last.votes.get(winners[0] ?? 0) ?? 0) : (votes.get(winners[0] ?? 0) ?? 0)
  const of = last ? voters - last.exhausted : voters
  const facts = { names, count: won, share: shareWords(won, of, say) }
  const outcome =
    winners.length === 0
      ? say('poll.nobody')
      : !result.counts
        ? say(winners.length > 1 ? 'poll.ahead-level' : 'poll.ahead', facts)
        : winners.length > 1
          ? say('poll.level', facts)
          : runOff && runOff.rounds.length > 1
            ? say('poll.won-rounds', {
                ...facts,
                rounds: say.plain('poll.rounds', { count: runOff.rounds.length }),
              })
            : say('poll.won', facts)
  return together([
    outcome,
    result.counts ? null : say('poll.no-quorum', { count: voters, quorum: poll.quorum ?? 0 }),
  ])
}

/** Each choice with its letter; with its bar where the result may be seen. */
export function choiceLines(
  { poll, choices }: Pick<Polled, 'poll' | 'choices'>,
  result: PollResult | null,
  say: Say,
): Marked {
  const ended = poll.state === 'ended'
  return together(
    choices.map(({ nth, text }, at) => {
      const name =
        ended && result?.counts && result.winners.includes(nth) ? marked`🏆 **${text}**` : marked`${text}`
      const head = together([marked`**${letterOf(at)}**`, name], '  ')
      if (!result) return head
      const votes = result.votes.get(nth) ?? 0
      const facts = say('poll.bar', { share: shareWords(votes, result.voters, say), count: votes })
      return together([head, together([plain(barOf(votes, result.voters)), facts], '  ')], '\n')
    }),
  )
}

/** The rounds of a ranked poll, each by the letters of its choices. */
function roundFields(choices: PollChoice[], { runOff }: PollResult, say: Say): Field[] {
  if (!runOff || runOff.rounds.length < 2) return []
  return runOff.rounds.map(({ votes, exhausted, out, level }, at) => {
    const standing = [...votes]
      .filter(([, count]) => count > 0 || votes.size <= 5)
      .sort(([, one], [, other]) => other - one)
      .map(([nth, count]) => `${letterOf(choices.findIndex((one) => one.nth === nth))} ${say.number(count)}`)
    return {
      name: say.plain('poll.round', { nth: at + 1 }),
      value: together(
        [
          plain(standing.join(' · ')),
          level.length > 0
            ? say('poll.level-last', { names: level.map((nth) => nameOf(choices, nth)).join(', ') })
            : null,
          out.length > 0
            ? say('poll.out', { count: out.length, names: out.map((nth) => nameOf(choices, nth)).join(', ') })
            : null,
          exhausted > 0 ? say('poll.exhausted', { count: exhausted }) : null,
        ],
        ' — ',
      ),
    }
  })
}

/** How it is voted, by whom, how many have, and until when. */
function factsLine(poll: Poll, result: PollResult, { say, now, team }: Reader): Marked {
  const several = poll.kind === 'several' && poll.most < mostChoices
  const { ended } = poll
  return together(
    [
      poll.state === 'running'
        ? say(several ? 'poll.up-to' : `poll.is-${poll.kind}`, { count: poll.most })
        : null,
      // Of a cancelled one nothing is known any more.
      poll.state === 'cancelled' ? null : say('poll.voters', { count: result.voters }),
      poll.kind === 'ranked' && poll.state !== 'cancelled' && showsResults(poll, false)
        ? say('poll.first-places')
        : null,
      poll.quorum === null ? null : say('poll.quorum-of', { count: poll.quorum }),
      poll.who.length > 0 ? say('poll.only', { names: votersWords(poll.who, say) }) : null,
      poll.state === 'running' && poll.results !== 'always' ? say(`poll.hidden-${poll.results}`) : null,
      poll.state === 'running' && poll.endsAt !== null
        ? say('poll.ends', { time: say.at(poll.endsAt, now, team.timeZone) })
        : null,
      poll.state === 'running' && poll.endsVotes !== null
        ? say('poll.ends-votes', { count: poll.endsVotes })
        : null,
      ended && poll.state === 'ended'
        ? // It stays there for good: whoever reads it on another day needs the day.
          say('poll.ended', { time: say.at(ended.at, ended.at + 2 * day, team.timeZone) })
        : null,
    ],
    ' · ',
  )
}

/** Who may vote, in the language of whoever reads it. */
export const votersWords = (who: Voters[], say: Say): string =>
  who.map(({ key, name }) => (isRole(key) ? say.plain(`role.${key}`) : name)).join(', ')

/** Voters are told what is known of them: of an anonymous poll, and of one that is not. */
export const secrecy = ({ anonymous }: Pick<Poll, 'anonymous'>, say: Say): Marked =>
  say(anonymous ? 'poll.is-anonymous' : 'poll.is-open')

/** It ended later than it should have; that Vigie was off is only said where that is known. */
function lateText({ ended, endsAt }: Poll, { say, now, team }: Reader, wasOff: boolean): Marked | null {
  const late = ended?.why === 'time' && endsAt !== null && ended.at - endsAt > tolerated
  return late
    ? say(wasOff ? 'poll.late' : 'poll.late-somehow', { time: say.at(endsAt, now, team.timeZone) })
    : null
}

/** A few choices are pressed, many are chosen from a menu; several at once always are. */
function votingMenu({ kind, most }: Poll, choices: PollChoice[], say: Say): Select[] {
  if (kind === 'ranked' || (kind === 'single' && choices.length <= mostButtons)) return []
  return [
    {
      action: 'poll.vote',
      label: say.plain(kind === 'several' ? 'poll.choose-several' : 'poll.choose'),
      choices: choiceOptions(choices),
      most: kind === 'several' ? Math.min(most, choices.length) : 1,
    },
  ]
}

export const choiceOptions = (choices: PollChoice[], all: PollChoice[] = choices) =>
  choices.map((choice) => ({
    value: String(choice.nth),
    label: `${letterOf(all.indexOf(choice))}. ${choice.text}`,
  }))

function votingButtons({ kind, suggestions }: Poll, choices: PollChoice[], say: Say): Button[] {
  const own =
    kind === 'single' && choices.length <= mostButtons
      ? choiceOptions(choices).map(({ value, label }) => ({ action: 'poll.vote', label, value }))
      : []
  return [
    ...own,
    ...(kind === 'ranked'
      ? [{ action: 'poll.rank', label: say.plain('poll.rank'), style: 'primary' as const }]
      : []),
    { action: 'poll.mine', label: say.plain('poll.mine') },
    ...(suggestions === 'no' || choices.length >= mostChoices
      ? []
      : [{ action: 'poll.suggest', label: say.plain('poll.suggest') }]),
  ]
}

export const nameOf = (choices: PollChoice[], nth: number) =>
  choices.find((choice) => choice.nth === nth)?.text ?? ''

const shareWords = (votes: number, of: number, say: Say) =>
  say.plain('poll.share', { percent: of === 0 ? 0 : Math.round((votes / of) * 100) })

/** A share as a bar of blocks. */
function barOf(votes: number, of: number): string {
  const full = of === 0 ? 0 : Math.round((votes / of) * cells)
  // One vote of a thousand is still seen.
  const seen = votes > 0 ? Math.max(full, 1) : 0
  return '▰'.repeat(seen) + '▱'.repeat(cells - seen)
}

const cells = 10
/** As many as stand in one row of buttons, in every chat. */
const mostButtons = 5
/** Milliseconds after which an end was late. */
const tolerated = 5_000

import type { Attached } from '../chat/message.ts'
import type { Ballots } from '../model/irv.ts'
import { letterOf, type Poll, type PollChoice, resultOf } from '../model/poll.ts'
import type { OpenVote } from '../store/poll-votes.ts'
import type { Say } from '../texts/texts.ts'
import { csvOf } from './csv.ts'

type Tallied = { poll: Poll; choices: PollChoice[]; ballots: Ballots }

/** A poll as tables: its result, its rounds where it was ranked, and who voted what where that is no secret. */
export function pollTables({ poll, choices, ballots }: Tallied, votes: OpenVote[], say: Say): Attached[] {
  const result = resultOf(poll, choices, ballots)
  const head = (...keys: Parameters<Say['plain']>[0][]) => keys.map((key) => say.plain(key))
  const letter = (nth: number) => letterOf(choices.findIndex((choice) => choice.nth === nth))
  const name = (nth: number) => choices.find((choice) => choice.nth === nth)?.text ?? ''
  const results = [
    [...head('poll.column-letter', 'poll.column-choice', 'poll.column-votes', 'poll.column-share')],
    ...choices.map(({ nth, text }) => {
      const count = result.votes.get(nth) ?? 0
      const share = result.voters === 0 ? 0 : Math.round((count / result.voters) * 10_000) / 10_000
      return [letter(nth), text, count, share]
    }),
  ]
  const rounds = (result.runOff?.rounds ?? []).map(({ votes, exhausted }, at) => [
    at + 1,
    ...choices.map(({ nth }) => votes.get(nth) ?? ''),
    exhausted,
  ])
  const roundHead = [
    say.plain('poll.column-round'),
    ...choices.map(({ text }) => text),
    say.plain('poll.column-exhausted'),
  ]
  const voters = votes.map(({ voter, name: who, ballot, at }) => [
    who,
    voter,
    new Date(at).toISOString(),
    ...(poll.kind === 'single' ? [name(ballot[0]!)] : [ballot.map(name).join(' > ')]),
  ])
  const voterHead = head('poll.column-name', 'poll.column-account', 'poll.column-at', 'poll.column-choice')
  return [
    table(say.plain('poll.file'), results),
    ...(rounds.length > 0 ? [table(say.plain('poll.file-rounds'), [roundHead, ...rounds])] : []),
    ...(voters.length > 0 ? [table(say.plain('poll.file-votes'), [voterHead, ...voters])] : []),
  ]

  function table(name: string, rows: (string | number)[][]): Attached {
    return {
      name: `${name}-${poll.id}.csv`,
      type: 'text/csv',
      base64: Buffer.from(csvOf(rows)).toString('base64'),
      says: say.plain('poll.table', { name, question: poll.question }),
    }
  }
}

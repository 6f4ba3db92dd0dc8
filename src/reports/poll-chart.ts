import type { Attached } from '../chat/message.ts'
import type { Ballots } from '../model/irv.ts'
import { letterOf, type Poll, type PollChoice, resultOf } from '../model/poll.ts'
import type { Team } from '../model/team.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import { barChart } from './chart.ts'

/** The same in the language of its team. */
export const drawPoll = (polled: Parameters<typeof pollChart>[0], { locale }: Pick<Team, 'locale'>) =>
  pollChart(polled, sayIn(locale))

/** A poll's result as a picture; of a ranked one, the votes in the last round in which each choice stood. */
export async function pollChart(
  { poll, choices, ballots }: { poll: Poll; choices: PollChoice[]; ballots: Ballots },
  say: Say,
): Promise<Attached[] | null> {
  const { voters, votes, winners, runOff, counts } = resultOf(poll, choices, ballots)
  if (voters === 0) return null
  const standing = (nth: number) =>
    runOff?.rounds.findLast((round) => round.votes.has(nth))?.votes.get(nth) ?? votes.get(nth) ?? 0
  const bars = choices.map(({ nth, text }, at) => ({
    label: `${letterOf(at)}. ${text}`,
    value: standing(nth),
    says: say.plain('poll.chart-bar', {
      share: say.plain('poll.share', { percent: Math.round((standing(nth) / voters) * 100) }),
      count: standing(nth),
    }),
    first: counts && winners.includes(nth),
  }))
  const counted = say.plain('poll.voters', { count: voters })
  const below = runOff ? say.plain('poll.chart-ranked', { voters: counted }) : counted
  const png = await barChart({ title: poll.question, below, bars })
  return [
    {
      name: `${say.plain('poll.file')}-${poll.id}.png`,
      type: 'image/png',
      base64: Buffer.from(png).toString('base64'),
      says: [poll.question, ...bars.map(({ label, says }) => `${label}: ${says}`)].join('\n'),
    },
  ]
}

import type { Message } from '../chat/message.ts'
import { resultOf, showsResults } from '../model/poll.ts'
import { type Marked, together } from '../texts/marked.ts'
import type { Reader } from './mention.ts'
import { choiceLines, choiceOptions, nameOf, type Polled, secrecy } from './poll-message.ts'

/**
 * What one person sees of their own vote, and the result where they may: only they, and kept nowhere. A ranking goes on
 * here, choice by choice; several choices are changed here.
 */
export function ballotMessage(polled: Polled, ballot: number[] | null, { say }: Reader): Message {
  const { poll, choices, ballots } = polled
  const running = poll.state === 'running'
  const taken = ballot ?? []
  const left = choices.filter(({ nth }) => !taken.includes(nth))
  const open = running && poll.kind === 'ranked' && left.length > 0
  const result = showsResults(poll, ballot !== null) ? resultOf(poll, choices, ballots) : null
  const numbered = taken.map((nth, at) => `${at + 1}. ${nameOf(choices, nth)}`).join('\n')
  return {
    title: poll.question,
    text: together([
      ballot === null && !running
        ? say(poll.anonymous ? 'poll.over-secret' : 'poll.over-not-voted')
        : ballot === null
          ? say(poll.kind === 'ranked' && running ? 'poll.rank-first' : 'poll.not-voted')
          : poll.kind === 'ranked'
            ? say('poll.your-ranking', { ranking: numbered })
            : say('poll.your-vote', { names: taken.map((nth) => nameOf(choices, nth)).join(', ') }),
      open && ballot !== null ? say('poll.rank-more') : null,
      result && ballot !== null ? (`\n${choiceLines(polled, result, say)}` as Marked) : null,
    ]),
    note: running ? secrecy(poll, say) : undefined,
    about: `poll:${poll.id}`,
    selects: [
      ...(open
        ? [
            {
              action: 'poll.next',
              label: say.plain('poll.place', { nth: taken.length + 1 }),
              choices: choiceOptions(left, choices),
            },
          ]
        : []),
      ...(running && poll.kind === 'several' && ballot !== null
        ? [
            {
              action: 'poll.change',
              label: say.plain('poll.change'),
              choices: choiceOptions(choices),
              chosen: taken.map(String),
              most: Math.min(poll.most, choices.length),
            },
          ]
        : []),
    ],
    buttons:
      running && ballot !== null
        ? [
            ...(poll.kind === 'ranked' ? [{ action: 'poll.undo', label: say.plain('poll.undo') }] : []),
            { action: 'poll.back', label: say.plain('poll.back'), style: 'danger' as const },
          ]
        : [],
    quiet: true,
    fleeting: true,
  }
}

import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Button, Item, Message } from '../src/chat/message.ts'
import { polledOf } from '../src/delivery/poll-life.ts'
import { choiceLines, choiceOptions, outcomeText, type Polled } from '../src/delivery/poll-message.ts'
import { Oops } from '../src/model/oops.ts'
import { type Poll, pollNumber, resultOf, showsResults } from '../src/model/poll.ts'
import type { Series } from '../src/store/poll-series.ts'
import { type Marked, marked, together } from '../src/texts/marked.ts'

/** The team's polls: those that run or will, those that come again, and the last ones that are over. */
export async function pollList(asked: Asked): Promise<Message> {
  const { store, team, say } = asked
  const [polls, series] = await Promise.all([
    store.polls.list(team.name, shownPolls + 1),
    store.pollSeries.list(team.name),
  ])
  if (polls.length + series.length === 0) return { text: say('poll.none-yet'), quiet: true }
  return {
    title: say.plain('poll.list'),
    items: [
      ...series.map((one) => seriesItem(asked, one)),
      ...(await Promise.all(polls.slice(0, shownPolls).map((poll) => pollItem(asked, poll)))),
    ],
    note: together([polls.length > shownPolls ? say('poll.more-polls') : null, say('poll.manage')]),
    quiet: true,
  }
}

/** One poll, with what staff can do with it. */
export async function onePoll(asked: Asked, polled: Polled): Promise<Message> {
  const { say, store } = asked
  const { poll, choices, ballots } = polled
  const shown = showsResults(poll, false) && poll.state !== 'cancelled'
  const result = resultOf(poll, choices, ballots)
  const brought = poll.state === 'running' ? await store.pollSuggestions.accepted(poll.id) : []
  return {
    title: poll.question,
    text: together([
      stateLine(asked, poll, result.voters),
      poll.state === 'ended' ? outcomeText(polled, result, say) : null,
      choiceLines(polled, shown ? result : null, say),
    ]),
    note: together([where(poll), shown || poll.state === 'scheduled' ? null : say('poll.still-hidden')]),
    about: `poll:${poll.id}`,
    selects:
      brought.length === 0
        ? []
        : [
            {
              action: 'poll.strike',
              label: say.plain('poll.strike'),
              choices: choiceOptions(
                brought.map(({ nth }) => choices.find((one) => one.nth === nth)!),
                choices,
              ),
            },
          ],
    buttons: buttonsOf(asked, poll),
    quiet: true,
  }
}

/** A poll comes again no more; the one that runs goes on. */
export async function stopSeries(asked: Asked & Pressed): Promise<Message> {
  const { store, team, person, now, value } = asked
  const id = pollNumber(value)
  const stopped =
    id !== null &&
    (await store.together((store) => store.pollSeries.stop(team.name, id, { by: person.name, at: now })))
  if (!stopped) throw new Oops('poll.stopped-before')
  return pollList(asked)
}

async function pollItem(asked: Asked, poll: Poll): Promise<Item> {
  const polled = (await polledOf(asked.store, asked.team, poll.id))!
  const result = resultOf(poll, polled.choices, polled.ballots)
  return {
    title: poll.question,
    text: together([
      stateLine(asked, poll, result.voters),
      poll.state === 'ended' ? outcomeText(polled, result, asked.say) : null,
      where(poll),
    ]),
    buttons: buttonsOf(asked, poll),
  }
}

function seriesItem({ say, now, team }: Asked, { id, plan, rhythm, nextAt }: Series): Item {
  return {
    title: plan.question,
    text: say('poll.comes-again', {
      every: say.plain(`poll.every-${rhythm.every}`),
      time: say.at(nextAt, now, team.timeZone),
    }),
    buttons: [{ action: 'poll.stop', label: say.plain('poll.stop'), value: String(id), style: 'danger' }],
  }
}

const stateLine = ({ say, now, team }: Asked, poll: Poll, voters: number): Marked => {
  const at = poll.state === 'scheduled' ? poll.startsAt : (poll.ended?.at ?? poll.endsAt)
  return together(
    [
      say('poll.number', { id: String(poll.id) }),
      at === null
        ? say('poll.state-open')
        : say(`poll.state-${poll.state}`, { time: say.at(at, now, team.timeZone) }),
      poll.state === 'scheduled' || poll.state === 'cancelled' ? null : say('poll.voters', { count: voters }),
    ],
    ' · ',
  )
}

const where = ({ places }: Poll) =>
  together(
    places.map(({ channel }) => marked`#${channel}`),
    ', ',
  )

/** Each names its poll: in a list there are several. */
function buttonsOf({ say }: Asked, poll: Poll): Button[] {
  const about = `poll:${poll.id}`
  const open = poll.state === 'running' || poll.state === 'scheduled'
  return [
    ...(poll.state === 'running' ? [{ action: 'poll.end', label: say.plain('poll.end-now'), about }] : []),
    ...(poll.state !== 'cancelled' && poll.state !== 'scheduled' && showsResults(poll, false)
      ? [{ action: 'poll.csv', label: say.plain('poll.csv'), about }]
      : []),
    ...(open
      ? [{ action: 'poll.cancel', label: say.plain('poll.cancel'), about, style: 'danger' as const }]
      : []),
  ]
}

const shownPolls = 8

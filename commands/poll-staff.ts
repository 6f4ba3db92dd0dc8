import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { aboutOf, endPoll, polledOf, severalAccounts } from '../src/delivery/poll-life.ts'
import { Oops } from '../src/model/oops.ts'
import { showsResults } from '../src/model/poll.ts'
import { pollTables } from '../src/reports/poll-tables.ts'
import { onePoll } from './poll-list.ts'
import { found } from './poll-voting.ts'

/** Staff ends a poll before its time. */
export async function endNow(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, team, person, now, seal } = asked
  const { poll } = await found(asked, store)
  const ended = await store.together(async (store) => {
    const people = await severalAccounts(store, team)
    return endPoll(store, poll, { why: 'hand', by: person.name, now, seal, people })
  })
  if (!ended) throw new Oops(poll.state === 'scheduled' ? 'poll.not-yet' : 'poll.closed')
  return shown(asked, poll.id)
}

/** Whoever would delete a poll reads first what goes with it. */
export async function askCancel(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, say } = asked
  const { poll } = await found(asked, store)
  if (poll.state !== 'running' && poll.state !== 'scheduled') throw new Oops('poll.closed')
  const count = await store.pollVotes.count(poll.id)
  return {
    title: poll.question,
    text: say('poll.cancel-what', { votes: say.plain('poll.voters', { count }) }),
    about: aboutOf(poll.id),
    buttons: [
      { action: 'poll.erase', label: say.plain('poll.erase', { count }), style: 'danger' },
      { action: 'poll.keep', label: say.plain('poll.keep') },
    ],
    quiet: true,
  }
}

/** It stays as it is. */
export const keep = (asked: Asked & Pick<Pressed, 'about'>): Promise<Message> =>
  found(asked, asked.store).then(({ poll }) => shown(asked, poll.id))

/** As if it had never been: nobody's vote is kept. */
export async function cancel(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, team, person, now } = asked
  const { poll } = await found(asked, store)
  const cancelled = await store.together(async (store) => {
    await store.polls.lock(team.name, poll.id)
    if (!(await store.polls.cancel(poll.id, { at: now, by: person.name }))) return false
    await store.pollVotes.erase(poll.id)
    await store.living.end(team.name, aboutOf(poll.id), now)
    return true
  })
  if (!cancelled) throw new Oops('poll.closed')
  if (poll.anonymous) await store.polls.erased()
  return shown(asked, poll.id)
}

/** A poll as tables, as far as everybody may see its result. */
export async function tables(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, say } = asked
  const polled = await found(asked, store)
  const { poll } = polled
  if (poll.state === 'cancelled') throw new Oops('poll.cancelled-tables')
  if (!showsResults(poll, false)) throw new Oops('poll.still-hidden')
  const votes = poll.anonymous ? [] : await store.pollVotes.open(poll.id)
  return {
    title: poll.question,
    text: say(poll.anonymous ? 'poll.tables-anonymous' : 'poll.tables'),
    files: pollTables(polled, votes, say),
    quiet: true,
  }
}

async function shown(asked: Asked, id: number): Promise<Message> {
  return onePoll(asked, (await polledOf(asked.store, asked.team, id))!)
}

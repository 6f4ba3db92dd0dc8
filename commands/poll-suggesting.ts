import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { aboutOf, voterOf, votersOf } from '../src/delivery/poll-life.ts'
import { votersWords } from '../src/delivery/poll-message.ts'
import { Oops } from '../src/model/oops.ts'
import {
  checkChoice,
  choiceKey,
  longestChoice,
  mayVote,
  mostChoices,
  mostSuggestions,
  type Poll,
  pollNumber,
} from '../src/model/poll.ts'
import type { Parts } from '../src/store/store.ts'
import { marked, together } from '../src/texts/marked.ts'
import { type Say, sayIn } from '../src/texts/texts.ts'
import { accountsOf, found } from './poll-voting.ts'

export const suggestForm = (say: Say): Form => ({
  title: say.plain('poll.suggest-title'),
  inputs: [
    { name: 'text', label: say.plain('poll.suggestion'), kind: 'line', required: true, most: longestChoice },
  ],
  submit: say.plain('poll.suggest'),
})

/** A member suggests a choice: it stands there at once, or staff is asked. */
export async function suggest(asked: Asked & Pressed): Promise<Message> {
  const { store, team, person, by, say, seal } = asked
  const text = (asked.values.text ?? '').replace(/\s+/gu, ' ').trim()
  checkChoice(text)
  const { poll } = await found(asked, store)
  if (!mayVote(poll.who, person, by.groups))
    throw new Oops('poll.not-for-you', { names: votersWords(poll.who, say) })
  const accounts = await accountsOf(asked)
  await store.together(async (store) => {
    const poll = await running(asked, store)
    if (poll.suggestions === 'no') throw new Oops('poll.no-suggestions')
    const voters = votersOf(poll, accounts, seal)
    const [choices, waiting, mine] = [
      await store.polls.choices(poll.id),
      await store.pollSuggestions.waiting(poll.id),
      await store.pollSuggestions.count(poll.id, voters),
    ]
    if (mine >= mostSuggestions) throw new Oops('poll.many-suggestions', { most: mostSuggestions })
    if (choices.length + waiting >= mostChoices) throw new Oops('poll.full', { most: mostChoices })
    const open = poll.suggestions === 'open'
    const one = {
      text,
      voter: voterOf(poll, by.account, seal),
      state: open ? ('accepted' as const) : ('waiting' as const),
    }
    // The same as a choice, or suggested before.
    const id =
      open && !(await store.polls.addChoice(poll.id, text))
        ? null
        : await store.pollSuggestions.add(poll.id, one)
    if (id === null || (!open && choices.some((choice) => same(choice.text, text))))
      throw new Oops('poll.there-already', { choice: text })
    if (open) await store.living.touch(team.name, aboutOf(poll.id), { soon: true })
    else await askStaff(asked, store, poll, { id, text })
  })
  return { text: say(poll.suggestions === 'open' ? 'poll.suggested' : 'poll.suggested-waits'), quiet: true }
}

/** Staff says yes: it can be voted for from now on. */
export const accept = (asked: Asked & Pressed) => decide(asked, 'accepted')

export const refuse = (asked: Asked & Pressed) => decide(asked, 'refused')

const decide = (asked: Asked & Pressed, state: 'accepted' | 'refused'): Promise<Message> =>
  asked.store.together(async (store) => {
    const { team, person, value } = asked
    const poll = await running(asked, store)
    const id = pollNumber(value)
    const suggestion = id === null ? null : await store.pollSuggestions.get(poll.id, id)
    if (!suggestion || !(await store.pollSuggestions.decide(suggestion.id, state, person.name)))
      throw new Oops('poll.decided')
    if (state === 'accepted') {
      const choices = await store.polls.choices(poll.id)
      if (choices.length >= mostChoices) throw new Oops('poll.full', { most: mostChoices })
      await store.polls.addChoice(poll.id, suggestion.text)
      await store.living.touch(team.name, aboutOf(poll.id), { soon: true })
    }
    const say = sayIn(team.locale)
    return {
      title: say.plain('poll.suggestion-for', { question: poll.question }),
      text: together([marked`> ${suggestion.text}`, say(`poll.${state}`, { name: person.name })]),
      about: aboutOf(poll.id),
    }
  })

/** Staff takes out what a member brought in, and all votes for it. */
export async function strike(asked: Asked & Pressed): Promise<void> {
  const { store, team, person, value } = asked
  await store.together(async (store) => {
    const poll = await running(asked, store)
    const nth = pollNumber(value)
    if (nth === null || !(await store.pollSuggestions.strike(poll.id, nth, person.name)))
      throw new Oops('poll.gone-choice')
    await store.pollVotes.strike(poll.id, nth)
    await store.living.touch(team.name, aboutOf(poll.id), { soon: true })
  })
}

/** The team is asked where it is told what concerns it; of an anonymous poll it does not learn whose idea it was. */
async function askStaff(
  { team, by, now }: Asked,
  store: Parts,
  poll: Poll,
  { id, text }: { id: number; text: string },
) {
  const say = sayIn(team.locale)
  const payload: Message = {
    title: say.plain('poll.suggestion-for', { question: poll.question }),
    text: together([
      marked`> ${text}`,
      poll.anonymous ? say('poll.by-member') : say('poll.by-name', { name: by.name }),
    ]),
    about: aboutOf(poll.id),
    buttons: [
      { action: 'poll.accept', label: say.plain('poll.accept'), value: String(id), style: 'primary' },
      { action: 'poll.refuse', label: say.plain('poll.refuse'), value: String(id) },
    ],
  }
  const about = `${aboutOf(poll.id)}/suggestion-${id}`
  const place = team.channels.alerts
  await store.deliveries.add([{ team: team.name, rule: 'notice', about, place, payload, dueAt: now }], now)
}

async function running({ team, about, now }: Asked & Pressed, store: Parts): Promise<Poll> {
  const id = pollNumber(about)
  const poll = id === null ? null : await store.polls.lock(team.name, id)
  if (!poll) throw new Oops('poll.gone')
  if (poll.state !== 'running' || (poll.endsAt !== null && poll.endsAt <= now)) throw new Oops('poll.closed')
  return poll
}

const same = (one: string, other: string) => choiceKey(one) === choiceKey(other)

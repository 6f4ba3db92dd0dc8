import pino from 'pino'
import { expect, test } from 'vitest'
import { newRendering as inDiscord } from '../../src/chat/discord/rendering.ts'
import type { Server } from '../../src/chat/discord/server.ts'
import type { Channels } from '../../src/chat/slack/channels.ts'
import type { People } from '../../src/chat/slack/people.ts'
import { newRendering as inSlack } from '../../src/chat/slack/rendering.ts'
import { ballotMessage } from '../../src/delivery/poll-ballot.ts'
import type { Polled } from '../../src/delivery/poll-message.ts'
import type { Store } from '../../src/store/store.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'

const say = sayIn('fr')

/** A ranking of 25 long choices, more than a message of Slack or Discord shows, in an anonymous poll. */
function longBallot() {
  const choices = Array.from({ length: 25 }, (_, at) => ({
    nth: at + 1,
    text: `choix ${at} `.padEnd(100, 'x'),
  }))
  const poll = {
    id: 17,
    question: 'Quel logo ?',
    kind: 'ranked',
    most: 25,
    anonymous: true,
    results: 'always',
    state: 'running',
    quorum: null,
  } as Polled['poll']
  const ballot = choices.slice(0, 20).map(({ nth }) => nth)
  return ballotMessage({ poll, choices, ballots: [{ ballot, count: 1 }] }, ballot, {
    say,
    now: saturday,
    team: nimbus,
  })
}

/** A store that remembers under which keys something was kept. */
function newMemory() {
  const kept: string[] = []
  const memory = { set: async (key: string) => void kept.push(key) }
  return { kept, store: { memory } as unknown as Store }
}

test('what somebody voted is kept nowhere, though Slack and Discord show it cut', async () => {
  const { kept, store } = newMemory()
  const message = longBallot()
  const discord = inDiscord({ server: {} as Server, store, log: pino({ level: 'silent' }) })
  const slack = inSlack({
    name: 'slack',
    teams: [nimbus],
    store,
    channels: {} as Channels,
    people: {} as People,
  })
  const shown = [await discord(message, say, { quiet: true }), await slack.render(message, say)]
  expect(shown.map(({ cut }) => cut)).toContain(true)
  expect(kept).toEqual([])

  await slack.render({ ...message, fleeting: false }, say)
  expect(kept).toHaveLength(1)
})

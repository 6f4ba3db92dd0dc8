import { setTimeout as after } from 'node:timers/promises'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { newSender } from '../../src/delivery/sender.ts'
import { marked } from '../../src/texts/marked.ts'
import { listeningBot, newSlackWorld, nimbusInSlack } from './slack-world.ts'

/** The real sender on the real SDK on the stand-in, on a clock that can be set on. */
export async function newSending({ timeout = 200, page = 200 } = {}) {
  let passed = 0
  const clock = () => Date.now() + passed
  const world = await newSlackWorld({ clock, timeout, rules: { clock, page } })
  const { store, workspace, slack } = world
  const chat = world.open()
  await chat.start(listeningBot())
  const parts = { store, teams: [nimbusInSlack], clock, log: pino({ level: 'silent' }) }
  const sender = newSender({ ...parts, chats: new Map([['slack', chat]]) })
  onTestFinished(() => sender.stop())
  let count = 0

  /** So many alerts for each of so many channels, which are made where they are not there; gives their words. */
  async function alerts(channels: number, each: number, { made = false } = {}): Promise<Alert[]> {
    const all = Array.from({ length: channels }, (_, nth) => `canal-${nth}`).flatMap((channel) =>
      Array.from({ length: each }, () => ({ channel, words: `alerte ${++count}.` })),
    )
    for (const { channel } of all)
      if (!made && !isThere(channel))
        workspace.addChannel(channel, { members: ['U0MIA', workspace.bot.user] })
    const now = clock()
    await store.deliveries.add(
      all.map(({ channel, words }) => ({
        team: 'nimbus',
        rule: 'alert' as const,
        about: `mention:${words}`,
        place: { chat: 'slack' as const, channel },
        payload: { title: words, text: marked`de quoi parler` } satisfies Message,
        dueAt: now,
      })),
      now,
    )
    return all
  }

  const isThere = (channel: string) => {
    try {
      return workspace.channelId(channel) !== ''
    } catch {
      return false
    }
  }

  /** How often each was said, and how often with the mark of a possible repeat. */
  const counted = (all: Alert[]) => {
    const said = new Map(all.map(({ channel }) => [channel, workspace.sees('U0MIA', channel)]))
    return all.map(({ channel, words }) => {
      const saying = said.get(channel)!.filter((one) => one.includes(words))
      return { times: saying.length, marked: saying.filter((one) => one.includes('Doublon')).length }
    })
  }

  /** Until nothing waits any more (ms); while all of it rests, the clock is set on by so much. */
  async function rested(within: number, jump = 5_000) {
    const until = Date.now() + within
    for (;;) {
      const { waiting = 0, sending = 0, ...others } = await store.deliveries.counts()
      if (waiting + sending === 0) return others
      if (Date.now() > until) throw new Error(`still waiting: ${waiting}, sending: ${sending}`)
      if (sending === 0) passes(jump)
      sender.wake()
      await after(20)
    }
  }

  const passes = (length: number) => {
    passed += length
  }
  return { ...world, slack, chat, sender, clock, passes, alerts, counted, rested }
}

type Alert = { channel: string; words: string }

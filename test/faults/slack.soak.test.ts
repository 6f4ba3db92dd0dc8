import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { minute } from '../../src/model/time.ts'
import { marked } from '../../src/texts/marked.ts'
import { newSending } from '../chat/slack-sending.ts'
import { listeningBot, newSlackWorld } from '../chat/slack-world.ts'

const shown = (what: string, figures: object) => console.log(what, JSON.stringify(figures))

for (const kind of ['lost', 'failed-after', 'hang'] as const)
  test(`1,000 messages in 100 channels, each with an answer that is ${kind}`, async () => {
    const { slack, sender, alerts, counted, rested } = await newSending()
    const all = await alerts(100, 10)
    slack.fault({ kind, method: 'chat.postMessage', share: 1 })
    const began = Date.now()
    await sender.start()
    await rested(10 * minute)
    shown(kind, { ...figuresOf(counted(all)), seconds: Math.round((Date.now() - began) / 1000) })
    expect(figuresOf(counted(all))).toMatchObject({ lost: 0, doubled: 0, marked: 0 })
  })

test('1,000 messages, of which some go wrong in every way, as does the looking for them', async () => {
  const { slack, sender, alerts, counted, rested } = await newSending({ page: 7 })
  const all = await alerts(100, 10)
  for (const kind of ['lost', 'failed-after', 'hang', 'failed', 'limited'] as const)
    slack.fault({ kind, method: 'chat.postMessage', share: 0.2, seconds: 1 })
  for (const kind of ['lost', 'hang', 'failed', 'limited'] as const)
    slack.fault({ kind, method: 'conversations.history', share: 0.1, seconds: 1 })
  await sender.start()
  await rested(10 * minute)
  shown('everything', figuresOf(counted(all)))
  expect(figuresOf(counted(all))).toMatchObject({ lost: 0, doubled: 0, marked: 0 })
})

test('1,000 messages whose answers are lost, and no history to look in', async () => {
  const { slack, workspace, sender, alerts, counted, rested } = await newSending()
  const all = await alerts(100, 10)
  workspace.scopes.delete('channels:history')
  slack.fault({ kind: 'lost', method: 'chat.postMessage', times: 1_000 })
  await sender.start()
  await rested(10 * minute)
  const counts = counted(all)
  shown('closed', figuresOf(counts))
  expect(counts.filter(({ times, marked }) => times > 2 || times - marked !== 1)).toEqual([])
})

test('a channel that is limited for 30 seconds delays no other, and is told afterwards', async () => {
  const { slack, workspace, sender, alerts, counted, rested } = await newSending()
  slack.fault({ kind: 'limited', method: 'chat.postMessage', channel: 'canal-0', for: 30_000 })
  const all = await alerts(20, 1)
  const began = Date.now()
  await sender.start()
  const others = Array.from({ length: 19 }, (_, nth) => `canal-${nth + 1}`)
  await slack.eventually(() => others.every((one) => workspace.sees('U0MIA', one).length === 1), 10_000)
  const ms = Date.now() - began
  await rested(2 * minute, 0)
  shown('limited', { others: ms, itself: Date.now() - began })
  expect(ms).toBeLessThan(1_000)
  expect(figuresOf(counted(all))).toMatchObject({ lost: 0, doubled: 0 })
})

test('20 recycles under 1,000 commands lose none', async () => {
  const { slack, workspace, open } = await newSlackWorld()
  const chat = open()
  const bot = listeningBot({ answer: async () => ({ text: marked`voici`, quiet: true }) })
  await chat.start(bot)
  const acts = []
  for (let nth = 0; nth < 1_000; nth++) {
    if (nth % 50 === 25) slack.recycle('one')
    acts.push(workspace.types('U0MIA', 'veille', `/vigie aide ${nth}`))
    await after(20)
  }
  const all = await Promise.all(acts)
  await slack.eventually(() => workspace.sees('U0MIA', 'veille').length >= 1_000, minute)
  const acks = all.map(({ ack }) => ack ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  shown('recycles', {
    failed: all.filter(({ problem }) => problem).length,
    answered: workspace.sees('U0MIA', 'veille').length,
    p99: acks[989],
    slowest: acks.at(-1),
  })
  expect(all.filter(({ problem }) => problem)).toEqual([])
  expect(workspace.sees('U0MIA', 'veille')).toHaveLength(1_000)
  expect(bot.heard).toHaveLength(1_000)
})

test('a minute without Slack: heard again within 30 seconds, and what waited is told', async () => {
  const { slack, workspace, sender, alerts, rested } = await newSending({ timeout: 10_000 })
  await sender.start()
  const { back } = await slack.outage()
  await alerts(3, 30)
  sender.wake()
  await after(minute)
  const began = Date.now()
  await back()
  await slack.eventually(() => slack.sockets() === 2, minute)
  const sockets = Date.now() - began
  await slack.eventually(() => workspace.sees('U0MIA', 'canal-0').length > 0, minute)
  const told = Date.now() - began
  await rested(5 * minute, 0)
  const messages = [0, 1, 2].map((nth) => workspace.sees('U0MIA', `canal-${nth}`).length)
  shown('outage', { sockets, told, messages, rested: Date.now() - began })
  expect(sockets).toBeLessThan(30_000)
  expect(told).toBeLessThan(30_000)
  expect(messages.every((count) => count > 0)).toBe(true)
})

const figuresOf = (counts: { times: number; marked: number }[]) => ({
  messages: counts.length,
  lost: counts.filter(({ times }) => times === 0).length,
  doubled: counts.filter(({ times }) => times > 1).length,
  marked: counts.filter(({ marked }) => marked > 0).length,
})

import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { minute } from '../../src/model/time.ts'
import { marked } from '../../src/texts/marked.ts'
import { newSending } from './slack-sending.ts'
import { listeningBot, newSlackWorld } from './slack-world.ts'

const quietly = async () => ({ text: marked`voici`, quiet: true })

describe('what Slack says of what it took is lost', () => {
  for (const kind of ['lost', 'failed-after', 'hang', 'failed'] as const)
    test(`by "${kind}": nothing is lost, nothing doubled`, async () => {
      const { slack, sender, alerts, counted, rested } = await newSending()
      const all = await alerts(6, 3)
      const end = slack.fault({ kind, method: 'chat.postMessage', share: kind === 'failed' ? 0.5 : 1 })
      await sender.start()
      await rested(15_000)
      end()
      expect(counted(all).filter(({ times }) => times !== 1)).toEqual([])
    })

  test('nor where looking for it fails as well, and where there are many pages to look through', async () => {
    const { slack, sender, alerts, counted, rested } = await newSending({ page: 2 })
    const all = await alerts(5, 4)
    slack.fault({ kind: 'lost', method: 'chat.postMessage', share: 0.7 })
    slack.fault({ kind: 'hang', method: 'conversations.history', share: 0.3 })
    slack.fault({ kind: 'failed', method: 'conversations.list', share: 0.3 })
    await sender.start()
    await rested(18_000)
    expect(counted(all).filter(({ times }) => times !== 1)).toEqual([])
  })

  test('where nobody may look it is said twice at most, and says so', async () => {
    const { slack, workspace, sender, alerts, counted, rested } = await newSending()
    const all = await alerts(10, 1)
    workspace.scopes.delete('channels:history')
    slack.fault({ kind: 'lost', method: 'chat.postMessage', times: 10 })
    await sender.start()
    await rested(10_000)
    for (const { times, marked } of counted(all)) expect({ times, marked }).toEqual({ times: 2, marked: 1 })
  })
})

test('a channel that is limited delays no other', async () => {
  const { slack, workspace, sender, alerts } = await newSending()
  slack.fault({ kind: 'limited', method: 'chat.postMessage', channel: 'canal-0', for: 30_000 })
  await alerts(5, 1)
  const began = Date.now()
  await sender.start()
  await slack.eventually(() => slack.callsOf('chat.postMessage').some(({ outcome }) => outcome === 'limited'))
  await slack.eventually(() =>
    [1, 2, 3, 4].every((nth) => workspace.sees('U0MIA', `canal-${nth}`).length === 1),
  )
  expect(Date.now() - began).toBeLessThan(1_000)
  expect(workspace.sees('U0MIA', 'canal-0')).toEqual([])
  // Nor is it asked again before its time.
  await after(1_500)
  expect(slack.callsOf('chat.postMessage').filter(({ outcome }) => outcome === 'limited')).toHaveLength(1)
})

test('a token that is refused loses nothing: what is to be said waits for a better one', async () => {
  const { workspace, sender, alerts, counted, rested, store } = await newSending()
  const all = await alerts(2, 2)
  workspace.refuse('token_revoked')
  await sender.start()
  await after(500)
  expect(await store.deliveries.counts()).toMatchObject({ waiting: 4 })
  workspace.refuse(null)
  await rested(10_000)
  expect(counted(all)).toEqual(all.map(() => ({ times: 1, marked: 0 })))
})

describe('sockets', () => {
  test('while they are recycled no command is lost', async () => {
    const { slack, workspace, open } = await newSlackWorld({ rules: { recycleAfter: 200 } })
    const chat = open()
    const bot = listeningBot({ answer: quietly })
    await chat.start(bot)
    for (let nth = 0; nth < 100; nth++) {
      if (nth % 20 === 10) {
        await slack.eventually(() => slack.sockets() === 2)
        slack.recycle('one')
      }
      const act = await workspace.types('U0MIA', 'veille', `/vigie aide ${nth}`)
      expect(act).toMatchObject({ problem: null, late: false })
    }
    await slack.eventually(() => workspace.sees('U0MIA', 'veille').length === 100)
    expect(new Set(bot.heard.map((one) => one.kind === 'command' && one.text)).size).toBe(100)
    await slack.eventually(() => slack.sockets() === 2)
  })

  for (const how of ['cut', 'halfOpen'] as const)
    test(`that are ${how} come back`, async () => {
      const { slack, workspace, open } = await newSlackWorld({ timeout: 600 })
      const chat = open()
      await chat.start(listeningBot({ answer: quietly }))
      slack[how]('all')
      const links = () => slack.callsOf('apps.connections.open').length
      await slack.eventually(() => links() >= 4 && slack.sockets() === 2, 10_000)
      const act = await workspace.types('U0MIA', 'veille', '/vigie aide')
      expect(act.problem).toBeNull()
      await slack.eventually(() => workspace.sees('U0MIA', 'veille').length === 1)
    })

  test('after an outage Slack is heard again, and what waited is told as one', async () => {
    const { slack, workspace, sender, alerts, rested, passes } = await newSending()
    const { back } = await slack.outage()
    await alerts(1, 14)
    await sender.start()
    await after(1_500)
    passes(3 * minute)
    const began = Date.now()
    await back()
    await slack.eventually(() => slack.sockets() === 2, 10_000)
    expect(Date.now() - began).toBeLessThan(6_000)
    await rested(15_000)
    expect(workspace.sees('U0MIA', 'canal-0').length).toBeLessThan(5)
    expect(workspace.sees('U0MIA', 'canal-0').join()).toMatch(/alertes en attente/)
  })

  test('a frame that nobody can read ends nothing', async () => {
    const { workspace, open } = await newSlackWorld({ rules: { patience: 100, again: [] } })
    const chat = open()
    const bot = listeningBot({ answer: quietly })
    await chat.start(bot)
    for (const payload of [null, {}, { event: null }, { event: {} }, { event: { type: 'message' } }, []])
      await workspace.redelivers({ kind: 'events_api', payload } as never)
    for (const payload of [
      null,
      {},
      { type: 'block_actions' },
      { type: 'view_submission' },
      { command: '/x' },
    ])
      await workspace.redelivers({ kind: 'interactive', payload } as never)
    expect((await workspace.types('U0MIA', 'veille', '/vigie aide')).problem).toBeNull()
    await chat.stop()
    expect(bot.heard).toHaveLength(1)
  })
})

describe('starting', () => {
  test('with a token that is wrong, and right later', async () => {
    const { slack, workspace, open } = await newSlackWorld()
    workspace.refuse('invalid_auth')
    const chat = open()
    await chat.start(listeningBot({ answer: quietly }))
    expect(await chat.lacks()).toEqual([{ key: 'slack.lack-token', values: { word: 'invalid_auth' } }])
    workspace.refuse(null)
    await slack.eventually(() => slack.sockets() === 2)
    await workspace.types('U0MIA', 'veille', '/vigie aide')
    await slack.eventually(() => workspace.sees('U0MIA', 'veille').length === 1)
  })

  test('without a network, which comes later', async () => {
    const { slack, open } = await newSlackWorld({ timeout: 500 })
    const { back } = await slack.outage()
    const chat = open()
    await chat.start(listeningBot())
    expect(await chat.lacks()).toEqual([{ key: 'slack.lack-answer' }])
    await back()
    await slack.eventually(() => slack.sockets() === 2, 10_000)
    expect(await chat.lacks()).toEqual([])
  })

  for (const kind of ['hang', 'failed', 'lost'] as const)
    test(`where sockets open ${kind === 'hang' ? 'and say nothing' : `and are ${kind}`}`, async () => {
      const { slack, open } = await newSlackWorld({ timeout: 300 })
      slack.fault({ kind, method: 'link', times: 3 })
      const chat = open()
      await chat.start(listeningBot())
      await slack.eventually(() => slack.sockets() === 2, 10_000)
      await chat.stop()
      await slack.eventually(() => slack.sockets() === 0)
    })

  test('and stopping before anything worked', async () => {
    const { slack, open } = await newSlackWorld({ timeout: 500 })
    slack.fault({ kind: 'hang', method: 'auth.test', share: 1 })
    const chat = open()
    await chat.start(listeningBot())
    await chat.stop()
    const calls = slack.calls.length
    await after(1_500)
    expect(slack.calls.length).toBe(calls)
  })
})

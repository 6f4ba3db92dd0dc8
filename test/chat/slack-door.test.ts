import { expect, test } from 'vitest'
import { minute } from '../../src/model/time.ts'
import { marked } from '../../src/texts/marked.ts'
import { sign } from '../slack/signing.ts'
import type { Workspace } from '../slack/stand-in.ts'
import { listeningBot, newChatOn, newSlackWorld } from './slack-world.ts'

const now = Date.UTC(2026, 10, 21, 13, 30)

async function newDoorWorld() {
  const { slack, workspace, store, open } = await newSlackWorld({
    by: 'door',
    clock: () => now,
    rules: { clock: () => now },
  })
  const chat = open()
  const bot = listeningBot({ answer: async () => ({ text: marked`voici`, quiet: true }) })
  await chat.start(bot)
  const [door] = chat.doors!
  const command = (text = 'aide') => commandOf(workspace, text)
  const knock = (request: { raw: Buffer; headers: Record<string, string | undefined> }) => door!.hear(request)
  return { slack, workspace, store, heard: bot.heard, door: door!, knock, command, open }
}

let triggers = 0
const commandOf = ({ id, channelId, bot }: Workspace, text: string) => ({
  team_id: id,
  channel_id: channelId('veille'),
  channel_name: 'veille',
  user_id: 'U0MIA',
  user_name: 'mia',
  command: '/vigie',
  text,
  api_app_id: bot.app,
  is_enterprise_install: 'false',
  trigger_id: `trigger-${++triggers}`,
})

test('a request that Slack signed just now is heard, of old and of future ones nobody hears', async () => {
  const { workspace, slack, heard, knock, command } = await newDoorWorld()
  const at = (time: number) => workspace.signed('slash_commands', command(), { at: time })
  for (const time of [now, now - 4 * minute, now + 30_000]) expect((await knock(at(time))).status).toBe(200)
  for (const time of [now - 6 * minute, now + 2 * minute, 0]) expect((await knock(at(time))).status).toBe(401)
  await slack.eventually(() => heard.length === 3)
  expect(heard).toHaveLength(3)
})

test('what is forged, changed, unsigned or sent once more is not heard', async () => {
  const { workspace, store, heard, slack, knock, command } = await newDoorWorld()
  const good = workspace.signed('slash_commands', command())
  const { 'x-slack-signature': signature, ...unsigned } = good.headers
  const wrong = [
    workspace.signed('slash_commands', command(), { secret: 'guessed' }),
    { ...good, raw: Buffer.concat([good.raw, Buffer.from('&text=autre')]) },
    { ...good, headers: unsigned },
    { ...good, headers: { ...good.headers, 'x-slack-signature': `${signature!.slice(0, -1)}x` } },
    { ...good, headers: { ...good.headers, 'x-slack-request-timestamp': String(now / 1000 - 1) } },
    { ...good, headers: { ...good.headers, 'x-slack-request-timestamp': 'hier' } },
  ]
  for (const request of wrong) expect((await knock(request)).status).toBe(401)
  expect((await knock(good)).status).toBe(200)
  expect((await knock(good)).status).toBe(401)
  // Nor by another process’s door.
  const other = newChatOn(slack.apiUrl, workspace, store, { by: 'door', clock: () => now })
  await other.start(listeningBot())
  expect((await other.doors![0]!.hear(good)).status).toBe(401)
  await slack.eventually(() => heard.length > 0)
  expect(heard).toHaveLength(1)
})

test('with a store that does not answer a request is heard, and its repeat is not', async () => {
  const { workspace, store, heard, slack, knock, command } = await newDoorWorld()
  store.once.begin = () => Promise.reject(new Error('the disk is full'))
  const good = workspace.signed('slash_commands', command())
  expect((await knock(good)).status).toBe(200)
  expect((await knock(good)).status).toBe(401)
  await slack.eventually(() => workspace.sees('U0MIA', 'veille').length > 0)
  expect(heard).toHaveLength(1)
})

test('while one secret takes over from another both are good, and no third', async () => {
  const { slack, workspace, store, command } = await newDoorWorld()
  const rotating = {
    ...workspace,
    tokens: { ...workspace.tokens, signingSecret: 'the-old-one, the-new-one' },
    reachedBy: () => {},
  }
  const chat = newChatOn(slack.apiUrl, rotating, store, { by: 'door', clock: () => now })
  const bot = listeningBot()
  await chat.start(bot)
  const knock = async (secret: string) =>
    (await chat.doors![0]!.hear(workspace.signed('slash_commands', command(), { secret }))).status
  expect(
    await Promise.all(['the-old-one', 'the-new-one', 'the-old-one, the-new-one', ''].map(knock)),
  ).toEqual([200, 200, 401, 401])
})

test('Slack’s own questions are answered, and what cannot be read is refused', async () => {
  const { workspace, knock, heard } = await newDoorWorld()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await knock({ raw: Buffer.from('token=x&ssl_check=1'), headers: form })).toMatchObject({
    status: 200,
  })
  const question = workspace.signed('events_api', { type: 'url_verification', challenge: 'abc' })
  expect(await knock(question)).toMatchObject({ status: 200, body: 'abc' })
  const huge = workspace.signed('slash_commands', { text: 'x'.repeat(1_100_000) })
  expect((await knock(huge)).status).toBe(413)
  const json = { 'content-type': 'application/json' }
  for (const body of ['{"type":', 'null', '[]', '']) {
    const raw = Buffer.from(body)
    const headers = { ...json, ...sign(raw, workspace.tokens.signingSecret, now) }
    expect((await knock({ raw, headers })).status).toBe(400)
  }
  expect(heard).toEqual([])
})

test('before Slack has said who we are nothing is taken, so that it is sent again', async () => {
  const { slack, workspace, store } = await newSlackWorld({
    by: 'door',
    clock: () => now,
    rules: { clock: () => now },
  })
  workspace.refuse('invalid_auth')
  const chat = newChatOn(slack.apiUrl, workspace, store, { by: 'door', clock: () => now })
  await chat.start(listeningBot())
  expect(
    (await chat.doors![0]!.hear(workspace.signed('slash_commands', commandOf(workspace, '')))).status,
  ).toBe(503)
})

test('each workspace has a door of its own, and hears only its own', async () => {
  const { slack, workspace, store, heard, open } = await newDoorWorld()
  const acme = slack.addWorkspace('T0ACME', 'Acme')
  const chat = open({ workspace: acme, name: 'slack/acme' })
  const bot = listeningBot()
  await chat.start(bot)
  expect(chat.doors!.map(({ path }) => path)).toEqual(['/slack/acme/events'])
  await acme.types('U0MIAXACME', 'veille', '/vigie aide')
  await slack.eventually(() => bot.heard.length === 1)
  expect(bot.heard[0]).toMatchObject({
    chat: 'slack/acme',
    account: { workspace: 'T0ACME', user: 'U0MIAXACME' },
  })
  const [door] = chat.doors!
  const theirs = workspace.signed('slash_commands', commandOf(workspace, 'aide'))
  expect((await door!.hear(theirs)).status).toBe(401)
  // One app in both workspaces has one secret: then the workspace it names counts.
  const shared = newChatOn(slack.apiUrl, { ...workspace, reachedBy() {} }, store, {
    by: 'door',
    clock: () => now,
  })
  const third = listeningBot()
  await shared.start(third)
  const foreign = workspace.signed('slash_commands', { ...commandOf(workspace, 'aide'), team_id: 'T0ACME' })
  expect((await shared.doors![0]!.hear(foreign)).status).toBe(200)
  await shared.stop()
  expect([...heard, ...third.heard]).toEqual([])
})

import { createHmac } from 'node:crypto'
import { App, isValidSlackRequest, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { newSlackStandIn, type Rules, type StandIn } from './stand-in.ts'

const quiet = { logLevel: LogLevel.ERROR }
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

async function open(rules: Rules = {}) {
  const slack = await newSlackStandIn(rules)
  onTestFinished(() => slack.close())
  const { workspace } = slack
  const client = new webApi.WebClient(workspace.tokens.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2_000,
    logger: silent,
  })
  return { slack, workspace, client, channel: workspace.channelId('veille') }
}

/** Bolt on the stand-in's sockets, with as many receivers as asked for. */
async function listen(slack: StandIn, { pingTimeout = 300 } = {}) {
  const { tokens } = slack.workspace
  const clientOptions = () => ({ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: silent })
  const receiver = new SocketModeReceiver({
    appToken: tokens.appToken,
    clientPingTimeout: pingTimeout,
    installerOptions: { clientOptions: clientOptions() },
    logger: silent,
    ...quiet,
  } as ConstructorParameters<typeof SocketModeReceiver>[0])
  const app = new App({
    token: tokens.token,
    receiver,
    clientOptions: clientOptions(),
    deferInitialization: true,
    logger: silent,
    ignoreSelf: true,
  })
  await app.init()
  onTestFinished(async () => void (await app.stop()))
  return app
}

test('the real client says something, changes it, finds it again by its metadata, and erases it', async () => {
  const { client, channel, workspace } = await open()
  const metadata = { event_type: 'vigie_message', event_payload: { delivery: 'one' } }
  const said = await client.chat.postMessage({ channel, text: 'Café &amp; thé', metadata })
  expect(workspace.sees('U0NOOR', 'veille')).toEqual(['Café & thé'])
  await client.chat.update({ channel, ts: said.ts!, text: 'Thé' })
  expect(workspace.sees('U0NOOR', 'veille')).toEqual(['Thé'])

  const without = await client.conversations.history({ channel })
  expect(without.messages![0]!.metadata).toBeUndefined()
  const history = await client.conversations.history({ channel, include_all_metadata: true })
  expect(history.messages).toMatchObject([{ ts: said.ts, metadata, edited: { user: workspace.bot.user } }])

  await client.chat.delete({ channel, ts: said.ts! })
  expect(workspace.sees('U0NOOR', 'veille')).toEqual([])
  await expect(client.chat.update({ channel, ts: said.ts!, text: '?' })).rejects.toMatchObject({
    data: { error: 'message_not_found' },
  })
})

test('lists come in pages, a thread apart from its channel, a quiet message to one alone', async () => {
  const { client, channel, workspace } = await open({ page: 3 })
  const names: string[] = []
  for await (const page of client.paginate('conversations.list', { types: 'public_channel,private_channel' }))
    names.push(...(page as webApi.ConversationsListResponse).channels!.map(({ name }) => name!))
  expect(names).toEqual(['e-reputation', 'veille', 'communaute', 'presse', 'atelier', 'archives'])

  const { ts } = await client.chat.postMessage({ channel, text: 'une alerte' })
  await client.chat.postMessage({ channel, text: 'la suite', thread_ts: ts! })
  await client.chat.postEphemeral({ channel, text: 'entre nous', user: 'U0MIA' })
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['une alerte', 'entre nous'])
  expect(workspace.sees('U0NOOR', 'veille')).toEqual(['une alerte'])
  expect(workspace.threadOf({ channel, ts: ts! })).toEqual(['la suite'])
})

test.each([
  ['a channel that is not there', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['a private one without the bot', { channel: 'C0CERCLE', text: 'x' }, 'channel_not_found'],
  ['an archived one', { channel: 'C0ARCHIVES', text: 'x' }, 'is_archived'],
  ['nothing', { text: ' ' }, 'no_text'],
  ['no list', { blocks: '{}' }, 'invalid_blocks_format'],
  [
    'a block that is none',
    { blocks: [{ type: 'poem' }] },
    'unsupported type: poem [json-pointer:/blocks/0/type]',
  ],
  [
    'a section that is too long',
    { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] },
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty text',
    { blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }] },
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'two blocks of one name',
    { blocks: [1, 2].map(() => ({ type: 'divider', block_id: 'a' })) },
    'block_id already exists: a [json-pointer:/blocks]',
  ],
  [
    'too much in all',
    {
      blocks: [1, 2, 3, 4, 5].map(() => ({
        type: 'section',
        text: { type: 'mrkdwn', text: 'x'.repeat(2900) },
      })),
    },
    'msg_blocks_too_long',
  ],
  [
    'a label that is too long',
    {
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', text: { type: 'plain_text', text: 'x'.repeat(76) } }],
        },
      ],
    },
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    '51 blocks',
    { blocks: Array(51).fill({ type: 'divider' }) },
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
])('a message is refused for %s', async (_, given, reason) => {
  const { client, channel } = await open()
  const asked = client.apiCall('chat.postMessage', { channel, ...given })
  const { data } = await asked.then(
    () => ({ data: null }),
    (error) => error,
  )
  expect([data?.error, ...(data?.errors ?? [])]).toContain(reason)
})

test('a token may do what its scopes say, in its own workspace', async () => {
  const { slack, client, workspace, channel } = await open()
  workspace.scopes.delete('channels:history')
  await expect(client.conversations.history({ channel })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'channels:history' },
  })
  const acme = slack.addWorkspace('T0ACME', 'Acme')
  await expect(
    client.chat.postMessage({ channel: acme.channelId('veille'), text: 'x' }),
  ).rejects.toMatchObject({
    data: { error: 'channel_not_found' },
  })
  workspace.refuse('token_revoked')
  await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } })
  await expect(client.apiCall('chat.sing')).rejects.toMatchObject({ data: { error: 'unknown_method' } })
})

test('faults: limited, failed before and after, lost and late; what was accepted stands there', async () => {
  const { slack, client, channel, workspace } = await open()
  const say = (text: string) =>
    client.chat.postMessage({ channel, text }).then(
      () => 'said',
      (error) => error,
    )
  slack.fault({ kind: 'limited', channel: 'veille', seconds: 7 })
  expect(await say('limited')).toMatchObject({ retryAfter: 7 })
  slack.fault({ kind: 'failed' })
  expect(await say('failed')).toMatchObject({ statusCode: 500 })
  slack.fault({ kind: 'failed-after' })
  expect(await say('failed-after')).toMatchObject({ statusCode: 500 })
  slack.fault({ kind: 'lost' })
  expect(await say('lost')).toMatchObject({ code: 'slack_webapi_request_error' })
  slack.fault({ kind: 'hang' })
  expect(String(await say('hang'))).toContain('timeout')
  slack.fault({ kind: 'late', ms: 50 })
  expect(await say('late')).toBe('said')
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['failed-after', 'lost', 'hang', 'late'])
  expect(slack.callsOf('chat.postMessage').map(({ outcome }) => outcome)).toEqual([
    'limited',
    'failed',
    'failed-after',
    'lost',
    'hang',
    'late',
  ])
})

test('a fault of some channel for some time, and of some calls by chance', async () => {
  const { slack, client, channel } = await open({ seed: 7 })
  const end = slack.fault({ kind: 'failed', method: 'chat.postMessage', share: 0.5 })
  const outcomes = []
  for (let n = 0; n < 40; n++)
    outcomes.push(
      await client.chat.postMessage({ channel, text: `${n}` }).then(
        () => 1,
        () => 0,
      ),
    )
  const said = outcomes.filter(Boolean).length
  expect(said).toBeGreaterThan(10)
  expect(said).toBeLessThan(30)
  end()
  slack.fault({ kind: 'limited', channel: 'presse', for: 60_000 })
  await expect(client.chat.postMessage({ channel: 'C0PRESSE', text: 'x' })).rejects.toMatchObject({
    retryAfter: 60,
  })
  await client.chat.postMessage({ channel, text: 'x' })
})

test('in an outage nobody is let in; then the same port answers again', async () => {
  const { slack, client } = await open()
  const { back } = await slack.outage()
  await expect(client.auth.test()).rejects.toThrow(/ECONNREFUSED|fetch failed/)
  await back()
  expect(await client.auth.test()).toMatchObject({ team_id: 'T0NIMBUS', bot_id: slack.workspace.bot.id })
})

test('a command goes through a socket to Bolt, is acknowledged, answered at its address', async () => {
  const { slack, workspace } = await open()
  const app = await listen(slack)
  app.command('/vigie', async ({ ack, respond, command }) => {
    await ack()
    await respond({ text: `entendu : ${command.text}`, response_type: 'ephemeral' })
  })
  await app.start()
  const act = await workspace.types('U0MIA', 'veille', '/vigie aide <moi>')
  expect(act).toMatchObject({ problem: null, late: false, payload: { channel_name: 'veille' } })
  expect(act.ack).toBeLessThan(300)
  await slack.eventually(() => workspace.sees('U0MIA', 'veille').includes('entendu : aide <moi>'))
  expect(workspace.sees('U0NOOR', 'veille')).toEqual([])
})

test('a button opens a window, once and in time; what is sent off comes back by block', async () => {
  const { slack, workspace, channel } = await open()
  const app = await listen(slack)
  const opened: unknown[] = []
  const input = { type: 'plain_text_input' as const, action_id: 'why' }
  const view = {
    type: 'modal' as const,
    callback_id: 'ignore',
    title: { type: 'plain_text' as const, text: 'Ignorer' },
    submit: { type: 'plain_text' as const, text: 'Valider' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'why',
        label: { type: 'plain_text' as const, text: 'Pourquoi' },
        element: input,
      },
    ],
  }
  app.action('ignore', async ({ ack, client, body }) => {
    await ack()
    const { trigger_id } = body as { trigger_id: string }
    for (const _ of [1, 2])
      await client.views.open({ trigger_id, view }).then(
        () => opened.push('open'),
        (error) => opened.push(error.data.error),
      )
  })
  const sent: unknown[] = []
  app.view('ignore', async ({ ack, view: { state } }) => {
    const { value } = state.values.why!.why!
    if (value === 'non') return await ack({ response_action: 'errors', errors: { why: 'Pas ainsi.' } })
    sent.push(value)
    await ack()
  })
  await app.start()
  const { ts } = await app.client.chat.postMessage({
    channel,
    text: 'une alerte',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ignorer' }, action_id: 'ignore' }],
      },
    ],
  })
  await workspace.presses('U0MIA', { channel, ts: ts! }, 'Ignorer')
  await slack.eventually(() => opened.length === 2)
  expect(opened).toEqual(['open', 'exchanged_trigger_id'])
  await expect(workspace.submits('U0MIA', {})).rejects.toThrow('must be filled in')
  await workspace.submits('U0MIA', { Pourquoi: 'non' })
  expect(workspace.modalOf('U0MIA')?.errors).toEqual({ why: 'Pas ainsi.' })
  await workspace.submits('U0MIA', { why: 'un nuage' })
  expect(sent).toEqual(['un nuage'])
  expect(workspace.modalOf('U0MIA')).toBeNull()
})

test('a message that names the bot arrives twice; an event that nobody acknowledged comes again', async () => {
  const { slack, workspace } = await open({ patience: 200, again: [0] })
  const app = await listen(slack)
  const heard: string[] = []
  app.event('app_mention', async () => void heard.push('app_mention'))
  app.message(async () => void heard.push('message'))
  app.event('reaction_added', async ({ event }) => void heard.push(event.reaction))
  await app.start()
  const said = await workspace.says('U0RAVI', 'veille', 'Bonjour @vigie')
  expect(said.deliveries).toHaveLength(2)
  expect(heard.toSorted()).toEqual(['app_mention', 'message'])

  slack.halfOpen()
  const act = await workspace.reacts('U0NOOR', said, '+1::skin-tone-3')
  expect(act).toMatchObject({ late: true, problem: 'operation_timeout' })
  expect(slack.late()).toHaveLength(1)
  // The client notices by itself that nobody answers its pings, and comes back.
  await slack.eventually(
    () => heard.includes('+1::skin-tone-3') || (slack.sockets() > 0 && act.deliveries[0]!.attempts > 1),
    8_000,
  )
  expect(act.deliveries[0]!.attempts).toBeGreaterThan(1)
})

test('a recycled socket is given nothing more, and the client opens another', async () => {
  const { slack, workspace } = await open()
  const app = await listen(slack)
  app.command('/vigie', async ({ ack }) => ack())
  await app.start()
  expect(slack.sockets()).toBe(1)
  slack.recycle()
  expect(slack.sockets()).toBe(0)
  expect(await workspace.types('U0MIA', 'veille', '/vigie')).toMatchObject({ problem: 'dispatch_failed' })
  await slack.eventually(() => slack.sockets() === 1)
  expect(await workspace.types('U0MIA', 'veille', '/vigie')).toMatchObject({ problem: null })
})

test('by HTTP, requests are signed as Bolt checks them, and late answers are seen', async () => {
  const { slack, workspace } = await open({ patience: 100 })
  const valid: boolean[] = []
  workspace.reachedBy({
    async hear({ raw, headers }) {
      const { tokens } = workspace
      const at = Number(headers['x-slack-request-timestamp'])
      valid.push(
        isValidSlackRequest({
          signingSecret: tokens.signingSecret,
          body: raw.toString(),
          headers: { 'x-slack-signature': headers['x-slack-signature']!, 'x-slack-request-timestamp': at },
        }),
      )
      const form = new URLSearchParams(raw.toString())
      if (form.get('text') === 'lent') await new Promise((done) => setTimeout(done, 200))
      return { status: 200, body: JSON.stringify({ text: `dit : ${form.get('text')}` }) }
    },
  })
  expect(await workspace.types('U0MIA', 'veille', '/vigie aide')).toMatchObject({ problem: null })
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['dit : aide'])
  expect(await workspace.types('U0MIA', 'veille', '/vigie lent')).toMatchObject({
    problem: 'operation_timeout',
    late: true,
  })
  expect(valid).toEqual([true, true])
  const { raw, headers } = slack.deliveries[0]!.request!
  const mine = createHmac('sha256', workspace.tokens.signingSecret)
    .update(`v0:${headers['x-slack-request-timestamp']}:${raw}`)
    .digest('hex')
  expect(headers['x-slack-signature']).toBe(`v0=${mine}`)
})

test('a file is sent by its three steps, and stands in the channel', async () => {
  const { client, channel, workspace } = await open()
  const file = Buffer.from('nom;nombre\nNimbus;3\n')
  await client.files.uploadV2({
    channel_id: channel,
    file,
    filename: 'mentions.csv',
    initial_comment: 'Le tableau',
  })
  expect(workspace.files).toMatchObject([{ name: 'mentions.csv', bytes: file, channels: [channel] }])
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['Le tableau\n[mentions.csv]'])
})

test('mentions that are alive are written down, what is escaped is not', async () => {
  const { slack, client, channel } = await open()
  await client.chat.postMessage({ channel, text: '&lt;!channel&gt; @everyone' })
  expect(slack.pings).toEqual([])
  const text = { type: 'mrkdwn' as const, text: 'Hé <!channel> et <@U0MIA>' }
  await client.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'section', text }] })
  expect(slack.pings.map(({ mention }) => mention)).toEqual(['<!channel>', '<@U0MIA>'])
})

test('every method that is promised is there', async () => {
  const { client, channel, workspace } = await open()
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' })
  await client.reactions.add({ channel, timestamp: ts, name: 'eyes' })
  const reacted = await client.reactions.get({ channel, timestamp: ts })
  expect(reacted.message?.reactions).toEqual([{ name: 'eyes', users: [workspace.bot.user], count: 1 }])
  expect((await client.conversations.info({ channel })).channel).toMatchObject({
    name: 'veille',
    is_member: true,
  })
  expect((await client.conversations.members({ channel })).members).toContain('U0NOOR')
  expect((await client.conversations.join({ channel: 'C0PRESSE' })).channel?.is_member).toBe(true)
  expect((await client.conversations.open({ users: 'U0MIA' })).channel?.id).toMatch(/^D/)
  expect((await client.users.info({ user: 'U0MIA', include_locale: true })).user).toMatchObject({
    is_admin: true,
    locale: 'fr-FR',
  })
  expect((await client.usergroups.list({ include_users: true })).usergroups).toMatchObject([
    { id: 'S0STAFF', handle: 'staff', users: ['U0MIA', 'U0NOOR'] },
  ])
  expect((await client.usergroups.users.list({ usergroup: 'S0STAFF' })).users).toEqual(['U0MIA', 'U0NOOR'])
  expect((await client.bots.info({ bot: workspace.bot.id })).bot?.user_id).toBe(workspace.bot.user)
  expect((await client.team.info()).team?.domain).toBe('nimbus')
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts })
  expect(permalink).toBe(`https://nimbus.slack.example/archives/C0VEILLE/p${ts.replace('.', '')}`)
  expect((await client.auth.test()).response_metadata?.scopes).toContain('chat:write')
})

test('an app has ten sockets at most, and one that is let in may never be greeted', async () => {
  const { slack, workspace } = await open()
  const client = new webApi.WebClient(workspace.tokens.appToken, { slackApiUrl: slack.apiUrl })
  const enter = async () => {
    const { url } = await client.apps.connections.open()
    const socket = new WebSocket(url!)
    onTestFinished(() => socket.close())
    const said = new Promise<string>((heard) => {
      socket.onmessage = ({ data }) => heard(JSON.parse(data).type)
      setTimeout(() => heard('silence'), 300)
    })
    return said
  }
  slack.fault({ kind: 'hang', method: 'link' })
  expect(await enter()).toBe('silence')
  for (let nth = 0; nth < 10; nth++) expect(await enter()).toBe('hello')
  expect(slack.sockets()).toBe(10)
  expect(await enter()).toBe('disconnect')
})

test('a channel that is renamed, a group that changes, a bot that is taken in: the app is told', async () => {
  const { workspace } = await open()
  const heard: string[] = []
  workspace.reachedBy({
    async hear({ raw }) {
      heard.push(JSON.parse(raw.toString()).event.type)
      return { status: 200, body: '' }
    },
  })
  await workspace.renames('veille', 'guet')
  await workspace.regroups('S0STAFF', ['U0THEO'])
  await workspace.move(workspace.bot.user, 'presse', true)
  await workspace.archives('presse')
  expect(heard).toEqual(['channel_rename', 'subteam_updated', 'member_joined_channel', 'channel_archive'])
})

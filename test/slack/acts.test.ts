import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import type { Json } from './nouns.ts'
import { newSlackStandIn, type Rules } from './stand-in.ts'

/** A workspace whose app is a function: it hears payloads and answers with what it is told to. */
async function open(rules: Rules = {}) {
  const slack = await newSlackStandIn(rules)
  onTestFinished(() => slack.close())
  const { workspace } = slack
  const answers: unknown[] = []
  workspace.reachedBy({
    hear: async () => ({ status: 200, body: answers.length ? JSON.stringify(answers.shift()) : '' }),
  })
  const ask = async (method: string, params: Json, token = workspace.tokens.token): Promise<Json> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify(params)
    return (await fetch(slack.apiUrl + method, { method: 'POST', headers, body })).json()
  }
  const post = async (url: string, body: Json) =>
    (await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: json })).text()
  const say = async (blocks: Json[]) => {
    const { ts, error } = await ask('chat.postMessage', { channel: 'C0VEILLE', text: 'dit', blocks })
    expect(error).toBeUndefined()
    return { channel: 'veille', ts }
  }
  return { slack, workspace, ask, post, say, answers }
}
const json = { 'content-type': 'application/json' }
const plain = (text: string) => ({ type: 'plain_text', text })
const button = (text: string, value?: string) => ({
  type: 'button',
  text: plain(text),
  action_id: 'a',
  value,
})
const actions = (...elements: Json[]) => ({ type: 'actions', block_id: 'b', elements })

test('a pressed button tells who pressed it where, on what, and gives an address for the message', async () => {
  const { workspace, say, post } = await open()
  const said = await say([actions(button('R&D', 'a&b'))])
  const { payload } = await workspace.presses('U0NOOR', said, 'R&D')
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0NOOR', team_id: 'T0NIMBUS' },
    container: { type: 'message', message_ts: said.ts, channel_id: 'C0VEILLE', is_ephemeral: false },
    channel: { id: 'C0VEILLE', name: 'veille' },
    message: { ts: said.ts, text: 'dit', blocks: [{ block_id: 'b' }] },
    actions: [{ type: 'button', action_id: 'a', block_id: 'b', value: 'a&amp;b', text: { text: 'R&amp;D' } }],
  })
  expect(payload.message.metadata).toBeUndefined()
  expect(await post(payload.response_url, { text: 'changé', blocks: [], replace_original: true })).toBe('ok')
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['changé'])
  expect(await post(payload.response_url, { text: 'pour vous', response_type: 'ephemeral' })).toBe('ok')
  expect(workspace.sees('U0NOOR', 'veille')).toEqual(['changé', 'pour vous'])
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['changé'])
  expect(await post(payload.response_url, { delete_original: true })).toBe('ok')
  for (const _ of [4, 5]) expect(await post(payload.response_url, { text: 'encore' })).toBe('ok')
  expect(await post(payload.response_url, { text: 'trop' })).toContain('used_url')
  expect(workspace.sees('U0MIA', 'veille')).toEqual([])
  await expect(workspace.presses('U0NOOR', said, 'R&D')).rejects.toThrow('sees no message')
})

test('of a quiet message nothing is told but where it was, and its address alone changes it', async () => {
  const { workspace, ask, post } = await open()
  const quiet = { channel: 'C0VEILLE', user: 'U0MIA', text: 'x', blocks: [actions(button('Ici'))] }
  const { message_ts: ts } = await ask('chat.postEphemeral', quiet)
  const { payload } = await workspace.presses('U0MIA', { channel: 'veille', ts }, 'Ici')
  expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts: ts })
  expect(payload.message).toBeUndefined()
  expect(await ask('chat.update', { channel: 'C0VEILLE', ts, text: 'y' })).toMatchObject({
    error: 'message_not_found',
  })
  await post(payload.response_url, { text: 'fait', blocks: [], replace_original: true })
  expect(workspace.sees('U0MIA', 'veille')).toEqual(['fait'])
  await expect(workspace.presses('U0NOOR', { channel: 'veille', ts }, 'Ici')).rejects.toThrow(
    'sees no message',
  )
})

test('menus: of options, of several, of channels, of people, of what is looked up', async () => {
  const { workspace, say, answers } = await open()
  const options = ['un', 'deux', 'trois'].map((text) => ({ text: plain(text), value: text.toUpperCase() }))
  const said = await say([
    actions(
      { type: 'static_select', action_id: 'one', placeholder: plain('Un'), options },
      {
        type: 'multi_static_select',
        action_id: 'some',
        placeholder: plain('Deux'),
        options,
        max_selected_items: 2,
      },
      { type: 'channels_select', action_id: 'channel', placeholder: plain('Canal') },
      { type: 'multi_users_select', action_id: 'people', placeholder: plain('Qui') },
      { type: 'external_select', action_id: 'look', placeholder: plain('Chercher'), min_query_length: 1 },
    ),
  ])
  const chosen = async (select: string, values: string[]) =>
    (await workspace.chooses('U0MIA', said, select, values)).payload
  expect((await chosen('Un', ['deux'])).actions).toMatchObject([{ selected_option: { value: 'DEUX' } }])
  const several = await chosen('some', ['UN', 'TROIS'])
  expect(several.actions[0].selected_options).toHaveLength(2)
  expect(several.state.values.b.some.selected_options).toHaveLength(2)
  expect((await chosen('Canal', ['C0PRESSE'])).actions).toMatchObject([{ selected_channel: 'C0PRESSE' }])
  expect((await chosen('Qui', ['U0MIA'])).actions).toMatchObject([{ selected_users: ['U0MIA'] }])
  await expect(chosen('Un', ['quatre'])).rejects.toThrow('no option')
  await expect(chosen('some', ['UN', 'DEUX', 'TROIS'])).rejects.toThrow('no more than 2')

  answers.push({ options: [{ text: plain('Staff'), value: 'S0STAFF' }] })
  const { payload } = await workspace.looksFor('U0MIA', said, 'Chercher', 'st')
  expect(payload).toMatchObject({ type: 'block_suggestion', action_id: 'look', value: 'st' })
  expect((await chosen('Chercher', ['Staff'])).actions).toMatchObject([
    { selected_option: { value: 'S0STAFF' } },
  ])
})

test('a trigger opens one window within three seconds; windows lie on one another, three at most', async () => {
  const time = { now: Date.now() }
  const { workspace, ask, say, answers } = await open({ clock: () => time.now })
  const view = {
    type: 'modal',
    title: plain('Une'),
    blocks: [actions(button('Plus'))],
    notify_on_close: true,
  }
  const said = await say([actions(button('Ouvrir'))])
  const trigger = async () => (await workspace.presses('U0MIA', said, 'Ouvrir')).payload.trigger_id
  const late = await trigger()
  time.now += 3_001
  expect(await ask('views.open', { trigger_id: late, view })).toMatchObject({ error: 'expired_trigger_id' })
  const trigger_id = await trigger()
  expect(
    await ask('views.open', { trigger_id, view: { ...view, title: plain('x'.repeat(25)) } }),
  ).toMatchObject({
    error: 'invalid_arguments',
    errors: ['must be less than 25 characters [json-pointer:/view/title/text]'],
  })
  const { view: opened } = await ask('views.open', { trigger_id, view })
  expect(await ask('views.open', { trigger_id, view })).toMatchObject({ error: 'exchanged_trigger_id' })
  const ontop = async () => (await workspace.presses('U0MIA', null, 'Plus')).payload
  const inside = await ontop()
  expect(inside).toMatchObject({ view: { id: opened.id }, container: { type: 'view' } })
  for (const expected of [true, true, false])
    expect((await ask('views.push', { trigger_id: (await ontop()).trigger_id, view })).ok).toBe(expected)
  expect((await workspace.closes('U0MIA')).payload).toMatchObject({ type: 'view_closed', is_cleared: false })
  answers.push({ response_action: 'clear' })
  await workspace.submits('U0MIA', {})
  expect(workspace.modalOf('U0MIA')).toBeNull()
})

test('what a window asks is typed, chosen, and must be there; what an update keeps is kept', async () => {
  const { workspace, ask, say } = await open()
  const said = await say([actions(button('Ouvrir'))])
  const options = ['Oui', 'Non'].map((text) => ({ text: plain(text), value: text }))
  const input = (block_id: string, element: Json, more = {}) => ({
    type: 'input',
    block_id,
    label: plain(block_id),
    element: { action_id: block_id, ...element },
    ...more,
  })
  const view = {
    type: 'modal',
    callback_id: 'form',
    private_metadata: '{"a":"b&c"}',
    title: plain('Une'),
    submit: plain('Valider'),
    blocks: [
      input('Mots', { type: 'plain_text_input', max_length: 5, initial_value: 'a' }),
      input('Choix', { type: 'static_select', options }),
      input('Date', { type: 'datepicker' }, { optional: true }),
    ],
  }
  const { payload } = await workspace.presses('U0MIA', said, 'Ouvrir')
  const { view: opened } = await ask('views.open', { trigger_id: payload.trigger_id, view })
  await expect(workspace.submits('U0MIA', { Mots: 'trop long' })).rejects.toThrow('at most 5')
  await expect(workspace.submits('U0MIA', { Mots: 'a<b' })).rejects.toThrow('“Choix” must be filled in')
  const changed = { ...view, title: plain('Deux') }
  expect(await ask('views.update', { view_id: opened.id, hash: 'old', view: changed })).toMatchObject({
    error: 'hash_conflict',
  })
  await ask('views.update', { view_id: opened.id, hash: opened.hash, view: changed })
  const act = await workspace.submits('U0MIA', { Choix: 'Oui' })
  expect(act.payload.view).toMatchObject({
    callback_id: 'form',
    private_metadata: '{"a":"b&c"}',
    title: plain('Deux'),
    state: {
      values: {
        Mots: { Mots: { type: 'plain_text_input', value: 'a<b' } },
        Choix: { Choix: { selected_option: { value: 'Oui' } } },
        Date: { Date: { selected_date: null } },
      },
    },
  })
})

test('what people say, edit, erase and react to arrives as events where the bot is, and nowhere else', async () => {
  const { slack, workspace, ask } = await open()
  const said = await workspace.says(
    'U0RAVI',
    'veille',
    'Ma lampe fume <b> 🔥 https://nimbus.example/?a=1&b=2 #presse',
  )
  expect(said.payload.event).toMatchObject({
    type: 'message',
    user: 'U0RAVI',
    channel_type: 'channel',
    text: 'Ma lampe fume &lt;b&gt; :fire: <https://nimbus.example/?a=1&amp;b=2> <#C0PRESSE|presse>',
  })
  expect(workspace.sees('U0MIA', 'veille')).toEqual([
    'Ma lampe fume <b> :fire: https://nimbus.example/?a=1&b=2 #presse',
  ])
  const edited = await workspace.edits('U0RAVI', said, 'Elle brûle')
  expect(edited.payload.event).toMatchObject({
    subtype: 'message_changed',
    message: { text: 'Elle brûle', edited: { user: 'U0RAVI' } },
  })
  const reacted = await workspace.reacts('U0MIA', said, '+1::skin-tone-3')
  const item = { type: 'message', channel: 'C0VEILLE', ts: said.ts }
  expect(reacted.payload.event).toMatchObject({ reaction: '+1::skin-tone-3', item, item_user: 'U0RAVI' })
  const erased = await workspace.erases('U0RAVI', said)
  expect(erased.payload.event).toMatchObject({ subtype: 'message_deleted', deleted_ts: said.ts })
  const again = await workspace.redelivers(reacted.deliveries[0]!)
  expect(again.payload.event_id).toBe(reacted.payload.event_id)
  expect(slack.deliveries.at(-1)!.request!.headers['x-slack-retry-num']).toBe('1')

  expect((await workspace.says('U0RAVI', 'presse', 'ailleurs')).deliveries).toEqual([])
  await ask('conversations.join', { channel: 'C0PRESSE' })
  expect((await workspace.says('U0RAVI', 'presse', 'ici')).deliveries).toHaveLength(1)
  workspace.scopes.delete('channels:history')
  expect((await workspace.says('U0RAVI', 'presse', 'en secret')).deliveries).toEqual([])
  expect((await workspace.tells('U0RAVI', 'à vous')).payload.event).toMatchObject({ channel_type: 'im' })
})

test('a shortcut hands the whole message over; the home tab says who opened it', async () => {
  const { workspace, ask } = await open()
  const said = await workspace.says('U0RAVI', 'veille', 'Panne')
  const { payload } = await workspace.shortcut('U0MIA', said, 'report')
  expect(payload).toMatchObject({
    type: 'message_action',
    callback_id: 'report',
    message_ts: said.ts,
    channel: { id: 'C0VEILLE' },
    message: { user: 'U0RAVI', text: 'Panne', ts: said.ts },
  })
  expect((await workspace.opensHome('U0MIA')).payload.event).toMatchObject({
    type: 'app_home_opened',
    tab: 'home',
  })
  const section = { type: 'section', text: { type: 'mrkdwn', text: 'Bienvenue' } }
  await ask('views.publish', { user_id: 'U0MIA', view: { type: 'home', blocks: [section] } })
  expect(workspace.homeOf('U0MIA')?.blocks).toMatchObject([section])
})

test('commands that are not registered never reach the app; quiet words and mentions come as in Slack', async () => {
  const { workspace } = await open()
  workspace.commands = new Set(['/vigie'])
  await expect(workspace.types('U0MIA', 'veille', '/aide')).rejects.toThrow('/aide')
  const { payload } = await workspace.types('U0MIA', 'atelier', '/vigie a & b @Noor')
  expect(payload).toMatchObject({ text: 'a &amp; b @Noor', channel_name: 'privategroup', user_name: 'mia' })
  workspace.escapes = true
  const escaped = await workspace.types('U0MIA', 'veille', '/vigie @Noor #presse @staff')
  expect(escaped.payload.text).toBe('<@U0NOOR|noor> <#C0PRESSE|presse> <!subteam^S0STAFF|@staff>')
})

test('once a second in a channel, where the rules say so', async () => {
  const time = { now: Date.now() }
  const { slack, ask } = await open({ postEvery: 1_000, clock: () => time.now })
  const say = (channel: string) => ask('chat.postMessage', { channel, text: 'x' })
  expect(await say('C0VEILLE')).toMatchObject({ ok: true })
  expect(await say('C0VEILLE')).toMatchObject({ error: 'ratelimited' })
  expect(await say('C0PRESSE')).toMatchObject({ ok: true })
  time.now += 1_000
  expect(await say('C0VEILLE')).toMatchObject({ ok: true })
  expect(slack.callsOf('chat.postMessage').map(({ outcome }) => outcome)).toEqual([
    'ok',
    'ratelimited',
    'ok',
    'ok',
  ])
})

test('two workspaces share nothing', async () => {
  const { slack, workspace, ask } = await open()
  const acme = slack.addWorkspace('T0ACME', 'Acme')
  expect(acme.channelId('veille')).toBe('C0VEILLEXACME')
  const { members } = await ask('users.list', {}, acme.tokens.token)
  expect(members.map(({ id }: Json) => id)).toContain('U0MIAXACME')
  await ask('chat.postMessage', { channel: 'C0VEILLEXACME', text: 'chez Acme' }, acme.tokens.token)
  expect(acme.sees('U0MIAXACME', 'veille')).toEqual(['chez Acme'])
  expect(workspace.messages('veille')).toEqual([])
  await expect(workspace.types('U0MIAXACME', 'veille', '/vigie')).rejects.toThrow('no user')
})

test('by an address: what is not 200 is a failure, and an event comes again', async () => {
  const { slack, workspace } = await open({ again: [0] })
  const retries: unknown[] = []
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    if (!form.has('command')) retries.push(request.headers['x-slack-retry-num'] ?? 'first')
    const wrong = form.has('command') ? form.get('text') !== 'aide' : retries.length < 2
    response.writeHead(wrong ? 500 : 200).end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  workspace.reachedBy({ address: `http://127.0.0.1:${port}/slack/events` })
  expect(await workspace.types('U0MIA', 'veille', '/vigie aide')).toMatchObject({ problem: null })
  expect(await workspace.types('U0MIA', 'veille', '/vigie ?')).toMatchObject({
    problem: 'http_500',
    ack: null,
  })
  const [event] = (await workspace.says('U0MIA', 'veille', 'bonjour')).deliveries
  await slack.eventually(() => event!.problem === null)
  expect(retries).toEqual(['first', '1'])
  workspace.reachedBy({ address: 'http://127.0.0.1:1/' })
  expect(await workspace.types('U0MIA', 'veille', '/vigie aide')).toMatchObject({
    problem: 'dispatch_failed',
  })
})

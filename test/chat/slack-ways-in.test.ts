import { describe, expect, test } from 'vitest'
import type { Heard } from '../../src/chat/chat.ts'
import type { Form, Message } from '../../src/chat/message.ts'
import { marked } from '../../src/texts/marked.ts'
import { listeningBot, newSlackWorld } from './slack-world.ts'

const quietly = (text: string): Message => ({ text: marked`${text}`, quiet: true })
const openly = (text: string): Message => ({ text: marked`${text}` })

describe.each(['sockets', 'door'] as const)('Slack by %s', (by) => {
  async function play(answer: (heard: Heard) => Message | null, form?: (heard: Heard) => Form | null) {
    const world = await newSlackWorld({ by, timeout: 2_000 })
    const chat = world.open()
    const asks = (heard: Heard) => ('values' in heard && heard.values ? null : (form?.(heard) ?? null))
    const bot = listeningBot({
      before: (heard) => ({ quiet: true, ...(asks(heard) ? { form: asks(heard)! } : {}) }),
      answer: async (heard) => answer(heard),
    })
    await chat.start(bot)
    const { slack, workspace } = world
    const mia = () => workspace.sees('U0MIA', 'veille')
    return { ...world, chat, heard: bot.heard, slack, workspace, mia }
  }

  test('a command is heard with who asks, where, and what they may; who asked alone sees a quiet answer', async () => {
    const { slack, workspace, heard, mia } = await play(() => quietly('voici'))
    const act = await workspace.types('U0MIA', 'veille', '/vigie mentions « en panne » & <b> depuis:24h')
    expect(act).toMatchObject({ late: false, problem: null })
    expect(act.answer ?? {}).toEqual({})
    await slack.eventually(() => mia().join().includes('voici'))
    expect(heard).toMatchObject([
      {
        kind: 'command',
        command: 'vigie',
        text: 'mentions « en panne » & <b> depuis:24h',
        chat: 'slack',
        account: { chat: 'slack', workspace: 'T0NIMBUS', user: 'U0MIA' },
        name: 'Mia',
        channel: 'veille',
        administers: true,
        groups: ['slack:T0NIMBUS/S0STAFF'],
        language: 'fr-FR',
      },
    ])
    expect(workspace.sees('U0NOOR', 'veille').join()).not.toContain('voici')
  })

  test('an open answer is for everybody, in a private channel too, where Vigie is no member', async () => {
    const { slack, workspace } = await play(() => openly('pour tous'))
    for (const channel of ['veille', 'presse', 'atelier', 'cercle']) {
      await workspace.types('U0MIA', channel, '/vigie aide')
      await slack.eventually(() => workspace.sees('U0NOOR', channel).join().includes('pour tous'))
    }
    expect(workspace.messages('presse')).toHaveLength(1)
  })

  test('where something is missing a window asks for it, and what was asked is not forgotten', async () => {
    const form: Form = {
      title: 'Répondre',
      inputs: [{ name: 'saying', label: 'Texte', kind: 'text', required: true }],
    }
    const { slack, workspace, heard, mia } = await play(
      () => quietly('noté'),
      () => form,
    )
    const long = 'é'.repeat(3_500)
    for (const text of ['reply to:17', long]) {
      const typed = await workspace.types('U0MIA', 'veille', `/vigie ${text}`)
      expect(typed.problem).toBeNull()
      await slack.eventually(() => workspace.modalOf('U0MIA'))
      const sent = await workspace.submits('U0MIA', { saying: 'Toutes nos excuses <3' })
      expect(sent).toMatchObject({ problem: null, late: false })
    }
    await slack.eventually(() => mia().filter((words) => words.includes('noté')).length === 2)
    const filled = { kind: 'command', channel: 'veille', values: { saying: 'Toutes nos excuses <3' } }
    expect(heard).toMatchObject([
      { ...filled, text: 'reply to:17', groups: ['slack:T0NIMBUS/S0STAFF'] },
      { ...filled, text: long },
    ])
    expect(workspace.sees('U0NOOR', 'veille')).toEqual([])
  })

  test('where no window can be opened, a button opens it', async () => {
    const { slack, workspace, heard, mia } = await play(
      () => quietly('noté'),
      () => ({ title: 'Répondre', inputs: [{ name: 'saying', label: 'Texte', kind: 'line' }] }),
    )
    await workspace.says('U0MIA', 'veille', '@vigie reply to:17')
    await slack.eventually(() => mia().join().includes('Répondre'))
    expect(heard).toEqual([])
    const asked = workspace.messages('veille').at(-1)!
    await workspace.presses('U0MIA', asked, 'Répondre')
    await slack.eventually(() => workspace.modalOf('U0MIA'))
    await workspace.submits('U0MIA', { saying: 'Bonjour' })
    await slack.eventually(() => mia().join().includes('noté'))
    expect(heard).toMatchObject([{ command: 'vigie', text: 'reply to:17', values: { saying: 'Bonjour' } }])
  })

  test('a button says what its message is about, and its answer takes the message’s place, quiet or not', async () => {
    let turn = 1
    const { chat, slack, workspace, heard, mia } = await play((heard) =>
      heard.kind === 'command'
        ? { ...quietly('page 1'), buttons: [{ action: 'list.turn', label: 'Suite' }] }
        : { ...openly(`page ${++turn}`), instead: true, buttons: [{ action: 'list.turn', label: 'Suite' }] },
    )
    const told = await chat.say('veille', {
      text: marked`alerte`,
      about: 'mention:17',
      team: 'nimbus',
      buttons: [{ action: 'mention.take', label: 'Prendre', value: '<a> & "b"' }],
    })
    await workspace.presses('U0NOOR', { channel: 'veille', ts: told.id }, 'Prendre')
    await slack.eventually(() => mia().join().includes('page 2'))
    expect(mia().join()).not.toContain('alerte')
    expect(heard[0]).toMatchObject({
      kind: 'button',
      action: 'mention.take',
      about: 'mention:17',
      team: 'nimbus',
      value: '<a> & "b"',
      account: { user: 'U0NOOR' },
      language: 'en-GB',
    })

    await workspace.types('U0MIA', 'veille', '/vigie mentions')
    await slack.eventually(() => mia().join().includes('page 1'))
    const quiet = workspace.messages('veille').findLast(({ onlyFor }) => onlyFor)!
    await workspace.presses('U0MIA', quiet, 'Suite')
    await slack.eventually(() => mia().join().includes('page 3'))
    expect(mia().join()).not.toContain('page 1')
    expect(slack.callsOf('chat.update').every(({ outcome }) => outcome === 'ok')).toBe(true)
    expect(workspace.sees('U0NOOR', 'veille').join()).not.toContain('page 3')
  })

  test('what is chosen in a menu comes back by our own names', async () => {
    const { chat, slack, workspace, heard } = await play(() => null)
    const told = await chat.say('veille', {
      text: marked`réglages`,
      selects: [
        { action: 'setup.channel', label: 'Canal', of: 'channels', chosen: ['veille'] },
        { action: 'setup.staff', label: 'Équipe', of: 'people', most: 10 },
        { action: 'setup.group', label: 'Groupe', of: 'groups' },
        { action: 'setup.kind', label: 'Sorte', choices: [{ value: 'a&b', label: 'A' }] },
      ],
    })
    const ref = { channel: 'veille', ts: told.id }
    await workspace.chooses('U0MIA', ref, 'setup.channel#0', [workspace.channelId('atelier')])
    await workspace.chooses('U0MIA', ref, 'setup.staff#1', ['U0NOOR', 'U0THEO'])
    await workspace.chooses('U0MIA', ref, 'setup.group#2', ['slack:T0NIMBUS/S0STAFF'])
    await workspace.chooses('U0MIA', ref, 'setup.kind#3', ['A'])
    await slack.eventually(() => heard.length === 4)
    const chosen = Object.fromEntries(
      heard.map((one) => (one.kind === 'button' ? [one.action, one.value] : [])),
    )
    expect(chosen).toEqual({
      'setup.channel': 'atelier',
      'setup.staff': 'slack:T0NIMBUS/U0NOOR,slack:T0NIMBUS/U0THEO',
      'setup.group': 'slack:T0NIMBUS/S0STAFF',
      'setup.kind': 'a&b',
    })
  })

  test('a right-click opens a window, and the message it was made on is not forgotten', async () => {
    const { slack, workspace, heard, mia } = await play(
      () => quietly('brouillon'),
      () => ({ title: 'Rédiger', inputs: [{ name: 'saying', label: 'Texte', kind: 'text' }] }),
    )
    const said = await workspace.says('U0RAVI', 'veille', `Ma lampe fume ! ${'x'.repeat(3_000)}`)
    await workspace.shortcut('U0MIA', said, 'mention_draft.write')
    await slack.eventually(() => workspace.modalOf('U0MIA'))
    await workspace.submits('U0MIA', { saying: 'Désolés' })
    await slack.eventually(() => mia().join().includes('brouillon'))
    expect(heard).toMatchObject([
      {
        kind: 'message-action',
        action: 'mention draft.write',
        message: { by: { user: 'U0RAVI' }, author: 'Ravi', text: expect.stringContaining('Ma lampe fume !') },
        values: { saying: 'Désolés' },
      },
    ])
  })

  test('a reaction to what Vigie said is heard in every spelling, and answered to who reacted', async () => {
    const { chat, slack, workspace, heard, mia } = await play(() => quietly('pris en charge'))
    const told = await chat.say('veille', { text: marked`alerte`, about: 'mention:17', react: ['👀'] })
    const ref = { channel: 'veille', ts: told.id }
    await slack.eventually(() => workspace.message(ref)!.reactions.some(({ name }) => name === 'eyes'))
    const theirs = await workspace.says('U0RAVI', 'veille', 'bonjour')
    await workspace.reacts('U0MIA', theirs, '+1')
    await workspace.reacts('U0OTHERBOT', ref, 'eyes').catch(() => {})
    await workspace.reacts('U0MIA', ref, 'nimbus-logo')
    await workspace.reacts('U0MIA', ref, 'thumbsup::skin-tone-3')
    await slack.eventually(() => mia().join().includes('pris en charge'))
    expect(heard).toMatchObject([{ kind: 'reaction', emoji: '👍', about: 'mention:17', channel: 'veille' }])
    expect(workspace.sees('U0NOOR', 'veille').join()).not.toContain('pris en charge')
  })

  test('a reaction of which Slack tells after it was taken back is not given again', async () => {
    const { chat, slack, workspace, heard } = await play(() => null)
    const told = await chat.say('veille', { text: marked`proposition`, about: 'reply:17' })
    const ref = { channel: 'veille', ts: told.id }
    const given = await workspace.reacts('U0MIA', ref, 'white_check_mark')
    await workspace.reacts('U0MIA', ref, 'white_check_mark', false)
    await slack.eventually(() => heard.length === 2)
    const [first] = given.deliveries
    await workspace.redelivers({ ...first!, payload: { ...first!.payload, event_id: 'Ev0LATE' } })
    await workspace.reacts('U0MIA', ref, 'white_check_mark')
    await slack.eventually(() => heard.length === 3)
    expect(heard.map((one) => one.kind === 'reaction' && one.takenBack === true)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('a reaction to what another app says in the name of Vigie is not heard', async () => {
    const { chat, slack, workspace, heard } = await play(() => quietly('pris en charge'))
    const forged = await workspace.webhook('veille', {
      text: 'alerte',
      blocks: [
        { type: 'section', block_id: '{"a":"mention:17"}', text: { type: 'plain_text', text: 'alerte' } },
      ],
      metadata: { event_type: 'vigie_message', event_payload: { about: 'mention:17', team: 'nimbus' } },
    })
    await workspace.reacts('U0MIA', forged, 'eyes')
    const told = await chat.say('veille', { text: marked`alerte`, about: 'mention:18' })
    await workspace.reacts('U0MIA', { channel: 'veille', ts: told.id }, 'eyes')
    await slack.eventually(() => heard.length > 0)
    await workspace.shortcut('U0MIA', forged, 'mention.not-about-us')
    await slack.eventually(() => heard.length === 2)
    expect(heard).toMatchObject([{ about: 'mention:18' }, { kind: 'message-action' }])
    expect(heard[1]).not.toHaveProperty('team')
    expect((heard[1] as Heard & { kind: 'message-action' }).message).not.toHaveProperty('about')
  })

  test('in a thread the answer stays in the thread', async () => {
    const { chat, slack, workspace, heard } = await play((heard) =>
      heard.kind === 'reaction' ? quietly('entre nous') : openly('dans le fil'),
    )
    const above = await workspace.says('U0MIA', 'veille', 'au-dessus')
    await workspace.says('U0MIA', 'veille', '@vigie aide', { thread: above.ts })
    await slack.eventually(() => workspace.threadOf(above).join().includes('dans le fil'))
    const told = await chat.say(
      'veille',
      { text: marked`suite`, about: 'mention:1', buttons: [{ action: 'mention.take', label: 'Prendre' }] },
      { thread: above.ts },
    )
    const reply = { channel: 'veille', ts: told.id }
    await workspace.presses('U0NOOR', reply, 'Prendre')
    await slack.eventually(() =>
      workspace
        .threadOf(above)
        .join()
        .match(/dans le fil.*dans le fil/s),
    )
    await workspace.reacts('U0NOOR', reply, 'eyes')
    await slack.eventually(() => workspace.threadOf(above, 'U0NOOR').join().includes('entre nous'))
    expect(workspace.sees('U0NOOR', 'veille')).toEqual(['au-dessus'])
    expect(heard).toHaveLength(3)
  })

  test('what names Vigie arrives twice and is heard once; in private no name is needed', async () => {
    const { slack, workspace, heard } = await play(() => openly('à votre service'))
    const said = await workspace.says('U0MIA', 'veille', '@vigie mentions lumeo')
    expect(said.deliveries).toHaveLength(2)
    await slack.eventually(() => workspace.sees('U0NOOR', 'veille').join().includes('à votre service'))
    for (const delivery of said.deliveries) await workspace.redelivers(delivery)
    await workspace.edits('U0MIA', said, '@vigie mentions nimbus')
    await workspace.tells('U0MIA', 'aide')
    await slack.eventually(() => workspace.told('U0MIA').join().includes('à votre service'))
    expect(heard).toMatchObject([
      { command: 'vigie', text: 'mentions lumeo', channel: 'veille' },
      { command: 'vigie', text: 'aide', channel: '' },
    ])
  })

  test('an event that is sent again is done once, by another process too', async () => {
    const { chat, slack, workspace, heard, open } = await play(() => openly('pris'))
    const told = await chat.say('veille', { text: marked`alerte`, about: 'mention:17' })
    const { deliveries } = await workspace.reacts('U0MIA', { channel: 'veille', ts: told.id }, 'eyes')
    await slack.eventually(() => workspace.sees('U0NOOR', 'veille').join().includes('pris'))
    await chat.stop()
    const other = open()
    const second = listeningBot()
    await other.start(second)
    for (const attempt of [1, 2]) await workspace.redelivers(deliveries[0]!, attempt)
    await other.stop()
    expect([...heard, ...second.heard]).toHaveLength(1)
  })

  test('whoever is slow, Slack or the store, is not waited for: a window opens in time', async () => {
    const { slack, workspace, store, heard } = await play(
      () => quietly('noté'),
      () => ({ title: 'Répondre', inputs: [{ name: 'saying', label: 'Texte', kind: 'line' }] }),
    )
    store.once.begin = () => new Promise(() => {})
    slack.fault({ kind: 'late', method: 'users.info', ms: 4_000, times: 1 })
    slack.fault({ kind: 'hang', method: 'usergroups.list', times: 1 })
    const act = await workspace.types('U0MIA', 'veille', '/vigie reply')
    expect(act.late).toBe(false)
    expect(act.ack).toBeLessThan(300)
    await slack.eventually(() => workspace.modalOf('U0MIA'))
    await workspace.submits('U0MIA', { saying: 'Bonjour' })
    await slack.eventually(() => heard.length === 1, 10_000)
  })

  test('an answer finds its way where the usual one is closed', async () => {
    const { slack, workspace, mia } = await play(() => quietly('malgré tout'))
    slack.fault({ kind: 'failed', method: 'response_url', times: 2 })
    await workspace.types('U0MIA', 'veille', '/vigie aide')
    await slack.eventually(() => mia().join().includes('malgré tout'))
    await workspace.types('U0MIA', 'cercle', '/vigie aide')
    await slack.eventually(() => workspace.told('U0MIA').join().includes('malgré tout'))
  })
})

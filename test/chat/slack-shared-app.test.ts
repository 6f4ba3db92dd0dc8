import { describe, expect, test } from 'vitest'
import type { Introduced } from '../../src/chat/slack/introduction.ts'
import { isSameApp } from '../../src/chat/slack/reception.ts'
import { whose } from '../../src/chat/slack/routing.ts'
import { marked } from '../../src/texts/marked.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { listeningBot, newChatsOn, newSlackWorld } from './slack-world.ts'

describe.each(['sockets', 'door'] as const)('one app in two workspaces, by %s', (by) => {
  async function play() {
    const { slack, workspace, store } = await newSlackWorld({ by })
    const acme = slack.addWorkspace('T0ACME', 'Acme', workspace)
    const chats = newChatsOn(slack.apiUrl, [workspace, acme], store, { by })
    const bots = chats.map(() => listeningBot({ answer: async () => ({ text: marked`voici`, quiet: true }) }))
    for (const [nth, chat] of chats.entries()) await chat.start(bots[nth]!)
    const ask = async (where: typeof workspace, text: string) => {
      const user = where === acme ? 'U0MIAXACME' : 'U0MIA'
      const act = await where.types(user, 'veille', `/vigie ${text}`)
      expect(act).toMatchObject({ problem: null, late: false })
    }
    const heard = (nth: number) => bots[nth]!.heard
    return { slack, workspace, acme, chats, bots, ask, heard }
  }

  test('each hears what is its own, and all of it', async () => {
    const { slack, workspace, acme, chats, ask, heard } = await play()
    const texts = Array.from({ length: 12 }, (_, nth) => `aide ${nth}`)
    for (const text of texts) for (const where of [workspace, acme]) await ask(where, text)
    await slack.eventually(() => heard(0).length === 12 && heard(1).length === 12)
    expect(heard(0).map((one) => one.chat)).toEqual(texts.map(() => 'slack'))
    expect(heard(1)).toMatchObject(
      texts.map((text) => ({ chat: 'slack/acme', text, account: { workspace: 'T0ACME' } })),
    )
    await slack.eventually(() => acme.sees('U0MIAXACME', 'veille').length === 12)
    expect(slack.sockets()).toBe(by === 'sockets' ? 2 : 0)
    if (by === 'door')
      expect(chats.flatMap(({ doors }) => doors!.map(({ path }) => path))).toEqual([
        '/slack/events',
        '/slack/acme/events',
      ])
  })

  test('one that stops leaves the other its ears', async () => {
    const { slack, acme, chats, bots, ask, heard } = await play()
    await chats[0]!.stop()
    await ask(acme, 'aide')
    await slack.eventually(() => heard(1).length === 1)
    await chats[1]!.stop()
    await slack.eventually(() => slack.sockets() === 0)
    await chats[1]!.start(bots[1]!)
    await ask(acme, 'encore')
    await slack.eventually(() => heard(1).length === 2)
    expect(heard(0)).toEqual([])
  })

  test('one that Slack does not let in yet does not deafen the other', async () => {
    const slack = await newSlackStandIn({ again: [] })
    const { workspace } = slack
    const acme = slack.addWorkspace('T0ACME', 'Acme', workspace)
    acme.refuse('token_revoked')
    const chats = newChatsOn(slack.apiUrl, [workspace, acme], await emptyStore(), { by })
    const bots = chats.map(() => listeningBot())
    for (const [nth, chat] of chats.entries()) await chat.start(bots[nth]!)
    expect((await workspace.types('U0MIA', 'veille', '/vigie aide')).problem).toBeNull()
    await slack.eventually(() => bots[0]!.heard.length === 1)
    // By a door Slack can be told to come again.
    const early = await acme.types('U0MIAXACME', 'veille', '/vigie aide')
    expect(early.problem).toBe(by === 'door' ? 'http_503' : null)
    acme.refuse(null)
    await slack.eventually(async () => (await chats[1]!.lacks()).length === 0)
    await Promise.all(chats.map((chat) => chat.stop()))
    await slack.close()
  })
})

test.each([
  [{ appToken: 'a' }, { appToken: 'a' }, true],
  [{ appToken: 'a' }, { appToken: 'b' }, false],
  [{ appToken: 'a', signingSecret: 's' }, { signingSecret: 's' }, false],
  [{ signingSecret: 'old, new' }, { signingSecret: 'new' }, true],
  [{ signingSecret: 'old' }, { signingSecret: 'new' }, false],
  [{}, {}, false],
])('%j and %j are of one app: %s', (one, other, same) => {
  const tokens = (given: object) => ({ token: 't', appToken: null, signingSecret: null, ...given })
  expect(isSameApp(tokens(one), tokens(other))).toBe(same)
})

const introduced = (team: string, user: string): Introduced => ({
  team,
  enterprise: null,
  url: '',
  bot: { user, id: user.replace('U', 'B'), name: 'vigie' },
  scopes: [],
})
const both = [introduced('T1', 'U1'), introduced('T2', 'U2')]

test.each([
  ['a command names its workspace', { command: '/vigie', team_id: 'T2' }, 'T2'],
  ['an event names who installed the app', { team_id: 'T9', authorizations: [{ team_id: 'T2' }] }, 'T2'],
  [
    'a window names who installed the app',
    { team: { id: 'T1' }, view: { app_installed_team_id: 'T2' } },
    'T2',
  ],
  ['nobody installed it', { team: { id: 'T1' }, view: { app_installed_team_id: 'T9' } }, null],
  [
    'a press belongs to whose bot spoke',
    { type: 'block_actions', team: { id: 'T1' }, message: { user: 'U2' } },
    'T2',
  ],
  [
    'or answered at an address',
    { type: 'block_actions', team: { id: 'T9' }, message: { bot_id: 'B2' } },
    'T2',
  ],
  ['a right-click does not', { type: 'message_action', team: { id: 'T1' }, message: { user: 'U2' } }, 'T1'],
  ['a stranger’s is nobody’s', { command: '/vigie', team_id: 'T9' }, null],
  ['in an organisation it is anybody’s', { team_id: 'T9', is_enterprise_install: 'true' }, 'T1'],
  ['or that of whom it names', { team_id: 'T2', is_enterprise_install: true }, 'T2'],
  ['what names none', { type: 'url' }, 'T1'],
  ['what nobody can read', null, 'T1'],
  ['nor that', { authorizations: 17, message: 'x', view: [] }, 'T1'],
])('%s', (_, body, team) => {
  expect(whose(body as never, both)?.team ?? null).toBe(team)
})

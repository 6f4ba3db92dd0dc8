import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { events, listeningEvents, slackManifest } from '../../src/chat/slack/manifest.ts'
import { reserved } from '../../src/chat/slack/manifest-commands.ts'
import { actionOfCallback } from '../../src/chat/slack/packing.ts'
import { listeningScopes, scopes } from '../../src/chat/slack/scopes.ts'
import { isCalled } from '../../src/chat/usage.ts'
import { folded } from '../../src/model/words.ts'

const manifest = slackManifest(commands, { locale: 'fr' })
const slash = manifest.features!.slash_commands!
const shortcuts = manifest.features!.shortcuts!

test('Slack takes it: every text and list is within its limits', () => {
  const { name, description, long_description, background_color } = manifest.display_information
  expect(name.length).toBeLessThanOrEqual(35)
  expect(description!.length).toBeLessThanOrEqual(140)
  expect(long_description!.length).toBeGreaterThanOrEqual(174)
  expect(long_description!.length).toBeLessThanOrEqual(4000)
  expect(background_color).toMatch(/^#[0-9a-f]{6}$/)
  expect(manifest.features!.bot_user!.display_name).toMatch(/^[a-z0-9._-]{1,80}$/)
  expect(slash.length).toBeLessThanOrEqual(50)
  for (const { command, description, usage_hint = '' } of slash) {
    expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/)
    expect(description.length).toBeGreaterThan(0)
    expect(description.length).toBeLessThanOrEqual(2000)
    expect(usage_hint.length).toBeLessThanOrEqual(1000)
  }
  expect(shortcuts.length).toBeLessThanOrEqual(10)
  for (const { name, callback_id, description } of shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24)
    expect(callback_id.length).toBeLessThanOrEqual(255)
    expect(description.length).toBeLessThanOrEqual(150)
  }
  expect(manifest.settings!.event_subscriptions!.bot_events!.length).toBeLessThanOrEqual(100)
})

test('every command has its name in French and in English, unless Slack keeps that for itself', () => {
  const names = slash.map(({ command }) => command)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining(['/vigie', '/mentions', '/veille', '/watch', '/pourquoi', '/why', '/aide']),
  )
  expect(names.filter((name) => reserved.has(name.slice(1)))).toEqual([])
  expect(reserved).toContain('help')
  const typed = commands.filter(({ hidden }) => !hidden).map(({ name }) => name.split(' ')[0]!)
  for (const word of typed) if (!reserved.has(folded(word))) expect(names).toContain(`/${word}`)
  expect(names).not.toContain('/whole')
})

test('whatever is typed that way finds a command', () => {
  for (const { command } of slash.slice(1)) {
    const word = command.slice(1)
    const first = commands
      .filter(({ hidden }) => !hidden)
      .some((one) => isCalled({ name: one.name.split(' ')[0]!, names: wordsOf(one.names) }, word))
    expect([word, first]).toEqual([word, true])
  }
})

const wordsOf = (names: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(names).map(([locale, name]) => [locale, name.split(' ')[0]!]))

test('a name of one language is explained in it, one of both in both', () => {
  const about = (name: string) => slash.find(({ command }) => command === name)!
  expect(about('/veille').description).toBe('Ce qui est surveillé\u00a0: vos sujets')
  expect(about('/watch').description).toBe('What is watched: your topics')
  expect(about('/mentions').description).toMatch(/Ce qu’on dit.* · What is said/)
  expect(about('/watch').usage_hint).toMatch(/try <query> · add <name>/)
})

test('every right-click is there, under a name that fits', () => {
  const actions = commands.flatMap(({ name, onMessage = {} }) =>
    Object.keys(onMessage).map((verb) => `${name}.${verb}`),
  )
  expect(shortcuts.map(({ callback_id }) => actionOfCallback(callback_id)).sort()).toEqual(actions.sort())
  expect(shortcuts.map(({ name }) => name)).toContain('Signaler à Vigie')
  expect(slackManifest(commands).features!.shortcuts!.map(({ name }) => name)).toContain('Report to Vigie')
})

test('without an address she calls Slack; with one Slack calls her there, and nowhere else', () => {
  expect(manifest.settings!.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(manifest)).not.toContain('request_url')
  const http = slackManifest(commands, { http: 'https://vigie.nimbus.example' })
  const url = 'https://vigie.nimbus.example/slack/events'
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { is_enabled: true, request_url: url },
  })
  expect(new Set(http.features!.slash_commands!.map((one) => one.url))).toEqual(new Set([url]))
  const own = slackManifest(commands, { http: 'https://vigie.nimbus.example/slack/acme/events' })
  expect(own.settings!.interactivity!.request_url).toBe('https://vigie.nimbus.example/slack/acme/events')
  for (const wrong of ['http://vigie.example', 'vigie.example', 'https://'])
    expect(() => slackManifest(commands, { http: wrong })).toThrow(
      expect.objectContaining({ key: 'slack.manifest-https' }),
    )
})

test('the short names can be switched off, /vigie never', () => {
  const { slash_commands } = slackManifest(commands, { onlyVigie: true }).features!
  expect(slash_commands!.map(({ command }) => command)).toEqual(['/vigie'])
})

test('it is for one workspace, with tokens that stay', () => {
  expect(manifest.settings).toMatchObject({ org_deploy_enabled: false, token_rotation_enabled: false })
  expect(manifest.features!.app_home).toMatchObject({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  })
})

// docs.slack.dev: what each method takes, of a public and of a private channel; none where any token will do.
const needed: Record<string, string[]> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.join': ['channels:join'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.setTopic': ['channels:write.topic', 'groups:write.topic'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'usergroups.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
}
const heard: Record<string, string> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
}
const scopeOf = (event: string) =>
  heard[event] ??
  (event.startsWith('group_')
    ? 'groups:read'
    : event.startsWith('subteam_')
      ? 'usergroups:read'
      : 'channels:read')

test('it asks for exactly the rights that what Vigie does needs', () => {
  const folder = new URL('../../src/chat/slack/', import.meta.url)
  const code = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const called = new Set(code.join('\n').match(/(?<=\bclient\.)[a-z]+(?:\.[a-z]+)*\.[a-zA-Z]+(?=\()/g))
  expect(called.size).toBeGreaterThan(10)
  expect([...called].filter((method) => !needed[method])).toEqual([])
  const taken = [...called].flatMap((method) => needed[method]!)
  const all = [...events, ...listeningEvents].map(scopeOf)
  expect([...new Set(['commands', ...taken, ...all])].sort()).toEqual([...scopes, ...listeningScopes].sort())
  expect(manifest.oauth_config!.scopes!.bot).toEqual([...scopes])
})

test('what people say in channels is asked for where teams listen, and nowhere else', () => {
  const asked = ({ settings, oauth_config }: typeof manifest) => [
    settings!.event_subscriptions!.bot_events!.filter((event) => /^message\.(?!im)/.test(event)),
    oauth_config!.scopes!.bot!.filter((scope) => /topic/.test(scope)),
  ]
  expect(asked(manifest)).toEqual([[], []])
  expect(asked(slackManifest(commands, { listen: true }))).toEqual([
    ['message.channels', 'message.groups'],
    ['channels:write.topic', 'groups:write.topic'],
  ])
})

test('what it listens to is heard', () => {
  const app = readFileSync(new URL('../../src/chat/slack/app.ts', import.meta.url), 'utf8')
  const changes = new RegExp(/const changes =\s*\/(.+)\/\n/.exec(app)![1]!)
  const said = ['app_mention', 'message.im', 'reaction_added', 'reaction_removed']
  for (const name of said) expect(app).toContain(`app.event('${name.split('.')[0]}'`)
  expect(events.filter((event) => !said.includes(event) && !changes.test(event))).toEqual([])
})

test('vigie manifest slack prints it, and nothing else', async () => {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['src/main.ts', 'manifest', 'slack'], {
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' },
  })
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(manifest)))
})

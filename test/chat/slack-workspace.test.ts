import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { wholeOf } from '../../src/chat/whole.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { minute } from '../../src/model/time.ts'
import { newId } from '../../src/store/id.ts'
import { marked } from '../../src/texts/marked.ts'
import { listeningBot, newSlackWorld } from './slack-world.ts'

async function play(given: Parameters<typeof newSlackWorld>[0] = { by: 'door' }) {
  const world = await newSlackWorld(given)
  const chat = world.open()
  await chat.start(listeningBot())
  return { ...world, chat }
}

test('channels are entered where Vigie may; where not, the cure is named', async () => {
  const time = { now: Date.now() }
  const { chat, workspace } = await play({ by: 'door', clock: () => time.now })
  for (const channel of ['veille', 'presse', 'atelier']) expect(await chat.enter(channel)).toBeNull()
  expect(workspace.messages('presse').map(({ subtype }) => subtype)).toEqual(['channel_join'])
  expect(await chat.enter('cercle')).toEqual({
    key: 'slack.no-channel',
    values: { channel: 'cercle', bot: 'vigie' },
  })
  expect(await chat.enter('archives')).toMatchObject({ key: 'slack.archived' })
  workspace.scopes.delete('channels:join')
  workspace.addChannel('neuf')
  time.now += 6_000
  expect(await chat.enter('veille')).toBeNull()
  expect(await chat.enter('neuf')).toMatchObject({ key: 'slack.invite', values: { channel: 'neuf' } })
})

test('a channel keeps its place under a new name, and a new one is found at once', async () => {
  const time = { now: Date.now() }
  const { chat, workspace } = await play({ by: 'door', clock: () => time.now })
  await chat.say('veille', { text: marked`avant` })
  const id = workspace.addChannel('lancement', { members: [workspace.bot.user] })
  time.now += 6_000
  expect((await chat.say('lancement', { text: marked`neuf` })).channel).toBe(id)
  expect((await chat.say(id, { text: marked`par son identifiant` })).channel).toBe(id)
})

test('people are those who are people, with their names', async () => {
  const { chat } = await play()
  const people = await chat.people()
  expect(people.map(({ name }) => name)).toEqual(['Mia', 'Noor', 'Theo', 'Ravi', 'Guest'])
  expect(people[0]).toEqual({
    account: { chat: 'slack', workspace: 'T0NIMBUS', user: 'U0MIA' },
    name: 'Mia',
  })
})

test('of a large workspace Slack is asked page by page, and once; what it does not say any more is kept', async () => {
  const time = { now: Date.now() }
  const { chat, workspace, slack } = await play({ by: 'door', rules: { page: 3 }, clock: () => time.now })
  const names = async () => (await chat.people()).map(({ name }) => name).sort()
  slack.fault({ kind: 'limited', method: 'users.list', seconds: 30 })
  await expect(chat.people()).rejects.toMatchObject({ retryAfter: 30_000 })
  const all = ['Guest', 'Mia', 'Noor', 'Ravi', 'Theo']
  const [first, second] = await Promise.all([names(), names()])
  expect([first, second]).toEqual([all, all])
  expect(await names()).toEqual(all)
  expect(slack.callsOf('users.list').map(({ outcome, params }) => [outcome, Number(params.limit)])).toEqual([
    ['limited', 1000],
    ...[1, 2, 3].map(() => ['ok', 1000]),
  ])
  workspace.addUser('U0ZOE', 'Zoé')
  time.now += 6 * minute
  // The first page comes, the others do not: nobody is forgotten.
  const asked = slack.callsOf('users.list').length
  const limiting = slack.eventually(() => slack.callsOf('users.list').length > asked)
  const reading = names()
  await limiting
  slack.fault({ kind: 'limited', method: 'users.list', seconds: 30 })
  expect(await reading).toEqual(all)
  time.now += 21_000
  expect(await names()).toEqual([...all, 'Zoé'])
})

test('its groups go by the keys of the settings', async () => {
  const { chat, workspace } = await play()
  workspace.addGroup('S0LEGAL', 'juridique', [])
  expect(await chat.groups!()).toEqual([
    { group: 'slack:T0NIMBUS/S0STAFF', name: '@staff' },
    { group: 'slack:T0NIMBUS/S0LEGAL', name: '@juridique' },
  ])
})

test('what is missing is said: rights, tokens, an answer', async () => {
  const { chat, workspace, slack } = await play({ by: 'sockets', timeout: 500 })
  expect(await chat.lacks()).toEqual([])
  workspace.scopes.delete('usergroups:read')
  workspace.scopes.delete('channels:join')
  expect(await chat.lacks()).toEqual([
    { key: 'slack.lack-scopes', values: { scopes: 'channels:join, usergroups:read' } },
  ])
  workspace.refuse('token_revoked')
  expect(await chat.lacks()).toEqual([{ key: 'slack.lack-token', values: { word: 'token_revoked' } }])
  workspace.refuse(null)
  const { back } = await slack.outage()
  expect(await chat.lacks()).toEqual([{ key: 'slack.lack-answer' }])
  await back()
})

test('without the right to read groups or histories Vigie works, and knows less', async () => {
  const { chat, workspace } = await play()
  for (const scope of ['usergroups:read', 'groups:read', 'channels:history']) workspace.scopes.delete(scope)
  const told = await chat.say('veille', { text: marked`dit` }, { delivery: newId() })
  expect(told.id).not.toBe('')
  expect(await chat.find('veille', newId())).toBe('unknown')
})

test('files stand below their message, and a message whose files do not arrive is not told', async () => {
  const { chat, workspace, slack } = await play()
  const png = Buffer.from('not really a picture').toString('base64')
  const message: Message = {
    text: marked`le bilan`,
    files: [{ name: 'tonalite.png', type: 'image/png', base64: png, says: 'La tonalité depuis lundi' }],
  }
  const told = await chat.say('presse', message)
  expect(workspace.threadOf({ channel: 'presse', ts: told.id }).join()).toContain('La tonalité depuis lundi')
  expect(workspace.files).toMatchObject([
    { name: 'tonalite.png', alt: 'La tonalité depuis lundi', channels: [told.channel] },
  ])
  expect(workspace.files[0]!.bytes.toString()).toBe('not really a picture')
  slack.fault({ kind: 'failed', method: 'upload_url' })
  await expect(chat.say('veille', message)).rejects.toBeInstanceOf(Unavailable)
  expect(workspace.sees('U0MIA', 'veille')).toEqual([])
})

test.each(['conversations.list', 'files.getUploadURLExternal', 'upload_url'])(
  'what fails before anything is said cannot have arrived: %s',
  async (method) => {
    const { chat, slack } = await play({ by: 'door', timeout: 300 })
    const message: Message = {
      text: marked`le bilan`,
      files: [{ name: 'mentions.csv', type: 'text/csv', base64: 'YSxi', says: 'les mentions' }],
    }
    for (const kind of ['failed', 'hang', 'lost'] as const) {
      slack.fault({ kind, method })
      const error = await chat.say('veille', message).catch((error) => error)
      expect(error).toBeInstanceOf(Unavailable)
      expect(error).toMatchObject({ refused: false, retryAfter: 15_000 })
    }
    expect(slack.callsOf('chat.postMessage')).toEqual([])
    // What is lost later may have arrived.
    slack.fault({ kind: 'lost', method: 'chat.postMessage' })
    expect((await chat.say('veille', message).catch((error) => error)).retryAfter).toBeUndefined()
  },
)

test('what does not fit can be read whole', async () => {
  const { chat, workspace, store } = await play()
  const long: Message = {
    title: 'Bilan',
    items: Array.from({ length: 80 }, (_, nth) => ({ title: `Mention ${nth}`, quote: 'x'.repeat(400) })),
  }
  const delivery = newId()
  const told = await chat.say('veille', long, { delivery })
  expect(workspace.sees('U0MIA', 'veille').join()).toContain('Tout lire')
  expect(await wholeOf(store.memory, delivery)).toEqual(long)
  expect(await chat.find('veille', delivery)).toEqual(told)
})

test('a whisper finds who is not in the channel in private', async () => {
  const { chat, workspace } = await play()
  const guest = { chat: 'slack' as const, workspace: 'T0NIMBUS', user: 'U0GUEST' }
  await chat.whisper(guest, 'veille', { text: marked`à part` })
  expect(workspace.told('U0GUEST').join()).toContain('à part')
  expect(workspace.sees('U0MIA', 'veille')).toEqual([])
})

test('who asked in private is answered in private, and so is who asked where Vigie is not', async () => {
  const { chat, workspace } = await play()
  const noor = { chat: 'slack' as const, workspace: 'T0NIMBUS', user: 'U0NOOR' }
  for (const channel of ['', 'cercle', 'nulle-part']) {
    await chat.whisper(noor, channel, { text: marked`entre nous, ${channel}` })
    expect(workspace.told('U0NOOR').at(-1)).toContain(`entre nous, ${channel}`)
  }
})

test('a message has an address', async () => {
  const { chat } = await play()
  const told = await chat.say('veille', { text: marked`ici` })
  expect(chat.linkTo!(told)).toBe(
    `https://nimbus.slack.example/archives/${told.channel}/p${told.id.replace('.', '')}`,
  )
})

test('a delivery is found among many, in private channels and ones that were never joined', async () => {
  const { chat, workspace } = await play({ by: 'door', rules: { page: 7 } })
  for (const channel of ['atelier', 'presse']) {
    const delivery = newId()
    const told = await chat.say(channel, { text: marked`cherchez-moi` }, { delivery })
    for (let nth = 0; nth < 30; nth++) await workspace.says('U0MIA', channel, `message ${nth}`)
    expect(await chat.find(channel, delivery)).toEqual(told)
  }
})

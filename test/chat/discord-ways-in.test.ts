import { setTimeout as after } from 'node:timers/promises'
import pino from 'pino'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import type { Bot, Chat } from '../../src/chat/chat.ts'
import type { Message } from '../../src/chat/message.ts'
import type { Team } from '../../src/model/team.ts'
import { marked } from '../../src/texts/marked.ts'
import { openDiscord, type StandInOptions } from '../discord/stand-in.ts'
import { newWorld } from '../world.ts'
import { newDiscordWorld, newTestBot, onDiscord } from './discord-world.ts'

/** The small world on Discord, with the real bot and its commands. */
async function newNimbus({ team, options }: { team?: Partial<Team>; options?: StandInOptions } = {}) {
  // The ids of a stand-in are the same in each.
  const ids = await openDiscord()
  await ids.close()
  const nimbus = onDiscord(ids, team)
  const world = await newWorld({ teams: [nimbus] })
  const chats = new Map<'discord', Chat>()
  const bot = newBot({
    teams: [nimbus],
    store: world.store,
    commands,
    clock: world.clock,
    log: pino({ level: 'silent' }),
    chats,
  })
  // Discord tells its own time: `since:` goes by that.
  world.time.now = Date.now()
  const parts = { store: world.store, teams: [nimbus] }
  const there = await newDiscordWorld({ parts, options }, bot)
  chats.set('discord', there.chat)
  /** What waits is told in its channels, as the sender would. */
  async function tell() {
    const told = []
    for (const { channel, message, id } of await world.waiting())
      told.push(await there.chat.say(channel, message, { delivery: id }))
    return told
  }
  return { ...world, ...there, bot, tell }
}

test('a command comes with what was chosen for each of its options, in either language', async () => {
  const { discord, heard } = await newNimbus()
  await heard('Nimbus est en panne')
  await heard('Lumeo fait mieux')
  const options = { topic: 'Lumeo', since: '24h', mood: 'positive' }
  const answer = await discord.types('mia', 'veille', 'mentions', {
    topic: options.topic,
    since: options.since,
  })
  expect(answer).toMatchObject({ kind: 'message', inTime: true, quiet: true })
  expect(await answer.words()).toMatch(/^1 mention[\s\S]*Lumeo fait mieux/)
  expect(discord.sees('noor', 'veille')).toEqual([])
  const negative = await discord.types('mia', 'veille', 'mentions', { tonalité: 'negative' })
  expect(await negative.words()).toContain('Nimbus est en panne')
})

test('what is typed in an option completes itself, within what the team has', async () => {
  const { discord } = await newNimbus()
  const answer = await discord.completes('mia', 'veille', 'mentions', 'topic', 'ume')
  expect(answer).toMatchObject({ kind: 'choices', choices: [{ name: 'Lumeo', value: 'Lumeo' }] })
})

test('`/vigie` takes every command as one line of text', async () => {
  const { discord, heard } = await newNimbus()
  await heard('Nimbus est en panne')
  const answer = await discord.types('mia', 'veille', 'vigie', { line: 'mentions nimbus depuis:24h' })
  expect(await answer.words()).toContain('Nimbus est en panne')
})

test('what a command lacks is asked for in a window, and its answers come back with what was given', async () => {
  const { discord } = await newNimbus()
  const asked = await discord.types('mia', 'veille', 'watch add', {})
  expect(asked.kind).toBe('modal')
  const inputs = discord.modalOf('mia')!.inputs.map(({ customId }) => customId)
  expect(inputs).toEqual(expect.arrayContaining(['name', 'query']))
  const sent = await discord.submits('mia', { name: 'Halo', kind: 'competitor', query: 'halo' })
  expect(await sent.words()).toContain('Halo')
})

test('a button changes its message in place, for everybody', async () => {
  const { discord, heard, tell } = await newNimbus()
  await heard('Nimbus est en panne')
  const [told] = await tell()
  const pressed = await discord.presses('mia', told!.id, 'Je m’en occupe')
  expect(pressed).toMatchObject({ kind: 'update', inTime: true })
  expect(discord.sees('noor', 'e-reputation').join()).toContain('en charge par Mia')
})

test('a button that asks why opens a window; the answer stands in its message', async () => {
  const { discord, heard, tell } = await newNimbus()
  await heard('Nimbus le nuage')
  const [told] = await tell()
  expect((await discord.presses('mia', told!.id, 'Ignorer')).kind).toBe('modal')
  const label = discord.modalOf('mia')!.inputs[0]!.label
  await discord.submits('mia', { [label]: 'un nuage' })
  expect(discord.sees('noor', 'e-reputation').join()).toContain('un nuage')
})

test('a reaction on an alert of long ago does what its button does, after a restart too', async () => {
  const first = await newNimbus()
  await first.heard('Nimbus est en panne')
  const [told] = await first.tell()
  const { discord } = first
  discord.forward(90 * 24 * 3_600_000)
  await discord.reacts('mia', told!.id, '👀')
  await expect.poll(() => discord.sees('noor', 'e-reputation').join()).toContain('en charge par Mia')
  // Whatever means nothing to us is not even looked at.
  const before = discord.of('GET /channels/:id/messages/:id').length
  await discord.reacts('noor', told!.id, '🎉')
  await after(100)
  expect(discord.of('GET /channels/:id/messages/:id').length).toBeLessThanOrEqual(before + 1)
})

test('a menu of channels gives the channel by its name: Discord is set up by who administers the server', async () => {
  const { discord, store } = await newNimbus({ team: { channelsAt: {} } })
  const shown = await discord.types('mia', 'general', 'setup')
  expect(shown.quiet).toBe(true)
  const message = (await shown.message())!
  const answer = await discord.chooses('mia', message, 'Veille : choisissez un canal', ['general'])
  expect(answer.kind).toBe('update')
  expect(await store.setUp.channels()).toMatchObject([
    { purpose: 'watch', place: { chat: 'discord', channel: 'general' } },
  ])
})

test('a member’s message is reported by a right-click; the member sees nothing of it', async () => {
  const { discord, store } = await newNimbus()
  const { hear } = await newWorld()
  expect(hear).toBeTruthy()
  const said = await discord.says('ravi', 'communaute', 'Ma lampe Nimbus fume')
  const answer = await discord.rightClicks('mia', said, 'Signaler à Vigie')
  expect(answer).toMatchObject({ inTime: true, quiet: true })
  expect(discord.sees('ravi', 'communaute')).toEqual(['Ma lampe Nimbus fume'])
  expect(store).toBeTruthy()
})

test('what is asked in a thread is answered there, as in the channel of the thread', async () => {
  const { discord, heard } = await newNimbus()
  const { thread } = discord.ids
  await heard('Nimbus est en panne')
  const answer = await discord.types('mia', thread, 'mentions')
  expect(await answer.words()).toContain('Nimbus est en panne')
})

test('a forum gets a post for each message, which takes what follows', async () => {
  const { discord, chat } = await newNimbus()
  const told = await chat.say('entraide', { title: 'Lampe en panne', text: marked`trois fois` })
  expect(told.channel).toBe(told.id)
  await chat.say('entraide', { text: marked`et une quatrième` }, { thread: told.id })
  expect(discord.sees('theo', told.channel).join('\n')).toMatch(/trois fois[\s\S]*quatrième/)
})

const slow = (message: Message | null, ms = 500) => after(ms, message)

test('an answer that takes long is announced in time, and is as quiet as it was declared', async () => {
  const { bot, answers } = newTestBot({ before: () => ({ quiet: true }) })
  const { discord } = await newDiscordWorld({}, bot)
  answers.push(slow({ quiet: true, text: marked`enfin` }))
  const answer = await discord.types('mia', 'veille', 'help')
  expect(answer).toMatchObject({ kind: 'deferred', inTime: true, quiet: true })
  expect(answer.after).toBeLessThan(400)
  expect(await answer.words()).toContain('enfin')
  expect(discord.sees('noor', 'veille')).toEqual([])
})

test('what was to be seen by all and turns out to be for one alone is seen by that one alone', async () => {
  const { bot, answers } = newTestBot()
  const { discord } = await newDiscordWorld({}, bot)
  answers.push(slow({ quiet: true, text: marked`une faute de frappe` }), slow({ text: marked`pour tous` }))
  await discord.types('mia', 'veille', 'help')
  await expect.poll(() => discord.sees('mia', 'veille').join()).toContain('faute')
  expect(discord.sees('noor', 'veille')).toEqual([])
  await discord.types('mia', 'veille', 'help')
  await expect.poll(() => discord.sees('noor', 'veille').join()).toContain('pour tous')
})

const callback = 'POST /interactions/:id/:token/callback'

test.each([
  ['quiet goes to who asked, in private', true, '@'],
  ['for all goes to the channel', false, 'veille'],
])('an answer that comes after its interaction died, and was %s', async (_what, quiet, where) => {
  const { bot, answers } = newTestBot({ before: () => ({ quiet }) })
  const { discord } = await newDiscordWorld({}, bot)
  discord.fault({ kind: 'expired', route: callback })
  answers.push({ quiet, text: marked`trop tard` })
  void discord.types('mia', 'veille', 'help')
  await expect.poll(() => discord.sees('mia', where).join()).toContain('trop tard')
  if (quiet) expect(discord.sees('mia', 'veille')).toEqual([])
})

test('an answer for which a quarter of an hour was too short goes the same ways', async () => {
  const { bot, answers } = newTestBot({ before: () => ({ quiet: true }) })
  const { discord } = await newDiscordWorld({}, bot)
  discord.fault({ kind: 'expired', route: 'PATCH /webhooks/:id/:token/messages/@original' })
  answers.push(slow({ quiet: true, text: marked`au bout du compte` }, 300))
  const asked = await discord.types('mia', 'veille', 'help')
  expect(asked.kind).toBe('deferred')
  await expect.poll(() => discord.sees('mia', '@').join()).toContain('au bout du compte')
})

test('a menu of people or roles gives them as settings name them', async () => {
  const { bot, heard } = newTestBot()
  const { discord, chat } = await newDiscordWorld({}, bot)
  const { guild, users, roles } = discord.ids
  const told = await chat.say('veille', {
    title: 'Qui ?',
    about: 'setup:nimbus',
    selects: [
      { action: 'setup.give', label: 'Des gens', of: 'people', most: 2 },
      { action: 'setup.give', label: 'Des groupes', of: 'groups' },
    ],
  })
  await discord.chooses('mia', told.id, 'Des gens', ['noor', 'theo'])
  await discord.chooses('mia', told.id, 'Des groupes', ['Équipe'])
  expect(heard).toMatchObject([
    {
      kind: 'button',
      action: 'setup.give',
      about: 'setup:nimbus',
      value: `discord:${guild}/${users.noor},discord:${guild}/${users.theo}`,
    },
    { kind: 'button', value: `discord:${guild}/${roles.equipe}` },
  ])
})

test('a window that somebody else sends, or whose beginning is forgotten, does nothing and says so', async () => {
  const { discord, store } = await newNimbus()
  const { set } = store.memory
  store.memory.set = async () => {}
  expect((await discord.types('mia', 'veille', 'watch add', {})).kind).toBe('modal')
  store.memory.set = set
  const sent = await discord.submits('mia', { name: 'Halo', kind: 'competitor', query: 'halo' })
  expect(sent.quiet).toBe(true)
  expect(await sent.words()).toContain('Recommencez')
})

test('a first answer whose answer was lost is not given twice', async () => {
  const { bot, answers } = newTestBot()
  const { discord } = await newDiscordWorld({}, bot)
  discord.fault({ kind: 'lost', route: callback })
  answers.push({ text: marked`une fois` })
  await discord.types('mia', 'veille', 'help')
  await after(200)
  expect(discord.sees('noor', 'veille').filter((words) => words.includes('une fois'))).toHaveLength(1)
})

test('a quiet answer to a reaction comes in private; closed private messages harm nothing, and are said once', async () => {
  const { bot, answers, heard } = newTestBot()
  const { discord, chat } = await newDiscordWorld({}, bot)
  const told = await chat.say('veille', {
    title: 'Alerte',
    about: 'mention:1',
    buttons: [{ action: 'mention.take', label: 'Je m’en occupe' }],
  })
  answers.push({ quiet: true, text: marked`entre nous` })
  await discord.reacts('noor', told.id, '👀')
  await expect.poll(() => discord.sees('noor', '@').join()).toContain('entre nous')
  expect(heard).toMatchObject([{ kind: 'reaction', emoji: '👀', about: 'mention:1', channel: 'veille' }])

  discord.closesDms('mia')
  answers.push(...Array.from({ length: 3 }, () => ({ quiet: true, text: marked`jamais lu` })))
  await discord.reacts('mia', told.id, '👀')
  await expect.poll(() => discord.sees('mia', 'veille').join()).toContain('messages privés')
  await discord.unreacts('mia', told.id, '👀')
  await discord.reacts('mia', told.id, '👀')
  // Given, taken back, given again.
  await expect.poll(() => heard.length).toBe(4)
  await after(50)
  expect(discord.sees('noor', 'veille').filter((words) => words.includes('messages privés'))).toHaveLength(1)
  expect(discord.sees('noor', 'veille').join()).not.toContain('jamais lu')
})

test('the commands are told to Discord once, by one request, and again only when they changed', async () => {
  const first = await newDiscordWorld()
  expect(first.discord.registered.puts).toBe(1)
  await first.job.end()
  const again = await first.connectAgain()
  expect(first.discord.registered.puts).toBe(1)
  await again.end()
  const changed = await first.connectAgain({ commands: commands.slice(1) })
  await expect.poll(() => first.discord.registered.puts).toBe(2)
  await changed.end()
})

test('in a server that no team speaks in, Vigie says what to do', async () => {
  const { bot, heard } = newTestBot()
  const { discord } = await newDiscordWorld(
    {
      options: { acme: true },
      parts: { servers: [{ name: 'discord', server: '81384788765712384' }] },
    },
    bot,
  )
  const answer = await discord.types('ravi', 'acme/veille', 'help')
  expect(answer).toMatchObject({ kind: 'message', quiet: true })
  expect(await answer.words()).toContain(`server: "${discord.ids.acme}"`)
  expect(heard).toEqual([])
})

test('two servers of one bot are two chats, and nobody is taken for who they are in the other', async () => {
  const { bot, heard, answers } = newTestBot()
  const { discord, chats } = await newDiscordWorld(
    {
      options: { acme: true },
      parts: {
        servers: [
          { name: 'discord', server: '81384788765712384' },
          { name: 'discord/acme', server: null },
        ],
      },
    },
    bot,
  )
  await discord.types('mia', 'veille', 'help')
  await discord.types('mia', 'acme/veille', 'help')
  expect(heard.map(({ chat, account }) => [chat, account.workspace])).toEqual([
    ['discord', discord.ids.guild],
    ['discord/acme', discord.ids.acme],
  ])
  await chats[1]!.say('veille', { title: 'chez Acme' })
  expect(discord.sees('mia', 'acme/veille').join()).toContain('chez Acme')
  expect(discord.sees('mia', 'veille').join()).not.toContain('chez Acme')

  // In private, a button is of the server that the message came from.
  const account = { chat: 'discord' as const, workspace: discord.ids.acme, user: discord.ids.users.mia }
  const buttons = [{ action: 'link.join', label: 'Oui', value: 'X' }]
  await chats[1]!.whisper(account, 'veille', { text: marked`d’Acme`, buttons })
  await chats[0]!.whisper({ ...account, workspace: discord.ids.guild }, 'veille', {
    text: marked`de Nimbus`,
    buttons,
  })
  const [acme] = discord.shown('mia', '@')
  answers.push({ text: marked`bien`, quiet: true })
  await discord.presses('mia', acme!.id, 'Oui')
  expect(heard.at(-1)).toMatchObject({ chat: 'discord/acme', account: { workspace: discord.ids.acme } })
})

test('acknowledged in time, whatever else is going on', async () => {
  const bot: Bot = { ...newTestBot().bot, answer: () => slow({ text: marked`voilà` }, 300) }
  const { discord, chat } = await newDiscordWorld({ options: { rates: true } }, bot)
  discord.fault({ kind: 'hang', route: 'POST /channels/:id/messages', times: 20 })
  const hanging = Array.from({ length: 10 }, (_, nth) =>
    chat.say('veille', { title: `${nth}` }).catch(() => {}),
  )
  const times: number[] = []
  for (let round = 0; round < 4; round++) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => discord.types('mia', 'general', 'help')),
    )
    times.push(...answers.map(({ after }) => after))
  }
  times.sort((a, b) => a - b)
  // The figures of a machine that has nothing else to do: npm run soak.
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(300)
  expect(times.at(-1)).toBeLessThan(3_000)
  await Promise.all(hanging)
})

import pino from 'pino'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import { writeGiveaway } from '../../src/delivery/giveaway.ts'
import { newLiving } from '../../src/delivery/living.ts'
import { newTelling } from '../../src/delivery/telling.ts'
import type { ChatName } from '../../src/model/person.ts'
import { hour, minute } from '../../src/model/time.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import { silentBot } from '../chat/contract.ts'
import { newDiscordWorld, onDiscord } from '../chat/discord-world.ts'
import { emptyStore } from '../databases/open.ts'
import { newTestBeacon } from './giveaway-world.ts'

const log = pino({ level: 'silent' })

/** Discord’s stand-in with the whole bot behind it; what is due is done when the test says so. */
async function newDiscordGiveaways() {
  let apart = 0
  const clock = () => Date.now() + apart
  const store = await emptyStore()
  const bot = { ...silentBot }
  const world = await newDiscordWorld({ parts: { store, clock } }, bot)
  const { discord, chat } = world
  const teams = [onDiscord(discord)]
  const chats = new Map<ChatName, typeof chat>([['discord', chat]])
  Object.assign(bot, newBot({ teams, store, commands, clock, log, chats }))
  const { beacon } = newTestBeacon(clock)
  const wake = () => {}
  const living = newLiving({ store, teams, writers: { giveaway: writeGiveaway }, clock, log, wake })
  const giveaways = newGiveaways({ store, teams, chats, beacon, clock, log, wake })
  const tell = newTelling({ store, chats, teams, clock, log, owner: 'this test' })
  async function settle() {
    for (let round = 0; round < 6; round++) {
      await giveaways.look()
      await living.look()
      for (const one of await store.deliveries.due(clock(), [], 'this test')) await tell(one)
      apart += 1_100
    }
  }
  return {
    ...world,
    settle,
    after: (length: number) => {
      apart += length
      return settle()
    },
  }
}

const words = (all: string[]) => all.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')

test('in Discord people enter, are refused by role and age, win in private, and closed messages harm nothing', async () => {
  const { discord, store, settle, after } = await newDiscordGiveaways()
  const said = await discord.types('mia', 'communaute', 'giveaway start', {
    prize: 'Une lampe Halo',
    for: '1h',
    without: 'Équipe',
    account: '30 days',
    member: '100 days',
    bonus: 'Admin +2',
  })
  expect(said.inTime).toBe(true)
  await settle()
  const [living] = discord.shown('theo', 'communaute').filter(({ buttons }) => buttons?.length)
  expect(words(discord.sees('theo', 'communaute'))).toContain('🎁 Tirage au sort : Une lampe Halo')
  expect(words(discord.sees('theo', 'communaute'))).toContain('les comptes d’au moins 30 jours')

  await discord.presses('noor', living!.id, '🎉 Participer')
  expect(words(discord.sees('noor', 'communaute'))).toContain('Équipe cannot take part')
  await discord.joins('zoe')
  await discord.presses('zoe', living!.id, '🎉 Participer')
  expect(words(discord.sees('zoe', 'communaute'))).toMatch(/vous êtes membre depuis .*, il faut 100 jours/)
  expect(words(discord.sees('theo', 'communaute'))).not.toContain('membre depuis 0')

  await discord.presses('theo', living!.id, '🎉 Participer')
  await discord.presses('ravi', living!.id, '🎉 Participer')
  expect(words(discord.sees('ravi', 'communaute'))).toContain('Vous avez 1 chance sur 2')
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(2)

  discord.closesDms('theo')
  discord.closesDms('ravi')
  await after(hour)
  await after(minute)
  const [winner] = await store.giveawayWinners.all(1)
  const user = winner!.who!.account.user === discord.ids.users.theo ? 'theo' : 'ravi'
  const thread = words(discord.threadOf('mia', living!.id))
  expect(thread).toContain('Participations closes : Une lampe Halo')
  expect(thread).toContain(`Les gagnants : Une lampe Halo`)
  expect(thread).toContain('proof.html')
  const { id } = discord.shown(user, living!.id).findLast(({ buttons }) => buttons?.length)!
  await discord.presses(user, id, '🎁 Réclamer mon lot')
  await settle()
  expect((await store.giveaways.get('nimbus', 1))!.state).toBe('closed')
  expect(words(discord.sees('mia', 'communaute'))).toContain('lot réclamé')
})

test('in Discord a winner claims in their private messages; one who left before the draw is passed over', async () => {
  const { discord, store, settle, after } = await newDiscordGiveaways()
  await discord.types('mia', 'communaute', 'giveaway start', { prize: 'Une lampe', for: '1h' })
  await settle()
  const [living] = discord.shown('theo', 'communaute').filter(({ buttons }) => buttons?.length)
  await discord.presses('theo', living!.id, '🎉 Participer')
  await discord.presses('ravi', living!.id, '🎉 Participer')
  await discord.leaves('theo')
  await after(hour)
  await after(minute)
  const having = (await store.giveawayWinners.all(1)).filter(({ lost }) => !lost)
  expect(having.map(({ who }) => who!.account.user)).toEqual([discord.ids.users.ravi])
  const letter = discord.shown('ravi', '@').at(-1)!
  expect(words(discord.sees('ravi', '@'))).toContain('Vous avez gagné : Une lampe')
  await discord.presses('ravi', letter.id, '🎁 Réclamer mon lot')
  expect(words(discord.sees('ravi', '@'))).toContain('est à vous')
  expect((await store.giveawayWinners.all(1)).find(({ lost }) => !lost)!.claimedAt).not.toBeNull()
})

test('in Discord a channel that Vigie may not write in, a role and a channel that are not there, are refused with their cure', async () => {
  const { discord, store } = await newDiscordGiveaways()
  const refused = async (more: Record<string, string>) => {
    await discord.types('mia', 'communaute', 'giveaway start', { prize: 'Une lampe', for: '1h', ...more })
    return words(discord.sees('mia', 'communaute').slice(-1))
  }
  expect(await refused({ channel: '#annonces' })).toMatch(/annonces.*envoyer des messages/is)
  expect(await refused({ channel: '#nulle-part' })).toContain('ne connaît pas de canal')
  expect(await refused({ role: 'Disparu' })).toMatch(/pas de rôle « Disparu » sur Discord.*Équipe/s)
  expect(await store.giveaways.list('nimbus', 5)).toEqual([])
})

import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { newSender } from '../../src/delivery/sender.ts'
import type { Account, ChatName } from '../../src/model/person.ts'
import { usualPolicy } from '../../src/model/policy.ts'
import type { Team } from '../../src/model/team.ts'
import { minute } from '../../src/model/time.ts'
import { newPublishing } from '../../src/schedule/publishing.ts'
import { textOf } from '../../src/texts/marked.ts'
import { emptyStore } from '../databases/open.ts'
import { doorOf, mastodon, onMastodon } from '../publish/world.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newWorld, nimbus } from '../world.ts'
import { newDiscordWorld, registered } from './discord-world.ts'
import { newChatOn } from './slack-world.ts'

const post = 'https://mamot.example/@ravi/111111111111111111'
const sorry = 'Toutes nos excuses ! Une lampe neuve part aujourd’hui.'

/** All that goes on around the chats: time, what is told, what is published on Mastodon. */
async function newRoad(
  team: Team,
  chats: Map<ChatName, Chat>,
  store: Awaited<ReturnType<typeof emptyStore>>,
) {
  const server = await mastodon()
  server.writes(post)
  const identities = team.sample ? [] : [onMastodon(server)]
  const whole = { ...team, identities }
  const world = await newWorld({ teams: [whole], store, chats })
  // Time goes on by itself, and may be put forward.
  let ahead = 0
  Object.defineProperty(world.time, 'now', {
    get: () => Date.now() + ahead,
    set: (at: number) => {
      ahead = at - Date.now()
    },
  })
  const log = pino({ level: 'silent' })
  const { clock } = world
  const sender = newSender({ store, chats, teams: [whole], clock, log })
  const publishing = newPublishing({
    store,
    teams: [whole],
    door: doorOf(identities),
    clock,
    log,
    done: () => {},
  })
  onTestFinished(async () => {
    await publishing.stop()
    await sender.stop()
  })
  /** Until it is so; meanwhile what is due goes out, and what has changed is told. */
  const until = (so: () => void | Promise<void>) =>
    expect
      .poll(
        async () => {
          await publishing.look()
          await world.replies.look()
          await world.living.look()
          sender.wake()
          return Promise.resolve(so()).then(
            () => 'so',
            (error) => String(error),
          )
        },
        { timeout: 15_000, interval: 50 },
      )
      .toBe('so')
  const reply = async () => (await store.replies.get('nimbus', 1))!
  return { ...world, server, sender, until, reply, whole }
}

/** Nimbus in Slack and on Discord at once: alerts ring in Slack, approvals are asked for in both. */
async function newBoth() {
  const store = await emptyStore()
  const slack = await newSlackStandIn()
  onTestFinished(() => slack.close())
  const chats = new Map<ChatName, Chat>()
  let now: () => number = Date.now
  const there = await newDiscordWorld({ connected: false, parts: { store, clock: () => now() } })
  const { discord } = there
  const { guild, users } = discord.ids
  const accounts = (id: string, discordId: string): Account[] => [
    { chat: 'slack', workspace: 'T0NIMBUS', user: `U0${id.toUpperCase()}` },
    { chat: 'discord', workspace: guild, user: discordId },
  ]
  const team: Team = {
    ...nimbus,
    sample: false,
    quietHours: null,
    chats: { slack: 'slack', discord: 'discord' },
    channels: {
      alerts: { chat: 'slack', channel: 'e-reputation' },
      watch: { chat: 'discord', channel: 'veille' },
      community: { chat: 'slack', channel: 'communaute' },
    },
    policy: { ...usualPolicy, approvalsAlso: [{ chat: 'discord', channel: 'e-reputation' }] },
    people: nimbus.people.map((person) => ({
      ...person,
      accounts: accounts(person.id, users[person.id as 'mia']),
    })),
  }
  const road = await newRoad(team, chats, store)
  now = road.clock
  there.teams.splice(0, there.teams.length, road.whole)
  const inSlack = newChatOn(slack.apiUrl, slack.workspace, store, { teams: [road.whole], clock: road.clock })
  chats.set('slack', inSlack)
  chats.set('discord', there.chat)
  await inSlack.start(road.bot)
  await there.chat.start(road.bot)
  await there.job.begin()
  await discord.gateway.ready()
  await registered(discord)
  await road.sender.start()
  const { workspace } = slack
  const slackSees = (user: string) => workspace.sees(user, 'e-reputation').join('\n')
  /** The message in Slack that says this, as this user sees it. */
  const inSlackThat = (says: RegExp, user?: string) => {
    const seen = workspace
      .messages('e-reputation')
      .filter(({ onlyFor }) => (user === undefined ? !onlyFor : onlyFor === user))
      .findLast((one) => says.test(JSON.stringify(one.blocks ?? one.text)))
    if (!seen) throw new Error(`nothing in Slack says ${says}`)
    return { channel: 'e-reputation', ts: seen.ts }
  }
  const discordSees = (user: string) => discord.sees(user, 'e-reputation').join('\n')
  const onDiscord = () => discord.shown('mia', 'e-reputation').findLast(({ quiet }) => !quiet)!
  return { ...road, workspace, discord, slackSees, inSlackThat, discordSees, onDiscord }
}

test('the whole road in Slack: from the alert to the answer under the customer’s post', async () => {
  const { workspace, heard, until, slackSees, inSlackThat, reply, server, time, store } = await newBoth()
  /** Whether the store knows that the chats show this version. */
  const stands = async (version: number) =>
    (await store.living.shown('nimbus', 'reply:1', 'slack')).every(({ shows }) => shows === String(version))
  const mention = await heard('Ma lampe Nimbus est encore en panne', { by: 'ravi', url: post })
  await until(() => expect(slackSees('U0MIA')).toMatch(/Mention négative[\s\S]*Proposer une réponse/))
  // Mia asks for proposals, and writes her own.
  await workspace.presses('U0MIA', inSlackThat(/Mention négative/), 'Proposer une réponse')
  await until(() => expect(slackSees('U0MIA')).toMatch(/Réponses possibles à la mention 1/))
  expect(slackSees('U0NOOR')).not.toMatch(/Réponses possibles/)
  await workspace.presses('U0MIA', inSlackThat(/Réponses possibles/, 'U0MIA'), 'L’écrire moi-même')
  await until(() => expect(workspace.modalOf('U0MIA')).not.toBeNull())
  await workspace.submits('U0MIA', { text: sorry })
  await until(() =>
    expect(slackSees('U0NOOR')).toMatch(/Réponse 1 à valider[\s\S]*Une lampe neuve part aujourd’hui/),
  )
  await until(() => expect(slackSees('U0NOOR')).toMatch(/La réponse 1 attend une validation/))

  // Noor would say it otherwise: a reaction cannot open a window, the button that comes back does.
  const approvals = inSlackThat(/Réponse 1 à valider/)
  await workspace.reacts('U0NOOR', approvals, 'pencil2')
  await until(() => expect(slackSees('U0NOOR')).toMatch(/\[Edit\]/))
  await workspace.presses('U0NOOR', inSlackThat(/"Edit"/, 'U0NOOR'), 'Edit')
  await until(() => expect(workspace.modalOf('U0NOOR')).not.toBeNull())
  expect(JSON.stringify(workspace.modalOf('U0NOOR'))).toContain('Une lampe neuve part')
  await workspace.submits('U0NOOR', { text: sorry.replace('neuve', 'toute neuve') })
  await until(() => expect(slackSees('U0MIA')).toMatch(/version 2, par Noor[\s\S]*toute neuve/))
  expect(workspace.threadOf(approvals, 'U0MIA').join('\n')).toMatch(/Noor a modifié la réponse/)

  // Whoever wrote the newest version does not approve it; Mia does, thinks again, and does.
  await until(async () => expect(await stands(2)).toBe(true))
  time.now += 5_000
  await workspace.reacts('U0NOOR', approvals, 'white_check_mark')
  await until(() => expect(slackSees('U0NOOR')).toMatch(/Someone else has to approve a reply you wrote/))
  await workspace.reacts('U0MIA', approvals, 'white_check_mark')
  await until(async () => expect((await reply()).state).toBe('approved'))
  await workspace.reacts('U0MIA', approvals, 'white_check_mark', false)
  await until(async () => expect((await reply()).state).toBe('waiting'))
  await workspace.reacts('U0MIA', approvals, 'white_check_mark')
  await until(() => expect(slackSees('U0NOOR')).toMatch(/Réponse 1 validée[\s\S]*Nimbus on Mastodon/))
  expect(server.statuses).toEqual([])

  time.now += minute
  await until(() => expect(slackSees('U0NOOR')).toMatch(/Réponse 1 publiée/))
  expect(server.statuses.length).toBe(1)
  expect(server.statuses[0]!.content).toContain('Une lampe toute neuve part')
  expect(server.statuses[0]!.in_reply_to_id).not.toBeNull()
  await until(() => expect(slackSees('U0NOOR')).toMatch(/Répondu en .{1,20} par Noor, validé par Mia/))
  expect(workspace.threadOf(approvals, 'U0MIA').join('\n')).toMatch(/📣 Publiée[\s\S]*Registre/u)
  expect((await store.mentions.get('nimbus', mention))!.state).toMatchObject({ is: 'answered', by: 'Noor' })
  expect(await store.trail.check('nimbus')).toMatchObject({ is: 'whole' })
}, 60_000)

test('drafted in Slack, stopped and approved on Discord: one reply, one approval for each person', async () => {
  const both = await newBoth()
  const {
    workspace,
    discord,
    heard,
    until,
    slackSees,
    inSlackThat,
    discordSees,
    onDiscord,
    reply,
    server,
    time,
  } = both
  await heard('Ma lampe Nimbus est encore en panne', { by: 'ravi', url: post })
  await until(() => expect(slackSees('U0MIA')).toMatch(/Mention négative/))
  await workspace.types('U0MIA', 'e-reputation', `/vigie répondre mention:1 réponse:"${sorry}"`)
  await until(() => {
    expect(slackSees('U0NOOR')).toMatch(/Réponse 1 à valider/)
    expect(discordSees('noor')).toMatch(/Réponse 1 à valider[\s\S]*Une lampe neuve/)
  })
  const { id } = onDiscord()
  // Mia is the same person on Discord.
  const own = await discord.presses('mia', id, 'Valider')
  expect(await own.words()).toMatch(/Quelqu’un d’autre doit valider/)
  await discord.reacts('noor', id, '✅')
  await until(async () => expect((await reply()).state).toBe('approved'))
  await until(() => expect(slackSees('U0MIA')).toMatch(/Réponse 1 validée/))
  await workspace.presses('U0MIA', inSlackThat(/Réponse 1 validée/), 'Arrêter')
  await until(() => expect(discordSees('noor')).toMatch(/Réponse 1 à valider/))
  expect((await reply()).approvals).toEqual([])

  // On Discord a window opens with the text as it stands.
  expect((await discord.presses('noor', id, 'Modifier')).kind).toBe('modal')
  expect(discord.modalOf('noor')!.inputs[0]).toMatchObject({ value: sorry })
  await discord.submits('noor', { text: `${sorry} Elle arrive mardi.` })
  await until(() => expect(slackSees('U0MIA')).toMatch(/Elle arrive mardi/))
  expect((await discord.presses('mia', id, 'Refuser')).kind).toBe('modal')
  await discord.submits('mia', { why: 'Mercredi, pas mardi.' })
  await until(() => expect(slackSees('U0NOOR')).toMatch(/Réponse 1 refusée[\s\S]*Mercredi, pas mardi/))
  await discord.presses('noor', id, 'Modifier')
  await discord.submits('noor', { text: `${sorry} Elle arrive mercredi.` })
  await until(() => expect(discordSees('mia')).toMatch(/version 3[\s\S]*Elle arrive mercredi/))
  await until(async () =>
    expect(
      (await both.store.living.shown('nimbus', 'reply:1', 'discord')).every(({ shows }) => shows === '3'),
    ).toBe(true),
  )
  time.now += 5_000
  await discord.unreacts('noor', id, '✅').catch(() => {})
  await discord.reacts('mia', id, '✅')
  await until(async () => expect((await reply()).state).toBe('approved'))
  time.now += minute
  await until(() => {
    expect(slackSees('U0MIA')).toMatch(/Réponse 1 publiée/)
    expect(discordSees('mia')).toMatch(/Réponse 1 publiée/)
  })
  expect(server.statuses.map(({ content }) => content)).toEqual([expect.stringContaining('mercredi')])
  await until(() => expect(discord.threadOf('mia', id).join('\n')).toMatch(/Publiée/))
}, 60_000)

test('the whole road on the local page, where a rehearsal publishes by hand', async () => {
  const store = await emptyStore()
  const chats = new Map<ChatName, Chat>()
  const road = await newRoad(nimbus, chats, store)
  const { chat, workspace } = newLocalChat({ teams: [nimbus], store, clock: road.clock })
  chats.set('local', chat)
  await chat.start(road.bot)
  await road.sender.start()
  const { until, heard, reply, time, server } = road
  const shown = async (user: string) =>
    (await workspace.history(user, 'e-reputation')).map(({ id, quiet, message, thread, editedAt }) => ({
      ...{ id, quiet, thread, message, editedAt },
      words: [
        message?.title ?? '',
        textOf(message?.text ?? []),
        ...(message?.fields ?? []).map(({ name, value }) => `${name}: ${textOf(value ?? [])}`),
      ]
        .join('\n')
        .replace(/[\u00a0\u202f]/gu, ' '),
    }))
  const that = async (user: string, says: RegExp) => {
    const found = (await shown(user)).findLast(({ words }) => says.test(words))
    if (!found) throw new Error(`nothing says ${says}`)
    return found
  }
  const sees = (user: string, says: RegExp) => until(async () => void (await that(user, says)))

  await heard('Ma lampe Nimbus est encore en panne', { by: 'ravi', url: post })
  await sees('mia', /Mention négative/)
  const alert = await that('mia', /Mention négative/)
  await workspace.press('mia', 'e-reputation', alert.id, { action: 'reply.draft' })
  const proposals = await that('mia', /Réponses possibles à la mention 1/)
  expect(proposals.quiet).toBe(true)
  const { form, token } = await workspace.press('mia', 'e-reputation', proposals.id, {
    action: 'reply.write',
  })
  expect(form!.title).toBe('Écrire une réponse')
  await workspace.submit('mia', token!, { text: sorry })
  await sees('noor', /Réponse 1 à valider[\s\S]*Une lampe neuve part/)
  const approvals = await that('noor', /Réponse 1 à valider/)
  expect(approvals.message!.react).toEqual(['✅', '✏️', '❌'])
  const change = await workspace.press('noor', 'e-reputation', approvals.id, {
    action: 'reply.edit',
    value: '1',
  })
  expect(change.form!.inputs[0]!.value).toBe(sorry)

  await workspace.react('mia', 'e-reputation', approvals.id, '✅', true)
  await sees('mia', /Quelqu’un d’autre doit valider/)
  await workspace.react('noor', 'e-reputation', approvals.id, '✅', true)
  await sees('mia', /Réponse 1 à publier à la main[\s\S]*Une répétition/)
  await workspace.react('noor', 'e-reputation', approvals.id, '✅', false)
  await until(async () => expect((await reply()).state).toBe('waiting'))
  await workspace.react('noor', 'e-reputation', approvals.id, '✅', true)
  await sees('mia', /Réponse 1 à publier à la main/)
  time.now += 14 * minute
  const done = await workspace.press('mia', 'e-reputation', approvals.id, {
    action: 'reply.done',
    value: '1',
  })
  await workspace.submit('mia', done.token!, { where: 'https://mamot.example/@nimbus/1' })
  await sees('mia', /Répondu en 14 minutes par Mia, validé par Noor/)
  const below = (await shown('mia')).filter(({ thread }) => thread === approvals.id)
  expect(below.map(({ words }) => words).join('\n')).toMatch(/📣 Publiée : https:\/\/mamot.example/)
  expect(server.statuses).toEqual([])
}, 60_000)

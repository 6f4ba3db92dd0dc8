import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  LabelBuilder,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type MessageReaction,
  ModalBuilder,
  type ModalSubmitInteraction,
  Routes,
  StringSelectMenuBuilder,
  type StringSelectMenuInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { expect, test } from 'vitest'
import { connected, discordOpened, next } from './connect.ts'
import type { StandIn } from './stand-in.ts'

const commands = [
  {
    name: 'mention',
    name_localizations: { fr: 'mention' },
    description: 'A mention of the brand',
    options: [
      {
        type: 1,
        name: 'add',
        name_localizations: { fr: 'ajouter' },
        description: 'Add one',
        options: [
          { type: 3, name: 'url', description: 'Where it stands', required: true },
          { type: 6, name: 'to', description: 'Whose it is' },
          { type: 7, name: 'channel', description: 'Where to tell it' },
          { type: 4, name: 'days', description: 'For how long', min_value: 1 },
          { type: 3, name: 'topic', description: 'Of what', autocomplete: true },
        ],
      },
    ],
  },
  { type: 3, name: 'Report to Vigie', name_localizations: { fr: 'Signaler à Vigie' } },
]

const registered = (discord: StandIn, client: Client) =>
  client.rest.put(Routes.applicationCommands(discord.ids.application), { body: commands })

test('the real client logs in, and finds its server as it is', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  expect(client.user!.username).toBe('vigie')
  const guild = client.guilds.cache.get(discord.ids.guild)!
  expect(guild.channels.cache.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['e-reputation', 'secret', 'Lampe qui clignote']),
  )
  expect(guild.roles.cache.map(({ name }) => name).sort()).toEqual(['@everyone', 'Admin', 'Vigie', 'Équipe'])
  const { secret, annonces, presse } = discord.ids.channels
  const lacks = (channel: string, permission: 'ViewChannel' | 'SendMessages' | 'ReadMessageHistory') =>
    !guild.channels.cache.get(channel)!.permissionsFor(client.user!)!.has(permission)
  expect([
    lacks(secret, 'ViewChannel'),
    lacks(annonces, 'SendMessages'),
    lacks(presse, 'ReadMessageHistory'),
    lacks(presse, 'SendMessages'),
  ]).toEqual([true, true, true, false])
})

test('a command arrives with its options, who, where and in what language, and only its person sees a quiet answer', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await registered(discord, client)
  client.on('interactionCreate', async (heard) => {
    const command = heard as ChatInputCommandInteraction<'cached'>
    const { options } = command
    const said = [
      options.getSubcommand(),
      options.getString('url'),
      options.getUser('to')!.username,
      options
        .getMember('to')!
        .roles.cache.map(({ name }) => name)
        .sort()
        .join('+'),
      options.getChannel('channel')!.name,
      options.getInteger('days'),
      command.locale,
      command.member.permissions.has('Administrator'),
    ]
    await command.reply({ content: said.join(' '), flags: MessageFlags.Ephemeral })
  })
  const options = { url: 'https://a.test', to: 'noor', channel: 'veille', days: 3 }
  const answer = await discord.types('mia', 'e-reputation', 'mention ajouter', options)
  expect(answer).toMatchObject({ kind: 'message', inTime: true, quiet: true })
  expect(await answer.words()).toBe('add https://a.test noor @everyone+Équipe veille 3 fr true')
  expect(discord.sees('mia', 'e-reputation')).toHaveLength(1)
  expect(discord.sees('noor', 'e-reputation')).toEqual([])
  expect(() => discord.sees('nobody', 'e-reputation')).toThrow('nobody is called nobody')
  await expect(discord.types('mia', 'e-reputation', 'mention add')).rejects.toThrow('asks for the option url')
})

test('an answer that takes long is thought about first, then there for everybody, and can be followed', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await registered(discord, client)
  let go = () => {}
  const waited = new Promise<void>((resolve) => {
    go = resolve
  })
  client.on('interactionCreate', async (heard) => {
    const command = heard as ChatInputCommandInteraction
    await command.deferReply()
    await waited
    await command.editReply('la suite')
    await command.followUp({ content: 'entre nous', flags: MessageFlags.Ephemeral })
  })
  const answer = await discord.types('mia', 'e-reputation', 'mention add', { url: 'x' })
  expect(answer.kind).toBe('deferred')
  expect(discord.sees('noor', 'e-reputation')).toEqual(['…'])
  go()
  expect(await answer.words()).toBe('la suite')
  expect(discord.sees('noor', 'e-reputation')).toEqual(['la suite'])
  await expect.poll(() => discord.sees('mia', 'e-reputation')).toEqual(['la suite', 'entre nous'])
})

test('an interaction that nobody answers in time is dead', async () => {
  const discord = await discordOpened({ deadline: 100 })
  const client = await connected(discord)
  await registered(discord, client)
  const heard = next<ChatInputCommandInteraction>(client, 'interactionCreate')
  const answer = await discord.types('mia', 'veille', 'mention add', { url: 'x' })
  expect(answer).toMatchObject({ kind: 'none', inTime: false })
  await expect((await heard).reply('trop tard')).rejects.toMatchObject({ code: 10062, status: 404 })
  expect(discord.sees('mia', 'veille')).toEqual([])
})

test('its token lives for fifteen minutes, and it is answered once', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await registered(discord, client)
  const heard = next<ChatInputCommandInteraction>(client, 'interactionCreate')
  const answered = discord.types('mia', 'veille', 'mention add', { url: 'x' })
  const command = await heard
  const response = await command.reply({ content: 'voilà', withResponse: true })
  expect(response.resource!.message!.content).toBe('voilà')
  expect(await (await answered).message()).toBe(response.resource!.message!.id)
  const again = client.rest.post(Routes.interactionCallback(command.id, command.token), {
    body: { type: 5 },
    auth: false,
  })
  await expect(again).rejects.toMatchObject({ code: 40060 })
  discord.forward(16 * 60_000)
  await expect(command.editReply('encore')).rejects.toMatchObject({ code: 50027, status: 401 })
})

test('an option completes itself', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await registered(discord, client)
  client.on('interactionCreate', async (heard) => {
    if (!heard.isAutocomplete()) return
    const { name, value } = heard.options.getFocused(true)
    await heard.respond([{ name: `${name} ${value} ${heard.options.getString('url')}`, value: 'lampe' }])
  })
  const { kind, choices } = await discord.completes('mia', 'veille', 'mention add', 'topic', 'lam', {
    url: 'u',
  })
  expect({ kind, choices }).toEqual({ kind: 'choices', choices: [{ name: 'topic lam u', value: 'lampe' }] })
  await expect(discord.completes('mia', 'veille', 'mention add', 'url', '')).rejects.toThrow(
    'does not complete',
  )
})

test('a button opens a form, and what is written in it changes the message', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  const button = new ButtonBuilder().setCustomId('take').setLabel('Prendre').setStyle(ButtonStyle.Primary)
  const menu = new StringSelectMenuBuilder()
    .setCustomId('mood')
    .setPlaceholder('Humeur')
    .addOptions({ label: 'Bonne', value: 'good' }, { label: 'Mauvaise', value: 'bad' })
  const rows = [
    new ActionRowBuilder<ButtonBuilder>().addComponents(button),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
  ]
  const channel = client.channels.cache.get(discord.ids.channels.veille)!
  if (!channel.isSendable()) throw new Error('no place to speak')
  const { id } = await channel.send({ content: 'Une **lampe** fume', components: rows })
  expect(discord.sees('mia', 'veille')).toEqual(['Une lampe fume\n[Prendre]\n[Humeur ▾]'])

  const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short).setMaxLength(10)
  const form = new ModalBuilder()
    .setCustomId('form')
    .setTitle('Pourquoi ?')
    .addLabelComponents(new LabelBuilder().setLabel('Raison').setTextInputComponent(input))
  client.on('interactionCreate', async (heard: Interaction) => {
    if (heard.isButton()) await (heard as ButtonInteraction).showModal(form)
    else if (heard.isModalSubmit() && heard.isFromMessage())
      await (heard as ModalSubmitInteraction)
        .deferUpdate()
        .then(() =>
          heard.editReply({ content: `pris : ${heard.fields.getTextInputValue('why')}`, components: [] }),
        )
    else
      await (heard as StringSelectMenuInteraction).reply((heard as StringSelectMenuInteraction).values.join())
  })
  expect(await (await discord.chooses('noor', id, 'Humeur', ['Mauvaise'])).words()).toBe('bad')
  const opened = await discord.presses('mia', id, 'Prendre')
  expect(opened.modal).toMatchObject({ title: 'Pourquoi ?', inputs: [{ label: 'Raison', required: true }] })
  expect(discord.modalOf('mia')!.customId).toBe('form')
  await expect(discord.submits('mia', {})).rejects.toThrow('asks for Raison')
  await expect(discord.submits('mia', { Raison: 'beaucoup trop long' })).rejects.toThrow('18 characters')
  expect(await (await discord.submits('mia', { Raison: 'panne' })).words()).toBe('pris : panne')
  expect(discord.shown('noor', 'veille')[0]).toMatchObject({ id, words: 'pris : panne', buttons: [] })
  await expect(discord.presses('mia', id, 'Prendre')).rejects.toThrow('there is no Prendre')
})

test('what others say is heard without its words, but for those who call the bot, write to it in private or click on it', async () => {
  const discord = await discordOpened()
  const client = await connected(discord)
  await registered(discord, client)
  const says = async (content: string, channel = 'communaute') => {
    const heard = next<Message>(client, 'messageCreate')
    const id = await discord.says('theo', channel, content)
    return { id, content: (await heard).content }
  }
  const { id, content } = await says('Ma lampe fume')
  expect(content).toBe('')
  expect((await says(`<@${discord.ids.bot}> et toi ?`)).content).toContain('et toi')
  expect((await says('en privé', '@')).content).toBe('en privé')
  client.on('interactionCreate', async (heard) => {
    const clicked = heard as MessageContextMenuCommandInteraction
    const { content, author } = clicked.targetMessage
    await clicked.reply(`${clicked.commandName} ${author.username} ${content}`)
  })
  const answer = await discord.rightClicks('mia', id, 'Signaler à Vigie')
  expect(await answer.words()).toBe('Report to Vigie theo Ma lampe fume')
})

test('a reaction on a message of before the login is heard', async () => {
  const discord = await discordOpened()
  const id = await discord.says('ravi', 'communaute', 'Panne')
  const client = await connected(discord)
  const heard = next<MessageReaction>(client, 'messageReactionAdd')
  await discord.reacts('mia', id, '✅')
  const reaction = await heard
  expect(reaction.message.partial).toBe(true)
  expect([reaction.emoji.name, reaction.message.id]).toEqual(['✅', id])
  expect(discord.reactionsOf(id)).toEqual({ '✅': ['mia'] })
})

test('two applications are two bots: each hears of its own server alone', async () => {
  const discord = await discordOpened()
  const [vigie, acme] = [await connected(discord), await connected(discord, undefined, discord.tokens.acme)]
  expect([...vigie.guilds.cache.keys(), ...acme.guilds.cache.keys()]).toEqual([
    discord.ids.guild,
    discord.ids.acme,
  ])
  const heard: string[] = []
  vigie.on('messageCreate', ({ id }) => heard.push(`vigie ${id}`))
  acme.on('messageCreate', ({ id }) => heard.push(`acme ${id}`))
  const id = await discord.says('ravi', 'acme/veille', 'ici')
  await expect.poll(() => heard).toEqual([`acme ${id}`])
})

test('an answer to a message comes with what it answers, and with whom it calls', async () => {
  const discord = await discordOpened({ intents: ['message-content'] })
  const client = await connected(discord, [1, 1 << 9, 1 << 15])
  const first = next<Message>(client, 'messageCreate')
  const asked = await discord.says('theo', 'communaute', 'Une idée ?')
  await first
  const heard = next<Message>(client, 'messageCreate')
  const id = await discord.says('noor', 'communaute', 'Oui', { reply: asked })
  const answer = await heard
  expect([answer.id, answer.reference!.messageId, answer.mentions.repliedUser!.username]).toEqual([
    id,
    asked,
    'theo',
  ])
  expect(discord.pinged(id)).toEqual(['theo'])
})

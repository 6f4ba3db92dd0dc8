import { type APIMessage, DiscordAPIError, type RateLimitError, Routes } from 'discord.js'
import { expect, test } from 'vitest'
import { discordOpened, restOf } from './connect.ts'

const { channelMessages, channelMessage } = Routes

/** What a call is refused with. */
const refusal = <T>(call: Promise<unknown>): Promise<T> =>
  call.then(
    () => Promise.reject(new Error('it was not refused')),
    (error) => error as T,
  )

test('a lost answer leaves the message there; said again with its nonce, it is the same one', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const { veille } = discord.ids.channels
  const say = (body: object) => rest.post(channelMessages(veille), { body }) as Promise<APIMessage>
  for (const kind of ['lost', 'failed-after'] as const) {
    discord.fault({ kind, route: 'POST /channels', channel: 'veille' })
    const body = { content: kind, nonce: `n-${kind}`, enforce_nonce: true }
    await expect(say(body)).rejects.toThrow()
    expect((await say(body)).id).toBe(discord.shown('mia', 'veille').at(-1)!.id)
  }
  expect(discord.sees('mia', 'veille')).toEqual(['lost', 'failed-after'])
  const again = { content: 'encore', nonce: 'n-deleted', enforce_nonce: true }
  await rest.delete(channelMessage(veille, (await say(again)).id))
  await expect(say(again)).rejects.toMatchObject({ code: 10008 })
  discord.forward(4 * 60_000)
  await say({ content: 'lost', nonce: 'n-lost', enforce_nonce: true })
  expect(discord.sees('mia', 'veille')).toHaveLength(3)
  discord.fault({ kind: 'failed', route: 'POST' })
  await expect(say({ content: 'rien' })).rejects.toMatchObject({ status: 500 })
  expect(discord.sees('mia', 'veille')).toHaveLength(3)
  expect(discord.of('POST /channels/:id/messages').map(({ status, fault }) => `${status} ${fault}`)).toEqual([
    '0 lost',
    '200 null',
    '500 failed-after',
    '200 null',
    '200 null',
    '404 null',
    '200 null',
    '500 failed',
  ])
})

test('an answer that never comes is given up by the client', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord, { timeout: 500 })
  discord.fault({ kind: 'hang', route: 'POST' })
  await expect(
    rest.post(channelMessages(discord.ids.channels.veille), { body: { content: 'a' } }),
  ).rejects.toThrow()
  expect(discord.sees('mia', 'veille')).toEqual(['a'])
})

test('a limit is waited out, or told where the client would rather know', async () => {
  const discord = await discordOpened()
  const { veille, general } = discord.ids.channels
  discord.fault({ kind: 'limited', channel: 'veille', ms: 200 })
  const began = performance.now()
  await restOf(discord).post(channelMessages(veille), { body: { content: 'a' } })
  expect(performance.now() - began).toBeGreaterThan(200)

  discord.fault({ kind: 'limited-globally', route: 'POST', ms: 200 })
  const rest = restOf(discord, { rejectOnRateLimit: () => true })
  const refused: RateLimitError = await refusal(
    rest.post(channelMessages(general), { body: { content: 'b' } }),
  )
  expect(refused).toMatchObject({ global: true, scope: 'global' })
  expect(refused.retryAfter).toBeGreaterThan(150)
  expect(discord.invalid()).toBe(2)
  await discord.close()
})

test('with Discord’s own rates, the sixth message within five seconds is refused, and says when to come again', async () => {
  const discord = await discordOpened({ rates: true })
  const send = () =>
    fetch(`${discord.api}/v10/channels/${discord.ids.channels.veille}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.tokens.vigie}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'a' }),
    })
  const answers = [await send(), await send(), await send(), await send(), await send(), await send()]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
    '4',
    '3',
    '2',
    '1',
    '0',
    '0',
  ])
  const { retry_after, global } = (await answers[5]!.json()) as { retry_after: number; global: boolean }
  expect([retry_after > 3, global]).toEqual([true, false])
  discord.forward(5_000)
  expect((await send()).status).toBe(200)
})

test('old messages are edited three times in twenty seconds, topics changed twice in ten minutes', async () => {
  const discord = await discordOpened({ rates: true })
  const rest = restOf(discord, { rejectOnRateLimit: () => true })
  const { veille } = discord.ids.channels
  const { id } = (await rest.post(channelMessages(veille), { body: { content: 'a' } })) as APIMessage
  discord.forward(2 * 3_600_000)
  const edit = (content: string) => rest.patch(channelMessage(veille, id), { body: { content } })
  for (const content of ['b', 'c', 'd']) await edit(content)
  await expect(edit('e')).rejects.toMatchObject({ name: expect.stringContaining('RateLimitError') })
  discord.overwrites('veille', 'vigie', { allow: ['ManageChannels'] })
  const topic = (topic: string) => rest.patch(Routes.channel(veille), { body: { topic } })
  for (const text of ['un', 'deux']) await topic(text)
  const refused: RateLimitError = await refusal(topic('trois'))
  expect(refused.retryAfter).toBeGreaterThan(500_000)
})

test('what is not allowed is refused by its code', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const { secret, annonces, presse, veille, entraide } = discord.ids.channels
  const say = (channel: string, body: object = { content: 'a' }) =>
    rest.post(channelMessages(channel), { body })
  await expect(say(secret)).rejects.toMatchObject({ code: 50001, status: 403 })
  await expect(say(annonces)).rejects.toMatchObject({ code: 50013, status: 403 })
  await expect(say(entraide)).rejects.toMatchObject({ code: 40058 })
  await expect(say('481384788765712499')).rejects.toMatchObject({ code: 10003, status: 404 })
  await expect(say(veille, { content: ' ' })).rejects.toMatchObject({ code: 50006 })
  await say(presse)
  expect(discord.sees('mia', 'presse')).toEqual(['a'])
  expect(await rest.get(channelMessages(presse))).toEqual([])
  const theirs = await discord.says('mia', 'veille', 'à moi')
  await expect(rest.patch(channelMessage(veille, theirs), { body: { content: 'b' } })).rejects.toMatchObject({
    code: 50005,
  })
  await expect(rest.delete(channelMessage(veille, theirs))).rejects.toMatchObject({ code: 50013 })
  await expect(rest.get(Routes.guildMembers(discord.ids.guild))).rejects.toMatchObject({ code: 50001 })
  discord.closesDms('theo')
  const { id } = (await rest.post(Routes.userChannels(), {
    body: { recipient_id: discord.ids.users.theo },
  })) as { id: string }
  await expect(say(id)).rejects.toMatchObject({ code: 50007 })
  discord.deletesChannel('veille')
  await expect(say(veille)).rejects.toMatchObject({ code: 10003 })
  // 50001 twice, 50013 twice, 50005, 50007.
  expect(discord.invalid()).toBe(6)
})

test('a message over the limits is refused with every place that is wrong', async () => {
  const discord = await discordOpened()
  const button = (custom_id: string, label = 'a') => ({ type: 2, style: 1, custom_id, label })
  const body = {
    content: 'x'.repeat(2001),
    embeds: [
      { title: 't'.repeat(257), description: 'd'.repeat(4000), url: 'javascript:alert(1)' },
      { fields: [{ name: ' ', value: 'v'.repeat(1025) }], footer: { text: 'f'.repeat(2000) } },
    ],
    components: [
      { type: 1, components: [button('a'), button('a'), button('b', 'l'.repeat(81))] },
      { type: 1, components: [1, 2, 3, 4, 5, 6].map((n) => button(`n${n}`)) },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'm',
            options: [
              { label: 'a', value: 'v' },
              { label: 'b', value: 'v' },
            ],
          },
        ],
      },
    ],
    nonce: 'n'.repeat(26),
  }
  const refused: DiscordAPIError = await refusal(
    restOf(discord).post(channelMessages(discord.ids.channels.veille), { body }),
  )
  expect(refused).toBeInstanceOf(DiscordAPIError)
  expect(refused.code).toBe(50035)
  const complaints = refused.message.split('\n').map((line) => line.replace(/:.*/, ''))
  expect(complaints).toEqual([
    'Invalid Form Body',
    'content[BASE_TYPE_MAX_LENGTH]',
    'embeds[0].title[BASE_TYPE_MAX_LENGTH]',
    'embeds[0].url[URL_TYPE_INVALID_SCHEME]',
    'embeds[1].fields[0].name[BASE_TYPE_REQUIRED]',
    'embeds[1].fields[0].value[BASE_TYPE_BAD_LENGTH]',
    'components[0].components[1].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
    'components[0].components[2].label[BASE_TYPE_MAX_LENGTH]',
    'components[1].components[5][COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
    'components[2].components[0].options[1][SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]',
    'nonce[NONCE_TYPE_TOO_LONG]',
  ])
  expect(discord.sees('mia', 'veille')).toEqual([])
})

test('whom a message calls by name is seen, on edits too', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const { veille } = discord.ids.channels
  const content = `@everyone <@${discord.ids.users.mia}> <@&${discord.ids.roles.equipe}> et @here`
  const say = async (body: object) =>
    ((await rest.post(channelMessages(veille), { body: { content, ...body } })) as APIMessage).id
  expect(discord.pinged(await say({}))).toEqual(['mia', '@Équipe', '@everyone', '@here'])
  const quiet = await say({ allowed_mentions: { parse: [] } })
  expect(discord.pinged(quiet)).toEqual([])
  expect(discord.pinged(await say({ allowed_mentions: { parse: ['users'] } }))).toEqual(['mia'])
  await rest.patch(channelMessage(veille, quiet), { body: { content } })
  expect(discord.pinged(quiet)).toContain('@everyone')
  expect(discord.pinged(await say({ embeds: [{ description: content }], content: 'rien' }))).toEqual([])
})

test('commands are put as a whole: once more changes nothing, and only new names count', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const route = Routes.applicationCommands(discord.ids.application)
  const command = (name: string, more: object = {}) => ({ name, description: 'd', ...more })
  const put = (body: object[]) => rest.put(route, { body }) as Promise<{ id: string; name: string }[]>
  const first = await put([command('un'), command('deux')])
  const second = await put([command('deux', { description: 'autre' }), command('trois')])
  expect(second.find(({ name }) => name === 'deux')!.id).toBe(first[1]!.id)
  expect(discord.registered).toEqual({ puts: 2, creates: 3 })
  const wrong = [
    [command('Grand')],
    [command('a b')],
    [command('a'), command('a')],
    [command('a', { description: '' })],
    [command('a', { name_localizations: { fr: 'É' } })],
    [command('a', { name_localizations: { 'fr-FR': 'a' } })],
    [
      command('a', {
        options: [
          { type: 3, name: 'o', description: 'd' },
          { type: 3, name: 'r', description: 'd', required: true },
        ],
      }),
    ],
    [
      command('a', {
        options: Array.from({ length: 26 }, (_, n) => ({ type: 3, name: `o${n}`, description: 'd' })),
      }),
    ],
    [
      command('a', {
        options: Array.from({ length: 25 }, (_, n) => ({
          type: 3,
          name: `o${n}`,
          description: 'd'.repeat(100),
          choices: Array.from({ length: 25 }, (_, m) => ({ name: `choice ${m}`, value: `${m}` })),
        })),
      }),
    ],
    [{ type: 3, name: 'Report', description: 'not here' }],
  ]
  for (const body of wrong)
    await expect(put(body), JSON.stringify(body).slice(0, 80)).rejects.toMatchObject({ code: 50035 })
  await expect(put(Array.from({ length: 101 }, (_, n) => command(`c${n}`)))).rejects.toMatchObject({
    code: 30032,
  })
  expect(discord.registered.puts).toBe(2)
})

test('threads and posts in forums', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const { communaute, entraide } = discord.ids.channels
  const id = await discord.says('theo', 'communaute', 'Ma lampe fume')
  const thread = (await rest.post(Routes.threads(communaute, id), { body: { name: 'Lampe' } })) as {
    id: string
  }
  expect(thread.id).toBe(id)
  await rest.post(channelMessages(id), { body: { content: 'On regarde' } })
  expect([discord.threadOf('theo', id), discord.sees('theo', 'communaute')]).toEqual([
    ['On regarde'],
    ['Ma lampe fume'],
  ])
  await expect(rest.post(Routes.threads(communaute, id), { body: { name: 'Encore' } })).rejects.toMatchObject(
    { code: 160004 },
  )
  await rest.patch(Routes.channel(id), { body: { archived: true } })
  await rest.post(channelMessages(id), { body: { content: 'rouvert' } })
  expect(discord.threadOf('theo', id)).toHaveLength(2)
  discord.archives(id, true)
  await expect(rest.post(channelMessages(id), { body: { content: 'a' } })).rejects.toMatchObject({
    code: 160005,
  })
  const strict = discord.createsChannel('strict', { type: 15, tags: ['lampe'], requiresTag: true })
  const untagged = rest.post(Routes.threads(strict), { body: { name: 'a', message: { content: 'a' } } })
  await expect(untagged).rejects.toMatchObject({ code: 40067 })
  const post = (await rest.post(Routes.threads(entraide), {
    body: { name: 'Guide', message: { content: 'Débuter' } },
  })) as { id: string }
  expect(discord.threadOf('mia', post.id)).toEqual(['Débuter'])
  const asked = await discord.posts('theo', 'entraide', 'Elle clignote', 'Que faire ?', ['lampe'])
  const found = (await rest.get(channelMessage(asked, asked))) as APIMessage
  expect(found.author.username).toBe('theo')
  const active = (await rest.get(Routes.guildActiveThreads(discord.ids.guild))) as {
    threads: { name: string }[]
  }
  expect(active.threads.map(({ name }) => name)).toEqual(['Lampe qui clignote', 'Guide', 'Elle clignote'])
})

test('files come along, and can be fetched again', async () => {
  const discord = await discordOpened()
  const files = [{ name: 'chart.png', data: Buffer.from('png'), contentType: 'image/png' }]
  const body = { content: 'La courbe', attachments: [{ id: 0, description: 'En hausse' }] }
  const told = (await restOf(discord).post(channelMessages(discord.ids.channels.veille), {
    body,
    files,
  })) as APIMessage
  expect(discord.sees('mia', 'veille')).toEqual(['La courbe\n📎 chart.png (En hausse)'])
  expect(await (await fetch(told.attachments[0]!.url)).text()).toBe('png')
  expect(discord.calls.at(-1)).toMatchObject({
    route: 'POST /channels/:id/messages',
    channel: 'veille',
    files: ['chart.png'],
  })
})

test('an address that asked too often for what it may not is banned', async () => {
  const discord = await discordOpened({ bannedAt: 3 })
  const rest = restOf(discord, { rejectOnRateLimit: () => true })
  for (const _ of [1, 2, 3])
    await expect(rest.get(Routes.channel(discord.ids.channels.secret))).rejects.toMatchObject({ code: 50001 })
  await expect(rest.get(Routes.user('@me'))).rejects.toMatchObject({
    name: expect.stringContaining('RateLimitError'),
  })
})

test('history goes both ways, a page at a time', async () => {
  const discord = await discordOpened()
  const rest = restOf(discord)
  const ids: string[] = []
  for (const n of [0, 1, 2, 3, 4]) ids.push(await discord.says('theo', 'communaute', `${n}`))
  const page = async (query: Record<string, string>) =>
    (
      (await rest.get(channelMessages(discord.ids.channels.communaute), {
        query: new URLSearchParams(query),
      })) as APIMessage[]
    ).map(({ id }) => ids.indexOf(id))
  expect(await page({ limit: '2' })).toEqual([4, 3])
  expect(await page({ limit: '2', before: ids[3]! })).toEqual([2, 1])
  expect(await page({ limit: '2', after: ids[1]! })).toEqual([3, 2])
  expect(await page({ limit: '3', around: ids[2]! })).toEqual([3, 2, 1])
})

test('a token that was taken back is good for nothing until it is mended', async () => {
  const discord = await discordOpened()
  const rest = () => restOf(discord).get(Routes.user('@me'))
  discord.revoke()
  await expect(rest()).rejects.toMatchObject({ status: 401 })
  await discord.mend()
  expect(await rest()).toMatchObject({ username: 'vigie' })
})

test('faults befall a share of the calls, the same ones for the same seed', async () => {
  const befallen = async (seed: number) => {
    const discord = await discordOpened()
    discord.fault({ kind: 'failed', route: 'POST /channels/:id/messages', share: 0.3, seed })
    const rest = restOf(discord)
    for (let n = 0; n < 40; n++)
      await rest
        .post(channelMessages(discord.ids.channels.veille), { body: { content: `${n}` } })
        .catch(() => {})
    return discord.calls.map(({ fault }) => (fault ? 1 : 0)).join('')
  }
  const [once, again, other] = [await befallen(7), await befallen(7), await befallen(8)]
  expect(once).toBe(again)
  expect(once).not.toBe(other)
  expect(once.split('1').length - 1).toSatisfy((hits: number) => hits > 4 && hits < 22)
})

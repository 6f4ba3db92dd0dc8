import { expect, onTestFinished, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { hour, minute, newPost as newOpenPost, second } from '../delivery/fake-chat.ts'
import { nimbus, read as readExactly, saturday } from '../world.ts'

/** With plain blanks, whatever the typography. */
const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')
async function newPost(...given: Parameters<typeof newOpenPost>) {
  const post = await newOpenPost(...given)
  onTestFinished(() => post.sender.stop())
  return post
}

const real = { ...nimbus, sample: false }
const down = () => {
  throw new Unavailable('connect ECONNREFUSED')
}
const no = () => {
  throw new Unavailable('is_archived', { refused: true })
}

test('what was told stands there with its channel and its time, in both languages', async () => {
  const { heard, sender, settled, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  await sender.start()
  await settled()
  const french = read(await mia.types('/deliveries'))
  expect(french).toMatch(
    /^Ce que je vous signale\n0 en attente · 1 message envoyé\nMention négative : Nimbus\nravi · Mastodon · La lampe Nimbus est en panne\n/,
  )
  expect(french).toContain('✅ Dans #e-reputation, 14:30')
  const english = read(await noor.types('/deliveries'))
  expect(english).toMatch(/^What I tell you\n0 waiting · 1 told\n/)
  expect(english).toContain('✅ In #e-reputation, 14:30')
  expect(read(await mia.types('/envois'))).toBe(french)
  expect(read(await noor.types('/help'))).toMatch(
    /\/deliveries channel: state: since:\nWhat waits to be told/,
  )
})

test('what waits says since when and why: quiet hours, its turn, a chat that does not answer', async () => {
  const night = await newPost({ team: real })
  night.time.now = saturday + 9 * hour
  await night.heard('La lampe Nimbus est magnifique')
  const quiet = read(await night.noor.types('/deliveries'))
  expect(quiet).toMatch(/1 waiting · 0 told/)
  expect(quiet).toMatch(/⏳ For #e-reputation, since 23:30: quiet hours, until 22 Nov, 07:00/)
  expect(read(await night.mia.types('/deliveries'))).toMatch(
    /heures calmes, jusqu’à 22 nov\.?,? (?:à )?07:00/,
  )

  const { heard, sender, settled, faults, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  await heard('La lampe Nimbus brûle encore')
  expect(read(await noor.types('/deliveries'))).toMatch(/its turn comes/)
  faults.push(down)
  await sender.start()
  await settled()
  const english = read(await noor.types('/deliveries'))
  expect(english).toMatch(
    /#e-reputation: 2 waiting, the oldest since 14:30: the workspace says “connect ECONNREFUSED”; tried once, next try at 14:30/,
  )
  expect(read(await mia.types('/deliveries'))).toMatch(
    /#e-reputation: 2 en attente, le plus ancien depuis 14:30 : l’espace local répond « connect ECONNREFUSED » ; un essai jusqu’ici/,
  )
})

test('a channel that its chat limited says until when it rests', async () => {
  const { heard, sender, settled, faults, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  await heard('La lampe Nimbus brûle encore')
  faults.push(() => {
    throw new Unavailable('too many requests', { retryAfter: 10 * minute })
  })
  await sender.start()
  await settled()
  const said = read(await noor.types('/deliveries'))
  expect(said).toMatch(/says “too many requests”; tried once, next try at 14:40/)
  expect(said).toMatch(/the channel takes nothing more for now; next at 14:40/)
})

test('what was given up says why, and an admin has it tried again', async () => {
  const { heard, sender, settled, passes, faults, said, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  faults.push(no)
  await sender.start()
  await settled()
  const english = await noor.types('/deliveries')
  expect(read(english)).toMatch(/0 waiting · 0 told · 1 given up\n/)
  expect(read(english)).toMatch(/⛔ Not told in #e-reputation: the workspace says “is_archived”/)
  expect(english.items?.flatMap(({ buttons }) => buttons ?? [])).toEqual([])

  const french = await mia.types('/deliveries')
  expect(read(french)).toMatch(/⛔ Pas signalé dans #e-reputation : l’espace local répond « is_archived »/)
  expect(said).toHaveLength(0)
  expect(read(await mia.presses('Réessayer', french))).toMatch(/Je réessaie/)
  await passes(minute)
  expect(said).toHaveLength(1)
  expect(read(await noor.types('/deliveries'))).toMatch(/0 waiting · 1 told\n/)
  expect(read(await mia.presses('Réessayer', french))).toMatch(/n’est plus abandonné/)
})

test('where there are words for why, they are said: with what they name, in both languages', async () => {
  const { heard, sender, settled, faults, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  faults.push(() => {
    const values = { channel: 'e-reputation' }
    throw new Unavailable('is_archived', { refused: true, key: 'slack.archived', values })
  })
  await sender.start()
  await settled()
  expect(read(await noor.types('/deliveries'))).toMatch(
    /⛔ Not told in #e-reputation: #e-reputation is archived in Slack\. Take it out of the archive/,
  )
  expect(read(await mia.types('/deliveries'))).toMatch(
    /⛔ Pas signalé dans #e-reputation : #e-reputation est archivé dans Slack\./,
  )
  expect(read(await mia.types('/why 1'))).toMatch(/#e-reputation est archivé dans Slack/)
})

test('only an admin tries again or dismisses', async () => {
  const { heard, sender, settled, faults, mia, noor, bot, clock } = await newPost()
  await heard('La lampe Nimbus est en panne')
  faults.push(no)
  await sender.start()
  await settled()
  const { items } = await mia.types('/deliveries')
  for (const button of items![0]!.buttons!) {
    const by = {
      chat: 'local' as const,
      account: { chat: 'local' as const, workspace: 'local', user: 'noor' },
    }
    const press = {
      ...by,
      kind: 'button' as const,
      name: 'Noor',
      channel: 'e-reputation',
      at: clock(),
      ...button,
    }
    expect(read((await bot.answer(press))!)).toMatch(/Mia/)
  }
  expect(read(await noor.types('/deliveries'))).toMatch(/1 given up/)
})

test('what was dismissed is out of sight, and listed with who did it when it is asked for', async () => {
  const { heard, sender, settled, faults, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  faults.push(no)
  await sender.start()
  await settled()
  expect(read(await mia.presses('Écarter', await mia.types('/deliveries')))).toMatch(/^Écarté/)
  expect(read(await noor.types('/deliveries'))).toMatch(/^Nothing to show/)
  const listed = await mia.types('/deliveries état:abandonné')
  expect(read(listed)).toMatch(/écarté par Mia, 14:30/)
  expect(listed.items?.[0]?.buttons?.map(({ label }) => label)).toEqual(['Réessayer'])
})

test('a possible repeat is marked', async () => {
  const { heard, sender, settled, passes, faults, noor, mia } = await newPost({
    chat: { find: async () => 'unknown' },
  })
  await heard('La lampe Nimbus est en panne')
  faults.push(() => {
    throw new Error('socket hang up')
  })
  await sender.start()
  await settled()
  await passes(10 * second)
  expect(read(await noor.types('/deliveries'))).toMatch(
    /1 told · 1 possible repeat\n[\s\S]*🔁 may stand there twice/,
  )
  expect(read(await mia.types('/deliveries état:doublons'))).toMatch(/🔁 y figure peut-être deux fois/)
  expect(read(await noor.types('/deliveries state:waiting'))).toMatch(/^Nothing to show\nwaiting\n/)
})

test('the list is narrowed by channel, state and time, and a wrong word names the right ones', async () => {
  const { heard, sender, settled, passes, mia, noor } = await newPost()
  await heard('La lampe Nimbus est en panne')
  await heard('Lumeo sort une lampe')
  await sender.start()
  await settled()
  await passes(3 * hour)
  await heard('La lampe Nimbus brûle')
  await passes(minute)
  expect(read(await noor.types('/deliveries'))).toMatch(/3 told/)
  expect(read(await noor.types('/deliveries channel:#e-reputation'))).toMatch(/2 told\nin #e-reputation/)
  expect(read(await mia.types('/envois canal:veille'))).toMatch(/1 message envoyé\ndans #veille/)
  expect(read(await noor.types('/deliveries since:1h'))).toMatch(/1 told\nsince 16:3/)
  expect(read(await mia.types('/envois état:signalés depuis:1h canal:veille'))).toMatch(/^Rien à montrer/)
  expect(read(await noor.types('/deliveries state:lost'))).toMatch(
    /no state. Choose waiting, told, given-up or repeats/,
  )
  expect(read(await mia.types('/envois canal:general'))).toMatch(/#e-reputation, #veille, #communaute/)
})

test('many come in pages', async () => {
  const { heard, sender, settled, passes, noor } = await newPost()
  for (let at = 0; at < 11; at++) await heard(`La lampe Nimbus numéro ${at} est en panne ${'abc'.repeat(at)}`)
  await sender.start()
  await settled()
  await passes(minute)
  const first = await noor.types('/deliveries')
  expect(first.items).toHaveLength(8)
  expect(read(first)).toMatch(/1 to 8 of 11$/)
  const second = await noor.presses('More', first)
  expect(read(second)).toMatch(/9 to 11 of 11$/)
  expect(second.instead).toBe(true)
  const quotes = [...first.items!, ...second.items!].map(
    ({ title, quote, text }) => `${title} ${quote} ${text}`,
  )
  expect(quotes).toHaveLength(11)
  expect(read(await noor.presses('Back', second))).toBe(read(first))
})

test('nobody sees or touches what another team is told, and members of the community see nothing', async () => {
  const { heard, sender, settled, faults, theo, store, time } = await newPost()
  await heard('La lampe Nimbus est en panne')
  faults.push(no)
  await sender.start()
  await settled()
  const [one] = await store.deliveryList.list('nimbus', {}, { most: 9 })
  expect(one?.state).toBe('given-up')
  const by = { by: 'Zoe', now: time.now }
  expect(await store.deliveryList.list('lumeo', {}, { most: 9 })).toEqual([])
  expect(await store.deliveryList.counts('lumeo', {})).toEqual({
    'given-up': 0,
    waiting: 0,
    told: 0,
    repeat: 0,
  })
  expect(await store.deliveryList.retry('lumeo', one!.id, by)).toBeNull()
  expect(await store.deliveryList.dismiss('lumeo', one!.id, by)).toBe(false)
  expect(read(await theo.types('/deliveries'))).not.toMatch(/Nimbus est|given up/)
})

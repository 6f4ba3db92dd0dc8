import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { newWorld, nimbus, read } from '../world.ts'

test('Mia takes a mention from its alert, and every place that tells it says so', async () => {
  const { heard, waiting, mia, noor, store } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  const answer = await mia.presses('Je m’en occupe', alert!.message)
  expect(answer.instead).toBe(true)
  expect(read(answer)).toContain('Suivi: Prise en charge par Mia à 14:30')

  const [edit] = await waiting()
  expect(edit!.id).toBe(alert!.id)
  expect(read(edit!.message)).toContain('Prise en charge par Mia')
  expect(await waiting()).toEqual([])

  expect((await noor.presses('Je m’en occupe', alert!.message)).text).toBe('Mia already has it.')
  expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'taken', by: 'Mia' })
})

test('a reaction does the same as its button, other reactions do nothing', async () => {
  const { heard, waiting, noor, store, mia } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  expect((await mia.reacts('🎉', alert!.message)).text).toBeUndefined()
  await noor.reacts('👀', alert!.message)
  expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'taken', by: 'Noor' })
})

test('👀 that is taken back gives the mention back, unless somebody else did something with it', async () => {
  const { heard, waiting, noor, mia, store } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  const state = async () => (await store.mentions.get('nimbus', id))!.state
  await noor.reacts('👀', alert!.message)
  expect((await mia.takesBack('👀', alert!.message)).text).toBeUndefined()
  expect(await state()).toMatchObject({ is: 'taken', by: 'Noor' })
  await noor.takesBack('👀', alert!.message)
  expect(await state()).toEqual({ is: 'new' })
  const taken = await noor.reacts('👀', alert!.message)
  await mia.presses('J’ai répondu', taken)
  await noor.takesBack('👀', alert!.message)
  expect(await state()).toMatchObject({ is: 'answered', by: 'Mia' })
})

test('ignoring asks why in a form, and the reason stays with the mention', async () => {
  const { heard, waiting, mia, bot, time } = await newWorld()
  const id = await heard('Nimbus, le nuage')
  const [alert] = await waiting()
  const account = { chat: 'local' as const, workspace: 'local', user: 'mia' }
  const pressed = { chat: 'local' as const, account, name: 'Mia', channel: 'e-reputation', at: time.now }
  const { form } = bot.before({
    ...pressed,
    kind: 'button',
    action: 'mention.ignore',
    about: `mention:${id}`,
  })
  expect(form?.inputs.map(({ name }) => name)).toEqual(['why'])
  const answer = await mia.presses('Ignorer', alert!.message, { why: '**pas nous**' })
  expect(read(answer)).toContain('Ignorée par Mia à 14:30 « **pas nous** »')
  expect(answer.buttons!.map(({ label }) => label)).toEqual(['Remettre dans la pile', 'Pourquoi ?'])
})

test('/mention shows one by its number, and asks for the number where it is missing', async () => {
  const { heard, mia, noor } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  expect(read(await mia.types(`/mention ${id}`))).toContain('Ma lampe Nimbus est en panne')
  expect(noor.before('/mention').form?.inputs).toMatchObject([{ name: 'number', required: true }])
  expect(read(await noor.types('/mention', { values: { number: `${id}` } }))).toContain('Ma lampe')
  expect((await noor.types('/mention', { values: { number: 'x' } })).text).toMatch(/not a number/)
  expect((await noor.types('/mention 999')).text).toMatch(/no mention 999/)
  expect((await noor.types('/mention abc')).text).toMatch(/not a number/)
})

test('a member may not take a mention, not even by a button that leaked', async () => {
  const { heard, waiting, theo } = await newWorld()
  await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  expect((await theo.presses('Je m’en occupe', alert!.message)).text).toMatch(/the role “staff”/)
})

test('a mention of another team is not there', async () => {
  const { heard, store } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  expect(await store.mentions.get('other', id)).toBeNull()
})

const night = Date.parse('2026-11-21T22:30Z')
const morning = Date.parse('2026-11-22T06:00Z')
const strict = { ...nimbus, sample: false }

test('what was ignored at night does not ring in the morning, unless it comes back', async () => {
  const { heard, mia, store, time } = await newWorld({ teams: [strict] })
  time.now = night
  const id = await heard('La lampe Nimbus est nulle')
  const shown = await mia.types(`/mention ${id}`)
  const ignored = await mia.presses('Ignorer', shown, { why: 'pas nous' })
  expect(await store.deliveries.due(morning, [])).toEqual([])
  expect(await store.deliveries.nextDue()).toBeNull()
  expect(read(await mia.types(`/why ${id}`))).toContain('elle a été ignorée avant d’être signalée')
  expect(read(await mia.types('/envois'))).not.toContain('La lampe')

  await mia.presses('Remettre dans la pile', ignored)
  expect(await store.deliveries.due(night + 1, [])).toEqual([])
  const [alert] = await store.deliveries.due(morning, [])
  expect(read(alert!.payload as Message)).toContain('La lampe Nimbus est nulle')
  expect(read(alert!.payload as Message)).not.toContain('Ignoré')
})

test('a story of which the told mention was ignored is counted, and has no news', async () => {
  const { hear, post, waiting, mia, time, store } = await newWorld({ teams: [strict] })
  let outlets = 0
  const copy = () =>
    post('Elle éclaire.', {
      title: 'Nimbus présente sa nouvelle lampe de bureau, fabriquée à Lyon',
      outlet: `Média ${++outlets}`,
      author: null,
    })
  await hear([copy()])
  const [alert] = await waiting()
  time.now = night
  // News of the night waits for the morning, and goes with what it is about.
  await hear([copy(), copy(), copy(), copy(), copy()])
  const ignored = await mia.presses('Ignorer', alert!.message, { why: '' })
  await hear([copy(), copy(), copy(), copy(), copy()])
  const told = await waiting()
  expect(told.map(({ id }) => id)).toEqual([alert!.id])
  expect(read(told[0]!.message)).toContain('5 autres')

  await mia.presses('Remettre dans la pile', ignored)
  expect((await waiting()).map(({ id }) => id)).toContain(
    (await store.stories.news('nimbus', 'post-1', nimbus.channels.alerts))[0]!.id,
  )
})

test('what is not about us is set aside the same way', async () => {
  const { heard, mia, store, time } = await newWorld({ teams: [strict] })
  time.now = night
  const id = await heard('Un nimbus passe au-dessus de Lyon')
  await mia.rightClicks('mention.not-about-us', { by: null, about: `mention:${id}` }, 'e-reputation')
  expect(await store.deliveries.due(morning, [])).toEqual([])
})

import { expect, test } from 'vitest'
import { newWorld, read } from '../world.ts'

test('Mia takes a mention from its alert, and every place that tells it says so', async () => {
  const { heard, waiting, mia, noor, store } = await newWorld()
  const id = await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  const answer = await mia.presses('Je m’en occupe', alert!.message)
  expect(answer.instead).toBe(true)
  expect(read(answer)).toContain('Suivi: Pris en charge par Mia, 14:30')

  const [edit] = await waiting()
  expect(edit!.id).toBe(alert!.id)
  expect(read(edit!.message)).toContain('Pris en charge par Mia')
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
  expect(read(answer)).toContain('Ignoré par Mia, 14:30 « **pas nous** »')
  expect(answer.buttons!.map(({ label }) => label)).toEqual(['Remettre dans la pile'])
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

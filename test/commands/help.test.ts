import { expect, test } from 'vitest'
import { newWorld, read } from '../world.ts'

test('help shows each person what they may ask, in their language', async () => {
  const { mia, theo } = await newWorld()
  const forMia = read(await mia.types('/help'))
  expect(forMia).toContain('Ce que je peux faire pour vous')
  expect(forMia).toContain('/mentions [mots] sujet: depuis: tonalité: source:')
  const forTheo = read(await theo.types('/help'))
  expect(forMia).toMatch(/^\/veille \[sujet\]\n.*\n\/veille essayer · /m)
  expect(forMia).toMatch(/^\/pourquoi <quoi>$/m)
  expect(forMia).toMatch(/^\/aide \[commande\]$/m)
  expect(forMia).not.toMatch(/\/(watch|why|help)/)
  expect(forTheo).toContain('/help')
  expect(forTheo).not.toContain('/mentions [words]')
})

test('a command with many verbs takes one line of the list, and is explained when asked for', async () => {
  const { mia, noor } = await newWorld()
  const help = await mia.types('/aide')
  expect(help.items!.length).toBeLessThanOrEqual(25)
  expect(read(help)).toMatch(
    /^\/sources \[source\]\nOù j’écoute.*\n\/sources ajouter · \/sources modifier · /m,
  )
  expect(read(await mia.types('/aide sources'))).toMatch(/^\/sources ajouter \[adresse\] lieu:/m)
  // Of few verbs each has its line.
  expect(read(await noor.types('/help'))).toMatch(/^\/sources export$/m)
})

test('/vigie takes every command, /aide is help, and alone it helps', async () => {
  const { mia } = await newWorld()
  const help = read(await mia.types('/help'))
  for (const line of ['/vigie', '/vigie help', '/aide', '/vigie /aide', '/VIGIE HELP'.toLowerCase()])
    expect(read(await mia.types(line))).toBe(help)
})

test('help explains one command with its keys', async () => {
  const { noor } = await newWorld()
  expect(read(await noor.types('/help mentions'))).toMatch(/since:\nFrom when on/)
})

test('an unknown command names the nearest', async () => {
  const { noor, mia } = await newWorld()
  expect(read(await noor.types('/mentoins'))).toBe('There is no command /mentoins. Did you mean /mentions?')
  expect(read(await mia.types('/xyzzy'))).toMatch(/n’existe pas. \/aide montre toutes celles qui existent/)
})

test('a stuck key is told to breathe, and only that person', async () => {
  const { noor, mia, time } = await newWorld()
  for (let at = 0; at < 10; at++) await noor.types('/help')
  expect((await noor.types('/help')).text).toMatch(/a lot at once/)
  expect((await mia.types('/help')).title).toBeDefined()
  time.now += 11_000
  expect((await noor.types('/help')).title).toBeDefined()
})

test('a command is explained by whichever of its names one asks for, and shown by that of the asker’s language', async () => {
  const { mia, noor, time } = await newWorld()
  const titleOf = async (line: string) => {
    time.now += 2000
    return (await (line.startsWith('/aide') ? mia : noor).types(line)).title
  }
  for (const name of ['veille ajouter', '/veille ajouter', 'watch add', 'Veille Créer'])
    expect(await titleOf(`/aide ${name}`)).toBe('/veille ajouter <nom> type: requête:')
  for (const name of ['veille essayer', 'watch try', 'watch test'])
    expect(await titleOf(`/help ${name}`)).toBe('/watch try <query>')
})

test('what is offered bears the name of the asker’s language, and knows the others', async () => {
  const { bot, time } = await newWorld()
  const offered = (user: string) => {
    const account = { chat: 'local' as const, workspace: 'local', user }
    const all = bot.offers({ chat: 'local', account, name: user, channel: 'e-reputation', at: time.now })
    return all.find(({ id }) => id === 'watch try')
  }
  expect(offered('mia')).toMatchObject({ name: 'veille essayer', usage: '/veille essayer <requête>' })
  expect(offered('mia')!.also).toContain('watch try')
  expect(offered('noor')).toMatchObject({ name: 'watch try', usage: '/watch try <query>' })
  expect(offered('noor')!.also).toContain('veille essayer')
})

import { expect, test } from 'vitest'
import { newAnalysis } from '../../src/analysis/analysis.ts'
import { importCsv } from '../../src/import/import.ts'
import { newIntake } from '../../src/intake.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

test('why shows where a mention came from, what matched in its own words, its mood, and where it was told', async () => {
  const { heard, waiting, mia } = await newWorld()
  const id = await heard('La lampe NIMBUS d’Hélène Vasseur est une arnaque', {
    publishedAt: saturday - 3_600_000,
  })
  const before = read(await mia.types(`/why ${id}`))
  expect(before).toMatch(/D’où elle vient: Mastodon, publiée à 13:30, entendue à 14:30/)
  expect(before).toMatch(/Le sujet Nimbus a trouvé NIMBUS\nLe sujet Hélène Vasseur a trouvé Hélène Vasseur/)
  expect(before).toMatch(/Nimbus\s: négative \(score -\d,?\d* entre -1 et 1, confiance \d+\s%\)/)
  expect(before).toMatch(/confiance \d+\s%\)\s: − une arnaque/)
  expect(before).toMatch(/Actualité: racontée ici seulement/)
  expect(before).toMatch(/Signalée: pas encore dans #e-reputation\s: prévue à 14:30/)
  await waiting()
  expect(read(await mia.types(`/pourquoi ${id}`))).toMatch(/Signalée: dans #e-reputation à 14:30/)
})

test('a mention that another tells with its story says which', async () => {
  const { hear, post, noor } = await newWorld()
  const title = 'Nimbus rappelle dix mille lampes pour un défaut'
  await hear([post('un', { title })])
  await hear([post('deux', { title })])
  expect(read(await noor.types('/why 2'))).toMatch(/Told: with mention 1, which tells the same story/)
})

test('an address that was heard and concerned nobody says so, and one that was not heard too', async () => {
  const { hear, post, store, time, noor } = await newWorld()
  await store.feeds.watch('nimbus', [{ name: 'Blog', url: 'https://blog.example/feed' }], time.now)
  const feed = await store.feeds.get('https://blog.example/feed')
  await hear(
    [
      post('Il pleut', { url: 'https://blog.example/pluie' }),
      post('Nimbus', { url: 'https://blog.example/n' }),
    ],
    {
      source: `feed:${feed!.id}`,
    },
  )
  expect(read(await noor.types('/why https://blog.example/pluie'))).toMatch(
    /Heard, but not about you\nIt was heard from Blog at 14:30, and none of your topics found it: Nimbus, Hélène/,
  )
  expect(read(await noor.types('/why https://blog.example/n'))).toMatch(/Why mention 1/)
  expect(read(await noor.types('/why https://blog.example/x'))).toMatch(
    /Never heard\n.*longer than 7 days ago/,
  )
  expect((await noor.types('/why nothing')).text).toMatch(/neither a mention’s number nor an address/)
  expect((await noor.types('/why 99')).text).toMatch(/no mention 99/)
})

test('what was imported says so', async () => {
  const { store, clock, mia } = await newWorld()
  const hear = newIntake({ store, teams: [nimbus], analysis: newAnalysis(), secret: 'of the test', clock })
  async function* csv() {
    yield 'date,text\n2026-03-04 10:00,Nimbus est nul\n'
  }
  await importCsv(csv, { store, team: nimbus, hear, now: clock(), wrong: () => {} })
  expect(read(await mia.types('/why 1'))).toMatch(
    /publiée le 4 mars, 10:00, entendue à 14:30[\s\S]*nulle part\s: elle a été importée de l’historique, classée sans bruit/,
  )
})

test('what was added by hand says by whom, and who named its topic', async () => {
  const { mia } = await newWorld()
  const text = 'Votre lampe a grillé au bout de trois jours.'
  await mia.types(`/mention add "${text}" sujet:Nimbus`)
  const why = read(await mia.types('/why 1'))
  expect(why).toMatch(/ajoutée par Mia dans #/)
  expect(why).toMatch(/Mia a dit qu’elle concerne Nimbus/)
})

test('what was there at the first look says why nobody was told', async () => {
  const { hear, post, noor } = await newWorld()
  await hear([post('Nimbus hier')], { first: true })
  expect(read(await noor.types('/why 1'))).toMatch(/Told: nowhere: it was there at the first look/)
})

test('an alert says why it rang, to whoever presses', async () => {
  const { heard, waiting, mia } = await newWorld()
  await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  const why = await mia.presses('Pourquoi ?', alert!.message)
  expect(why.quiet).toBe(true)
  expect(read(why)).toContain('Pourquoi la mention 1')
})

import { expect, test } from 'vitest'
import type { Attached, Message } from '../../src/chat/message.ts'
import { openIncident } from '../../src/delivery/incident-life.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

const minute = 60_000
const hour = 60 * minute

/** With plain blanks, whatever the typography. */
const read = (message: Message) => plainly(readExactly(message))
const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** A bad hour of Nimbus, noticed ten minutes after it began, with a crisis of number `id`. */
async function newStorm() {
  const world = await newWorld()
  const { store, time } = world
  const began = time.now
  const complaints = Array.from({ length: 9 }, (_, at) =>
    world.post(`Nimbus en panne ${at} <b>honte</b>`, {
      author: `client ${at}`,
      outlet: at < 6 ? 'Mastodon' : 'Le Progrès',
    }),
  )
  await world.hear(complaints)
  const first = (await store.mentions.list('nimbus', {}, { most: 20 })).at(-1)!.id
  time.now += 10 * minute
  const id = await openIncident(
    store,
    nimbus,
    {
      cause: 'bad',
      topic: 'Nimbus',
      seen: [{ measure: 'negative', window: 15, count: 9, usual: 0.5, clear: 2, stands: true }],
      severity: 'serious',
      from: began - minute,
    },
    time.now,
  )
  const [told] = (await world.waiting()).filter(({ message }) => message.about === `crisis:${id}`)
  return { ...world, id, first, alert: told!.message }
}

const page = ({ files = [] }: Message) =>
  Buffer.from(files.find(({ type }) => type === 'text/html')!.base64, 'base64').toString()
const picture = ({ files = [] }: Message): Attached | undefined =>
  files.find(({ type }) => type === 'image/png')

test('afterwards the report tells what happened, how long each step took and what to change', async () => {
  const { mia, noor, time, store, id, first, alert } = await newStorm()
  time.now += 21 * minute
  const taken = await mia.presses('Je m’en occupe', alert)
  time.now += 9 * minute
  await mia.presses('Noter une décision', alert, { what: 'Message d’attente validé par <Hélène> & Karim' })
  time.now += 3 * hour
  await store.mentions.step('nimbus', first, { is: 'answered', by: 'Noor', at: time.now })
  time.now += 10 * minute
  const controlled = await mia.presses('Sous contrôle', taken)
  time.now += hour
  const over = await mia.presses('C’est terminé', controlled)

  const report = await mia.presses('Bilan', over)
  const said = read(report)
  expect(report.title).toContain('Bilan · Crise')
  expect(said).toContain('9 mentions, dont 100 % négatives, par 9 auteurs différents, à 2 endroits.')
  expect(said).toContain('Du premier signal à l’alerte · 10 minutes')
  expect(said).toContain('De l’alerte à la prise en charge · 21 minutes')
  expect(said).toContain('De l’alerte à la première réponse · 3 h 30 min')
  expect(said).toContain('De l’alerte à la fin · 4 h 40 min')
  expect(said).toContain('Personne ne s’en est occupé pendant 21 minutes.')
  expect(said).toContain(
    'La première réponse est venue au bout de 3 h 30 min ; on l’attend sous deux heures.',
  )
  expect(said).toContain('6 actions du plan restent à faire : Suspendre les publications')
  expect(said).toContain('Message d’attente validé par <Hélène> & Karim')
  expect(said).not.toContain('Aucune décision')
  expect(picture(report)?.says).toContain('dont 9 négatives')

  const english = await noor.types(`/crisis report ${id}`)
  expect(read(english)).toContain('Alert to first answer · 3 h 30 min')
  expect(english.quiet).toBe(true)
})

test('the page is whole in itself: it shows what strangers wrote as words, asks nobody, and runs nothing', async () => {
  const { mia, id, alert, time } = await newStorm()
  await mia.presses('Noter une décision', alert, { what: '</style><script>alert(1)</script>' })
  time.now += minute
  const report = await mia.types(`/crise bilan ${id}`)
  expect(report.title).toContain('Point d’étape')
  const html = page(report)
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
  expect(html).toContain(`default-src 'none'; img-src data:; style-src 'sha256-`)
  expect(html).toContain('src="data:image/png;base64,')
  expect(html).not.toMatch(/<script|<b>|javascript:|src="http|@import|url\(/i)
  expect(html).toContain('&#60;script&#62;alert(1)')
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  expect(html.match(/<a /g)!.length).toBe(html.match(/<a href="https:\/\/social\.example/g)!.length)
})

test('a source that could not be read is named, and so is that nobody took it', async () => {
  const { mia, time, alert, id, store } = await newStorm()
  const url = 'https://leprogres.example/rss'
  await store.feeds.watch('nimbus', [{ name: 'Le Progrès en ligne', url }], time.now)
  const { id: feed } = (await store.feeds.get(url))!
  const failed = { now: time.now, nextAt: time.now + minute }
  await store.feeds.failed(feed, { words: 'it answered 500' }, failed)
  time.now += 5 * hour
  await mia.presses('C’est terminé', alert)
  const said = read(await mia.types('/crise bilan'))
  expect(said).toContain('Personne ne l’a prise en charge.')
  expect(said).toContain('Aucune mention n’a reçu de réponse.')
  expect(said).toContain('Aucune décision n’a été notée.')
  expect(said).toContain('Sources illisibles pendant ce temps : Le Progrès en ligne.')
  expect(page(await mia.types(`/crise bilan ${id}`))).toContain('Le Progrès en ligne, depuis')
})

test('where there was no crisis yet, or none of that number, the answer says so', async () => {
  const { mia, theo } = await newWorld()
  expect(plainly(String((await mia.types('/crise bilan')).text))).toContain('pas encore eu de crise')
  for (const given of ['12', '0', '999999999999999'])
    expect((await mia.types(`/crise bilan ${given}`)).text).toContain(given)
  expect((await mia.types('/crise bilan abc')).text).toContain('abc')
  expect(String((await theo.types('/crise bilan')).text)).not.toContain('crise exercice')
})

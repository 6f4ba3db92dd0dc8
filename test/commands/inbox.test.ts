import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { usualHours } from '../../src/model/hours.ts'
import type { PromiseRule } from '../../src/model/promise.ts'
import { hour, minute } from '../../src/model/time.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

const rule: PromiseRule = {
  name: 'Mécontents',
  topics: null,
  kinds: ['brand'],
  moods: ['negative'],
  networks: null,
  languages: null,
  reach: null,
  within: hour,
  remind: null,
  silence: null,
  escalate: [],
}

const things = ['lampe', 'ampoule', 'veilleuse', 'applique', 'télécommande', 'housse', 'facture']
const broken = (nth: number) => `Ma ${things[nth]} Nimbus est en panne, quelle honte, ${things[nth]} nulle`

/** A round-the-clock team that answers who is unhappy within the hour; a post every ten minutes. */
async function newBox(count: number) {
  const world = await newWorld({
    teams: [{ ...nimbus, quietHours: null, hours: usualHours, promises: [rule] }],
  })
  const ids: number[] = []
  for (let nth = 0; nth < count; nth++) {
    world.time.now = saturday + nth * 10 * minute
    ids.push(await world.heard(broken(nth)))
  }
  await world.waiting()
  return { ...world, ids }
}

/** The numbers of the mentions on a page. */
const shown = ({ items = [] }: Message) =>
  items.map(({ buttons }) => Number(buttons!.at(-1)!.about!.replace('mention:', '')))

test('what waits stands there, the oldest promise first, the late ones marked', async () => {
  const { mia, noor, ids, time } = await newBox(3)
  time.now = saturday + 75 * minute
  const box = await mia.types('/boîte')
  expect(box).toMatchObject({ title: '3 mentions attendent une réponse', quiet: true })
  expect(shown(box)).toEqual(ids)
  expect(read(box)).toContain('2 en retard · 3 sans personne')
  expect(read({ items: box.items!.slice(0, 1) })).toMatch(
    /en retard de 15 min \(promise à 15:30\) · personne/,
  )
  expect(read({ items: box.items!.slice(2) })).toMatch(/réponse promise à 15:50 · personne ne s’en occupe/)
  expect((await noor.types('/inbox')).title).toBe('3 mentions wait for an answer')
})

test('it is narrowed to one’s own, to nobody’s, to what is late, by words and by buttons', async () => {
  const { mia, noor, ids, time, waiting } = await newBox(3)
  time.now = saturday + 65 * minute
  const box = await mia.types('/boîte')
  const [first] = box.items!
  const after = await mia.presses(first!.buttons![0]!.label, box)
  expect(after.instead).toBe(true)
  expect(read({ items: after.items!.slice(0, 1) })).toContain('vous vous en occupez')
  expect(first!.buttons![0]!.label).toBe('Je m’en occupe')
  expect((await waiting()).map(({ message }) => read(message)).join()).toContain('Prise en charge par Mia')
  for (const [typed, whose] of [
    ['/boîte', ids],
    ['/boîte miennes', ids.slice(0, 1)],
    ['/boîte libres', ids.slice(1)],
    ['/boîte "en retard"', ids.slice(0, 1)],
    ['/boîte lesquelles:retard', ids.slice(0, 1)],
    ['/inbox mine', ids.slice(0, 1)],
    ['/vigie à-traiter', ids],
  ] as const)
    expect(shown(await mia.types(typed)), typed).toEqual(whose)
  time.now += minute
  expect(shown(await mia.presses('Les miennes', box))).toEqual(ids.slice(0, 1))
  expect(shown(await mia.presses('Libres', box))).toEqual(ids.slice(1))
  expect(read(await noor.types('/inbox mine'))).toContain('You have nothing to answer.')
  expect(read(await noor.types('/inbox'))).toContain('Mia has it')
  expect((await mia.types('/boîte lampes')).text).toContain('écrivez miennes, libres, retard ou toutes')
})

test('long inboxes have pages, and each mention stands on one', async () => {
  const { mia, ids } = await newBox(7)
  const first = await mia.types('/boîte')
  const second = await mia.presses('Suite', first)
  expect([...shown(first), ...shown(second)]).toEqual(ids)
  expect(second.buttons!.map(({ label }) => label)).toEqual([
    'Première page',
    'Les miennes',
    'Libres',
    'En retard',
  ])
  expect(shown(await mia.presses('Première page', second))).toEqual(shown(first))
})

test('what is answered, ignored or gone waits no more; what comes back does', async () => {
  const { mia, ids, store } = await newBox(3)
  const box = await mia.types('/boîte')
  const open = await mia.presses('Ouvrir', { ...box, items: box.items!.slice(0, 1) })
  expect(read(open)).toContain('Délai de réponse')
  const ignored = await mia.presses('Ignorer', open, { why: 'spam' })
  expect(shown(await mia.types('/boîte'))).toEqual(ids.slice(1))
  await mia.presses('Remettre dans la pile', ignored)
  expect(shown(await mia.types('/boîte')).sort()).toEqual(ids)
  expect(await store.inbox.count('nimbus', { who: 'all', late: false }, saturday)).toEqual({
    all: 3,
    late: 0,
    unassigned: 3,
  })
})

test('what somebody took without a promise waits as well, after the promises', async () => {
  const { mia, heard, ids } = await newBox(1)
  const happy = await heard('J’adore ma lampe Nimbus, un vrai bonheur')
  await mia.presses('Je m’en occupe', await mia.types(`/mention ${happy}`))
  const box = await mia.types('/boîte')
  expect(shown(box)).toEqual([...ids, happy])
  expect(read({ items: box.items!.slice(1) })).toContain('sans délai promis · vous vous en occupez')
})

test('an empty inbox says why it is empty', async () => {
  const { mia } = await newBox(0)
  expect(read(await mia.types('/boîte'))).toContain('Tout le monde a sa réponse.')
  const { mia: other } = await newWorld()
  expect(read(await other.types('/boîte'))).toContain('Cette équipe ne promet aucune réponse')
})

test('a button that is none of hers, or of long ago, says so', async () => {
  const { mia } = await newBox(1)
  const box = await mia.types('/boîte')
  const button = { action: 'inbox.page', label: 'x', value: 'nonsense:1' }
  expect((await mia.presses('x', { ...box, buttons: [button] })).text).toMatch(/bouton/)
})

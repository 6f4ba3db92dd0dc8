import { expect, test } from 'vitest'
import { minute } from '../../src/model/time.ts'
import { hookOf } from '../web/hook-world.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

const hooks = [
  hookOf('meta', { name: 'page-facebook', verify: 'the word', secrets: ['the secret of Meta'] }),
  hookOf('mail', { name: 'alertes', secrets: ['a-token-of-more-than-twenty-letters'] }),
  hookOf('x', { name: 'x', cost: { price: 0.005, budget: 1, currency: 'USD' } }),
]

async function newHooked() {
  const world = await newWorld({ teams: [{ ...nimbus, webhooks: hooks }] })
  const count = (hook: string, what: string, count = 1) =>
    world.store.received.count([{ team: 'nimbus', hook, what, at: saturday - 20 * minute, count }])
  return { ...world, count }
}

test('/sources shows each webhook: where it is called, what came, what was refused and why, never a secret', async () => {
  const { mia, noor, store, count } = await newHooked()
  await count('page-facebook', 'received', 3)
  await count('page-facebook', 'known')
  await count('page-facebook', 'forged', 2)
  await count('page-facebook', 'stale')
  await count('x', 'posts', 120)
  await store.received.keep({
    ...{ team: 'nimbus', hook: 'page-facebook', key: 'k', event: null, type: null, at: saturday },
    body: Buffer.from('{}'),
  })
  const french = read(await mia.types('/sources'))
  expect(french).toContain('page-facebook (webhook\u00a0: Facebook, Instagram)')
  expect(french).toContain('Dernier envoi reçu à 14:10')
  expect(french).toContain('4 envois en 24\u00a0h · 1 en attente de lecture')
  expect(french).toContain('Refusés en 24\u00a0h\u00a0: 2 mal signés')
  expect(french).toContain('1 trop anciens')
  expect(french).toContain('la porte publique est fermée')
  expect(french).toContain('0,6 USD sur 1 ce mois-ci, à 0.005 la publication')
  const english = read(await noor.types('/sources source:x'))
  expect(english).toContain('0.6 of 1 USD this month, at 0.005 a post')
  expect(english).toContain('Nothing received yet.')
  expect(english).not.toContain('page-facebook')
  for (const { secrets, verify } of hooks)
    for (const secret of [...secrets, verify ?? secrets[0]!]) expect(french + english).not.toContain(secret)
})

test('once the month’s budget is used up, that is said', async () => {
  const { noor, count } = await newHooked()
  await count('x', 'posts', 200)
  await count('x', 'over-budget', 7)
  const words = read(await noor.types('/sources source:x'))
  expect(words).toContain('budget is used up: 1 of 1 USD')
  expect(words).toContain('7 posts beyond the month’s budget')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newWorld, read } from '../world.ts'

const keys = [
  'question',
  'choix',
  'type',
  'max',
  'anonyme',
  "jusqu'à",
  'jusqu’à',
  'résultats',
  'suggestions',
  'quorum',
  'votes',
  'qui',
  'dans',
  'début',
  'chaque',
  'team',
  'nimporte',
]
const words = [
  'oui',
  'plusieurs',
  'classement',
  '0',
  '1',
  '25',
  '26',
  '-1',
  '1e9',
  'demain',
  'hier',
  'vendredi 18h',
  '"',
  '«',
  '»',
  '|',
  '||',
  '\n',
  '@équipe',
  '@everyone',
  '#communaute',
  'slack:#x',
  'fin',
  'semaine',
  '<script>',
  '=1+1',
  '🎉',
  '\u202e',
  'é'.repeat(120),
]

const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc
        .tuple(fc.constantFrom(...keys), fc.constantFrom(':', ' : ', ':"'), fc.constantFrom(...words))
        .map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(' '))

test('whatever is typed behind /poll is answered in words that people can use', async () => {
  const world = await newWorld()
  await fc.assert(
    fc.asyncProperty(line, fc.boolean(), async (typed, quoted) => {
      world.time.now += 5_000
      const answer = await world.mia.types(`/poll ${quoted ? '"Quel logo ?" bleu | vert ' : ''}${typed}`)
      expect(read(answer)).not.toMatch(/mal tourné|went wrong|undefined|\[object|poll\./)
      expect(read(answer)).not.toBe('')
      await world.polls.look()
      await world.living.look()
    }),
    { numRuns: 400 },
  )
  for (const { question, endsAt, startsAt } of await world.store.polls.list('nimbus', 500)) {
    expect(question.trim()).not.toBe('')
    if (endsAt !== null) expect(endsAt).toBeGreaterThan(startsAt)
  }
}, 60_000)

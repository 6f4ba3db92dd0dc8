import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { measureParts } from '../../src/model/measure.ts'
import { dayAfter, grains } from '../../src/model/period.ts'
import { askedKey, readAsked } from '../../src/reports/kpi/asked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { newWorld, nimbus, read } from '../world.ts'

const words = fc.constantFrom(
  ...[
    'mentions',
    'part de voix',
    'mesure:',
    'période:',
    'par:',
    'sujet:',
    'avec:',
    'compte:',
    'salon:',
    'cible:',
  ],
  ...[
    'alerte:',
    'retirer:',
    'objectif',
    'mois',
    '7j',
    '..',
    '2026-10',
    '31/02',
    'Nimbus',
    'Lumeo',
    ',',
    '>2h',
    '"',
    '«',
  ],
  ...[
    '20 %',
    '-1',
    '1e999',
    'semaine',
    'réseau',
    'auteur',
    'précédent',
    '§',
    '\u0000',
    '𝕏',
    '\u202e',
    '<!channel>',
    '__proto__',
    'constructor',
    '`*_',
  ],
)
const line = fc.oneof(
  fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

test('whatever is typed is answered in words: a message, or what to mend', async () => {
  const world = await newWorld()
  const { mia, noor, heard, time } = world
  await heard('Nimbus est en panne')
  await fc.assert(
    fc.asyncProperty(line, fc.constantFrom('/kpi', '/kpi goal', '/kpi objectif'), async (typed, command) => {
      for (const who of [mia, noor]) {
        time.now += 20_000
        const answer = await who.types(`${command} ${typed.replace(/[\n\r]/g, ' ')}`)
        expect(read(answer)).not.toBe('')
        // What fell over says so, with a number for the log.
        expect(read(answer)).not.toMatch(/went wrong on our side|mal tourné de notre côté/)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('whatever a button or a form holds is answered in words', async () => {
  const { mia, time } = await newWorld()
  const value = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.stringMatching(/^[a-z-]{0,12}(\.[0-9a-z]{0,6}){0,6}$/),
  )
  const action = fc.constantFrom('kpi.show', 'kpi.period', 'kpi.share', 'kpi goal.remove', 'kpi goal.set')
  await fc.assert(
    fc.asyncProperty(action, value, fc.string(), async (action, value, typed) => {
      time.now += 20_000
      const answer = await mia.presses(
        'x',
        { buttons: [{ action, label: 'x', value }] },
        { target: typed, alert: typed },
      )
      expect(read(answer)).not.toMatch(/mal tourné de notre côté/)
      expect(read(answer)).not.toBe('')
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('what was asked comes back from its button, whatever it was', () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((days) => dayAfter('2005-01-01', days))
  const period = fc
    .tuple(day, fc.integer({ min: 0, max: 1_800 }))
    .map(([from, more]) => ({ from, to: dayAfter(from, more) }))
  const wanted = fc.record({
    measure: fc.constantFrom(null, 'volume', 'engagement-rate-audience'),
    period,
    cut: fc.constantFrom(null, ...grains, ...measureParts),
    topics: fc.subarray(nimbus.topics.map(({ name }) => name)),
    channel: fc.constantFrom(undefined, 'communaute', 'veille'),
    beside: fc.option(period),
  })
  fc.assert(
    fc.property(wanted, ({ cut, channel, ...asked }) => {
      const grain = grains.find((one) => one === cut) ?? null
      const by = measureParts.find((one) => one === cut) ?? null
      const topics = channel ? asked.topics.slice(0, 3) : asked.topics
      const whole = { ...asked, grain, by, topics, ...(channel ? { channel } : {}) }
      expect(askedKey(whole).length).toBeLessThanOrEqual(60)
      expect(readAsked(askedKey(whole), nimbus)).toEqual(whole)
    }),
  )
})

test('no name of it is taken by another command', () => {
  const names = commands
    .filter(({ hidden }) => !hidden)
    .flatMap(({ name, names, also = [] }) => [...new Set([name, ...Object.values(names ?? {}), ...also])])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  expect(sayIn('fr').plain('kpi.about')).toContain('graphique')
})

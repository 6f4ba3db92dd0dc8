import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { rounds } from '../rounds.ts'
import { nimbus, read } from '../world.ts'
import { hour, minute, newPost, second } from './fake-chat.ts'

type Step =
  | { does: 'spreads'; batches: number[] }
  | { does: 'waits'; ms: number }
  | { does: 'presses' | 'restarts' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('spreads' as const), batches: batches() }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('waits' as const), ms: wait() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('presses' as const, 'restarts' as const) }) },
)

function batches() {
  return fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 60 })), {
    minLength: 1,
    maxLength: 3,
  })
}

function wait() {
  return fc.oneof(
    fc.integer({ min: 1, max: 45 * second }),
    fc.integer({ min: minute, max: 15 * minute }),
    fc.integer({ min: hour, max: 9 * hour }),
  )
}

test('however a story grows, what is told in the end is what is wanted, at its rhythm, each news once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
      const world = await newPost({ team: { ...nimbus, sample: false } })
      const { said, edits, spreads, settled, passes, restart, mia, store, time } = world
      const pressed: number[] = []
      let outlets = 1
      await world.sender.start()
      await spreads(1)
      await settled()
      for (const step of steps) {
        if (step.does === 'spreads') {
          await Promise.all(step.batches.map((count) => spreads(count)))
          outlets += step.batches.reduce((all, one) => all + one, 0)
          world.sender.wake()
        } else if (step.does === 'waits') await passes(step.ms)
        else if (step.does === 'restarts') await restart()
        else {
          await mia.presses(said[0]!.message.buttons!.at(-1)!.label, said[0]!.message, { why: '' })
          pressed.push(time.now)
          await settled()
        }
      }
      await passes(30 * hour)
      await world.sender.stop()

      expect(await store.deliveries.nextDue()).toBeNull()
      const [alert, ...news] = said
      if (outlets > 1) expect(namedIn(read(alert!.message))).toBe(outlets)
      expect(news.every(({ thread }) => thread === alert!.id)).toBe(true)

      for (const [at, edit] of edits.entries()) {
        const last = edits[at - 1]
        const byPress = pressed.some((moment) => last && last.at <= moment && moment <= edit.at)
        if (last && !byPress) expect(edit.at - last.at).toBeGreaterThanOrEqual(30 * second)
      }
      const rows = await store.stories.news('nimbus', 'post-1', nimbus.channels.alerts)
      // News of a mention that was ignored while it waited stays where it is.
      const states = await Promise.all(rows.map(({ about }) => store.deliveries.about('nimbus', about)))
      const aside = rows.filter((_, at) => states[at]![0]!.state === 'set-aside')
      if (pressed.length % 2 === 0) expect(aside).toEqual([])
      expect([...news.map(({ delivery }) => delivery), ...aside.map(({ id }) => id)].sort()).toEqual(
        rows.map(({ id }) => id).sort(),
      )
      expect(new Set(rows.map(({ about }) => about)).size).toBe(rows.length)
      for (const [at, { at: told }] of news.entries())
        if (at > 0) expect(told - news[at - 1]!.at).toBeGreaterThanOrEqual(10 * minute)
      for (const { at } of news) expect(quiet(at)).toBe(false)
    }),
    // A database for each run takes its time.
    { numRuns: inject('postgres') ? 4 : rounds(10, 25) },
  )
}, 60_000)

/** How many outlets a message names and counts. */
function namedIn(text: string): number {
  const list = /Repris par: (.*)/.exec(text)![1]!
  const more = /(\d+) autres?$/.exec(list)
  return list.split(', ').length + (more ? Number(more[1]) - 1 : 0)
}

/** From 22:00 to 07:00 in Paris, in winter. */
const quiet = (at: number) => {
  const local = new Date(at + hour).getUTCHours()
  return local >= 22 || local < 7
}

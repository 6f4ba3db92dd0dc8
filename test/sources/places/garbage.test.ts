import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Unavailable } from '../../../src/model/oops.ts'
import { asDocumented } from '../../../src/sources/places/answer.ts'
import { pagedPlaces } from '../../../src/sources/places/places.ts'
import { documented, now } from './answers.ts'

const paged = documented.filter(({ body }) => typeof body !== 'string')

/** The body with one of its nodes, chosen by a number, replaced. */
function withOther(body: unknown, nth: number, value: unknown): unknown {
  let at = 0
  const walk = (node: unknown): unknown => {
    if (at++ === nth) return value
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(body)
}

const rubbish = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'x',
    0,
    -1,
    1e14,
    1e300,
    1.7e308,
    true,
    [],
    {},
    [[]],
    [null],
    '2026-13-45',
    'javascript:alert(1)',
  ),
  fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text)),
)

test('whatever stands in an answer, it is read or refused in words, and nothing of another kind comes through', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.constantFrom(...paged), fc.nat(60), rubbish, (one, nth, value) => {
      const body = JSON.parse(JSON.stringify(withOther(one.body, nth, value) ?? null))
      const base = 'https://place.example'
      const search = { place: one.place, base, account: null, params: one.params }
      const asking = { search, account: null, now, since: null }
      try {
        const { posts } = asDocumented(one.place, () => pagedPlaces[one.place]!.read(body, asking))
        for (const post of posts) {
          expect([post.id, post.title, post.text].every((text) => typeof text === 'string')).toBe(true)
          expect(post.author === null || typeof post.author === 'string').toBe(true)
          expect(post.publishedAt === null || Math.abs(post.publishedAt) <= 8.64e15).toBe(true)
          for (const count of [...Object.values(post.engagement ?? {}), post.followers ?? null])
            expect(count === null || Math.abs(count) <= Number.MAX_SAFE_INTEGER * 2).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        refused++
        expect(error.key).toBe('place.changed-field')
      }
    }),
    { numRuns: 3_000 },
  )
  expect(refused).toBeGreaterThan(100)
})

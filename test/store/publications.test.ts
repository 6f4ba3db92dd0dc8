import { expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { emptyStore, sameStore } from '../databases/open.ts'

const now = Date.UTC(2026, 10, 22)
const minute = 60_000

/** A reply that is being published, and the try that does. */
async function begun(store: Store, owner = 'one') {
  return store.together(async (store) => {
    const version = { text: 'Bonjour', by: null, how: { is: 'written' as const } }
    const given = {
      team: 'nimbus',
      mention: 1,
      language: null,
      needs: 1,
      role: 'approver' as const,
      alone: false,
    }
    const { id } = await store.replies.add(
      { ...given, identity: 'Nimbus', expiresAt: now + minute, version },
      { by: null, at: now },
    )
    const one = { team: 'nimbus', reply: id, key: `key-${id}`, identity: 'Nimbus', kind: 'mastodon' as const }
    return store.publications.begin(one, { owner, until: now + minute }, now)
  })
}

test('a try is looked after by whoever began it, then by one of those who come', async () => {
  const store = await emptyStore()
  const other = await sameStore(store)
  const id = await begun(store)
  expect(await store.publications.toLookFor(['nimbus'], now + minute - 1)).toEqual([])
  expect(await store.publications.nextLook(['nimbus'])).toBe(now + minute)
  const at = now + minute
  expect(await store.publications.toLookFor(['nimbus'], at)).toMatchObject([{ id, outcome: null, looks: 0 }])
  expect(await store.publications.toLookFor(['lumeo'], at)).toEqual([])
  const taken = await Promise.all(
    [store, other].map((one, nth) => one.publications.look(id, { owner: `${nth}`, until: at + minute }, at)),
  )
  expect(taken.filter((one) => one)).toHaveLength(1)
  expect(await store.publications.toLookFor(['nimbus'], at)).toEqual([])
})

test('what nobody knows is looked for at its time; what is settled is not', async () => {
  const store = await emptyStore()
  const id = await begun(store)
  const lookAt = now + 10 * minute
  await store.publications.end(
    'nimbus',
    id,
    { outcome: 'unsure', answer: 'lost', settled: false, lookAt },
    now + 1,
  )
  expect(await store.publications.nextLook(['nimbus'])).toBe(lookAt)
  expect(await store.publications.toLookFor(['nimbus'], lookAt - 1)).toEqual([])
  expect(await store.publications.toLookFor(['nimbus'], lookAt)).toHaveLength(1)
  const found = {
    outcome: 'found' as const,
    postId: '7',
    url: 'https://there.example/7',
    settled: true as const,
  }
  await store.publications.end('nimbus', id, found, lookAt)
  expect(await store.publications.nextLook(['nimbus'])).toBeNull()
  expect(await store.publications.look(id, { owner: 'x', until: lookAt * 2 }, lookAt + minute)).toBe(false)
  // When it ended and what was said then stay as they were.
  expect(await store.publications.of('nimbus', 1)).toMatchObject([
    { outcome: 'found', answer: 'lost', postId: '7', endedAt: now + 1, settledAt: lookAt },
  ])
})

test('a clock that was set back holds nothing for hours', async () => {
  const store = await emptyStore()
  const id = await begun(store)
  const long = now - 3 * 60 * minute
  expect(await store.publications.toLookFor(['nimbus'], long)).toMatchObject([{ id }])
  expect(await store.publications.look(id, { owner: 'two', until: long + minute }, long)).toBe(true)
})

test('what a network answered is forgotten with the texts, that it was asked is not', async () => {
  const store = await emptyStore()
  const [old, open] = [await begun(store), await begun(store)]
  const end = { outcome: 'published' as const, answer: '{"account":"ravi"}', settled: true as const }
  await store.publications.end('nimbus', old, end, now)
  await store.publications.end(
    'nimbus',
    open,
    { outcome: 'unsure', answer: 'lost', settled: false, lookAt: now },
    now,
  )
  await store.publications.forget('nimbus', now + 1)
  expect(await store.publications.of('nimbus', 1)).toMatchObject([{ outcome: 'published', answer: null }])
  expect(await store.publications.of('nimbus', 2)).toMatchObject([{ outcome: 'unsure', answer: 'lost' }])
})

import { expect, test } from 'vitest'
import type { Post } from '../../src/model/post.ts'
import { identify } from '../../src/sources/identify.ts'

const post = (of: Partial<Post>): Post => ({
  id: '',
  url: null,
  title: '',
  text: '',
  author: null,
  publishedAt: null,
  updatedAt: null,
  ...of,
})
const ids = (...posts: Partial<Post>[]) => identify(posts.map(post)).map(({ id }) => id)

test('a published id is what a post is known by, whatever else changes', () => {
  const [before] = ids({ id: 'g1', url: 'https://n.example/1', title: 'Un', text: 'a' })
  const [after] = ids({ id: 'g1', url: 'https://n.example/1?utm=x', title: 'Un, corrigé', text: 'b' })
  expect(after).toBe(before)
})

test('without an id it is the address, without an address what it says', () => {
  expect(ids({ url: 'https://n.example/1', title: 'Un' })).toEqual(
    ids({ url: 'https://n.example/1', title: 'Deux' }),
  )
  expect(ids({ title: 'Un', text: 'a' })).toEqual(ids({ title: 'Un', text: 'a' }))
  expect(ids({ title: 'Un', text: 'a' })).not.toEqual(ids({ title: 'Un', text: 'b' }))
})

test('an id that a feed uses again and again tells nothing: the address, then the title decide', () => {
  const all = ids(
    { id: 'same', url: 'https://n.example/1' },
    { id: 'same', url: 'https://n.example/2' },
    { id: 'same', url: 'https://n.example/3', title: 'Un' },
    { id: 'same', url: 'https://n.example/3', title: 'Deux' },
    { id: 'same', url: 'https://n.example/4' },
    { id: 'same', url: 'https://n.example/4' },
  )
  expect(new Set(all).size).toBe(6)
  // New posts above them change nothing for those that were there.
  const later = ids(
    { id: 'same', url: 'https://n.example/0' },
    { id: 'same', url: 'https://n.example/1' },
    { id: 'same', url: 'https://n.example/2' },
  )
  expect(later.slice(1)).toEqual(all.slice(0, 2))
})

test('an id and an address that read the same are not mixed up', () => {
  expect(new Set(ids({ id: 'https://n.example/1' }, { url: 'https://n.example/1' })).size).toBe(2)
})

import { expect, test } from 'vitest'
import type { Webhook } from '../../../src/model/webhook.ts'
import { readHook } from '../../../src/sources/hooks/index.ts'
import { hookOf } from '../../web/hook-world.ts'

// What platforms send, shortened, as their documents show it (docs/webhooks.md says which).

const at = Date.UTC(2026, 10, 21, 13, 30)
const iso = '2026-11-21T13:30:00.000Z'
function eventsOf(hook: Webhook, payload: unknown, event: string | null = null) {
  const read = readHook(hook, Buffer.from(JSON.stringify(payload)), { event, type: 'application/json' })
  if (!('events' in read)) throw new Error('no events')
  return read.events
}
const posts = (...all: Parameters<typeof eventsOf>) =>
  eventsOf(...all).flatMap((event) => ('post' in event ? [{ did: event.did, ...event.post }] : []))

test('Meta: what others write on a page is heard, edited and taken away; likes and one’s own words are not', () => {
  const feed = (value: object) => ({
    object: 'page',
    entry: [{ id: '10', time: at, changes: [{ field: 'feed', value: { item: 'comment', ...value } }] }],
  })
  const ravi = {
    from: { id: '23', name: 'Ravi' },
    comment_id: '10_44',
    post_id: '10_4',
    created_time: at / 1000,
  }
  const meta = hookOf('meta')
  expect(posts(meta, feed({ ...ravi, verb: 'add', message: 'Toujours en panne !' }))).toEqual([
    expect.objectContaining({
      ...{ did: 'posted', id: '10_44', url: 'https://www.facebook.com/10_44', text: 'Toujours en panne !' },
      ...{ author: 'Ravi', publishedAt: at, network: 'facebook', account: { where: 'facebook', who: '23' } },
    }),
  ])
  expect(posts(meta, feed({ ...ravi, verb: 'edited', message: 'Réparée !' }))[0]).toMatchObject({
    did: 'edited',
  })
  expect(eventsOf(meta, feed({ ...ravi, verb: 'remove' }))).toEqual([{ did: 'deleted', id: '10_44' }])
  expect(eventsOf(meta, feed({ ...ravi, item: 'like', verb: 'add' }))).toEqual([])
  expect(eventsOf(meta, feed({ ...ravi, verb: 'add', from: { id: '10' }, message: 'Merci' }))).toEqual([])
})

test('Instagram: comments come in a list of changes or alone, mentions without their words', () => {
  const comment = {
    field: 'comments',
    value: { id: '178', text: 'Jolie lampe', from: { id: '9', username: 'theo' }, media: { id: '1' } },
  }
  const meta = hookOf('meta')
  for (const entry of [
    { id: '10', time: at, changes: [comment] },
    { id: '10', time: at, ...comment },
  ])
    for (const payload of [
      { object: 'instagram', entry: [entry] },
      [{ object: 'instagram', entry: [entry] }],
    ])
      expect(posts(meta, payload)).toEqual([
        expect.objectContaining({
          id: '178',
          author: 'theo',
          text: 'Jolie lampe',
          network: 'instagram',
          publishedAt: at,
        }),
      ])
  const mention = { field: 'mentions', value: { media_id: '5', comment_id: '6' } }
  expect(posts(meta, { object: 'instagram', entry: [{ id: '10', time: at, changes: [mention] }] })).toEqual([
    expect.objectContaining({ id: '6', title: '@mention', text: '' }),
  ])
})

test('Discourse: posts by topic and number; an answer has no title; messages and whispers stay where they are', () => {
  const forum = hookOf('discourse', { server: 'https://forum.example/c' })
  const post = {
    ...{ id: 31, name: '', username: 'ravi', created_at: iso, updated_at: iso, post_number: 2, post_type: 1 },
    ...{ cooked: '<p>La lampe <b>Nimbus</b></p><p>grésille</p>', topic_id: 17, topic_slug: 'lampes' },
    ...{ topic_title: 'Vos lampes', topic_archetype: 'regular' },
  }
  expect(posts(forum, { post }, 'post_created')).toEqual([
    expect.objectContaining({
      ...{
        did: 'posted',
        id: '17/2',
        url: 'https://forum.example/c/t/lampes/17/2',
        title: '',
        author: 'ravi',
      },
      ...{ text: 'La lampe Nimbus\ngrésille', publishedAt: at, network: 'forum' },
      account: { where: 'forum.example', who: 'ravi' },
    }),
  ])
  expect(posts(forum, { post: { ...post, post_number: 1 } }, 'post_created')[0]).toMatchObject({
    title: 'Vos lampes',
  })
  expect(posts(forum, { post }, 'post_edited')[0]).toMatchObject({ did: 'edited' })
  expect(eventsOf(forum, { post }, 'post_destroyed')).toEqual([{ did: 'deleted', id: '17/2' }])
  expect(eventsOf(forum, { topic: { id: 17 } }, 'topic_destroyed')).toEqual([
    { did: 'deleted', under: '17/' },
  ])
  for (const hidden of [{ post_type: 4 }, { topic_archetype: 'private_message' }, { hidden: true }])
    expect(eventsOf(forum, { post: { ...post, ...hidden } }, 'post_created')).toEqual([])
  expect(eventsOf(forum, { ping: 'OK' }, 'ping')).toEqual([])
})

test('GitHub: issues, discussions, comments on them; no bots, no pull requests, nothing of a private repository', () => {
  const github = hookOf('github')
  const user = { login: 'ravi', id: 7, type: 'User' }
  const issue = {
    ...{
      id: 1,
      title: 'Lampe Nimbus éteinte',
      body: 'Elle ne s’allume plus',
      user,
      created_at: iso,
      updated_at: iso,
    },
    html_url: 'https://github.com/nimbus/lampe/issues/1',
  }
  const repository = { full_name: 'nimbus/lampe', private: false }
  expect(posts(github, { action: 'opened', issue, repository })).toEqual([
    expect.objectContaining({
      ...{
        id: 'issue:1',
        title: 'Lampe Nimbus éteinte',
        text: 'Elle ne s’allume plus',
        outlet: 'nimbus/lampe',
      },
      ...{ url: issue.html_url, author: 'ravi', publishedAt: at },
    }),
  ])
  const comment = { id: 2, body: 'Moi aussi', user, html_url: `${issue.html_url}#issuecomment-2` }
  expect(posts(github, { action: 'created', issue, comment, repository })[0]).toMatchObject({
    ...{ id: 'issue-comment:2', title: '', text: 'Moi aussi' },
  })
  expect(posts(github, { action: 'edited', discussion: issue, repository })[0]).toMatchObject({
    ...{ did: 'edited', id: 'discussion:1' },
  })
  expect(eventsOf(github, { action: 'deleted', discussion: issue, comment, repository })).toEqual([
    { did: 'deleted', id: 'discussion-comment:2' },
  ])
  for (const other of [
    { action: 'labeled', issue, repository },
    { action: 'opened', issue: { ...issue, user: { ...user, type: 'Bot' } }, repository },
    { action: 'opened', issue, repository: { ...repository, private: true } },
    { action: 'created', issue: { ...issue, pull_request: {} }, comment, repository },
    { zen: 'Keep it logically awesome.', hook_id: 3, repository },
  ])
    expect(eventsOf(github, other)).toEqual([])
})

test('X: who wrote it stands apart, long posts are read whole, figures come along', () => {
  const payload = {
    data: {
      ...{ id: '1990', text: 'Court…', author_id: '12', created_at: iso, lang: 'fr' },
      note_tweet: { text: 'La lampe Nimbus &amp; moi, toute l’histoire' },
      public_metrics: { like_count: 3, retweet_count: 1, reply_count: 2, impression_count: 0 },
    },
    includes: {
      users: [{ id: '12', username: 'ravi', name: 'Ravi', public_metrics: { followers_count: 420 } }],
    },
    matching_rules: [{ id: '1', tag: 'nimbus' }],
  }
  expect(posts(hookOf('x'), payload)).toEqual([
    expect.objectContaining({
      ...{
        id: '1990',
        url: 'https://x.com/ravi/status/1990',
        text: 'La lampe Nimbus & moi, toute l’histoire',
      },
      ...{ author: '@ravi', publishedAt: at, language: 'fr', network: 'x', reach: 420, followers: 420 },
      engagement: { likes: 3, shares: 1, comments: 2, views: 0 },
    }),
  ])
  expect(eventsOf(hookOf('x'), { errors: [{ title: 'Operational disconnect' }] })).toEqual([])
})

test('Standard Webhooks: one post, a list, or an event around them; an address is an id where there is no other', () => {
  const one = {
    url: 'https://crm.example/1',
    title: 'Appel',
    text: 'La lampe Nimbus',
    author: 'Ravi',
    reach: '12',
  }
  const standard = hookOf('standard', { network: 'web' })
  for (const payload of [
    one,
    [one],
    { posts: [one] },
    { type: 'post.created', data: one },
    { data: { posts: [one] } },
  ])
    expect(posts(standard, payload)).toEqual([
      expect.objectContaining({
        did: 'posted',
        id: one.url,
        title: 'Appel',
        author: 'Ravi',
        reach: 12,
        network: 'web',
      }),
    ])
  expect(posts(standard, { type: 'post.updated', data: { ...one, network: 'tiktok' } })[0]).toMatchObject({
    ...{ did: 'edited', network: 'tiktok' },
  })
  expect(eventsOf(standard, { type: 'post.deleted', data: { id: 7 } })).toEqual([{ did: 'deleted', id: '7' }])
  for (const nothing of [{}, { text: 'no id' }, { id: 'x' }, { posts: 'three' }, [[[]]], { data: null }])
    expect(eventsOf(standard, nothing)).toEqual([])
})

test('WordPress: markup becomes text; a comment that is thrown away is gone', () => {
  const data = {
    id: 12,
    html: '<p>Bravo <em>Nimbus</em> !</p>',
    author: 'Théo',
    url: 'https://blog.example/a#comment-12',
  }
  const blog = hookOf('wordpress')
  expect(posts(blog, { type: 'comment.created', data })[0]).toMatchObject({
    ...{ id: '12', text: 'Bravo Nimbus !', network: 'blog', url: data.url },
  })
  for (const type of ['comment.deleted', 'comment.trashed', 'comment.spammed'])
    expect(eventsOf(blog, { type, data })).toEqual([{ did: 'deleted', id: '12' }])
})

test('reviews: stars stand before the title, whatever the best rating is', () => {
  // Trustpilot's, shortened.
  const payload = (name: string, stars: unknown) => ({
    events: [
      {
        eventName: `service-review-${name}`,
        eventData: {
          ...{ id: '53bf', language: 'en', title: 'Great service', text: 'Nothing other than that.', stars },
          ...{
            createdAt: iso,
            link: 'https://api.trustpilot.com/v1/reviews/53bf',
            consumer: { name: 'Customer' },
          },
        },
      },
    ],
  })
  const fields = {
    ...{ event: 'eventName', id: 'eventData.id', title: 'eventData.title', text: 'eventData.text' },
    ...{ rating: 'eventData.stars', author: 'eventData.consumer.name', publishedAt: 'eventData.createdAt' },
    url: 'eventData.link',
  }
  const reviews = (outOf: number) => hookOf('reviews', { mapping: { list: 'events', fields, outOf } })
  expect(posts(reviews(5), payload('created', 2))).toEqual([
    expect.objectContaining({
      ...{ did: 'posted', id: '53bf', title: '★★☆☆☆ Great service', author: 'Customer', network: 'reviews' },
      publishedAt: at,
    }),
  ])
  expect(posts(reviews(10), payload('updated', '8,2'))[0]).toMatchObject({
    did: 'edited',
    title: '★★★★☆ Great service',
  })
  expect(posts(reviews(5), payload('created', 99))[0]!.title).toBe('★★★★★ Great service')
  expect(eventsOf(reviews(5), payload('deleted', 2))).toEqual([{ did: 'deleted', id: '53bf' }])
  expect(eventsOf(reviews(5), { events: 'none' })).toEqual([])
})

test('whatever is sent in the place of anything else, nothing falls over', () => {
  const odd = [
    null,
    true,
    1,
    'x',
    [],
    {},
    [null],
    { id: {} },
    { a: { a: { a: [] } } },
    '\0',
    ['é'],
    { length: 3 },
  ]
  const names = [
    'object',
    'entry',
    'changes',
    'post',
    'topic',
    'issue',
    'comment',
    'discussion',
    'data',
    'posts',
    'type',
  ]
  const mapping = { list: 'data', fields: { id: 'id', text: 'text', rating: 'rating' }, outOf: 5 }
  for (const kind of [
    'meta',
    'discourse',
    'wordpress',
    'github',
    'standard',
    'x',
    'reviews',
    'measures',
  ] as const)
    for (const name of names)
      for (const value of odd)
        for (const payload of [
          { [name]: value },
          { object: 'page', entry: [{ changes: [{ field: 'feed', value }] }] },
          { data: [value] },
          [value],
        ]) {
          const read = readHook(
            hookOf(kind, { mapping, server: 'https://f.example' }),
            Buffer.from(JSON.stringify(payload)),
            {
              ...{ event: 'post_created', type: 'application/json' },
            },
          )
          for (const event of 'events' in read ? read.events : [])
            if ('post' in event) {
              const { id, title, text, url } = event.post
              expect([typeof id, typeof title, typeof text]).toEqual(['string', 'string', 'string'])
              expect(url === null || /^https?:/.test(url)).toBe(true)
            }
        }
})

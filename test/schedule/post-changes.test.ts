import pino from 'pino'
import { expect, test } from 'vitest'
import { newAnalysis } from '../../src/analysis/analysis.ts'
import { judging } from '../../src/intake.ts'
import { usualHours } from '../../src/model/hours.ts'
import { readQuery } from '../../src/model/query.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newPostChanges } from '../../src/schedule/post-changes.ts'
import type { Store } from '../../src/store/store.ts'
import { link } from '../../src/texts/marked.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry, words } from '../commands/reply-world.ts'
import { sameStore } from '../databases/open.ts'
import { read } from '../world.ts'

const log = pino({ level: 'silent' })

const promised: Team = {
  ...nimbusOnMastodon,
  hours: { ...usualHours, week: { ...usualHours.week, saturday: [{ from: '00:00', to: '24:00' }] } },
  promises: [
    {
      ...{ name: 'Tous', topics: null, kinds: ['brand'], moods: null, networks: null, languages: null },
      ...{ reach: null, within: 30 * minute, remind: 10 * minute, silence: null, escalate: [] },
    },
  ],
}

/** Somebody complained about Nimbus through a webhook, and what happened to that there waits to happen here. */
async function newChanges(team: Team = promised) {
  const world = await newReplyWorld({ teams: [team] })
  const { store, time, clock } = world
  const process = (store: Store) =>
    newPostChanges({
      ...{ store, teams: [team], clock, log, wake: () => {} },
      judging: judging([team], newAnalysis(), { clock }),
    })
  const ours = process(store)
  const source = 'hook:nimbus:crm'
  const happens = async (item: string, did: 'edited' | 'deleted', text = '') => {
    const post = did === 'edited' ? world.post(text, { id: item }) : null
    await store.together(({ postChanges }) =>
      postChanges.keep([{ team: 'nimbus', source, item, did, post, at: time.now }]),
    )
    await ours.look()
  }
  const says = (item: string, text: string, more: object = {}) =>
    world.hear([world.post(text, { id: item, url: broken[1].url, ...more })], { source })
  const mention = async (id = 1) => (await store.mentions.get('nimbus', id))!
  return { ...world, process, ours, happens, says, mention, source }
}

test('what was deleted is answered no more: its reply stops, its promise too, and nothing quotes it', async () => {
  const { says, happens, mention, alert, asked, reply, noor, time, waiting, promises } = await newChanges()
  await says('a', broken[0])
  await waiting()
  await noor.types(`/reply mention:1 saying:"${sorry}"`)
  const before = await reply()
  expect(before.state).toBe('waiting')
  expect(words(await asked())).toContain('en panne')
  expect((await mention()).promised?.stopped).toBe(null)

  time.now += minute
  await happens('a', 'deleted')
  expect(await mention()).toMatchObject({
    post: { text: null, author: null, url: null, deletedAt: time.now },
    promised: { stopped: { why: 'deleted', at: time.now } },
  })
  expect(await reply()).toMatchObject({ state: 'refused' })
  const [told, thread] = [words(await alert(1)), words(await asked())]
  expect(told).toContain('Supprimée à la source')
  for (const shown of [told, thread]) expect(shown).not.toMatch(/en panne|ravi/)
  expect(thread).toContain('a été supprimée à la source')
  // Nobody is reminded of it, and nobody replies to it.
  time.now += hour
  await promises.look()
  expect(await waiting()).toEqual([])
  expect(read(await noor.types(`/reply mention:1 saying:"${sorry}"`))).toContain('deleted where it stood')
  // Once more changes nothing.
  await happens('a', 'deleted')
  expect(await waiting()).toEqual([])
})

test('a reply that is over quotes it no more either', async () => {
  const { says, happens, asked, reply, noor, mia, time } = await newChanges()
  await says('a', broken[0])
  await noor.types(`/reply mention:1 saying:"${sorry}"`)
  const before = await asked()
  expect(words(before)).toContain('en panne')
  time.now += minute
  await mia.presses('Refuser', before!, { reason: 'Déjà répondu', why: 'Déjà répondu', text: 'Déjà répondu' })
  expect((await reply()).state).toBe('refused')
  await asked()
  await happens('a', 'deleted')
  time.now += minute
  expect(words(await asked())).not.toMatch(/en panne|ravi/)
})

test('digests, news and lists that show it show nothing of it any more', async () => {
  const { says, happens, store, waiting, time, hear, post } = await newChanges()
  await says('a', broken[0])
  await waiting()
  const item = { title: 'ravi · Mastodon', url: broken[1].url, quote: broken[0] }
  const kept = { title: 'theo', url: 'https://mamot.fr/@theo/1', quote: 'Une belle lampe' }
  await store.deliveries.add(
    [
      {
        ...{ team: 'nimbus', rule: 'digest', about: 'digest:1', dueAt: time.now },
        place: { chat: 'local', channel: 'veille' },
        payload: {
          ...{ title: 'Résumé', items: [item, kept] },
          text: `${link('Ma lampe [est] en panne', broken[1].url)}, ${link('Theo', kept.url)}`,
        },
      },
    ],
    time.now,
  )
  await waiting()
  const period = { from: '2026-11-16', to: '2026-11-22' } as const
  const { id: report } = await store.reports.begin(
    'nimbus',
    { plan: 'week', reader: 'team', period },
    '',
    time.now,
  )
  await store.reports.keepSheet(report, {
    ...{
      kind: 'table',
      rows: [
        [{ text: broken[0], url: broken[1].url }, '12'],
        [{ text: 'Theo', url: kept.url }, '3'],
      ],
    },
    lines: [{ strong: 'ravi', text: broken[0], detail: 'Mastodon', url: broken[1].url, nth: 1 }],
  })
  await happens('a', 'deleted')
  expect(await store.reports.sheet('nimbus', report)).toEqual({
    ...{
      kind: 'table',
      rows: [
        [{ text: 'supprimée à la source', url: null }, '12'],
        [{ text: 'Theo', url: kept.url }, '3'],
      ],
    },
    lines: [{ text: 'supprimée à la source', url: null, nth: 1 }],
  })
  const digest = (await waiting()).find(({ channel }) => channel === 'veille')!
  expect(read(digest.message)).toContain('Une belle lampe')
  expect(JSON.stringify(digest.message)).not.toMatch(/panne|ravi/)

  // Another post by the same person keeps its author; the last one takes the name along.
  await hear([post('Nimbus, encore', { id: 'b', author: 'ravi' })], { source: 'hook:nimbus:crm' })
  await hear([post('Nimbus, toujours', { id: 'c', author: 'ravi' })], { source: 'hook:nimbus:crm' })
  await happens('b', 'deleted')
  expect((await store.mentions.list('nimbus', {}, { most: 1 }))[0]?.post.author).toBe('ravi')
})

test('its words go from a report that was begun before it, and from what lies beside one that goes out', async () => {
  const { says, happens, store, waiting, time } = await newChanges()
  const period = { from: '2026-11-16', to: '2026-11-22' } as const
  const which = { plan: 'week', reader: 'team', period } as const
  const { id } = await store.reports.begin('nimbus', which, '', time.now)
  time.now += day
  await says('a', broken[0])
  await happens('a', 'edited', 'Ma lampe Nimbus est réparée')
  await waiting()
  const copy = { text: broken[0], url: 'https://mamot.fr/@theo/7' }
  await store.reports.keepSheet(id, {
    what: [`L’histoire la plus reprise : « ${broken[0]} »`, 'Trois mentions'],
    lines: [{ text: broken[0], url: broken[1].url }, copy],
  })
  const file = (name: string, type: string) => ({
    ...{ name, type, says: name },
    base64: Buffer.from(broken[0]).toString('base64'),
  })
  const files = [file('r.html', 'text/html'), file('r.pdf', 'application/pdf'), file('r.csv', 'text/csv')]
  await store.deliveries.add(
    [
      {
        ...{ team: 'nimbus', rule: 'digest', about: `report:${id}`, dueAt: time.now },
        place: { chat: 'local', channel: 'veille' },
        payload: { title: 'Rapport', text: 'Trois mentions' as never, files },
      },
    ],
    time.now,
  )
  await happens('a', 'deleted')
  expect(await store.reports.sheet('nimbus', id)).toEqual({
    what: ['supprimée à la source', 'Trois mentions'],
    // Who said the same, and still does.
    lines: [{ text: 'supprimée à la source', url: null }, copy],
  })
  const told = (await waiting()).find(({ channel }) => channel === 'veille')!
  expect(told.message.files?.map(({ name }) => name)).toEqual(['r.csv'])
})

test('a post without an address goes from lists and reports by its words, and no other goes with it', async () => {
  const { says, happens, store, time } = await newChanges()
  const period = { from: '2026-11-16', to: '2026-11-22' } as const
  const which = { plan: 'week', reader: 'team', period } as const
  await says('a', 'Nimbus', { url: null })
  await says('b', broken[0], { url: null })
  const { id } = await store.reports.begin('nimbus', which, '', time.now)
  const other = { text: 'Nimbus baisse ses prix', url: null }
  await store.reports.keepSheet(id, { lines: [{ strong: 'ravi', text: broken[0], url: null }, other] })
  await happens('a', 'deleted')
  await happens('b', 'deleted')
  const { lines } = (await store.reports.sheet('nimbus', id)) as { lines: object[] }
  expect(JSON.stringify(lines)).not.toContain('panne')
  expect(lines[1]).toEqual(other)
})

test('a deletion that comes before its post waits for it for a while; what is gone is not heard', async () => {
  const { says, happens, ours, store, time, mention, waiting, source } = await newChanges()
  await happens('late', 'deleted')
  expect(await store.postEnds.gone(source, ['late', 'other'])).toEqual(new Set(['late']))
  // A process that had heard it already is just filing it.
  await says('late', broken[0])
  expect(await waiting()).toEqual([])
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
  time.now += 3 * minute
  await ours.look()
  expect(await store.postChanges.nextAt(time.now)).toBe(null)

  await says('b', broken[0])
  expect(await mention()).toMatchObject({ post: { text: broken[0] } })
})

test('an edit of what is kept no more brings nothing back', async () => {
  const { says, happens, store, time, mention } = await newChanges()
  await says('a', broken[0])
  time.now += 91 * day
  await store.posts.forget(time.now)
  await happens('a', 'edited', 'Un secret')
  expect(await mention()).toMatchObject({ post: { text: null } })
  expect((await mention()).post.edited).toBe(undefined)
  expect(await store.postChanges.nextAt(time.now)).toBe(null)

  await says('b', broken[0])
  await happens('b', 'deleted')
  await happens('b', 'edited', 'Un secret')
  expect(await store.mentions.count('nimbus', { words: ['secret'] })).toMatchObject({ all: 0 })
})

test('what an edit said before goes with the text', async () => {
  const { says, happens, store, time, mention } = await newChanges()
  await says('a', broken[0])
  await happens('a', 'edited', 'Ma lampe Nimbus est réparée')
  expect((await mention()).post).toMatchObject({
    text: 'Ma lampe Nimbus est réparée',
    edited: { at: time.now, was: { text: broken[0] } },
  })
  // Only its signs changed: nobody is told.
  const { edited } = (await mention()).post
  time.now += hour
  await happens('a', 'edited', 'Ma lampe NIMBUS est réparée !!')
  expect((await mention()).post.edited).toEqual(edited)
  time.now += 91 * day
  await store.posts.forget(time.now)
  expect((await mention()).post).toMatchObject({ text: null, edited: { was: null } })
})

test('what concerned a topic by its webhook still does, whatever an edit says', async () => {
  const webhook = {
    ...{ name: 'crm', kind: 'standard', about: 'Nimbus', outlet: null, cost: null, server: null },
  }
  const team = { ...promised, webhooks: [webhook] } as unknown as Team
  const { hear, post, happens, mention, source } = await newChanges(team)
  await hear([post('Toujours en panne', { id: 'a' })], { source, ...{ concerns: 'Nimbus' } } as object)
  await happens('a', 'edited', 'Finalement, c’est parfait, merci')
  expect(await mention()).toMatchObject({ topics: [{ name: 'Nimbus', mood: { label: 'positive' } }] })
  expect((await mention()).offTopic).toBe(undefined)
})

test('what a slow process holds is not done once more, and a report says whether anything went since', async () => {
  const { says, happens, process, store, time, mention, source } = await newChanges()
  await says('a', broken[0])
  const change = { team: 'nimbus', source, item: 'a', did: 'edited' as const, at: time.now }
  const post = (text: string) => ({ ...nothing, id: 'a', title: '', text })
  await store.together(({ postChanges }) => postChanges.keep([{ ...change, post: post('Nimbus est lent') }]))
  const held = await store.postChanges.claim(time.now, { leasedUntil: time.now + minute, most: 5 })
  time.now += 2 * minute
  await happens('a', 'edited', 'Nimbus est réparé')
  expect((await mention()).post.text).toBe('Nimbus est réparé')
  const late = { ...store.postChanges, claim: mockOnce(held) }
  await process({ ...store, postChanges: late } as Store).look()
  expect((await mention()).post.text).toBe('Nimbus est réparé')

  expect(await store.postChanges.wentAfter(time.now - 1)).toBe(false)
  await happens('a', 'deleted')
  expect(await store.postChanges.wentAfter(time.now - 1)).toBe(true)
  expect(await store.postChanges.wentAfter(time.now)).toBe(false)
})

test('two processes do it once', async () => {
  const { says, store, time, process, alert, source, mention } = await newChanges()
  await says('a', broken[0])
  await alert(1)
  await store.together(({ postChanges }) =>
    postChanges.keep([{ team: 'nimbus', source, item: 'a', did: 'deleted', post: null, at: time.now }]),
  )
  const others = [process(store), process(await sameStore(store)), process(await sameStore(store))]
  await Promise.all(others.map((one) => one.look()))
  expect((await mention()).post.deletedAt).toBe(time.now)
  expect(await store.postChanges.nextAt(time.now)).toBe(null)
})

// The query of the brand is what an edit is judged by.
test('an edit is judged by the topics of now', async () => {
  const team = {
    ...promised,
    topics: [{ name: 'Lampes', kind: 'brand' as const, query: readQuery('lampe') }],
  }
  const { says, happens, mention } = await newChanges(team)
  await says('a', broken[0])
  expect((await mention()).topics.map(({ name }) => name)).toEqual(['Lampes'])
  await happens('a', 'edited', 'Plus rien')
  expect(await mention()).toMatchObject({ offTopic: true, topics: [{ name: 'Lampes' }] })
})

const nothing = { url: null, author: null, publishedAt: null, updatedAt: null }
/** What a process claimed before it hung, and nothing after that. */
const mockOnce = <One>(first: One[]) => {
  const all = [first]
  return async () => all.shift() ?? []
}

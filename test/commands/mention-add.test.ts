import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { routeTo } from '../../src/model/route.ts'
import { identityOf } from '../../src/store/identity.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

const day = 86_400_000
const idOf = (message: Message) => Number(message.about?.split(':')[1])

test('what Mia pastes becomes a mention with its mood, and is told like any other', async () => {
  const { mia, store, waiting } = await newWorld()
  const answer = await mia.types(
    '/mention ajouter "Ma lampe Nimbus est en panne, service client lamentable" adresse:https://www.linkedin.com/posts/ravi-1?utm_source=share auteur:Ravi date:"hier 14:05"',
  )
  expect(read(answer)).toContain('Mention ajoutée : numéro 1.'.replace(' :', '\u00a0:'))
  expect(read(answer)).toContain('Signalée: dans #e-reputation, à l’instant')
  const mention = await store.mentions.get('nimbus', idOf(answer))
  expect(mention).toMatchObject({
    mood: { label: 'negative' },
    topics: [{ name: 'Nimbus', mood: { label: 'negative' } }],
    post: {
      author: 'Ravi',
      outlet: 'linkedin.com',
      network: 'linkedin',
      publishedAt: Date.UTC(2026, 10, 20, 13, 5),
    },
  })
  expect(await store.additions.of('nimbus', 1)).toEqual({
    how: 'pasted',
    by: 'Mia',
    channel: 'e-reputation',
    topic: null,
    at: saturday,
  })
  const told = await waiting()
  expect(told.map(({ channel, message }) => [channel, message.about])).toEqual([
    ['e-reputation', 'mention:1'],
  ])
})

test('what waits for the digest says so, as /why does', async () => {
  const team = { ...nimbus, sample: false, routes: [routeTo('watch', { when: 'digest' })] }
  const { mia } = await newWorld({ teams: [team] })
  const answer = read(await mia.types('/mention ajouter La lampe Nimbus est nulle'))
  const waits = 'Signalée: attend le digest du 22 nov., 08:30 dans #veille'
  expect(answer).toContain(waits)
  expect(read(await mia.types('/why 1'))).toContain(waits)
  expect(read(await mia.types('/mention ajouter La lampe Nimbus est nulle'))).toMatch(
    /^Mention négative.*\nJe connais déjà cette mention\s: numéro 1, entendue à 14:30 \(/,
  )
})

test('an address that was pasted or heard before shows the mention that is there', async () => {
  const { mia, noor, heard, store, time } = await newWorld()
  const id = await heard('Nimbus éclaire Lyon', {
    url: 'https://www.journal.example/lampe/?utm_source=rss#xtor=RSS-3',
    outlet: 'Le Journal',
  })
  time.now += day
  const again = await noor.types('/mention add https://journal.example/lampe "Nimbus éclaire Lyon"')
  expect(idOf(again)).toBe(id)
  expect(read(again)).toContain(`Already known: mention ${id}, heard on 21 Nov, 14:30 from Le Journal.`)

  const first = await mia.types('/mention add text:"Nimbus, mon avis" address:https://avis.example/7')
  const second = await noor.types(
    '/mention add text:"Nimbus, MON avis" address:https://AVIS.example/7/?fbclid=x',
  )
  expect(idOf(second)).toBe(idOf(first))
  const letter = await mia.types('/mention add text:"Cher Nimbus, merci" author:Zoe')
  expect(idOf(await noor.types('/mention add text:"cher Nimbus,  merci !" author:zoe'))).toBe(idOf(letter))
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 3 })
})

test('what others write at the same address is told too', async () => {
  const { mia, heard, store, waiting } = await newWorld()
  await heard('Une belle lampe.', {
    url: 'https://journal.example/lampe?utm_source=x',
    title: 'Nimbus présente sa lampe',
    by: 'Zoe',
  })
  const page = 'https://journal.example/lampe'
  const lines = [
    `/mention add ${page} Nimbus voleurs, ma lampe a brûlé auteur:Paul`,
    `/mention add ${page} Nimbus : lampe magnifique, je recommande`,
    `/mention add ${page} Nimbus : arnaque, lampe cassée, honteux`,
  ]
  const added = []
  for (const line of lines) added.push(idOf(await mia.types(line)))
  expect(added).toEqual([2, 3, 4])
  expect((await waiting()).map(({ message }) => message.about)).toContain('mention:4')
  for (const [at, line] of lines.entries()) expect(idOf(await mia.types(line))).toBe(added[at])
  expect(idOf(await mia.types(`/mention add ${page} Nimbus, un extrait auteur:zoé`))).toBe(1)
  expect(idOf(await mia.types(`/mention add ${page} "Une belle  LAMPE"`))).toBe(1)
  expect(idOf(await mia.types('/mention add', { values: { address: page } }))).toBe(1)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 4 })
})

test('what no topic finds is kept for the topic that is chosen, with the mood towards it', async () => {
  const { noor, store, waiting } = await newWorld()
  const asked = await noor.types(
    '/mention add "Service lamentable, lampe cassée, remboursez-moi" address:https://avis.example/8',
  )
  expect(asked.title).toBe('Which topic is it about?')
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
  expect(await store.posts.count('pasted:nimbus')).toBe(0)

  const kept = await noor.presses('Nimbus', asked)
  expect(kept.instead).toBe(true)
  expect(await store.mentions.get('nimbus', idOf(kept))).toMatchObject({
    topics: [{ name: 'Nimbus', kind: 'brand', mood: { label: 'negative' } }],
  })
  expect(await store.additions.of('nimbus', idOf(kept))).toMatchObject({ topic: 'Nimbus', by: 'Noor' })
  expect(await waiting()).toHaveLength(1)
  expect(read(await noor.presses('Nimbus', asked))).toContain('Already known: mention 1')

  const named = await noor.types('/mention add topic:lumeo "Une belle lampe, je recommande" author:Theo')
  expect(await store.mentions.get('nimbus', idOf(named))).toMatchObject({ topics: [{ name: 'Lumeo' }] })
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['veille'])
})

test('a topic that is named comes beside those that find it', async () => {
  const { noor, store } = await newWorld()
  const both = await noor.types('/mention add topic:lumeo "Nimbus est superbe"')
  const { topics } = (await store.mentions.get('nimbus', idOf(both)))!
  expect(topics.map(({ name }) => name)).toEqual(['Nimbus', 'Lumeo'])
})

test('a form asks for what is missing, the address that was typed stands in it', async () => {
  const { noor, store } = await newWorld()
  const names = (form: ReturnType<typeof noor.before>['form']) => form?.inputs.map(({ name }) => name)
  expect(names(noor.before('/mention add').form)).toEqual(['address', 'text', 'author', 'outlet', 'date'])
  const { form, quiet } = noor.before('/mention add https://fb.example/9')
  expect(quiet).toBe(true)
  expect(form?.inputs[0]).toMatchObject({ name: 'address', value: 'https://fb.example/9' })
  expect(noor.before('/mention add "Nimbus, enfin"').form).toBeUndefined()

  const values = {
    address: 'https://fb.example/9',
    text: 'Nimbus est ravi',
    outlet: 'Facebook',
    date: '21/11/2026 14:05',
  }
  const answer = await noor.types('/mention add https://fb.example/9', { values })
  expect((await store.mentions.get('nimbus', idOf(answer)))!.post).toMatchObject({
    outlet: 'Facebook',
    network: 'facebook',
    text: 'Nimbus est ravi',
    publishedAt: saturday - 25 * 60_000,
  })
  expect((await noor.types('/mention add', { values: { text: ' \u200b\u200d ' } })).text).toMatch(
    /nothing to add yet/,
  )
})

test('what is pasted stays as it was written: colons, quotes, line breaks', async () => {
  const { noor, store } = await newWorld()
  const text = 'Déçu : ma lampe "Nimbus" fume.\nNote : 1/5 « jamais plus »\nRéponse: rien'
  const answer = await noor.types(`/mention add ${text} author:Zoe date:hier`)
  expect((await store.mentions.get('nimbus', idOf(answer)))!.post).toMatchObject({ text, author: 'Zoe' })
  expect(noor.before(`/mention add ${text}`).form).toBeUndefined()
})

test('a value of several words needs no quotes behind its key', async () => {
  const { mia, store } = await newWorld()
  const answer = await mia.types('/mention add Nimbus est nul auteur:Paul Martin source:Le Monde date:hier')
  const { post } = (await store.mentions.get('nimbus', idOf(answer)))!
  expect(post).toMatchObject({ text: 'Nimbus est nul', author: 'Paul Martin', outlet: 'Le Monde' })
})

test('a letter whose colons look like keys is refused in words, and taken between quotes', async () => {
  const { mia, noor, store } = await newWorld()
  const letter = 'Nimbus nulle. Source : SAV, Date : 12/11/2026. Très déçu'
  expect(read(await mia.types(`/mention add ${letter}`))).toMatch(
    /«\s*Très\s*» est de trop\s*: texte: a déjà sa valeur.*entre guillemets/,
  )
  expect(read(await noor.types(`/mention add ${letter}`))).toMatch(/“Très” is left over: text: has its/)
  const answer = await mia.types(`/mention add "${letter}"`)
  expect((await store.mentions.get('nimbus', idOf(answer)))!.post.text).toBe(letter)
})

test('an address alone is kept for a topic, and the answer says what that costs', async () => {
  const { noor, store } = await newWorld()
  const asked = await noor.types('/mention add https://tiktok.com/@ravi/video/1', { values: {} })
  const kept = await noor.presses('Nimbus', asked)
  expect(read(kept)).toContain('Without its text I cannot judge the mood')
  expect(await store.mentions.get('nimbus', idOf(kept))).toMatchObject({
    mood: { label: 'neutral' },
    post: { url: 'https://tiktok.com/@ravi/video/1', text: '', network: 'tiktok' },
  })
})

test.each([
  ['address:javascript:alert(1) Nimbus', /begins with javascript:/],
  ['address:file:///etc/passwd Nimbus', /begins with file:/],
  ['address:"https://a.example/ b c" Nimbus', /holds blanks/],
  ['address:nimbus Nimbus', /is no address/],
  ['address:https:// Nimbus', /is no address/],
  [`address:https://a.example/${'x'.repeat(3000)} Nimbus`, /longer than 2,000 characters/],
  ['date:31/02/2026 Nimbus', /no moment I understand/],
  ['date:22/11/2026 Nimbus', /has not happened yet/],
  ['date:"21/11/2026 23:59" Nimbus', /has not happened yet/],
  ['date:"hier 25:00" Nimbus', /no moment I understand/],
  ['topic:inconnu Nimbus', /is not one of your topics/],
])('what cannot be is answered with its cure: %s', async (line, cure) => {
  const { noor, store } = await newWorld()
  expect(read(await noor.types(`/mention add ${line}`))).toMatch(cure)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
})

test('an address is cleaned of what came along: blanks nobody sees, a missing scheme, a password', async () => {
  const { noor, store } = await newWorld()
  const pasted = async (address: string) =>
    (await store.mentions.get(
      'nimbus',
      idOf(await noor.types(`/mention add address:${address} Nimbus ${address}`)),
    ))!.post.url
  expect(await pasted('\u200bhttps://a.example/1\ufeff')).toBe('https://a.example/1')
  expect(await pasted('www.facebook.com/nimbus')).toBe('https://www.facebook.com/nimbus')
  expect(await pasted('https://mia:secret@b.example/2')).toBe('https://b.example/2')
})

test('a megabyte is cut at what is kept, and the answer says so', async () => {
  const { noor, store } = await newWorld()
  const answer = await noor.types('/mention add', {
    values: { text: `Nimbus ${'très bien '.repeat(100_000)}` },
  })
  expect(read(answer)).toContain('its first 20,000 characters are kept')
  expect((await store.mentions.get('nimbus', idOf(answer)))!.post.text).toHaveLength(20_000)
})

test('markup and mentions of everybody stay text', async () => {
  const { noor, store } = await newWorld()
  const hostile = '=HYPERLINK("x") <b>Nimbus</b> @everyone <!channel> [x](javascript:alert(1))'
  const answer = await noor.types('/mention add', { values: { text: hostile, author: '**Ravi**\n@here' } })
  expect((await store.mentions.get('nimbus', idOf(answer)))!.post).toMatchObject({
    text: hostile,
    author: '**Ravi** @here',
  })
  expect(answer.items![0]!.quote).toBe(hostile)
})

test('/why finds what was added by its address, however that is written', async () => {
  const { noor } = await newWorld()
  await noor.types('/mention add "Nimbus, mon avis" address:https://avis.example/7')
  expect((await noor.types('/why http://www.avis.example/7/?utm_source=x')).title).toBe('Why mention 1')
})

test('a member may not add, nor report', async () => {
  const { theo, bot, time } = await newWorld()
  expect(read(await theo.types('/mention add Nimbus'))).toMatch(/the role “staff”/)
  expect(read(await theo.rightClicks('mention add.report', { text: 'Nimbus' }))).toMatch(/the role “staff”/)
  const by = (user: string) => ({
    chat: 'local' as const,
    account: { chat: 'local' as const, workspace: 'local', user },
    name: user,
    channel: 'communaute',
    at: time.now,
  })
  expect(bot.messageActions(by('theo'))).toEqual([])
  expect(bot.messageActions(by('mia')).slice(0, 2)).toEqual([
    { action: 'mention add.report', label: 'Signaler à Vigie', on: 'people' },
    { action: 'mention.not-about-us', label: 'Ce n’est pas nous', on: 'all' },
  ])
})

test('a customer’s message is reported once, and set aside again', async () => {
  const { mia, noor, store, waiting, time } = await newWorld()
  const message = { id: 'local:42', text: 'Ma lampe Nimbus fume, j’ai peur', at: time.now - 60_000 }
  const answer = await mia.rightClicks('mention add.report', message)
  expect(answer.quiet).toBe(true)
  expect(await store.mentions.get('nimbus', idOf(answer))).toMatchObject({
    post: { author: 'Ravi', outlet: '#communaute', network: 'local', publishedAt: time.now - 60_000 },
  })
  expect(await store.additions.of('nimbus', 1)).toMatchObject({ how: 'reported', channel: 'communaute' })
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['e-reputation'])
  expect(read(await noor.rightClicks('mention add.report', message))).toContain('Already known: mention 1')

  expect(read(await noor.rightClicks('mention.not-about-us', message))).toContain('Ignorée par Noor')
  expect((await store.mentions.get('nimbus', 1))!.state).toMatchObject({
    is: 'ignored',
    by: 'Noor',
    why: 'ce n’est pas nous',
  })
  expect(read(await noor.rightClicks('mention.not-about-us', { id: 'local:43' }))).toMatch(/is no mention/)
  expect(read(await noor.rightClicks('mention add.report', { id: 'local:44', text: ' \u200b' }))).toMatch(
    /no text/,
  )
})

test('an alert is set aside by a right-click on it', async () => {
  const { noor, heard, store } = await newWorld()
  const id = await heard('Nimbus, le nuage')
  const alert = { id: 'local:7', by: null, author: 'Vigie', about: `mention:${id}` }
  await noor.rightClicks('mention.not-about-us', alert, 'e-reputation')
  expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'ignored' })
  expect(read(await noor.rightClicks('mention add.report', alert))).toMatch(/no longer does anything/)
})

test('who a post is does not tell what it says', () => {
  const nobody = { title: '', author: null, publishedAt: null, updatedAt: null }
  expect(identityOf({ ...nobody, url: 'https://a.example/@ravi', text: 'x' })).toMatch(/^[\w-]{22}$/)
  expect(identityOf({ ...nobody, url: null, text: 'Ma lampe' })).not.toMatch(/lampe/i)
})

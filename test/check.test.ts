import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { checkOnline } from '../src/check.ts'
import type { Settings } from '../src/settings/settings.ts'
import { sayIn } from '../src/texts/texts.ts'
import { modelServer, says } from './drafting/model-server.ts'
import { byWebhook, discourse, mastodon, onForum, onMastodon, receiver } from './publish/world.ts'

/** What `vigie check --online` prints about feeds with these bodies, and whether all is well. */
async function checking(feeds: Record<string, string>, locale: 'fr' | 'en' = 'en') {
  const server = createServer(({ url }, response) => response.end(feeds[url!.slice(1)]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const sources = Object.keys(feeds).map((name) => ({
    kind: 'feed',
    name,
    url: `http://127.0.0.1:${port}/${name}`,
  }))
  const settings = { environment: { allowPrivate: ['127.0.0.0/8'] }, teams: [{ name: 'nimbus', sources }] }
  const lines: string[] = []
  const fine = await checkOnline(settings as unknown as Settings, sayIn(locale), (line) => lines.push(line))
  return { lines, fine }
}

const feed = (title: string, version = ' version="2.0"') =>
  `<rss${version}><channel><title>L</title><item><title>${title}</title><link>https://n.example/1</link><pubDate>Tue, 14 Jul 2026 10:00:00 GMT</pubDate></item></channel></rss>`

test('a feed is shown as both readers see it', async () => {
  expect(await checking({ lampes: feed('Une lampe') })).toEqual({
    fine: true,
    lines: [
      'nimbus: lampes: 1 post, the newest from 2026-07-14',
      'nimbus: lampes: rss-parser reads 1 post, the newest from 2026-07-14',
    ],
  })
})

test('and where they differ, in what', async () => {
  const { lines, fine } = await checking(
    { gras: feed('&lt;b&gt;Gras&lt;/b&gt;'), vieux: feed('Un', '') },
    'fr',
  )
  expect(fine).toBe(true)
  expect(lines).toEqual([
    'nimbus: gras\u00a0: 1 publication, la plus récente du 2026-07-14',
    'nimbus: gras\u00a0: rss-parser lit 1 publication, la plus récente du 2026-07-14',
    'nimbus: gras\u00a0: notre lecteur et rss-parser diffèrent\u00a0: “Gras” / “<b>Gras</b>”',
    'nimbus: vieux\u00a0: 1 publication, la plus récente du 2026-07-14',
    expect.stringMatching(/^nimbus: vieux\u00a0: .*rss-parser: Feed not recognized/u),
  ])
})

test('a page is no feed, and that is not well', async () => {
  const { lines, fine } = await checking({ page: '<html><body>Bonjour</body></html>' })
  expect([fine, lines.length]).toEqual([false, 1])
  expect(lines[0]).toMatch(/^nimbus: page: cannot be read: /u)
})

test('each identity is tried, nothing is published, and who cannot sign in is told why', async () => {
  const [server, forum, hook] = [await mastodon(), await discourse(), await receiver()]
  const identities = [
    onMastodon(server),
    onMastodon({ ...server, token: 'revoked' }, { name: 'Old' }),
    onForum(forum),
    byWebhook(hook),
  ]
  const settings = {
    environment: { allowPrivate: ['127.0.0.0/8'] },
    teams: [{ name: 'nimbus', sources: [], identities }],
  }
  const lines: string[] = []
  const fine = await checkOnline(settings as unknown as Settings, sayIn('en'), (line) => lines.push(line))
  const host = (url: string) => new URL(url).host
  expect(lines).toEqual([
    `nimbus: Nimbus on Mastodon: ${host(server.url)} knows it, it can publish`,
    `nimbus: Old: it cannot publish: ${host(server.url)} does not accept the sign-in of Old. Make a new one there and put it in .env.`,
    `nimbus: Forum: ${host(forum.url)} knows it, it can publish`,
    `nimbus: CRM: ${host(hook.url)} knows it, it can publish`,
  ])
  expect(fine).toBe(false)
  expect([...server.asked, ...forum.asked, ...hook.asked].filter(({ method }) => method !== 'GET')).toEqual(
    [],
  )
})

test('the language model is asked for a word, where there is one', async () => {
  const { url } = await modelServer(says('OK'))
  const models = [
    { url, name: 'small', key: null },
    { url: 'http://127.0.0.1:9/v1', name: 'gone', key: null },
  ]
  const checked = models.map(async (model) => {
    const lines: string[] = []
    const settings = { environment: { allowPrivate: [], model }, teams: [] }
    const fine = await checkOnline(settings as unknown as Settings, sayIn('en'), (line) => lines.push(line))
    return [fine, ...lines]
  })
  expect(await Promise.all(checked)).toEqual([
    [true, 'language model small: it answers'],
    [false, 'language model gone: 127.0.0.1:9 does not answer'],
  ])
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { checkOnline } from '../../src/check.ts'
import { writeSearch } from '../../src/model/search.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus } from '../world.ts'

const comment = {
  objectID: '7',
  author: 'ravi',
  comment_text: 'La lampe nimbus grésille',
  created_at_i: Date.parse('2026-11-20T10:00:00Z') / 1000,
  _tags: ['comment'],
}

test('each search is tried once: how its place answers, and what our reader makes of it', async () => {
  const said = [
    JSON.stringify({
      hits: [comment, { ...comment, objectID: '8', comment_text: 'x'.repeat(900) }],
      page: 0,
      nbPages: 1,
    }),
    '<html><body>\n  Sorry, robots   stay outside</body></html>',
  ]
  const server = createServer((_, response) => response.end(said.shift() ?? ''))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sources = [
    { name: 'HN', url: writeSearch({ place: 'hackernews', base, account: null, params: { q: 'nimbus' } }) },
    { name: 'Reddit', url: writeSearch({ place: 'reddit', base, account: null, params: { q: 'a' } }) },
    { name: 'Reddit 2', url: writeSearch({ place: 'reddit', base, account: null, params: { q: 'b' } }) },
  ].map((one) => ({ ...one, kind: 'feed' as const }))
  // Nothing is allowed: whom the settings ask is trusted all the same.
  const settings = { environment: { allowPrivate: [] }, teams: [{ ...nimbus, sources }] }
  const lines: string[] = []
  const fine = await checkOnline(settings as unknown as Settings, sayIn('en'), (line) => lines.push(line))
  expect(fine).toBe(false)
  expect(lines).toEqual([
    expect.stringMatching(
      /^nimbus: HN: Hacker News answered 200: \{"hits":\[\{"objectID":"7","author":"ravi"/,
    ),
    'nimbus: HN: 2 posts, the newest from 2026-11-20; mentions among them: 1',
    'nimbus: Reddit: Reddit answered 200: <html><body> Sorry, robots stay outside</body></html>',
    'nimbus: Reddit: cannot be read: Reddit gave a web page or nothing, where its results should be',
    'nimbus: Reddit 2: cannot be read: Reddit was asked as often as it allows: again in 60 s',
  ])
  expect(lines[0]!.length).toBeLessThan(360)
})

import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Oops, Unavailable } from '../../src/model/oops.ts'
import { marked } from '../../src/texts/marked.ts'
import { newWebServer } from '../../src/web/server.ts'
import { newFakeWorkspace } from './fake-workspace.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function open(
  more: { health?: () => Promise<object>; metrics?: () => Promise<string>; port?: number } = {},
) {
  const fake = newFakeWorkspace()
  const logged: { facts: object; words: string }[] = []
  const server = newWebServer({
    workspace: fake.workspace,
    port: more.port ?? 0,
    health: more.health ?? (async () => ({ mentions: 3 })),
    metrics: more.metrics ?? (async () => 'vigie_mentions_total 3\n'),
    log: { error: (facts, words) => logged.push({ facts, words }) },
  })
  closing.push(() => server.stop())
  const address = await server.start()
  const port = new URL(address).port
  const ask = (path: string, headers: Record<string, string> = {}) => send(port, 'GET', path, headers)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(
      port,
      'POST',
      path,
      { 'content-type': 'application/json', ...headers },
      typeof body === 'string' ? body : JSON.stringify(body),
    )
  return { ...fake, server, address, port, ask, post, logged }
}

/** Node's own client, since fetch lets nobody choose Host. */
function send(port: string, method: string, path: string, headers: Record<string, string>, body?: string) {
  return new Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }>((done, fail) => {
    const host = `127.0.0.1:${port}`
    const asked = request(
      { host: '127.0.0.1', port, method, path, headers: { host, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => done({ status: answer.statusCode!, text, headers: answer.headers }))
        answer.on('error', fail)
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

/** An open stream of events, read one by one. */
async function listen(port: string, user: string) {
  const headers = { host: `127.0.0.1:${port}` }
  const asked = request({ host: '127.0.0.1', port, path: `/api/events?as=${user}`, headers })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.setEncoding('utf8')
  const chunks = answer[Symbol.asyncIterator]()
  let text = ''
  const next = async () => {
    while (!text.includes('\n\n')) text += (await chunks.next()).value
    const end = text.indexOf('\n\n')
    const event = text.slice(0, end)
    text = text.slice(end + 2)
    return Object.fromEntries(event.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]))
  }
  return { answer, next, close: () => asked.destroy() }
}

test('the page and all it needs are served with headers that let nothing else in', async () => {
  const { ask } = await open()
  const page = await ask('/')
  expect(page.status).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  const needed = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!)
  expect(needed).toContain('/workspace.js')
  for (const path of [...needed, '/api/start', '/healthz', '/metrics', '/nowhere']) {
    const { status, headers } = await ask(path)
    expect(status, path).toBe(path === '/nowhere' ? 404 : 200)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-store')
  }
})

test.each([
  '/package.json',
  '/tsconfig.json',
  '/../server.ts',
  '/%2e%2e/server.ts',
  '/..%2fserver.ts',
  '/%zz',
])('nothing but the page can be read: %s', async (path) => {
  const { ask } = await open()
  const { status, text } = await ask(path)
  expect([400, 404]).toContain(status)
  expect(text).not.toContain('import')
})

const doors = [
  '/',
  '/workspace.js',
  '/api/start',
  '/api/events?as=mia',
  '/healthz',
  '/metrics',
  '/nowhere',
  '/%zz',
]

test.each(doors)('%s is refused under any name but its own', async (path) => {
  const { ask, port } = await open()
  const names = [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.0.0.1.evil.example:${port}`,
  ]
  for (const host of [...names, `localhost.:${port}`, `0.0.0.0:${port}`]) {
    const { status, text } = await ask(path, { host })
    expect([400, 403], `${host} ${text}`).toContain(status)
    if (path !== '/%zz') expect(text).toContain(`http://127.0.0.1:${port}`)
  }
})

test('a request that names no host at all is refused', async () => {
  const { port } = await open()
  for (const asked of ['GET /api/start HTTP/1.0', 'GET /api/start HTTP/1.1', 'GET / HTTP/1.1\r\nHost:']) {
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8')
    socket.end(`${asked}\r\n\r\n`)
    expect((await socket.toArray()).join('')).toMatch(/^HTTP\/1\.1 40[03] /)
  }
})

test('it answers to 127.0.0.1, localhost and [::1], from its own page or an address bar', async () => {
  const { ask, post, port } = await open()
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const host = `${name}:${port}`
    expect((await ask('/api/start', { host })).status).toBe(200)
    expect((await ask('/', { host, 'sec-fetch-site': 'none' })).status).toBe(200)
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
    expect((await post('/api/type?as=mia', { channel: 'veille', text: 'hi' }, own)).status).toBe(200)
  }
})

test.each(doors.slice(0, -1))('%s is refused to another page', async (path) => {
  const { ask, port } = await open()
  const others = ['http://evil.example', 'null', `https://127.0.0.1:${port}`, 'http://127.0.0.1:1', '']
  for (const origin of others) expect((await ask(path, { origin })).status, origin).toBe(403)
  for (const site of ['cross-site', 'same-site', ''])
    expect((await ask(path, { 'sec-fetch-site': site })).status, site).toBe(403)
})

test('another page cannot act either, and is told how to go about it', async () => {
  const { post, done } = await open()
  const said = { channel: 'veille', text: 'bought!' }
  const refused = await post('/api/type?as=noor', said, { origin: 'http://evil.example' })
  expect(refused.status).toBe(403)
  expect(JSON.parse(refused.text).error).toMatch(/^C’est une autre page qui demande/)
  expect((await post('/api/type?as=mia', said, { host: 'evil.example' })).status).toBe(403)
  expect(done).toEqual([])
})

test.each([
  [
    'somebody unknown',
    '/api/type?as=eve',
    { channel: 'veille', text: 'x' },
    404,
    /Nobody here is called “eve”/,
  ],
  ['nobody', '/api/type', { channel: 'veille', text: 'x' }, 400, /“as” is missing/],
  ['two people at once', '/api/type?as=mia&as=noor', { channel: 'veille', text: 'x' }, 400, /“as”/],
  ['an unknown channel', '/api/type?as=mia', { channel: 'board', text: 'x' }, 404, /no channel “board”/],
  [
    'a channel they do not see',
    '/api/type?as=theo',
    { channel: 'veille', text: 'x' },
    404,
    /no channel “veille”/,
  ],
  ['a missing text', '/api/type?as=mia', { channel: 'veille' }, 400, /“text” is missing/],
  ['an empty text', '/api/type?as=mia', { channel: 'veille', text: '' }, 400, /“text”/],
  ['only spaces', '/api/type?as=mia', { channel: 'veille', text: ' \n ' }, 400, /“text”/],
  ['a number', '/api/type?as=mia', { channel: 'veille', text: 7 }, 400, /“text”.*right kind/],
  ['a long text', '/api/type?as=mia', { channel: 'veille', text: 'x'.repeat(4001) }, 400, /“text”.*too long/],
  ['a field too many', '/api/type?as=mia', { channel: 'veille', text: 'x', by: 'noor' }, 400, /“by”/],
  ['a list', '/api/type?as=mia', [], 400, /“JSON”/],
  ['broken JSON', '/api/type?as=mia', '{"channel":', 400, /not JSON/],
  ['nothing', '/api/type?as=mia', '', 400, /JSON/],
  ['a poisoned object', '/api/type?as=mia', '{"__proto__":{"text":"x"}}', 400, /JSON/],
  ['a megabyte', '/api/type?as=mia', { channel: 'veille', text: 'x'.repeat(1_000_000) }, 413, /too long/],
  [
    'a wrong reaction',
    '/api/react?as=mia',
    { channel: 'veille', message: 'm1', emoji: '✅', on: 'yes' },
    400,
    /“on”/,
  ],
  ['wrong answers', '/api/submit?as=mia', '{"token":"x","values":{"a":1}}', 400, /“values\/a”/],
])('%s gets a clear answer, and nothing happens', async (_name, path, body, status, words) => {
  const { post, done, logged } = await open()
  const answer = await post(path, body)
  expect(answer.status).toBe(status)
  const { error, ...rest } = JSON.parse(answer.text)
  expect(error).toMatch(words)
  expect(rest).toEqual({})
  expect(done).toEqual([])
  expect(logged).toEqual([])
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json-evil',
])('only JSON is taken, not %s', async (type) => {
  const { post, done } = await open()
  const body = { channel: 'veille', text: 'hi' }
  const answer = await post('/api/type?as=mia', body, { 'content-type': type })
  expect(answer.status).toBe(415)
  expect(answer.text).toContain('application/json')
  expect(done).toEqual([])
})

test('an unknown person or channel is told when reading too, in the language of the browser', async () => {
  const { ask } = await open()
  const unknown = await ask('/api/history?as=eve&channel=veille', { 'accept-language': 'fr-FR,fr;q=0.9' })
  expect(unknown.status).toBe(404)
  expect(JSON.parse(unknown.text).error).toMatch(/^Personne ici ne s’appelle/)
  expect((await ask('/api/history?as=theo&channel=veille')).status).toBe(404)
  expect((await ask('/api/events?as=eve')).status).toBe(404)
  expect((await ask('/api/start?as=eve')).status).toBe(404)
})

test('what a person can fix is said in their language; our own mistakes go to the log, not to the page', async () => {
  const { post, failures, logged } = await open()
  const type = (text: string) => post('/api/type?as=noor', { channel: 'veille', text })
  failures.set('/oops', new Oops('workspace.no-channel', { channel: 'x' }))
  failures.set('/bug', new TypeError('secret is not a function'))
  failures.set('/down', new Unavailable('database at 10.0.0.1 is down'))

  expect(JSON.parse((await type('/oops')).text).error).toMatch(/^Il n’y a pas de canal/)
  const bug = await type('/bug')
  expect(bug.status).toBe(500)
  expect(bug.text).not.toContain('secret')
  expect(logged).toMatchObject([{ facts: { path: '/api/type' } }])
  const down = await type('/down')
  expect(down.status).toBe(503)
  expect(down.text).not.toContain('10.0.0.1')
})

test('one starts as the first of the cast, or as whom one names, with the page in their language', async () => {
  const { ask } = await open()
  const mia = JSON.parse((await ask('/api/start')).text)
  expect(mia.me.user).toBe('mia')
  expect(mia.cast).toHaveLength(3)
  expect(mia.texts['page.send']).toBe('Send')
  const noor = JSON.parse((await ask('/api/start?as=noor')).text)
  expect(noor.texts['page.send']).toBe('Envoyer')
  expect(Object.keys(noor.texts).every((key) => key.startsWith('page.'))).toBe(true)
})

test('what is said reaches whoever may see it, as it happens, and nobody else', async () => {
  const { port, say, change, remove } = await open()
  const [mia, noor] = [await listen(port, 'mia'), await listen(port, 'noor')]
  expect(await mia.next()).toMatchObject({ event: 'hello', id: '0' })
  expect(await noor.next()).toMatchObject({ event: 'hello' })

  const secret = say({ text: marked`for Mia`, quiet: true }, { to: 'mia' } as never)
  const open_ = say({ text: marked`for all` })
  change(open_.id, { text: marked`better` })
  remove(open_.id)

  const ids: number[] = []
  for (const [event, id] of [
    ['said', secret.id],
    ['said', open_.id],
    ['changed', open_.id],
    ['removed', open_.id],
  ]) {
    const heard = await mia.next()
    expect([heard.event, JSON.parse(heard.data!).id]).toEqual([event, id])
    ids.push(Number(heard.id))
  }
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  expect(JSON.parse((await noor.next()).data!)).toMatchObject({
    id: open_.id,
    message: { text: [{ text: 'for all' }] },
  })
  mia.close()
  noor.close()
})

test('who closes their page is no longer listened for', async () => {
  const { port, watching } = await open()
  const mia = await listen(port, 'mia')
  await mia.next()
  expect(watching()).toBe(1)
  mia.close()
  await expect.poll(watching).toBe(0)
})

test('a page that stops reading is cut off instead of filling the memory', async () => {
  const { port, watching, say } = await open()
  const mia = await listen(port, 'mia')
  await mia.next()
  const long = {
    fields: Array.from({ length: 25 }, () => ({ name: 'x', value: marked`${'y'.repeat(900)}` })),
  }
  for (let count = 0; count < 5000 && watching() > 0; count++) {
    say(long)
    await new Promise(setImmediate)
  }
  expect(watching()).toBe(0)
  mia.close()
})

test('it stops within a second, with pages open and a question under way', async () => {
  const { server, port, workspace } = await open()
  const pages = [await listen(port, 'mia'), await listen(port, 'noor'), await listen(port, 'theo')]
  for (const page of pages) await page.next()
  const asked = Promise.withResolvers<void>()
  workspace.press = () => {
    asked.resolve()
    return new Promise(() => {})
  }
  const press = { channel: 'veille', message: 'm1', action: 'a.b' }
  const cut = send(
    port,
    'POST',
    '/api/press?as=mia',
    { 'content-type': 'application/json' },
    JSON.stringify(press),
  )
  const answered = cut.then(
    () => 'answered',
    () => 'cut off',
  )
  await asked.promise
  const before = performance.now()
  await server.stop()
  expect(performance.now() - before).toBeLessThan(1000)
  expect(await answered).toBe('cut off')
  await expect(send(port, 'GET', '/', {})).rejects.toThrow()
})

test('a port that is taken is told with the cure', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  closing.push(async () => other.close())
  const { port } = other.address() as { port: number }
  const cure = { key: 'workspace.port-taken', values: { port: `${port}`, other: `${port + 1}` } }
  await expect(open({ port })).rejects.toMatchObject(cure)
})

test('it can be stopped before it was started', async () => {
  const { workspace } = newFakeWorkspace()
  await newWebServer({ workspace, port: 0, health: async () => ({}) }).stop()
})

test('its health is what Vigie says of itself', async () => {
  const well = await open()
  expect(await well.ask('/healthz')).toMatchObject({ status: 200, text: '{"ok":true,"mentions":3}' })
  const ill = await open({ health: async () => ({ ok: false, why: 'full' }) })
  expect(await ill.ask('/healthz')).toMatchObject({ status: 503, text: '{"ok":false,"why":"full"}' })
  const worse = await open({ health: () => Promise.reject(new Error('secret')) })
  expect(await worse.ask('/healthz')).toMatchObject({ status: 503, text: '{"ok":false}' })
})

test('its figures are told in Prometheus’ own format, and what failed is not shown', async () => {
  const { ask } = await open()
  const { status, text, headers } = await ask('/metrics')
  expect([status, text]).toEqual([200, 'vigie_mentions_total 3\n'])
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  const worse = await open({ metrics: () => Promise.reject(new Error('secret')) })
  const answer = await worse.ask('/metrics')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('secret')
})

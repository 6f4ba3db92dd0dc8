import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import {
  brotliCompressSync,
  createGzip,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { type DoorSettings, newDoor } from '../src/http.ts'
import { reasonOf, Unavailable } from '../src/model/oops.ts'
import { reasonWords, sayIn } from '../src/texts/texts.ts'

/** A server on loopback, and what it was asked. */
async function serving(answer: RequestListener) {
  const asked: { url: string; headers: NodeJS.Dict<string | string[]> }[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url!, headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close(), 1_000)
  onTestFinished(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}`, asked }
}

function door(settings: Partial<DoorSettings> = {}) {
  const opened = newDoor({
    userAgent: 'Vigie/test (mia@nimbus.example)',
    allowPrivate: ['127.0.0.0/8'],
    ...settings,
  })
  onTestFinished(() => opened.close())
  return opened
}

const text = (body: Uint8Array) => Buffer.from(body).toString()
/** How it failed, with the words that people read. */
const failure = (promise: Promise<unknown>): Promise<Unavailable> =>
  promise.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) =>
      Object.assign(error as Unavailable, { message: reasonWords(reasonOf(error), sayIn('en')) }),
  )
const redirect = (response: ServerResponse, status: number, location: string) =>
  response.writeHead(status, { location }).end('elsewhere')

test('an answer comes whole, and Vigie says who asks', async () => {
  const server = await serving((_, response) => response.writeHead(200, { 'X-Two': ['a', 'b'] }).end('déjà'))
  const answer = await door().get(`${server.url}/flux?a=1`, { headers: { 'if-none-match': '"e"' } })
  expect({ ...answer, body: text(answer.body) }).toMatchObject({
    status: 200,
    body: 'déjà',
    url: `${server.url}/flux?a=1`,
    moved: [],
    headers: { 'x-two': 'a, b' },
  })
  expect(server.asked[0]).toMatchObject({
    url: '/flux?a=1',
    headers: { 'user-agent': 'Vigie/test (mia@nimbus.example)', 'if-none-match': '"e"' },
  })
})

test.each([
  ['gzip', gzipSync('déjà')],
  ['x-gzip', gzipSync('déjà')],
  ['deflate', deflateSync('déjà')],
  ['deflate', deflateRawSync('déjà')],
  ['br', brotliCompressSync('déjà')],
  ['zstd', zstdCompressSync('déjà')],
  ['gzip, br', brotliCompressSync(gzipSync('déjà'))],
  ['identity', Buffer.from('déjà')],
])('an answer packed as %s is unpacked', async (encoding, body) => {
  const server = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body),
  )
  expect(text((await door().get(server.url)).body)).toBe('déjà')
})

test('an empty answer is empty, even where it is said to be packed', async () => {
  const server = await serving((_, response) => response.writeHead(304, { 'content-encoding': 'gzip' }).end())
  expect(await door().get(server.url)).toMatchObject({ status: 304, body: Buffer.alloc(0) })
})

test('a packed answer that is cut short gives what came', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `ligne ${at}\n`).join('')
  const packed = gzipSync(lines)
  const server = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 100)),
  )
  expect(lines.startsWith(text((await door().get(server.url)).body).slice(0, 50_000))).toBe(true)
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const)('a bomb packed as %s stops before it bursts', async (encoding, pack) => {
  const bomb = pack(Buffer.alloc(100 * 2 ** 20))
  const server = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
  )
  const before = process.memoryUsage().rss
  expect((await failure(door().get(server.url))).message).toBe('the answer is larger than 10 MB')
  expect(process.memoryUsage().rss - before).toBeLessThan(90 * 2 ** 20)
})

test.each(['gzip', 'gzip, gzip'])(
  'an endless answer that unpacks to nothing (%s) stops too',
  async (encoding) => {
    // The head of gzip, then empty blocks without end.
    const head = Buffer.from('1f8b0800000000000003', 'hex')
    const blocks = Buffer.alloc(50_000, Buffer.from('000000ffff', 'hex'))
    const server = await serving((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding })
      const outer = createGzip({ level: 1 })
      const stream = encoding === 'gzip' ? response : outer
      if (stream === outer) outer.pipe(response)
      const more = () => {
        while (!response.destroyed && stream.write(blocks)) {}
      }
      stream.on('drain', more)
      stream.write(head)
      more()
    })
    const before = process.cpuUsage()
    expect((await failure(door().get(server.url, { most: 2 ** 20 }))).message).toBe(
      'the answer is larger than 1 MB',
    )
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4_000)
  },
)

test('an endless answer stops at the limit', async () => {
  const server = await serving((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
    }
    response.on('drain', more)
    more()
  })
  expect((await failure(door().get(server.url, { most: 100_000 }))).message).toBe(
    'the answer is larger than 100000 bytes',
  )
})

test.each([
  ['never answers', () => {}],
  ['never ends', (_: unknown, response: ServerResponse) => void response.writeHead(200).write('x')],
  [
    'drips',
    (_: unknown, response: ServerResponse) => {
      response.writeHead(200)
      const dripping = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(dripping))
    },
  ],
])('a server that %s is left when the time is up', async (_, answer) => {
  const server = await serving(answer as RequestListener)
  const error = await failure(door().get(server.url, { timeout: 300 }))
  expect(error).toBeInstanceOf(Unavailable)
  expect([error.message, error.refused]).toEqual([
    `127.0.0.1:${server.port} did not answer in full within 0.3 s`,
    false,
  ])
})

test('who asked may think better of it', async () => {
  const server = await serving(() => {})
  const controller = new AbortController()
  const asking = failure(door().get(server.url, { signal: controller.signal }))
  controller.abort(new Error('no longer wanted'))
  expect((await asking).message).toBe('no longer wanted')
})

test.each([
  ['hangs up', (socket: import('node:net').Socket) => socket.destroy()],
  ['talks nonsense', (socket: import('node:net').Socket) => socket.end('what?\r\n\r\n')],
])('a server that %s is unavailable', async (_, answer) => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    answer(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const error = await failure(door().get(`http://127.0.0.1:${port}/`))
  expect(error).toBeInstanceOf(Unavailable)
  expect(error.message).toContain(`127.0.0.1:${port} `)
})

test('nobody there, or a name that nobody has, is unavailable', async () => {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  expect((await failure(door().get(`http://127.0.0.1:${port}/`))).message).toBe(
    `127.0.0.1:${port} does not accept connections`,
  )
  const nowhere = door({
    lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  })
  expect((await failure(nowhere.get('http://nowhere.example/'))).message).toBe(
    'nowhere.example cannot be found: either the address is wrong, or this machine cannot reach the internet',
  )
})

test('redirects are followed, the permanent ones told', async () => {
  const server = await serving(({ url }, response) => {
    if (url === '/a') redirect(response, 301, '/b')
    else if (url === '/b') redirect(response, 308, 'c')
    else if (url === '/c') redirect(response, 302, '/d')
    else if (url === '/d') redirect(response, 301, '/e')
    else response.end(url)
  })
  const answer = await door().get(`${server.url}/a`)
  // What lies behind a temporary redirect is not where the feed has moved to.
  expect(answer).toMatchObject({
    status: 200,
    url: `${server.url}/e`,
    moved: [`${server.url}/b`, `${server.url}/c`],
  })
})

test('five redirects are enough', async () => {
  const server = await serving(({ url }, response) =>
    redirect(response, 302, `/${Number(url!.slice(1)) + 1}`),
  )
  expect((await failure(door().get(`${server.url}/0`))).message).toBe(
    `127.0.0.1:${server.port} redirects more than 5 times`,
  )
  expect(server.asked.length).toBe(6)
})

test('user name and password stay with the server they are for, and out of every message', async () => {
  const stranger = await serving((_, response) => response.end('x'))
  const server = await serving(({ url }, response) =>
    url === '/a' ? redirect(response, 302, '/b') : redirect(response, 301, stranger.url),
  )
  const answer = await door().get(`http://mia:s%C3%A9same@127.0.0.1:${server.port}/a`, {
    headers: { cookie: 'c=1', 'x-api-key': 'k', 'if-none-match': '"e"' },
  })
  const expected = `Basic ${Buffer.from('mia:sésame').toString('base64')}`
  expect(server.asked.map(({ headers }) => [headers.authorization, headers.cookie])).toEqual([
    [expected, 'c=1'],
    [expected, 'c=1'],
  ])
  expect(stranger.asked[0]!.headers).toMatchObject({ 'if-none-match': '"e"' })
  for (const secret of ['authorization', 'cookie', 'x-api-key'])
    expect(stranger.asked[0]!.headers).not.toHaveProperty(secret)
  expect(answer.url).toBe(`${stranger.url}/`)
  const error = await failure(door().get(`http://mia:sesame@127.0.0.1:${server.port}/a`, { timeout: 1 }))
  expect(error.message).not.toContain('sesame')
})

// One address, written in as many ways as people have thought of, then every other one that leads inside.
const loopback = `127.0.0.1 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1 0177.1 017700000001 127.1 127.0.1 127.000.000.001
  127.0.0.1. 0x7F.0x0.0x0.0x1 %31%32%37.0.0.1 127%2e0%2e0%2e1 １２７.０.０.１ 127。0。0。1 ①②⑦.⓪.⓪.① 0 0.0.0.0 0x0
  127.255.255.254 127.0.0.2 [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1]
  [::FFFF:7F00:0001] [::127.0.0.1] [::7f00:1] [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1]
  [2002:7f00:1::] [2001::7f00:1]`
const inside = `10.0.0.1 10.255.255.255 167772161 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1 0300.0250.0.1 169.254.169.254
  0xa9fea9fe 2852039166 [::ffff:169.254.169.254] [::ffff:a9fe:a9fe] 100.64.0.1 192.0.0.1 192.0.2.1 192.88.99.1 198.18.0.1
  198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 [fc00::1] [fd12:3456::1] [fe80::1] [fec0::1]
  [ff02::1] [100::1] [2001:10::1] [2001:20::1] [2001:db8::1] [3fff::1] [5f00::1]`

test('an address that leads inside is refused however it is spelt, and nothing reaches it', async () => {
  let reached = 0
  const server = createTcpServer((socket) => {
    reached++
    socket.destroy()
  })
  // On all of the machine's addresses, so that any spelling that got through would arrive.
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const closed = door({ allowPrivate: [] })
  const hosts = `${loopback} ${inside}`.split(/\s+/u)
  expect(hosts.length).toBeGreaterThan(60)
  for (const host of hosts) {
    const error = await failure(closed.get(`http://${host}:${port}/`))
    const seen = { host, refused: error.refused, message: error.message }
    expect(seen).toEqual({
      host,
      refused: true,
      message: expect.stringMatching(
        /is a private address; if it is meant to be reached, add it to VIGIE_ALLOW_PRIVATE$/u,
      ),
    })
  }
  for (const host of ['localhost', 'LOCALHOST'])
    expect((await failure(closed.get(`http://${host}:${port}/`))).message).toContain('private address')
  expect(reached).toBe(0)
})

test('a name is refused when any of its answers leads inside', async () => {
  const server = await serving((_, response) => response.end('inside'))
  const answers: Record<string, string[]> = {
    'rebound.example': ['127.0.0.1'],
    'mixed.example': ['93.184.215.14', '127.0.0.1'],
    'six.example': ['::1'],
    'mapped.example': ['::ffff:127.0.0.1'],
    'zone.example': ['fe80::1%lo'],
    'metadata.example': ['169.254.169.254'],
    'odd.example': ['not an address'],
  }
  const closed = door({ allowPrivate: [], lookUp: async (host) => answers[host]! })
  for (const host of Object.keys(answers)) {
    const error = await failure(closed.get(`http://${host}:${server.port}/`))
    expect([host, error.refused]).toEqual([host, true])
  }
  const error = await failure(door({ lookUp: async () => [] }).get('http://empty.example/'))
  expect(error.message).toBe(
    'empty.example cannot be found: either the address is wrong, or this machine cannot reach the internet',
  )
  expect(server.asked.length).toBe(0)
})

test('a name that changes its mind after it was checked gains nothing: what was checked is what is called', async () => {
  const server = await serving((_, response) => response.end('inside'))
  let asked = 0
  const changing = door({
    allowPrivate: ['127.0.0.2'],
    lookUp: async () => (asked++ === 0 ? ['127.0.0.2'] : ['127.0.0.1']),
  })
  const first = await failure(changing.get(`http://changing.example:${server.port}/`))
  expect(first.message).toContain('does not accept connections')
  expect((await failure(changing.get(`http://changing.example:${server.port}/`))).refused).toBe(true)
  expect(server.asked.length).toBe(0)
})

test('a redirect that leads inside, or out of the web, is refused like any other address', async () => {
  const secret = await serving((_, response) => response.end('secret'))
  const places = [
    `http://127.0.0.1:${secret.port}/`,
    `http://[::ffff:127.0.0.1]:${secret.port}/`,
    `//0x7f.1:${secret.port}/`,
    `http://inside.example:${secret.port}/`,
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'http://[::1',
    'data:text/xml,<rss/>',
  ]
  const server = await serving(({ url }, response) => redirect(response, 302, places[Number(url!.slice(1))]!))
  // The one server outside that this test has: a name that is allowed though its address is private.
  const outside = door({ allowPrivate: ['outside.example'], lookUp: async () => ['127.0.0.1'] })
  for (const at of places.keys()) {
    const error = await failure(outside.get(`http://outside.example:${server.port}/${at}`))
    expect([places[at], error.refused]).toEqual([places[at], true])
  }
  expect([server.asked.length, secret.asked.length]).toEqual([places.length, 0])
})

test('only the web is fetched', async () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://example.org/',
    'javascript:alert(1)',
    'feed.xml',
    '',
    'http://',
  ]) {
    const error = await failure(door().get(url))
    expect([url, error.refused]).toEqual([url, true])
  }
})

test('the operator’s own network may be opened by network, by address or by name', async () => {
  const server = await serving((_, response) => response.end('ok'))
  const lookUp = async () => ['127.0.0.1']
  for (const allowed of ['127.0.0.0/8', '127.0.0.1', 'intranet.example', ' Intranet.Example '])
    expect(
      (await door({ allowPrivate: [allowed], lookUp }).get(`http://intranet.example:${server.port}/`)).status,
    ).toBe(200)
  for (const allowed of ['10.0.0.0/8', '127.0.0.2', 'other.example', '::1', ''])
    expect(
      (
        await failure(
          door({ allowPrivate: [allowed], lookUp }).get(`http://intranet.example:${server.port}/`),
        )
      ).refused,
    ).toBe(true)
})

test('a body goes out by POST as it is, with its own headers, and nowhere else', async () => {
  let sent = ''
  const server = await serving((request, response) => {
    if (request.url === '/moved') return redirect(response, 307, '/there')
    request.on('data', (chunk) => {
      sent += chunk
    })
    request.on('end', () => response.writeHead(201).end(request.method))
  })
  const body = '{"text":"déjà"}'
  const headers = { 'content-type': 'application/json', 'webhook-id': 'one' }
  const answer = await door().post(`${server.url}/there`, { body, headers })
  expect([answer.status, text(answer.body), sent]).toEqual([201, 'POST', body])
  expect(server.asked[0]!.headers).toMatchObject(headers)
  expect((await door().post(`${server.url}/moved`, { body: Buffer.from(body) })).status).toBe(307)
  expect(server.asked.map(({ url }) => url)).toEqual(['/there', '/moved'])
})

test('one origin is asked four things at once, and a connection is used again', async () => {
  const held: ServerResponse[] = []
  const full = Promise.withResolvers<void>()
  const sockets = new Set<number | undefined>()
  const server = await serving((request, response) => {
    sockets.add(request.socket.remotePort)
    held.push(response)
    if (server.asked.length > 4) response.end('more')
    else if (held.length === 4) full.resolve()
  })
  const out = door()
  const answers = Array.from({ length: 6 }, (_, at) => out.get(`${server.url}/${at}`))
  await full.promise
  expect(server.asked.map(({ url }) => url).sort()).toEqual(['/0', '/1', '/2', '/3'])
  for (const response of held.splice(0)) response.end('some')
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect(sockets.size).toBe(4)
  // What was in use is in use again, a turn later.
  await new Promise((turn) => setImmediate(turn))
  await out.get(server.url)
  expect(sockets.size).toBe(4)
})

import { type AddressInfo, createServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type DoorSettings, newDoor } from '../src/http.ts'
import { Unavailable } from '../src/model/oops.ts'

/**
 * Somebody inside who counts what reaches him, on all of the machine's addresses, and somebody outside: 127.0.0.2
 * plays the internet and is allowed, the rest of the machine is not.
 */
async function machine() {
  const reached = { connections: 0, bytes: 0 }
  const port = await listening(
    createServer((socket) => {
      reached.connections++
      socket
        .on('error', () => {})
        .on('data', (data) => {
          reached.bytes += data.length
          socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret')
        })
    }),
    '::',
  )
  const places: string[] = []
  const outsidePort = await listening(
    createServer((socket) => {
      socket
        .on('error', () => {})
        .on('data', (data) => {
          const [, status, at] = /^GET \/(\d{3})\/(\d+)/u.exec(data.toString()) ?? []
          socket.write(
            `HTTP/1.1 ${status} Moved\r\nlocation: ${places[Number(at)]}\r\ncontent-length: 0\r\n\r\n`,
          )
        })
    }),
    '127.0.0.2',
  )
  /** The address outside that redirects there. */
  const via = (status: number, place: string) =>
    `http://127.0.0.2:${outsidePort}/${status}/${places.push(place) - 1}`
  return { reached, port, outsidePort, via }
}

async function listening(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

function door(lookUp?: DoorSettings['lookUp']) {
  const opened = newDoor({
    userAgent: 'Vigie/test',
    allowPrivate: ['127.0.0.2'],
    ...(lookUp ? { lookUp } : {}),
  })
  onTestFinished(() => opened.close())
  return opened
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'it got through',
    (error: unknown) => (error instanceof Unavailable && error.refused ? 'refused' : String(error)),
  )

const words = (text: string) => text.split(/\s+/u)
// 127.0.0.1 in figures of all kinds, of base ten, eight and sixteen, in one to four pieces.
const spellings =
  words(`127.0.0.1 127.0.0.1. 127.1 127.0.1 127.000.000.001 2130706433 2130706433. 017700000001 0x7f000001 0X7F000001
  0x7f.1 0x7f.0.1 0x7f.0.0.1 0x7F.0X0.0x0.0x1 0177.1 0177.0.1 0177.0.0.1 0177.0.0.01 00000177.0.0.1 127.0x0.0.01 127.0.0.0x1
  127.255.255.254 127.0.0.3 0 0x 0x0 00 0.0 0.0.0.0 0.0.0.1 000.000.000.000`)
// In other letters, which mean the same to those who resolve them.
const scripts =
  words(`%31%32%37.0.0.1 127%2E0%2E0%2E1 127%2e1 %30x7f.1 １２７.０.０.１ １２７。０。０。１ 127．0．0．1 127｡0｡0｡1
  ①②⑦.⓪.⓪.① ⑫7.0.0.1 𝟏𝟐𝟕.𝟎.𝟎.𝟏 𝟷𝟸𝟽.𝟶.𝟶.𝟷 ₁₂₇.₀.₀.₁ ¹²⁷.⁰.⁰.¹ 127.0.0.1%E3%80%82 1%C2%AD27.0.0.1 0ｘ7f.1`)
const six =
  words(`[::1] [::] [0::0:1] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0.0.0.1] [::ffff:127.0.0.1]
  [::ffff:7f00:1] [::FFFF:7F00:0001] [0:0:0:0:0:ffff:127.0.0.1] [0:0:0:0:0:ffff:7f00:1] [::127.0.0.1] [::7f00:1] [::ffff:0.0.0.0]
  [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::127.0.0.1] [2002:7f00:1::] [2002:7f00:1::1]
  [2001::7f00:1] [2001:0:7f00:1::] [fe80::1] [fe80::7f00:1] [fc00::1] [fdff:ffff::1] [fec0::1] [ff01::1] [ff02::1]`)
const networks =
  words(`10.0.0.1 10.255.255.255 012.0.0.1 167772161 172.16.0.1 172.31.255.255 0xac100001 192.168.0.1 192.168.1
  0300.0250.0.1 3232235521 169.254.169.254 169.254.43518 0xa9fea9fe 2852039166 0251.0376.0251.0376 100.64.0.1 100.127.255.255
  192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250
  240.0.0.1 255.255.255.255 4294967295 [::ffff:169.254.169.254] [::ffff:a9fe:a9fe] [::ffff:10.0.0.1] [::ffff:c0a8:1]
  [64:ff9b::a9fe:a9fe] [64:ff9b::10.0.0.1] [2002:a9fe:a9fe::] [2002:0a00:1::] [100::1] [2001:10::1] [2001:20::1] [2001:db8::1]
  [3fff::1] [5f00::1] [fd00:ec2::254]`)
const hosts = [...spellings, ...scripts, ...six, ...networks]

test('no spelling of a private address reaches it', async () => {
  const { reached, port } = await machine()
  const out = door()
  expect(new Set(hosts).size).toBeGreaterThanOrEqual(60)
  for (const host of hosts)
    for (const scheme of ['http', 'https'])
      expect([scheme, host, await refusal(out.get(`${scheme}://${host}:${port}/`))]).toEqual([
        scheme,
        host,
        'refused',
      ])
  expect(reached).toEqual({ connections: 0, bytes: 0 })
})

test.each([
  ['a name and a password', 'http://example.com@127.0.0.1:PORT/'],
  ['a name with a colon', 'http://example.com:80@127.0.0.1:PORT/'],
  ['two of them', 'http://a@b@127.0.0.1:PORT/'],
  ['an escaped at sign', 'http://example.com%40@127.0.0.1:PORT/'],
  ['one slash', 'http:/127.0.0.1:PORT/'],
  ['no slash', 'http:127.0.0.1:PORT/'],
  ['many slashes', 'http:////127.0.0.1:PORT/'],
  ['backslashes', 'http:\\\\127.0.0.1:PORT\\'],
  ['a backslash before the at sign', 'http://127.0.0.1:PORT\\@example.com/'],
  ['a number sign before the at sign', 'http://127.0.0.1:PORT#@example.com/'],
  ['a question mark before the at sign', 'http://127.0.0.1:PORT?@example.com/'],
  ['a tab', 'http://127.0.0\t.1:PORT/'],
  ['a new line', 'ht\ntp://127.0.\n0.1:PORT/'],
  ['blanks around', '  http://127.0.0.1:PORT/  '],
  ['capitals', 'HTTP://127.0.0.1:PORT/'],
  ['a control character before', '\u0001http://127.0.0.1:PORT/'],
  ['a name', 'http://localhost:PORT/'],
  ['a name in capitals', 'http://LOCALHOST:PORT/'],
  ['a name in circles', 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/'],
  ['a soft hyphen', 'http://local\u00adhost:PORT/'],
  ['a name escaped', 'http://%6c%6f%63%61%6c%68%6f%73%74:PORT/'],
])('nor does an address that hides it: %s', async (_, written) => {
  const { reached, port } = await machine()
  expect(await refusal(door().get(written.replace('PORT', `${port}`)))).toBe('refused')
  expect(reached).toEqual({ connections: 0, bytes: 0 })
})

test('no redirect leads to any of them', async () => {
  const { reached, port, via } = await machine()
  const out = door()
  const statuses = [301, 302, 303, 307, 308]
  for (const [at, host] of [...spellings, ...six, ...networks].entries()) {
    const place =
      at % 3 === 0 ? `//${host}:${port}/` : `${at % 3 === 1 ? 'http' : 'https'}://${host}:${port}/`
    const status = statuses[at % statuses.length]!
    expect([place, await refusal(out.get(via(status, place)))]).toEqual([place, 'refused'])
  }
  // And not by a second redirect either.
  expect(await refusal(out.get(via(302, via(307, `http://127.0.0.1:${port}/`))))).toBe('refused')
  expect(reached).toEqual({ connections: 0, bytes: 0 })
})

const answers =
  words(`127.0.0.1 127.0.0.3 0.0.0.0 10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 192.0.0.1 198.18.0.1
  224.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::ffff:7f00:1 0:0:0:0:0:ffff:a00:1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::
  2001::1 fc00::1 fe80::1 fe80::1%lo ::1%lo ff02::1 fd00:ec2::254 0x7f.1 2130706433 127.1 localhost [::1]`)

test('no answer of a name server leads to any of them: alone, first, last or among others', async () => {
  const { reached, port, outsidePort, via } = await machine()
  for (const address of answers) {
    const all = [
      [address],
      ['127.0.0.2', address],
      [address, '127.0.0.2'],
      ['127.0.0.2', '127.0.0.2', address],
    ]
    for (const given of all) {
      const out = door(async () => given)
      for (const url of [
        `http://feeds.example:${port}/`,
        `https://feeds.example:${port}/`,
        via(302, `http://feeds.example:${port}/`),
      ])
        expect([given, await refusal(out.get(url))]).toEqual([given, 'refused'])
    }
  }
  expect(outsidePort).not.toBe(port)
  expect(reached).toEqual({ connections: 0, bytes: 0 })
})

test('a name server that changes its answer from one question to the next gains nothing', async () => {
  const { reached, port, outsidePort, via } = await machine()
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254']) {
    let asked = 0
    const out = door(async () => (asked++ % 2 === 0 ? ['127.0.0.2'] : [address]))
    // The first answer is good, and what it says leads to the same name again, at another door.
    const place = `http://feeds.example:${port}/`
    const first = via(302, place).replace('127.0.0.2', 'feeds.example')
    expect([address, await refusal(out.get(first)), asked]).toEqual([address, 'refused', 2])
    // Once more, without a redirect: a new question, a good answer, then a bad one.
    await out.get(`http://feeds.example:${outsidePort}/200/0`).catch(() => {})
    expect([address, await refusal(out.get(place))]).not.toContain('it got through')
  }
  expect(reached).toEqual({ connections: 0, bytes: 0 })
})

test('the door is no wall: the same machine answers where it is allowed to be asked', async () => {
  const { reached, port } = await machine()
  const open = newDoor({ userAgent: 'Vigie/test', allowPrivate: ['127.0.0.0/8', '::1'] })
  onTestFinished(() => open.close())
  for (const host of ['127.0.0.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])
    expect((await open.get(`http://${host}:${port}/`)).status).toBe(200)
  expect(reached.connections).toBe(4)
  expect(reached.bytes).toBeGreaterThan(100)
})

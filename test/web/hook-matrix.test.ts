import { describe, expect, test } from 'vitest'
import { hour, minute } from '../../src/model/time.ts'
import { type Scheme, type Signed, schemes } from './hook-schemes.ts'
import { newHookWorld, rawly, saturday } from './hook-world.ts'

/** A lamp is written about in each: what has an effect is one post, or one row of numbers. */
const text = 'La lampe Nimbus de mon bureau clignote'
const patience = 300

async function newMatrix(scheme: Scheme) {
  const rows: unknown[] = []
  const world = await newHookWorld([scheme.hook], {
    patience,
    importRows: async (_team, all) => {
      rows.push(...all)
      return { wrong: 0 }
    },
  })
  let nth = 0
  const signed = ({ secret = scheme.secrets[0], at = saturday, said = text, body }: Manner = {}): Signed => {
    const id = `item-${++nth}`
    return scheme.sign(body ?? Buffer.from(scheme.payload(id, said)), { secret, at, id })
  }
  const post = async ({ path, body, headers }: Signed, method = 'POST') => {
    const answer = await world.send(path, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
    })
    // Nobody is told why.
    expect(await answer.text()).toBe('')
    return answer.status
  }
  /** What had an effect in the end. */
  const effects = async () => {
    await world.look()
    return (await world.filed(scheme.hook.name)) + rows.length
  }
  return { ...world, signed, post, effects, rows }
}
type Manner = { secret?: string; at?: number; said?: string; body?: Buffer }

describe.each(Object.entries(schemes))('%s', (_name, scheme) => {
  test('tampered: nothing comes of it, and the honest one is taken after it', async () => {
    const { signed, post, effects } = await newMatrix(scheme)
    const honest = signed()
    expect(await post(tampered(honest, scheme))).toBe(scheme.stranger)
    expect(await effects()).toBe(0)
    expect(await post(honest)).toBe(200)
    expect(await effects()).toBe(1)
  })

  test.each([
    ['stale', -6 * minute],
    ['of the future', 6 * minute],
  ])('%s: refused where the time is signed, else one post', async (_when, off) => {
    const { signed, post, effects } = await newMatrix(scheme)
    expect(await post(signed({ at: saturday + off }))).toBe(scheme.timed ? 401 : 200)
    expect(await effects()).toBe(scheme.timed ? 0 : 1)
    // Clocks differ a little.
    expect(await post(signed({ at: saturday + off / 2 }))).toBe(200)
    expect(await effects()).toBe(scheme.timed ? 1 : 2)
  })

  test('replayed a hundred times: acknowledged each time, taken once', async () => {
    const { signed, post, effects, time } = await newMatrix(scheme)
    const one = signed()
    for (let round = 0; round < 10; round++) {
      const statuses = await Promise.all(Array.from({ length: 10 }, () => post(one)))
      expect(statuses).toEqual(Array(10).fill(200))
      if (round === 4) expect(await effects()).toBe(1)
    }
    expect(await effects()).toBe(1)
    time.now += 20 * 24 * hour
    expect(await post(one)).toBe(scheme.timed ? 401 : 200)
    expect(await effects()).toBe(1)
  })

  test('non-ASCII: the bytes are checked as they come, and read as they are meant', async () => {
    const { signed, post, effects, heard, rows } = await newMatrix(scheme)
    const said = 'Hélène Vasseur ❤️ les lampes Nimbus “très” lumineuses, « vraiment » 日本 🇫🇷'
    expect(await post(signed({ said }))).toBe(200)
    expect(await effects()).toBe(1)
    const [one = rows[0]] = heard
    expect(JSON.stringify(one)).toContain(said)
  })

  test('a rotated key: the new and the old one are good, the one before them is none', async () => {
    const { signed, post, effects } = await newMatrix(scheme)
    const [now, before, once] = scheme.secrets
    expect(await post(signed({ secret: before }))).toBe(200)
    expect(await post(signed({ secret: now }))).toBe(200)
    expect(await post(signed({ secret: once }))).toBe(scheme.stranger)
    expect(await effects()).toBe(2)
  })

  test('a signature of another length, or of letters that are none: refused, nothing falls over', async () => {
    const { signed, post, effects } = await newMatrix(scheme)
    for (const change of [
      (given: string) => given.slice(0, -2),
      (given: string) => `${given}ab`,
      (given: string) => given.replace(/.$/, '!'),
      () => '',
      (given: string) => `${given},${given}`,
    ])
      expect(await post(resigned(signed(), scheme, change))).toBe(scheme.stranger)
    expect(await effects()).toBe(0)
  })

  test('empty: refused, signed or not', async () => {
    const { signed, post, effects } = await newMatrix(scheme)
    const { path, headers } = signed()
    const statuses = [
      await post(signed({ body: Buffer.alloc(0) })),
      await post({ path, headers, body: Buffer.alloc(0) }),
    ]
    for (const status of statuses) expect([400, 401]).toContain(status)
    expect(await effects()).toBe(0)
  })

  test('two megabytes: refused before they are read, declared or not', async () => {
    const { signed, effects, port } = await newMatrix(scheme)
    const { path, headers, body } = signed({ body: Buffer.alloc(2 * 2 ** 20, ' ') })
    expect((await rawly(port, wire(path, headers, body))).status).toBe(413)
    expect((await rawly(port, chunked(path, headers, body))).status).toBe(413)
    expect(await effects()).toBe(0)
  })

  test('another method: refused, and said which one is right', async () => {
    const { signed, post, effects, send } = await newMatrix(scheme)
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await post(signed(), method)).toBe(405)
    const { path } = signed()
    const got = await send(path, { method: 'GET' })
    expect([got.status, await got.text()]).toEqual([scheme.get, ''])
    expect((await send(path, { method: 'PUT' })).headers.get('allow')).toBe('POST')
    expect(await effects()).toBe(0)
  })

  test('another type: refused', async () => {
    const { signed, post, effects } = await newMatrix(scheme)
    const one = signed()
    // What says who sends it stands in the form: what is none says nothing.
    for (const type of ['text/plain', 'application/xml', 'application/jsonp', 'application/json2'])
      expect([415, 401]).toContain(await post({ ...one, headers: { ...one.headers, 'content-type': type } }))
    const packed = { ...one.headers, 'content-encoding': 'gzip' }
    expect(await post({ ...one, headers: packed })).toBe(415)
    expect(await effects()).toBe(0)
  })

  test('a slow body: hung up on in time, while others are served', async () => {
    const { signed, post, effects, port } = await newMatrix(scheme)
    const slow = signed()
    const half = wire(slow.path, slow.headers, slow.body)
    const waiting = rawly(port, half.subarray(0, half.length - 10))
    expect(await post(signed())).toBe(200)
    expect((await waiting).after).toBeLessThan(patience * 5)
    expect(await effects()).toBe(1)
  })
})

/** Somebody on the way changed what is vouched for: a letter of the body, or of what stands for it. */
function tampered(one: Signed, scheme: Scheme): Signed {
  if (scheme.whole) {
    const body = Buffer.from(one.body.toString('latin1').replace('clignote', 'brille !'), 'latin1')
    expect(body.equals(one.body)).toBe(false)
    return { ...one, body }
  }
  return resigned(one, scheme, (given) => given.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')))
}

/** The same with another signature, wherever that stands. */
function resigned(one: Signed, scheme: Scheme, change: (given: string) => string): Signed {
  if (scheme.hook.signed.how === 'token') {
    const [, front = '', token = ''] = /^(.*\/)([^/]*)$/.exec(one.path) ?? []
    return { ...one, path: `${front}${encodeURIComponent(change(token) || '-')}` }
  }
  if (scheme.hook.signed.how === 'mailgun') {
    const form = new URLSearchParams(one.body.toString())
    form.set('signature', change(form.get('signature')!))
    return { ...one, body: Buffer.from(form.toString()) }
  }
  const name = Object.keys(one.headers).find((header) => header.includes('signature'))!
  return { ...one, headers: { ...one.headers, [name]: change(one.headers[name]!) } }
}

function wire(path: string, headers: Record<string, string>, body: Buffer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `POST ${path} HTTP/1.1\r\nhost: vigie.example\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

function chunked(path: string, headers: Record<string, string>, body: Buffer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `POST ${path} HTTP/1.1\r\nhost: vigie.example\r\n${lines.join('')}transfer-encoding: chunked\r\n\r\n`
  const size = `${body.length.toString(16)}\r\n`
  return Buffer.concat([Buffer.from(head + size), body, Buffer.from('\r\n0\r\n\r\n')])
}

import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { day, hour, minute } from '../../src/model/time.ts'
import type { Webhook } from '../../src/model/webhook.ts'
import { StoreDown } from '../../src/store/fault.ts'
import { schemes } from '../web/hook-schemes.ts'
import { hmac, hookOf, newHookWorld, rawly, saturday, standardHeaders } from '../web/hook-world.ts'

const secret = `whsec_${Buffer.from('s'.repeat(32)).toString('base64')}`
const standard = (more: Partial<Webhook> = {}) =>
  hookOf('standard', { name: 'crm', secrets: [secret], ...more })

async function newCrm(hook = standard(), more: Parameters<typeof newHookWorld>[1] = {}) {
  const world = await newHookWorld([hook], more)
  let nth = 0
  const post = async (
    payload: unknown,
    headers: Record<string, string> = {},
    path = `/hooks/nimbus/${hook.name}`,
  ) => {
    const body = JSON.stringify(payload)
    const signed = standardHeaders(body, { secret, at: world.time.now, id: `msg_${++nth}` })
    return (await world.send(path, { headers: { ...signed, ...headers }, body })).status
  }
  const tell = (type: string, data: unknown) => post({ type, data })
  const health = async () =>
    (await world.store.received.health('nimbus', world.time.now - day)).get(hook.name)!
  const changes = () =>
    world.store.postChanges.claim(world.time.now, { leasedUntil: world.time.now, most: 100 })
  return { ...world, post, tell, health, changes }
}

const lamp = (id: string, more: object = {}) => ({ id, text: `La lampe Nimbus ${id}`, ...more })

test('an edit of what was heard is kept as one, an edit of what nobody knew is news', async () => {
  const { tell, look, heard, changes, filed } = await newCrm()
  await tell('post.created', lamp('a'))
  await look()
  await tell('post.updated', lamp('a', { text: 'La lampe Nimbus marche' }))
  await tell('post.updated', lamp('b'))
  await look()
  expect(heard.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await changes()).toEqual([
    expect.objectContaining({
      ...{ team: 'nimbus', source: 'hook:nimbus:crm', item: 'a', did: 'edited' },
      post: expect.objectContaining({ text: 'La lampe Nimbus marche' }),
    }),
  ])
  expect(await filed('crm')).toBe(2)
})

test('what was deleted is gone, whichever came first, and takes along what an edit said', async () => {
  const { tell, look, heard, changes } = await newCrm()
  await tell('post.deleted', { id: 'late' })
  await tell('post.created', lamp('late'))
  await tell('post.created', lamp('a'))
  await look()
  await tell('post.updated', lamp('a', { text: 'Un secret' }))
  await look()
  await tell('post.deleted', { id: 'a' })
  await look()
  // Sent late, after it was gone.
  await tell('post.updated', lamp('a', { text: 'Un autre secret' }))
  await look()
  expect(heard.map(({ id }) => id)).toEqual(['a'])
  const all = await changes()
  expect(all.map(({ item, did }) => `${did} ${item}`)).toEqual(['deleted late', 'deleted a'])
  expect(JSON.stringify(all)).not.toContain('secret')
})

test('a topic that is destroyed takes its posts along, and no others', async () => {
  const { hook, payload, sign, secrets } = schemes.discourse!
  const { look, changes, send } = await newHookWorld([hook]).then((world) => ({
    ...world,
    changes: () => world.store.postChanges.claim(saturday, { leasedUntil: saturday, most: 100 }),
  }))
  const tell = async (body: string, event: string) => {
    const signed = sign(Buffer.from(body), { secret: secrets[0], at: saturday, id: '' })
    const headers = { ...signed.headers, 'x-discourse-event': event }
    return (await send(signed.path, { headers, body })).status
  }
  for (const topic of ['17', '170', '1']) await tell(payload(topic, 'La lampe Nimbus'), 'post_created')
  await look()
  await tell(JSON.stringify({ topic: { id: 17 } }), 'topic_destroyed')
  await look()
  expect((await changes()).map(({ item, did }) => `${did} ${item}`)).toEqual(['deleted 17/2'])
})

test('comments of one’s own page concern the brand, whatever they say', async () => {
  const { tell, look, store } = await newCrm(standard({ about: 'Nimbus', outlet: 'Notre page' }))
  await tell('post.created', { id: 'a', text: 'Toujours en panne !', author: 'Ravi', network: 'facebook' })
  await look()
  expect(await store.mentions.list('nimbus', {}, { most: 5 })).toEqual([
    expect.objectContaining({
      post: expect.objectContaining({
        outlet: 'Notre page',
        network: 'facebook',
        text: 'Toujours en panne !',
      }),
    }),
  ])
})

test('what a webhook was sent and no topic found can still be explained by its address', async () => {
  const { tell, look, store } = await newCrm()
  const url = 'https://crm.example/17'
  await tell('post.created', { id: 'a', url, text: 'La pluie' })
  await look()
  expect(await store.posts.at('nimbus', url)).toEqual({ mention: null, source: 'crm', heardAt: saturday })
  expect(await store.posts.at('lumeo', url)).toBe(null)
})

test('a place that bills by the post is listened to up to the month’s budget, and again on the 1st', async () => {
  const { tell, look, filed, health, time } = await newCrm(
    standard({ cost: { price: 0.5, budget: 1, currency: 'USD' } }),
  )
  for (const id of ['a', 'b', 'c', 'd']) {
    await tell('post.created', lamp(id))
    await look()
  }
  expect(await filed('crm')).toBe(2)
  expect(Object.fromEntries((await health()).counts)).toEqual({ received: 4, posts: 2, 'over-budget': 2 })
  time.now = Date.UTC(2026, 11, 1, 0, 1)
  await tell('post.created', lamp('e'))
  await look()
  expect(await filed('crm')).toBe(3)
})

test('a flood is asked to wait; strangers who shout cannot make it one', async () => {
  const { post, send, look, health, time, filed } = await newCrm()
  const many = async (count: number, call: () => Promise<{ status: number }>) => {
    const statuses: number[] = []
    for (let left = count; left > 0; left -= 50)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, call))).map(({ status }) => status))
    return statuses
  }
  const body = JSON.stringify(lamp('first'))
  const headers = standardHeaders(body, { secret, at: time.now })
  const forged = body.replace('first', 'worst')
  await many(700, () => send('/hooks/nimbus/crm', { body: forged, headers }))
  // Somebody repeats themselves without end.
  const statuses = await many(650, () => send('/hooks/nimbus/crm', { body, headers }))
  expect(statuses.filter((status) => status === 200)).toHaveLength(600)
  expect(statuses.filter((status) => status === 429)).toHaveLength(50)
  expect(await post(lamp('too much'))).toBe(429)
  time.now += minute
  expect(await post(lamp('later'))).toBe(200)
  await look()
  expect(await filed('crm')).toBe(2)
  const { counts, waiting, lastAt } = await health()
  expect(Object.fromEntries(counts)).toEqual({ forged: 700, received: 2, known: 599, posts: 2, flood: 51 })
  expect([waiting, lastAt]).toEqual([0, time.now])
})

test('while too much waits, whoever sends more is asked to come again', async () => {
  const { post, store, health, look } = await newCrm()
  const body = Buffer.from(`{}${' '.repeat(8 * 2 ** 20 - 2)}`)
  const waiting = { team: 'nimbus', hook: 'crm', event: null, type: null, at: saturday, body }
  for (const key of ['a', 'b', 'c', 'd'])
    expect(await store.together((store) => store.received.keep({ ...waiting, key }))).toBe('kept')
  expect(await store.together((store) => store.received.keep({ ...waiting, key: 'a' }))).toBe('known')
  expect(await post(lamp('a'))).toBe(429)
  await look()
  expect((await health()).waiting).toBe(0)
  expect(await post(lamp('a'))).toBe(200)
})

test('what the store cannot keep is not acknowledged', async () => {
  const { store } = await newHookWorld([])
  const down = { ...store, grouped: () => Promise.reject(new StoreDown('away')) }
  const { send } = await newHookWorld([standard()], { store: down })
  const body = JSON.stringify(lamp('a'))
  const answer = await send('/hooks/nimbus/crm', {
    headers: standardHeaders(body, { secret, at: saturday }),
    body,
  })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
})

test('killed after the answer, or after it was heard and before it was done: heard once', async () => {
  const { store, filed } = await newCrm()
  // Nobody works it off: this process dies as soon as it has answered.
  const dead = { ...store, received: { ...store.received, claim: async () => [] } }
  const { send } = await newHookWorld([standard()], { store: dead })
  const cut = { ...store, together: () => Promise.reject(new StoreDown('killed here')) }
  const body = JSON.stringify(lamp('a'))
  expect(
    (await send('/hooks/nimbus/crm', { headers: standardHeaders(body, { secret, at: saturday }), body }))
      .status,
  ).toBe(200)
  const first = await newHookWorld([standard()], { store: cut })
  await first.look()
  expect(first.heard).toHaveLength(1)
  const second = await newHookWorld([standard()], { store })
  await second.look()
  // Whoever was killed holds it for three quarters of a minute.
  expect(second.heard).toEqual([])
  second.time.now += minute
  await second.look()
  expect(second.heard).toHaveLength(1)
  expect(await filed('crm')).toBe(1)
})

test('what cannot be worked off is tried again, then kept for somebody to look at, and said', async () => {
  const rows: unknown[] = []
  const trouble = { is: true }
  const importRows = async (_team: unknown, all: unknown[]) => {
    if (trouble.is) throw new Error('not today')
    rows.push(...all)
    return { wrong: 2 }
  }
  const hook = hookOf('measures', { name: 'crm', secrets: [secret] })
  const { post, look, time, health } = await newCrm(hook, { importRows })
  await post({ rows: [{ metric: 'followers', value: 3 }] })
  for (let tries = 0; tries < 3; tries++) {
    await look()
    time.now += 2 * minute
  }
  trouble.is = false
  await look()
  expect(rows).toEqual([{ metric: 'followers', value: 3 }])
  expect((await health()).counts.get('wrong-rows')).toBe(2)
  trouble.is = true
  await post([{ metric: 'likes', value: 4 }])
  for (let tries = 0; tries < 6; tries++) {
    await look()
    time.now += 2 * minute
  }
  expect(await health()).toMatchObject({ waiting: 0, unreadable: 1 })
  time.now += 8 * day
  await look()
  await look()
  expect((await health())?.unreadable ?? 0).toBe(0)
})

test('an address that is none is told nothing, whatever is asked of it', async () => {
  const token = 't'.repeat(24)
  const mail = hookOf('mail', { secrets: [token] })
  const { post, send, port } = await newCrm(standard())
  const mails = await newHookWorld([mail])
  const paths = ['/hooks/nimbus/other', '/hooks/lumeo/crm', '/hooks/nimbus', '/hooks', '/hooks/nimbus/crm/']
  for (const path of [
    ...paths,
    '/hooks/nimbus/CRM',
    '/Hooks/nimbus/crm',
    `/hooks/nimbus/crm/${token}`,
    '//hooks/nimbus/crm',
  ])
    for (const method of ['POST', 'GET', 'PUT', 'OPTIONS']) {
      const answer = await send(path, { method, ...(method === 'POST' ? { body: '{}' } : {}) })
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, ''])
    }
  for (const path of [
    `/hooks/nimbus/mail/${token}x`,
    '/hooks/nimbus/mail/t',
    `/hooks/nimbus/mail/${'t'.repeat(300)}`,
  ])
    for (const method of ['POST', 'GET'])
      expect((await mails.send(path, { method, ...(method === 'POST' ? { body: '{}' } : {}) })).status).toBe(
        404,
      )
  expect((await mails.send(`/hooks/nimbus/mail/${token}`, { method: 'GET' })).status).toBe(405)
  // What is sent to nobody is not even read.
  const { status, after } = await rawly(
    port,
    'POST /hooks/nimbus/other HTTP/1.1\r\nhost: v\r\ncontent-length: 999999\r\n\r\n{',
  )
  expect(status).toBe(404)
  expect(after).toBeLessThan(2_000)
  // A question mark and what is behind it make no other address.
  expect(await post(lamp('a'), {}, '/hooks/nimbus/crm?debug=1&team=lumeo')).toBe(200)
  expect((await send('/hooks/nimbus/crm', { method: 'PROPFIND' })).status).toBe(404)
})

test('Meta’s set-up: the word, and a challenge of letters, are said back; nothing else is', async () => {
  const { send, look, store } = await newHookWorld([hookOf('meta', { verify: 'the right word' })])
  const ask = async (query: string) => {
    const answer = await send(`/hooks/nimbus/meta?${query}`, { method: 'GET' })
    return [answer.status, await answer.text(), answer.headers.get('content-type')]
  }
  const right = 'hub.mode=subscribe&hub.verify_token=the%20right%20word&hub.challenge=1158201444'
  expect(await ask(right)).toEqual([200, '1158201444', 'text/plain; charset=utf-8'])
  for (const wrong of [
    '',
    right.replace('right', 'wrong'),
    right.replace('subscribe', 'unsubscribe'),
    right.replace('1158201444', '%3Cscript%3E'),
    right.replace('1158201444', 'x'.repeat(201)),
    `${right}&hub.challenge=2`,
    'hub.mode=subscribe&hub.verify_token[]=the%20right%20word&hub.challenge=1',
  ])
    expect((await ask(wrong)).slice(0, 2)).toEqual([403, ''])
  await look()
  expect((await store.received.health('nimbus', saturday)).get('meta')!.counts.get('setup')).toBe(7)
})

test('X’s check is answered with a signature, never of anything that could be a payload', async () => {
  const { hook, sign, secrets } = schemes.x!
  const { send } = await newHookWorld([hook])
  const ask = (token: string) =>
    send(`/hooks/nimbus/x?${new URLSearchParams({ crc_token: token })}`, { method: 'GET' })
  const answer = await ask('challenge_string')
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(await answer.json()).toEqual({
    response_token: `sha256=${hmac(secrets[0], 'challenge_string', 'base64')}`,
  })
  const forged = '{"data":{"id":"1","text":"Nimbus"}}'
  for (const token of [forged, '[]', '', 'a b', 'x'.repeat(201)]) expect((await ask(token)).status).toBe(403)
  // Were it signed, it would be believed.
  const { path, headers } = sign(Buffer.from(forged), { secret: secrets[0], at: saturday, id: '' })
  expect((await send(path, { headers, body: forged })).status).toBe(200)
})

test('what strangers do with HTTP itself changes nothing', async () => {
  const { post, port, look, filed, health, time } = await newCrm()
  const body = JSON.stringify(lamp('a'))
  const headers = standardHeaders(body, { secret, at: time.now })
  const lines = (given: [string, string][]) => given.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const all = Object.entries(headers)
  const wire = (given: [string, string][], sent: string | Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(
        `POST /hooks/nimbus/crm HTTP/1.1\r\nhost: v\r\n${lines(given)}${more}content-length: ${sent.length}\r\n\r\n`,
      ),
      Buffer.from(sent),
    ])
  // The same header twice is another header.
  for (const name of ['webhook-id', 'webhook-signature', 'webhook-timestamp'] as const)
    expect((await rawly(port, wire([...all, [name, 'x']], body, 'connection: close\r\n'))).status).toBe(401)
  // A bomb is not unpacked, signed or not.
  const bomb = gzipSync(Buffer.alloc(50 * 2 ** 20, ' '))
  const packed = Object.entries({
    ...standardHeaders(bomb, { secret, at: time.now, id: 'b' }),
    'content-encoding': 'gzip',
  })
  expect((await rawly(port, wire(packed, bomb, 'connection: close\r\n'))).status).toBe(415)
  // Two lengths, or a length and pieces, are how requests are smuggled past those who stand in front.
  for (const odd of ['content-length: 1\r\n', 'transfer-encoding: chunked\r\n'])
    expect([400, 404]).toContain((await rawly(port, wire(all, body, odd))).status)
  expect((await rawly(port, 'GET /hooks/nimbus/crm\r\n\r\n')).answer).not.toContain('nimbus')
  expect(
    (await rawly(port, `POST /hooks/nimbus/crm HTTP/1.1\r\nhost: v\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`))
      .status,
  ).toBe(431)
  // Several in one breath are answered one by one, each by itself.
  const forged = wire(all, body.replace('lampe', 'table'), '')
  const both = await rawly(port, Buffer.concat([wire(all, body), wire(all, body, 'connection: close\r\n')]))
  expect(both.answer.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
  expect(
    (await rawly(port, Buffer.concat([forged, wire(all, body)]))).answer.match(/HTTP\/1\.1 \d+/g),
  ).toEqual(['HTTP/1.1 401'])
  await look()
  expect(await filed('crm')).toBe(1)
  expect(await post(lamp('b'))).toBe(200)
  expect((await health()).counts.get('packed')).toBe(1)
})

test('a webhook that the settings name no more is forgotten, what it was sent too', async () => {
  const { store } = await newHookWorld([])
  await store.received.keep({
    ...{
      team: 'nimbus',
      hook: 'crm',
      key: 'k',
      event: null,
      type: null,
      at: saturday,
      body: Buffer.from('{}'),
    },
  })
  const { look, heard } = await newHookWorld([], { store })
  await look()
  expect(heard).toEqual([])
  expect((await store.received.health('nimbus', saturday - hour)).size).toBe(0)
})

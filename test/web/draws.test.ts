import { afterEach, expect, test } from 'vitest'
import type { Proof } from '../../src/model/draw-proof.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { newPublicServer } from '../../src/web/public.ts'
import { lampsProof } from '../draws.ts'

const stops: (() => Promise<void>)[] = []
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())))

async function opened(find: (id: string) => Promise<Proof | null>) {
  const errors: unknown[] = []
  const asked: string[] = []
  const findProof = (id: string) => {
    asked.push(id)
    return find(id)
  }
  const log = { error: (facts: object) => void errors.push(facts) }
  const server = newPublicServer({ port: 0, doors: [], findProof, log })
  stops.push(server.stop)
  const address = `http://127.0.0.1:${await server.start()}`
  return { get: (path: string, headers = {}) => fetch(address + path, { headers }), asked, errors }
}

const lamps = async (id: string) => (id === 'lamps' ? lampsProof() : null)

test('a draw has a page for people, in their language, and a file for programs', async () => {
  const { get } = await opened(lamps)
  const page = await get('/draws/lamps', { 'accept-language': 'fr-FR,en;q=0.5' })
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('<html lang="fr">')
  expect(await (await get('/draws/lamps')).text()).toContain('<html lang="en">')
  const file = await get('/draws/lamps.json')
  expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(file.headers.get('access-control-allow-origin'), 'for checkers of others').toBe('*')
  expect(verifyProof(await file.json())).toMatchObject({ holds: true })
})

test('the page may run its own script and ask nobody, in nobody’s frame', async () => {
  const { get } = await opened(lamps)
  const { headers } = await get('/draws/lamps')
  const policy = headers.get('content-security-policy')!
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]+' 'sha256-[\w+/=]+'; style-src 'sha256-/,
  )
  expect(policy).toMatch(/; frame-ancestors 'none'$/)
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-robots-tag')).toBe('noindex')
})

test('a draw that is none is told nothing, and odd addresses ask for nothing', async () => {
  const { get, asked, errors } = await opened(lamps)
  for (const path of [
    '/draws/other',
    '/draws/',
    '/draws',
    '/draws/lamps/more',
    '/draws/lamps.xml',
    '/draws/%2e%2e%2fetc',
    `/draws/${'a'.repeat(65)}`,
    '/draws/lamps%00',
    '/draws/%E0%A4%A',
  ]) {
    const answer = await get(path)
    expect([404, 400], path).toContain(answer.status)
    expect(await answer.text()).toBe('')
  }
  expect(asked).toEqual(['other'])
  expect(errors).toEqual([])
})

test('many who look at once are one question', async () => {
  const { get, asked } = await opened(lamps)
  const all = await Promise.all(Array.from({ length: 20 }, () => get('/draws/lamps')))
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(asked).toEqual(['lamps'])
})

test('a store that fails tells nothing outside, and is asked again', async () => {
  let broken = true
  const { get, errors } = await opened(async (id) => {
    if (broken) throw new Error('secret')
    return lamps(id)
  })
  const answer = await get('/draws/lamps')
  expect([answer.status, await answer.text()]).toEqual([500, ''])
  expect(errors).toHaveLength(1)
  broken = false
  expect((await get('/draws/lamps')).status).toBe(200)
})

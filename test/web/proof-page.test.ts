import { existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { randomnessOf } from '../../src/model/drand.ts'
import { fingerprintOf, type Proof, proofOf } from '../../src/model/draw-proof.ts'
import { pageOf } from '../../src/reports/proof-page.ts'
import { newPublicServer } from '../../src/web/public.ts'
import { entriesFor, lamps, lampsProof, receiptFor } from '../draws.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = [process.env.CHROMIUM ?? '', ...places].find((path) => path && existsSync(path))
const args =
  '--host-resolver-rules=MAP\u00a0nimbus.example\u00a0127.0.0.1 --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

describe.skipIf(!executablePath)(
  'the proof of a draw, in a real browser (skipped where no Chromium is installed)',
  { timeout: 60_000 },
  () => {
    let browser: Browser
    let folder: string
    const closing: (() => Promise<unknown>)[] = []
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath,
        args: args.split(' ').map((arg) => arg.replaceAll('\u00a0', ' ')),
      })
      folder = await mkdtemp(join(tmpdir(), 'vigie-proof-'))
    })
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })
    afterAll(async () => {
      await browser?.close()
      await rm(folder, { recursive: true, force: true })
    })

    /** An address opened in a browser without a network; what it complains about, or asks for, fails the test. */
    async function visit(address: string, { locale = 'en-GB', width = 1280 } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale })
      const page = await context.newPage()
      const [complaints, asked] = [[] as string[], [] as string[]]
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (line) => complaints.push(line.text()))
      page.on('request', (request) => asked.push(request.url()))
      closing.push(async () => {
        expect(complaints).toEqual([])
        expect(asked).toEqual([address])
        await context.close()
      })
      await page.goto(address)
      await page.locator('main[aria-busy=false]').waitFor()
      return page
    }

    /** The page as it is attached in a chat: a file that somebody opens. */
    function open(proof: Proof, more: { locale?: string; width?: number } = {}) {
      const file = join(folder, `${Math.random()}.html`)
      writeFileSync(file, pageOf(proof, 'en').html)
      return visit(`file://${file}`, more)
    }

    const verdict = (page: Page) => page.getByRole('status').first()
    const forged = (change: (proof: Proof) => void) => {
      const proof = structuredClone(lampsProof())
      change(proof)
      return { ...proof, fingerprint: fingerprintOf(proof) }
    }

    test('works the draw out anew, offline, down to the chain’s signature, and says that nobody chose', async () => {
      const page = await open(lampsProof())
      await verdict(page).getByText('This draw holds').waitFor()
      expect(await verdict(page).textContent()).toContain('Nobody could have chosen the winners')
      expect(await page.locator('.winners code').allTextContents()).toEqual(
        lampsProof().winners.map(({ receipt }) => receipt),
      )
      expect(await page.locator('.steps .mark.fine').count()).toBe(4)
      expect(await page.locator('.steps').textContent()).toContain('Your browser checked its signature')
      expect(await page.locator('.rerolls li').count()).toBe(2)
      expect(await page.locator('.rerolls q').textContent()).toBe('Un collègue')
    })

    test('somebody finds their receipt, their chances and their place', async () => {
      const page = await open(lampsProof())
      const box = page.getByLabel('Your receipt')
      const answer = page.locator('.answer')
      await box.fill('abc')
      expect(await answer.textContent()).toBe('Type at least four of its letters.')
      await box.fill('aaaaaaa')
      expect(await answer.textContent()).toMatch(/^No entry has this receipt/)
      await box.fill(receiptFor(4).slice(0, 8).toUpperCase())
      expect(await answer.textContent()).toMatch(
        /took part with 3 chances out of 16 \(19%\), and was drawn at place \d+\.$/,
      )
      const [first] = lampsProof().winners
      await box.fill(first!.receipt)
      expect(await answer.textContent()).toMatch(/^This receipt won: Nimbus One\./)
    })

    test.each<[string, (proof: Proof) => void, string]>([
      [
        'a friend who won',
        ({ winners }) => {
          winners[0]!.receipt = receiptFor(3)
        },
        'The winners are not those',
      ],
      ['an entry that is gone', (p) => void p.entries.pop(), 'not as many entries'],
      [
        'a value that somebody made up',
        ({ drawn }) => {
          drawn.value!.signature = `8${drawn.value!.signature.slice(1)}`
          drawn.value!.randomness = randomnessOf(drawn.value!.signature)
        },
        'not signed by the public source',
      ],
    ])('%s does not get through', async (_, change, words) => {
      const page = await open(forged(change))
      await verdict(page).getByText('This draw does not hold').waitFor()
      expect(await verdict(page).textContent()).toContain(words)
      expect(await page.locator('.steps .mark.wrong').count()).toBeGreaterThan(0)
    })

    test('where the organiser has to be trusted, the page says so', async () => {
      const frozen = { ...lamps.frozen, round: null }
      const page = await open(proofOf({ ...lamps, chain: null, frozen, value: null, rerolls: [] }))
      await verdict(page).getByText('You trust the organiser').waitFor()
      expect(await verdict(page).getAttribute('class')).toContain('doubt')
    })

    test('speaks the language of the browser, and the other one with a press', async () => {
      const page = await open(lampsProof(), { locale: 'fr-FR' })
      await verdict(page).getByText('Ce tirage est exact').waitFor()
      expect(await page.evaluate('document.documentElement.lang')).toBe('fr')
      await page.getByRole('button', { name: 'English' }).click()
      await verdict(page).getByText('This draw holds').waitFor()
      expect(await page.title()).toBe('Trois lampes Nimbus · Proof of a draw')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Français')
    })

    test('what strangers wrote stays text', async () => {
      const hostile = '</script><img src=x onerror=alert(1)><!--<script>alert(2)</script>{script}$&'
      const rerolls = lamps.rerolls.map((one) => ({ ...one, note: hostile }))
      const facts = {
        title: hostile,
        organiser: hostile,
        prizes: [hostile, hostile],
        rerolls: rerolls.slice(0, 1),
      }
      const page = await open(proofOf({ ...lamps, ...facts }))
      await verdict(page).getByText('This draw holds').waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(hostile)
      expect(await page.locator('img, [onerror]').count()).toBe(0)
      expect(await page.evaluate('document.scripts.length')).toBe(4)
      expect(await page.locator('.winners b').first().textContent()).toBe(hostile)
    })

    test('gives the proof.json again, whole', async () => {
      const page = await open(lampsProof())
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save proof.json' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('proof.json')
      expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(lampsProof())
    })

    test('checks 20,000 entries, and shows all of it on a phone', async () => {
      const page = await open(proofOf({ ...lamps, entries: entriesFor(20_000), rerolls: [] }), { width: 360 })
      await verdict(page).getByText('This draw holds').waitFor()
      expect(await verdict(page).textContent()).toContain('20,000 entries')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    })

    test('is the same behind the public door, also on a plain http address of a network', async () => {
      const server = newPublicServer({
        port: 0,
        doors: [],
        findProof: async (id) => (id === 'lamps' ? lampsProof() : null),
        log: { error: () => {} },
      })
      closing.push(server.stop)
      const page = await visit(`http://nimbus.example:${await server.start()}/draws/lamps`)
      expect(await page.evaluate('isSecureContext'), 'a browser keeps its own SHA-256 from such a page').toBe(
        false,
      )
      await verdict(page).getByText('This draw holds').waitFor()
    })
  },
)

import { existsSync } from 'node:fs'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { type Marked, marked, plain } from '../../src/texts/marked.ts'
import { newWebServer } from '../../src/web/server.ts'
import { newFakeWorkspace } from './fake-workspace.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = [process.env.CHROMIUM ?? '', ...places].find((path) => path && existsSync(path))
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

describe.skipIf(!executablePath)(
  'the page, in a real browser (skipped where no Chromium is installed)',
  () => {
    let browser: Browser
    const closing: (() => Promise<unknown>)[] = []
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: args.split(' ') })
    })
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })
    afterAll(() => browser?.close())

    /** The page as somebody; whatever the browser complains about fails the test at its end. */
    async function open({ as = 'mia', channel = 'veille', width = 1280, before = (_: Fake) => {} } = {}) {
      const fake = newFakeWorkspace()
      before(fake)
      const server = newWebServer({ workspace: fake.workspace, port: 0, health: async () => ({}) })
      const address = await server.start()
      closing.push(() => server.stop())
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB' })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      closing.push(async () => {
        expect(complaints).toEqual([])
        await context.close()
      })
      await page.goto(`${address}/?as=${as}&channel=${channel}`)
      await expect.poll(() => fake.watching()).toBe(1)
      await page.getByRole('combobox', { name: /Message #|Écrire dans/ }).waitFor()
      return { ...fake, page, server, address, complaints }
    }
    type Fake = ReturnType<typeof newFakeWorkspace>

    const log = (page: Page) => page.locator('#messages')
    const inWindow = async (what: Locator, page: Page) => {
      const [box, window] = [await what.boundingBox(), await log(page).boundingBox()]
      return box!.y >= window!.y && box!.y + box!.height <= window!.y + window!.height
    }
    const box = (page: Page) => page.getByRole('combobox').first()

    test('a message appears as it is said, with its mood in words, its quote and its link', async () => {
      const { page, say } = await open()
      await page.getByRole('heading', { name: 'Welcome to #veille' }).waitFor()
      say({
        title: 'Lamp broken again',
        url: 'https://nimbus.example/1',
        mood: 'negative',
        text: marked`By **Ravi**`,
        fields: [{ name: 'Reach', value: marked`1,240` }],
        items: [{ title: 'A forum', quote: 'En panne !', mood: 'positive' }],
        note: marked`Heard at once`,
      })
      const card = log(page).locator('.card')
      await card.waitFor()
      const words = [
        'Negative',
        'Lamp broken again',
        'By Ravi',
        'Reach',
        '1,240',
        'A forum',
        'Positive',
        'En panne !',
      ]
      for (const word of words) expect(await card.textContent()).toContain(word)
      const link = card.getByRole('link', { name: 'Lamp broken again' })
      expect(await link.getAttribute('href')).toBe('https://nimbus.example/1')
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
      expect(await page.locator('.welcome').count()).toBe(0)
    })

    test('what strangers write stays text, wherever it stands', async () => {
      const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3))'
      const { page, say, types, complaints } = await open()
      types('noor', hostile)
      say({
        title: hostile,
        url: 'javascript:alert(4)',
        text: plain(hostile),
        fields: [{ name: hostile, value: plain(hostile) }],
        items: [{ title: hostile, url: 'javascript:alert(5)', quote: hostile, text: hostile as Marked }],
        note: plain(hostile),
        buttons: [{ action: 'a.b', label: hostile }],
        react: ['<b>'],
      })
      await log(page).locator('.card').waitFor()
      expect(await log(page).locator('script, [onerror], img:not(.avatar), a, b').count()).toBe(0)
      expect(await log(page).locator('.typed').textContent()).toBe(hostile)
      expect(await log(page).locator('.card h3').textContent()).toContain('<img src=x onerror=alert(1)>')
      expect(await log(page).locator('.card blockquote').textContent()).toBe(hostile)
      // Even a mistake of ours could not make markup of it.
      const injected = await page.evaluate(
        `(() => { try { document.body.innerHTML = '<b>'; return 'made' } catch { return 'refused' } })()`,
      )
      expect(injected).toBe('refused')
      expect(await page.evaluate('document.scripts.length')).toBe(1)
      expect(complaints.splice(0)).toEqual([expect.stringContaining('TrustedHTML')])
    }, 30_000)

    test('the menu beside a message offers what its person may do with it', async () => {
      const { page, types, say, done } = await open()
      const { id } = types('theo', 'Ma lampe fume')
      say({ title: 'Lamp' })
      const message = log(page).locator('.message', { hasText: 'Ma lampe fume' })
      await message.hover()
      await message.locator('summary').click()
      await message.getByRole('button', { name: 'Report to Vigie' }).click()
      await expect.poll(() => done.at(-1)).toEqual(['act', 'mia', 'veille', id, 'mention add.report'])
      expect(await message.locator('details').getAttribute('open')).toBeNull()
      const card = log(page).locator('.message', { hasText: 'Lamp' }).last()
      await card.hover()
      await card.locator('summary').press('Enter')
      expect(await card.locator('.menu button').allTextContents()).toEqual(['Not about us'])
      await page.keyboard.press('Escape')
      expect(await card.locator('.menu').isVisible()).toBe(false)
    })

    test('a pressed button is told with what it is about, and a mistake is shown in words', async () => {
      const { page, say, done, failures, complaints } = await open()
      const buttons = [{ action: 'mention.take', label: 'I take it', value: '17', about: 'mention:17' }]
      const { id } = say({ title: 'Lamp', buttons })
      const button = page.getByRole('button', { name: 'I take it' })
      await button.click()
      const told = { action: 'mention.take', value: '17', about: 'mention:17' }
      await expect.poll(() => done).toEqual([['press', 'mia', 'veille', id, told]])

      failures.set('mention.take', new Oops('workspace.no-channel', { channel: 'x' }))
      await button.click()
      await page.getByRole('alert').getByText('There is no channel “x” here').waitFor()
      expect(await page.evaluate('document.activeElement.textContent'), 'the focus stays').toBe('I take it')
      expect(complaints.splice(0)).toEqual([expect.stringContaining('404')])
    }, 30_000)

    test('a form asks for what is missing, and its answers are handed back', async () => {
      const { page, forms, done } = await open()
      forms.set('/reply', {
        title: 'Draft a reply',
        inputs: [
          { name: 'text', label: 'What to answer', kind: 'text', required: true, hint: 'In French' },
          { name: 'sign', label: 'Signed', kind: 'line', value: 'Mia' },
          {
            name: 'tone',
            label: 'Tone',
            kind: 'choice',
            choices: [{ value: 'warm', label: 'Warm' }],
            value: 'warm',
          },
        ],
        submit: 'Keep',
      })
      await box(page).fill('/reply')
      await box(page).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Draft a reply' })
      await dialog.getByRole('button', { name: 'Keep' }).click()
      expect(done.at(-1)![0], 'nothing is sent without what is required').toBe('type')
      await dialog.getByLabel('What to answer').fill('Toutes nos excuses !')
      await dialog.getByRole('button', { name: 'Keep' }).click()
      await dialog.waitFor({ state: 'hidden' })
      const values = { text: 'Toutes nos excuses !', sign: 'Mia', tone: 'warm' }
      expect(done.at(-1)).toEqual(['submit', 'mia', '/reply', values])
    })

    test('an offered reaction is given by a click, counted, and taken back by another', async () => {
      const { page, say, done } = await open()
      const { id } = say({ title: 'A draft', react: ['✅'] })
      await page.getByRole('button', { name: 'React with ✅, 0 so far' }).click()
      const given = page.getByRole('button', { name: 'React with ✅, 1 so far' })
      await given.waitFor()
      expect(await given.getAttribute('aria-pressed')).toBe('true')
      expect(await page.evaluate('document.activeElement.getAttribute("data-focus")')).toBe('react ✅')
      await given.click()
      await page.getByRole('button', { name: 'React with ✅, 0 so far' }).waitFor()
      expect(done.map((one) => one.at(-1))).toEqual([true, false])
      expect(done[0]).toEqual(['react', 'mia', 'veille', id, '✅', true])
    })

    test('being somebody else changes the language, the channels and what is seen', async () => {
      const { page, say, types } = await open()
      say({ text: marked`for Mia only`, quiet: true }, { to: 'mia' } as never)
      types('noor', 'bonjour à tous')
      await log(page).getByText('Only you see this').waitFor()

      await page.getByRole('button', { name: /Noor/ }).click()
      await page.getByRole('button', { name: 'Envoyer' }).first().waitFor()
      await log(page).getByText('bonjour à tous').waitFor()
      expect(await log(page).getByText('for Mia only').count()).toBe(0)
      expect(await page.evaluate('document.documentElement.lang')).toBe('fr')
      expect(page.url()).toContain('as=noor')

      await page.getByRole('button', { name: /Theo/ }).click()
      await page.getByRole('heading', { name: '#community', exact: true }).waitFor()
      expect(await page.locator('#channels').getByText('veille').count()).toBe(0)
    })

    test('a thread opens at the side, and an answer stands in it, not in the channel', async () => {
      const { page, types, done } = await open()
      const root = types('noor', 'Who answers Ravi?')
      await log(page).getByText('Who answers Ravi?').hover()
      await page.getByRole('button', { name: 'Answer in a thread' }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByRole('combobox').fill('I do')
      await thread.getByRole('combobox').press('Enter')
      await thread.getByText('I do').waitFor()
      expect(done).toEqual([['type', 'mia', 'veille', 'I do', root.id]])
      expect(await log(page).getByText('I do').count()).toBe(0)
      await log(page).getByRole('button', { name: '1 answer' }).waitFor()
      await page.keyboard.press('Escape')
      await thread.waitFor({ state: 'hidden' })
    })

    test('a change takes place where the message stands, marked as edited; a removed one goes', async () => {
      const { page, say, change, remove } = await open()
      const first = say({ title: 'Three outlets' })
      const second = say({ title: 'Something else' })
      await log(page).getByText('Something else').waitFor()
      change(first.id, { title: 'Thirty outlets' })
      await log(page).getByText('Thirty outlets').waitFor()
      const articles = log(page).getByRole('article')
      expect(await articles.allTextContents()).toEqual([
        expect.stringMatching(/Thirty outlets.*\(edited\)/),
        expect.stringContaining('Something else'),
      ])
      remove(second.id)
      await expect.poll(() => articles.count()).toBe(1)
    })

    test('a slash suggests commands; arrows and Tab complete; the usage stays in sight; ↑ brings it back', async () => {
      const { page, done } = await open()
      await box(page).fill('/')
      expect(await page.getByRole('option').allTextContents()).toEqual([
        '/helpWhat Vigie can do',
        '/mentionsWhat was heard',
        '/sourcesWhere Vigie listens',
        '/sources addOne more',
      ])
      await box(page).press('ArrowDown')
      await box(page).press('Tab')
      expect(await box(page).inputValue()).toBe('/mentions ')
      await page.getByText('/mentions [topic] [since:24h] [mood:negative]').waitFor()
      await page.keyboard.type('nimbus')
      await box(page).press('Enter')
      await expect.poll(() => done).toEqual([['type', 'mia', 'veille', '/mentions nimbus']])
      expect(await box(page).inputValue()).toBe('')
      await box(page).press('ArrowUp')
      expect(await box(page).inputValue()).toBe('/mentions nimbus')
      await box(page).fill('/sources add https://')
      expect(await page.getByRole('option').allTextContents()).toEqual(['/sources add <address>One more'])
    })

    test('what could not be sent comes back into the box, with the reason', async () => {
      const { page, failures, complaints } = await open()
      failures.set('hello', new Oops('workspace.no-channel', { channel: 'veille' }))
      await box(page).fill('hello')
      await box(page).press('Enter')
      await page.getByRole('alert').getByText('There is no channel').waitFor()
      expect(await box(page).inputValue()).toBe('hello')
      expect(complaints.splice(0)).toEqual([expect.stringContaining('404')])
    })

    test('newcomers to an empty channel run a first command with a click', async () => {
      const { page, done } = await open({ channel: 'community' })
      await page.getByRole('button', { name: '/help' }).click()
      await expect.poll(() => done).toEqual([['type', 'mia', 'community', '/help']])
    })

    test('other channels count what is unread, until they are opened', async () => {
      const { page, types } = await open()
      types('noor', 'one', { channel: 'e-reputation' })
      types('noor', 'two', { channel: 'e-reputation' })
      await page
        .getByRole('button', { name: '# e-reputation 2 unread messages' })
        .or(page.getByRole('button', { name: /e-reputation.*2 unread messages/ }))
        .first()
        .waitFor()
      await expect.poll(() => page.title()).toBe('(2) #veille · Vigie')
      await page.getByRole('button', { name: /e-reputation/ }).click()
      await expect.poll(() => page.title()).toBe('#e-reputation · Vigie')
    })

    test('after Vigie was away, the page catches up by itself', async () => {
      const { page, types, server, address, workspace, complaints } = await open()
      await server.stop()
      await page.getByText('Vigie cannot be reached').waitFor()
      types('noor', 'said meanwhile')
      const again = newWebServer({ workspace, port: Number(new URL(address).port), health: async () => ({}) })
      closing.unshift(() => again.stop())
      await again.start()
      await log(page).getByText('said meanwhile').waitFor()
      await page.getByText('Vigie cannot be reached').waitFor({ state: 'hidden' })
      complaints.splice(0)
    })

    test('earlier messages are read on demand, and who reads them stays where they are', async () => {
      const before = ({ types }: Fake) => {
        for (let n = 1; n <= 120; n++) types('noor', `message ${n}.`)
      }
      const { page } = await open({ before })
      await log(page).getByText('message 120.').waitFor()
      expect(await log(page).getByText('message 70.').count()).toBe(0)
      for (const first of ['message 21.', 'message 1.']) {
        await page.getByRole('button', { name: 'Show earlier messages' }).click()
        await log(page).getByText(first, { exact: true }).waitFor()
      }
      expect(await page.getByRole('button', { name: 'Show earlier messages' }).count()).toBe(0)
      expect(await log(page).getByRole('article').count()).toBe(120)
    })

    test('an answer longer than the window is read from its first line', async () => {
      const before = ({ types }: Fake) => {
        for (let n = 1; n <= 30; n++) types('noor', `message ${n}.`)
      }
      const { page, say, types } = await open({ before })
      await log(page).getByText('message 30.').waitFor()
      const items = Array.from({ length: 40 }, (_, n) => ({
        title: `/command-${n}`,
        text: marked`What it does`,
      }))
      say({ title: 'What I can do for you', items, quiet: true }, { to: 'mia' })
      const heading = log(page).getByRole('heading', { name: 'What I can do for you' })
      await heading.waitFor()
      await expect.poll(() => inWindow(heading, page)).toBe(true)
      expect(await page.getByRole('button', { name: 'New messages below' }).isVisible()).toBe(false)

      types('noor', 'And something new.')
      await page.getByRole('button', { name: 'New messages below' }).waitFor()
      expect(await inWindow(heading, page), 'who is reading is not moved').toBe(true)
    })

    test('a long field has the width to itself, short ones share a line', async () => {
      const { page, say } = await open()
      const long = marked`negative (score -0.68 of -1 to 1, confidence 87 %): out of order, a shame`
      say({
        title: 'Why mention 2',
        fields: [
          { name: 'Reach', value: marked`1,240` },
          { name: 'Story', value: marked`told here alone` },
          { name: 'Mood', value: long },
        ],
      })
      await log(page).locator('.card').waitFor()
      const [reach, story, mood] = await log(page)
        .locator('dl > div')
        .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().toJSON()))
      expect(story.top).toBe(reach.top)
      expect(mood.top).toBeGreaterThan(reach.top)
      expect(mood.width).toBeGreaterThan(600)
    })

    test('on a narrow screen nothing spills over, and the channels are behind a button', async () => {
      const { page, say } = await open({ width: 400 })
      const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(8)
      say({
        title: long,
        mood: 'neutral',
        items: [{ title: long, quote: long, url: `https://nimbus.example/${long}` }],
      })
      await log(page).locator('.card').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400)
      expect(await page.evaluate('document.getElementById("messages").scrollWidth')).toBe(400)
      await page.getByRole('button', { name: 'Channels and people' }).click()
      await page.getByRole('button', { name: 'community', exact: true }).click()
      await page.getByRole('heading', { name: '#community', exact: true }).waitFor()
    })
  },
)

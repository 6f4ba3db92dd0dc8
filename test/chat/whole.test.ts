import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { keepWhole, pagesOfWhole } from '../../src/chat/whole.ts'
import { type Marked, marked, nodesOf, plain, textOf } from '../../src/texts/marked.ts'
import { newWorld, read } from '../world.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 3000 })
const message: fc.Arbitrary<Message> = fc.record({
  title: words,
  text: words.map(plain),
  fields: fc.array(fc.record({ name: words, value: words.map(plain) }), { maxLength: 4 }),
  items: fc.array(fc.record({ title: words, quote: words, text: words.map(plain) }), { maxLength: 6 }),
})

const said = (text: Marked | undefined) => textOf(nodesOf(text ?? plain('')))

test('no page is longer than a chat takes, and nothing of the whole is missing', () => {
  fc.assert(
    fc.property(message, (whole) => {
      const pages = pagesOfWhole(whole)
      for (const { text, fields = [], items = [] } of pages) {
        const length = [
          said(text),
          ...fields.map(({ value }) => said(value)),
          ...items.map((one) => one.quote ?? ''),
        ]
        expect(length.join('').length).toBeLessThan(3500)
      }
      const letters = (text: string) => text.replace(/\s/gu, '')
      const shown = letters(pages.map((page) => said(page.text)).join(''))
      expect(shown).toBe(letters(said(whole.text)))
      for (const { quote } of whole.items!) {
        const quoted = pages.flatMap(({ items = [] }) => items.map((one) => one.quote ?? '')).join('')
        expect(letters(quoted)).toContain(letters(quote!))
      }
    }),
    { numRuns: 200 },
  )
})

test('a long answer is read page by page, by whoever presses', async () => {
  const { mia, store } = await newWorld()
  const text = plain(Array.from({ length: 900 }, (_, nth) => `mot${nth}`).join(' '))
  const key = await keepWhole(store.memory, { title: 'Long', text })
  const button = { action: 'whole.read', label: 'Tout lire', value: key }
  const first = await mia.presses('Tout lire', { text: marked`…`, buttons: [button] })
  expect(read(first)).toContain('mot0 ')
  expect(first.quiet).toBe(true)
  const second = await mia.presses('Suite', first)
  expect(second.instead).toBe(true)
  const again = await mia.presses('Précédent', second)
  expect(read(again)).toBe(read(first))
})

test('what is no longer kept is said so', async () => {
  const { mia } = await newWorld()
  const button = { action: 'whole.read', label: 'Tout lire', value: 'gone' }
  expect(read(await mia.presses('Tout lire', { text: marked`…`, buttons: [button] }))).toContain(
    'n’est plus conservé',
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { most, renderLocal } from '../../src/chat/local/render.ts'
import type { Message } from '../../src/chat/message.ts'
import type { Rendered } from '../../src/chat/rendered.ts'
import { type Marked, marked, type Node, plain, textOf } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'

const en = sayIn('en')
const fr = sayIn('fr')

test('an alert keeps its title, its mood in words, its quote and its buttons', () => {
  const message: Message = {
    title: 'Lamp broken again',
    url: 'https://nimbus.example/1',
    mood: 'negative',
    text: marked`By **Ravi**`,
    items: [{ title: 'Lampe', quote: 'En panne !', at: 1_700_000_000_000, mood: 'positive' }],
    buttons: [{ action: 'mention.take', label: 'Take', value: '17' }],
    about: 'mention:17',
    react: ['✅'],
  }
  expect(renderLocal(message, fr)).toMatchObject({
    title: 'Lamp broken again',
    url: 'https://nimbus.example/1',
    mood: { kind: 'negative', word: 'Négative' },
    text: [
      { kind: 'text', text: 'By ' },
      { kind: 'bold', nodes: [{ kind: 'text', text: 'Ravi' }] },
    ],
    items: [{ title: 'Lampe', quote: 'En panne !', at: 1_700_000_000_000, mood: { word: 'Positive' } }],
    buttons: [{ action: 'mention.take', label: 'Take', value: '17' }],
    about: 'mention:17',
    react: ['✅'],
    more: null,
  })
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//evil.example',
  'file:///etc/passwd',
  ' \tjavascript:alert(1)',
])('%j leads nowhere, whether in a title, an item or a text', (url) => {
  const message = { title: 'x', url, items: [{ title: 'y', url }], text: `[z](${url})` as Marked }
  const rendered = renderLocal(message, en)
  expect(rendered.url).toBeNull()
  expect(rendered.items[0]!.url).toBeNull()
  expect(linksIn(rendered)).toEqual([])
})

test('a quote is cut at 600 characters, and no emoji is cut in two', () => {
  const quote = '👩‍👩‍👧'.repeat(200)
  const shown = renderLocal({ items: [{ title: 'x', quote }] }, en).items[0]!.quote!
  expect(shown.length).toBeLessThanOrEqual(600)
  expect(shown).toMatch(/^(👩‍👩‍👧){74}…$/u)
})

test('a pile of accents on one letter is cut too', () => {
  const shown = renderLocal({ items: [{ title: 'x', quote: `e${'\u0301'.repeat(5000)}` }] }, en).items[0]!
    .quote!
  expect(shown.length).toBe(600)
})

test('more items than fit are counted in the language of the message', () => {
  const items = Array.from({ length: most.items + 12 }, (_, n) => ({ title: `${n}` }))
  expect(renderLocal({ items }, fr).more).toBe('… et 12 autres')
  expect(renderLocal({ items }, en).items).toHaveLength(most.items)
})

test('a text cannot turn the direction of what follows it', () => {
  expect(renderLocal({ title: 'abc\u202edef\u0000' }, en).title).toBe('abcdef')
})

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 5000 }),
  fc
    .array(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '<script>',
        '[x](javascript:alert(1))',
        '[](https://nimbus.example/)',
        '[y](https://nimbus.example/?q=1)',
        '**',
        '_',
        '`',
        '\\',
        '\n',
        '> ',
        '> \n\n',
        '@everyone',
        '\u202e',
        '👩‍👩‍👧',
        'word ',
      ),
      { maxLength: 3000 },
    )
    .map((parts) => parts.join('')),
)
const asMarked = hostile.map((text) => text as Marked)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const messages: fc.Arbitrary<Message> = fc.record({
  title: maybe(hostile),
  url: maybe(fc.oneof(hostile, fc.webUrl())),
  text: maybe(asMarked),
  mood: maybe(fc.constantFrom('negative', 'neutral', 'positive')),
  fields: maybe(fc.array(fc.record({ name: hostile, value: asMarked }), { maxLength: 40 })),
  items: maybe(
    fc.array(
      fc.record({
        title: hostile,
        url: maybe(fc.oneof(hostile, fc.webUrl())),
        quote: maybe(hostile),
        text: maybe(asMarked),
      }),
      { maxLength: 40 },
    ),
  ),
  note: maybe(asMarked),
  buttons: maybe(fc.array(fc.record({ action: fc.constant('a.b'), label: hostile }), { maxLength: 40 })),
  react: maybe(fc.array(hostile, { maxLength: 40 })),
})

test('whatever a message holds, its page stays within the limits, of known nodes, with web addresses only', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const rendered = renderLocal(message, en)
      const { title, text, fields, items, note, buttons, react } = rendered
      expect((title ?? '').length).toBeLessThanOrEqual(most.title)
      expect(fields.length).toBeLessThanOrEqual(most.fields)
      expect(items.length).toBeLessThanOrEqual(most.items)
      expect(buttons.length).toBeLessThanOrEqual(most.buttons)
      expect(react.length).toBeLessThanOrEqual(most.react)
      for (const button of buttons) expect(button.label.length).toBeLessThanOrEqual(most.label)
      for (const field of fields) expect(field.name.length).toBeLessThanOrEqual(most.fieldName)
      for (const item of items) expect(item.title.length).toBeLessThanOrEqual(most.itemTitle)
      for (const item of items) expect((item.quote ?? '').length).toBeLessThanOrEqual(most.quote)
      checkTree(text, most.text)
      checkTree(note, most.note)
      for (const field of fields) checkTree(field.value, most.fieldValue)
      for (const item of items) checkTree(item.text, most.itemText)
      for (const url of [rendered.url, ...items.map((item) => item.url), ...linksIn(rendered)])
        if (url !== null) expect(url).toMatch(/^https?:\/\//)
      expect(JSON.stringify(rendered)).not.toMatch(/[\u202a-\u202e]/)
    }),
    { numRuns: 200 },
  )
})

test('what a stranger wrote is said as text only, word for word', () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const nodes = renderLocal({ text: plain(words.slice(0, 1900)) }, en).text
      for (const node of nodes) expect(['text', 'break']).toContain(node.kind)
      // Empty lines at the top are the one thing that marked text does not keep.
      const said = words.slice(0, 1900).replace(/^\n+/, '').toWellFormed()
      expect(textOf(nodes)).toBe(said.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/g, ''))
    }),
    { numRuns: 300 },
  )
})

function checkTree(nodes: Node[], length: number) {
  expect(textOf(nodes).length).toBeLessThanOrEqual(length)
  expect(all(nodes).length).toBeLessThanOrEqual(4 * length)
  for (const node of all(nodes))
    expect(['text', 'code', 'bold', 'italic', 'link', 'break', 'quote']).toContain(node.kind)
}

const all = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => ('nodes' in node ? [node, ...all(node.nodes)] : [node]))

const linksIn = ({ text, note, fields, items }: Rendered) =>
  all([...text, ...note, ...fields.flatMap((field) => field.value), ...items.flatMap((item) => item.text)])
    .filter((node) => node.kind === 'link')
    .map((node) => node.url)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fits, type Packed, pack, referenceOf, unpack } from '../../src/chat/discord/custom-id.ts'
import { renderModal } from '../../src/chat/discord/modal.ts'
import { aboutIn, deliveryIn, renderDiscord, tells } from '../../src/chat/discord/render.ts'
import type { Form, Message } from '../../src/chat/message.ts'
import { clean } from '../../src/chat/shorten.ts'
import { moods } from '../../src/model/mood.ts'
import { newId } from '../../src/store/id.ts'
import { type Marked, marked, nodesOf, plain, textOf, together } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { rounds } from '../rounds.ts'
import { problemsOf, problemsOfModal } from './discord-limits.ts'
import { kindsIn, linksIn, readMarkdown, wordsOf } from './discord-markdown.ts'

const hostile = [
  '@everyone',
  '@here',
  '<@80351110224678912>',
  '<@&165511591545143296>',
  '<#103735883630395392>',
  '</help:1>',
  '<id:customize>',
  '<:mmLol:216154654256398347>',
  '<t:1618953630:R>',
  ':fire:',
  '||spoiler||',
  '~~struck~~',
  '**gras**',
  '_x_',
  '__u__',
  '***',
  '`code`',
  '```',
  '\\',
  '\\*',
  '\n# Title',
  '\n-# small',
  '\n- one',
  '\n12. twelve',
  '\n> quoted',
  '\n>>> all',
  'https://evil.example/?a=1&b=2',
  '<https://evil.example>',
  'discord.gg/evil',
  '[z](https://evil.example)',
  '](https://evil.example)',
  ' ](https://evil.example)',
  '(https://evil.example)',
  '[',
  '¯\\_(ツ)_/¯',
  '\u202e',
  '\u0000',
  '\ud83d',
]
const letters = [
  'Ma lampe Nimbus fume, et le SAV « ne répond pas » !',
  'The lamp is back in stock',
  'مصباح نيمبوس معطّل',
  'הנורה כבתה',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '👍🏽',
  'é',
  `z${'\u0301'.repeat(80)}`,
  '\u2003',
  ' ',
  '\n',
]
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...letters, ...hostile),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  ),
  { maxLength: 12 },
)
const words = fc.tuple(pieces, fc.constantFrom(' ', '')).map(([parts, between]) => parts.join(between))
const long = fc.tuple(words, fc.integer({ min: 1, max: 150 })).map(([text, times]) => text.repeat(times))
const text = fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: long })

const url = fc.constantFrom(
  'https://nimbus.example/lampes?a=1&b=2_c*d*',
  'javascript:alert(1)',
  'https://nimbus.example/',
  'https://mia:geheim@nimbus.example/',
  'https://localhost/',
  `https://x.example/${'é'.repeat(900)}`,
  `https://x.example/${'e'.repeat(450)}`,
)
const quoted = text.map((words) => `> ${plain(words).replace(/\n/g, ' ')}` as Marked)
const marks: fc.Arbitrary<Marked> = fc
  .array(
    fc.oneof(
      text.map(plain),
      text.map((words) => marked`**${words}**`),
      text.map((words) => marked`_${words}_`),
      text.map((words) => marked`\`${words.replace(/`/g, '')}\``),
      fc.tuple(text, url).map(([words, url]) => `[${plain(words)}](${url.replace(/[()\s]/g, '')})` as Marked),
      quoted,
    ),
    { maxLength: 4 },
  )
  .chain((parts) => fc.constantFrom('\n', '').map((between) => together(parts, between)))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const label = text.map((words) => words.slice(0, 200))
const delivery = fc.integer({ min: 0, max: 2 ** 45 }).map((at) => newId(at))
const button = fc.record({
  action: fc.constantFrom('mention.take', 'whole.read'),
  label,
  value: maybe(fc.oneof(fc.constant('17'), delivery)),
  about: maybe(
    fc.oneof(
      fc.constant('mention:3'),
      delivery.map((id) => `delivery:${id}`),
    ),
  ),
  style: maybe(fc.constantFrom('primary' as const, 'danger' as const)),
})
const choice = fc.record({ value: fc.string({ minLength: 1, maxLength: 90 }), label })
const select = fc.record({
  action: fc.constant('setup.choose'),
  label,
  choices: maybe(fc.array(choice, { maxLength: 40 })),
  of: maybe(fc.constantFrom('channels' as const, 'people' as const, 'groups' as const)),
  chosen: maybe(fc.array(fc.constantFrom('veille', 'discord:81384788765712384/80351110224678912', 'a'))),
  most: maybe(fc.constantFrom(1, 3, 200)),
})
const item = fc.record({
  title: text,
  url: maybe(url),
  quote: maybe(text),
  text: maybe(marks),
  mood: maybe(fc.constantFrom(...moods)),
  at: maybe(fc.oneof(fc.integer(), fc.constant(1_795_000_000_000), fc.constant(Number.NaN))),
  buttons: maybe(fc.array(button, { maxLength: 7 })),
})
const file = fc.record({
  name: text,
  type: fc.constantFrom('image/png', 'text/csv'),
  base64: fc.constantFrom('aGVsbG8=', 'A'.repeat(4000)),
  says: text,
})
const message: fc.Arbitrary<Message> = fc.record({
  title: maybe(text),
  url: maybe(url),
  text: maybe(marks),
  mood: maybe(fc.constantFrom(...moods)),
  fields: maybe(fc.array(fc.record({ name: label, value: marks }), { maxLength: 30 })),
  items: maybe(
    fc.oneof(
      fc.array(item, { maxLength: 9 }),
      fc.array(item, { minLength: 10, maxLength: 30, size: 'large' }),
    ),
  ),
  note: maybe(marks),
  buttons: maybe(fc.array(button, { maxLength: 40 })),
  selects: maybe(fc.array(select, { maxLength: 7 })),
  files: maybe(fc.array(file, { maxLength: 12 })),
  about: maybe(fc.constantFrom('mention:17', 'story:3')),
  team: maybe(fc.constantFrom('nimbus', 'communication-externe-et-relations-presse')),
})
/** What fits: an alert, a short list, an answer. */
const small: fc.Arbitrary<Message> = fc.record({
  title: maybe(words),
  text: maybe(words.map(plain)),
  mood: maybe(fc.constantFrom(...moods)),
  fields: maybe(fc.array(fc.record({ name: words, value: words.map(plain) }), { maxLength: 3 })),
  items: maybe(
    fc.array(fc.record({ title: words, url: maybe(url), quote: maybe(words), at: maybe(fc.integer()) }), {
      maxLength: 5,
    }),
  ),
  note: maybe(words.map((text) => marked`${text}`)),
  buttons: maybe(fc.array(button, { maxLength: 3 })),
})
const mostlySmall = fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: message })
const more = fc.record({ delivery: maybe(delivery), whole: maybe(delivery), quiet: maybe(fc.boolean()) })
const say = fc.constantFrom(sayIn('fr'), sayIn('en'))

test('no message is over any limit of Discord, whatever it says', () => {
  fc.assert(
    fc.property(message, more, say, (message, more, say) => {
      const { body, files } = renderDiscord(message, say, more)
      expect(problemsOf(body, files)).toEqual([])
    }),
    { numRuns: rounds(40, 100) },
  )
})

test('nothing from outside is more than words: no mention, no markup, no emoji, no moment, no address', () => {
  fc.assert(
    fc.property(small, say, (message, say) => {
      for (const { text, of } of markdownIn(renderDiscord(message, say).body)) {
        const tokens = readMarkdown(text)
        // A list has its headlines in bold, with their addresses; quotations are quoted.
        const ours = of === 'description' ? ['text', 'quote', 'bold', 'link', 'time'] : ['text']
        expect([...kindsIn(tokens)].filter((kind) => !ours.includes(kind))).toEqual([])
        for (const url of linksIn(tokens)) expect(url).toMatch(/^https:\/\/(?:nimbus|x)\.example\//)
        expect(tokens.filter(({ kind, text }) => kind === 'time' && !/^<t:\d+:R>$/.test(text))).toEqual([])
      }
    }),
    { numRuns: rounds(120, 300) },
  )
})

test('our own markup is read as such, whatever stands in it', () => {
  fc.assert(
    fc.property(message, say, (message, say) => {
      for (const { text } of markdownIn(renderDiscord(message, say).body)) {
        const ours = ['text', 'bold', 'italic', 'code', 'link', 'quote', 'time']
        const tokens = readMarkdown(text)
        expect([...kindsIn(tokens)].filter((kind) => !ours.includes(kind))).toEqual([])
        for (const url of linksIn(tokens)) expect(url).toMatch(/^https:\/\/(?:nimbus|x)\.example\//)
      }
    }),
    { numRuns: rounds(40, 100) },
  )
})

test('what a stranger wrote is said word for word, up to a whole character', () => {
  fc.assert(
    fc.property(text, (words) => {
      const { body, cut } = renderDiscord({ text: plain(words) }, sayIn('en'))
      const said = wordsOf(readMarkdown(body.embeds![0]!.description ?? '')).replace(/^\u200b$/, '')
      const whole = clean(words).trim()
      if (!cut) {
        expect(said).toBe(whole)
        return
      }
      const kept = said.replace(/…$/, '')
      expect(whole.startsWith(kept)).toBe(true)
      const ends = [...new Intl.Segmenter('und').segment(whole)].map(({ index }) => index)
      expect([...ends, whole.length].some((end) => whole.slice(0, end).trimEnd() === kept)).toBe(true)
    }),
    { numRuns: rounds(120, 300) },
  )
})

test('what is missing is said: all words are there, or it is cut', () => {
  let whole = 0
  fc.assert(
    fc.property(mostlySmall, say, (message, say) => {
      const { body, cut } = renderDiscord(message, say)
      if (cut) return
      whole++
      const json = body
        .embeds!.flatMap(({ title, description, author, footer, fields = [] }) => [
          ...[title, description, ...fields.flatMap(({ name, value }) => [name, value])].map((text) =>
            wordsOf(readMarkdown(text ?? '')),
          ),
          author?.name,
          footer?.text,
        ])
        .join(' ')
      const shown = lettersIn(json)
      const items = message.items ?? []
      const texts = [message.text, message.note, ...(message.fields ?? []).map(({ value }) => value)]
      const said = [
        message.title,
        ...(message.fields ?? []).map(({ name }) => name),
        ...items.flatMap(({ title, quote }) => [title, quote]),
        ...[...texts, ...items.map(({ text }) => text)].flatMap((text) =>
          nodesOf(text ?? plain('')).map((node) => textOf([node])),
        ),
      ]
      for (const words of said)
        for (const word of lettersIn(words ?? '').split(' ')) expect(shown).toContain(word)
      const asked = [...(message.buttons ?? []), ...items.flatMap(({ buttons }) => buttons ?? [])]
      const ids = JSON.stringify(body.components).match(/"type":2,"style":[124]/g) ?? []
      expect(ids.length).toBe(asked.length)
    }),
    { numRuns: rounds(80, 200) },
  )
  expect(whole).toBeGreaterThan(30)
})

test('a delivery and what it is about are read back from every message', () => {
  fc.assert(
    fc.property(mostlySmall, delivery, say, (message, delivery, say) => {
      const { body } = renderDiscord(message, say, { delivery })
      expect(deliveryIn(body)).toBe(referenceOf(delivery))
      expect(tells(body, delivery)).toBe(true)
      expect(tells(body, newId())).toBe(false)
      const buttons = message.buttons ?? []
      if (message.about && buttons.length > 0 && buttons.length < 20 && buttons.some(({ about }) => !about))
        expect(aboutIn(body).about).toBe(message.about)
    }),
    { numRuns: rounds(80, 200) },
  )
})

test('what a custom_id holds comes out as it went in', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('|', '~', '%7C', '1', '~AAAAAAAAAAAAAAAAAAAAAA'),
  )
  const packed: fc.Arbitrary<Packed> = fc.record(
    {
      action: fc.constantFrom('mention add.about', 'deliveries.dismiss'),
      value: fc.oneof(part, delivery),
      about: fc.oneof(
        part,
        delivery.map((id) => `delivery:${id}`),
      ),
      team: part,
      reference: delivery.map(referenceOf),
      own: fc.constant(true),
      nth: fc.integer({ min: 1, max: 25 }),
    },
    { requiredKeys: ['action'] },
  )
  fc.assert(
    fc.property(packed, (packed) => {
      fc.pre(fits(packed))
      const filled = Object.fromEntries(Object.entries(packed).filter(([, value]) => value !== ''))
      expect(unpack(pack(packed))).toEqual(filled)
    }),
  )
})

test('no window is over any limit', () => {
  const input = fc.record({
    name: fc.stringMatching(/^[a-z]{1,12}$/),
    label,
    kind: fc.constantFrom('line' as const, 'text' as const, 'choice' as const),
    required: fc.constant(false),
    hint: maybe(text),
    value: maybe(text),
    choices: maybe(fc.array(choice, { maxLength: 40 })),
    most: maybe(fc.constantFrom(1, 300, 10_000)),
  })
  const form = fc.record({
    title: text,
    inputs: fc.uniqueArray(input, { selector: ({ name }) => name, minLength: 1, maxLength: 12 }),
    submit: maybe(label),
  })
  fc.assert(
    fc.property(form, say, (form, say) => {
      expect(problemsOfModal(renderModal(form as Form, say, '1|mention.ignore'))).toEqual([])
    }),
    { numRuns: rounds(40, 100) },
  )
})

/** The texts of a body in which Discord reads markdown. */
const markdownIn = ({ embeds = [] }: ReturnType<typeof renderDiscord>['body']) =>
  embeds.flatMap(({ title, description, fields = [] }) => [
    { of: 'title', text: title ?? '' },
    { of: 'description', text: description ?? '' },
    ...fields.flatMap(({ name, value }) => [
      { of: 'field', text: name },
      { of: 'field', text: value },
    ]),
  ])

/** Letters and digits as they are read. */
const lettersIn = (text: string) =>
  clean(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

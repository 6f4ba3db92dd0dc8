import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form, Message } from '../../src/chat/message.ts'
import { clean } from '../../src/chat/shorten.ts'
import { renderModal } from '../../src/chat/slack/modal.ts'
import { renderSlack } from '../../src/chat/slack/render.ts'
import { moods } from '../../src/model/mood.ts'
import { type Marked, marked, type Node, nodesOf, plain, textOf, together } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { rounds } from '../rounds.ts'
import { liveIn, problemsOf, problemsOfView } from './slack-limits.ts'

const hostile = [
  '<!channel>',
  '<!here|x>',
  '<@U061F7AUR>',
  '<#C024BE7LR|general>',
  '<!date^1392734382^{date}|never>',
  '<https://evil.example|bank>',
  ':fire:',
  ':+1::skin-tone-3:',
  '*gras*',
  '_x_',
  '~y~',
  '`code`',
  '```',
  '\n> quoted',
  '&amp;',
  '&lt;!channel&gt;',
  '&',
  '<',
  '>',
  '@everyone',
  'https://evil.example/?a=1&b=2',
  '[z](javascript:alert(1))',
  '**w**',
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
const words = fc
  .array(fc.oneof(fc.constantFrom(...letters, ...hostile), fc.string({ unit: 'grapheme' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '))
const long = fc.tuple(words, fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times))
const text = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: long })

const ours = 'https://nimbus.example/lampes?a=1&b=2'
const url = fc.constantFrom(
  ours,
  'javascript:alert(1)',
  'https://nimbus.example/',
  `https://x.example/${'é'.repeat(900)}`,
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
  .map((parts) => together(parts))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const label = text.map((words) => words.slice(0, 200))
const button = fc.record({ action: fc.constant('mention.take'), label, value: maybe(fc.constant('17')) })
const choice = fc.record({ value: fc.string({ maxLength: 90 }), label })
const select = fc.record({
  action: fc.constant('setup.choose'),
  label,
  choices: maybe(fc.array(choice, { maxLength: 130 })),
  of: maybe(fc.constantFrom('channels' as const, 'people' as const, 'groups' as const)),
  chosen: maybe(fc.array(fc.constantFrom('veille', 'slack:T012AB3CD/U061F7AUR', 'a'))),
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
const message = fc.record({
  title: maybe(text),
  url: maybe(url),
  text: maybe(marks),
  mood: maybe(fc.constantFrom(...moods)),
  fields: maybe(fc.array(fc.record({ name: label, value: marks }), { maxLength: 30 })),
  items: maybe(fc.array(item, { maxLength: 60, size: 'large' })),
  note: maybe(marks),
  buttons: maybe(fc.array(button, { maxLength: 40 })),
  selects: maybe(fc.array(select, { maxLength: 7 })),
  about: maybe(fc.constantFrom('mention:17', 'story:3')),
  team: maybe(fc.constant('nimbus')),
})
/** What fits: an alert, a short list, an answer. */
const small = fc.record({
  title: maybe(words),
  url: maybe(fc.constant(ours)),
  text: maybe(words.map(plain)),
  mood: maybe(fc.constantFrom(...moods)),
  fields: maybe(
    fc.array(fc.record({ name: fc.constant('Repris par'), value: words.map(plain) }), { maxLength: 3 }),
  ),
  items: maybe(
    fc.array(fc.record({ title: words, quote: maybe(words), at: maybe(fc.integer()) }), { maxLength: 3 }),
  ),
  note: maybe(words.map((text) => marked`Voir **${text}**`)),
  buttons: maybe(
    fc.array(fc.record({ action: fc.constant('mention.take'), label: fc.constant('Je m’en occupe') })),
  ),
})
const much = fc.oneof(words, long)
/** One thing too many, or too long, and nothing else: that it was cut has to be said by that alone. */
const single: fc.Arbitrary<Message> = fc.oneof(
  much.map((title) => ({ title })),
  much.map((words) => ({ text: plain(words) })),
  much.map((quote) => ({ items: [{ title: 'Nimbus', quote }] })),
  much.map((title) => ({ items: [{ title }] })),
  much.map((words) => ({ fields: [{ name: 'Repris par', value: plain(words) }] })),
  much.map((words) => ({ note: plain(words) })),
  much.map((label) => ({ buttons: [{ action: 'mention.take', label }] })),
  fc
    .integer({ min: 0, max: 60 })
    .map((count) => ({ items: Array.from({ length: count }, () => ({ title: 'Nimbus' })) })),
  fc.integer({ min: 0, max: 40 }).map((count) => ({
    buttons: Array.from({ length: count }, () => ({ action: 'mention.take', label: 'Oui' })),
  })),
)
const more = fc.constantFrom({}, { delivery: '019a0000-0000-7000-8000-000000000001', whole: 'clé' })
const say = fc.constantFrom(sayIn('fr'), sayIn('en'))

/** What fails is made smaller for ten seconds, not for minutes. */
const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 10_000 })

test('no message is over any limit of Slack, whatever it says', () => {
  fc.assert(
    fc.property(message, more, say, (message, more, say) => {
      expect(problemsOf(renderSlack(message as Message, say, more))).toEqual([])
    }),
    runs(rounds(60, 150)),
  )
})

test('nothing from outside is more than words: no mention, no markup, no moment, no address of its own', () => {
  fc.assert(
    fc.property(fc.oneof(message, small), say, (message, say) => {
      const addresses = ['nimbus.example', 'x.example'].map((host) => `<https://${host}/`)
      const live = liveIn(renderSlack(message as Message, say)).filter(
        (one) => !addresses.some((address) => one.startsWith(address)) && !isOurs(one, message as Message),
      )
      expect(live).toEqual([])
    }),
    runs(rounds(60, 150)),
  )
})

/** What we put in bold or italic ourselves, such as the name of a field. */
function isOurs(one: string, { fields = [], note }: Message): boolean {
  const marked = [note, ...fields.map(({ value }) => value)].flatMap((value) =>
    emphasised(nodesOf(value ?? plain(''))),
  )
  const all = [...marked, ...fields.map(({ name }) => name)].map((text) => clean(text).trim())
  return /^[*_]/.test(one) && all.includes(unescaped(one).replace(/^[*_]+|[*_]+$/g, ''))
}

const emphasised = (nodes: Node[]): string[] =>
  nodes.flatMap((node) =>
    node.kind === 'bold' || node.kind === 'italic'
      ? [textOf(node.nodes), ...emphasised(node.nodes)]
      : node.kind === 'quote'
        ? emphasised(node.nodes)
        : [],
  )

test('what is missing is said: all words are there, or it is cut', () => {
  let whole = 0
  fc.assert(
    fc.property(fc.oneof(message, small, single), say, (message: Message, say) => {
      const { cut, blocks, attachments } = renderSlack(message as Message, say)
      if (cut) return
      whole++
      const json = JSON.stringify([blocks, attachments]).replace(/\\(?:u[0-9a-f]{4}|.)/g, ' ')
      const shown = lettersIn(`${json} ${unescaped(json)}`)
      const items = (message.items ?? []) as NonNullable<Message['items']>
      const marked = [message.text, message.note, ...(message.fields ?? []).map(({ value }) => value)]
      const said = [
        message.title ?? '',
        ...items.flatMap(({ title, quote = '' }) => [title, quote]),
        ...[...marked, ...items.map(({ text }) => text)].flatMap((text) =>
          leaves(nodesOf(text ?? plain(''))),
        ),
      ]
      for (const words of said) expect(shown).toContain(lettersIn(words))
      const told = items.filter(({ title }) => lettersIn(title) !== '')
      expect(blocks.filter(({ type }) => type === 'rich_text').length).toBeGreaterThanOrEqual(told.length)
      const asked = [...(message.buttons ?? []), ...items.flatMap(({ buttons }) => buttons ?? [])]
      expect(JSON.stringify(blocks).match(/"type":"button"/g)?.length ?? 0).toBe(asked.length)
      for (const { label } of asked) expect(shown).toContain(lettersIn(label))
    }),
    runs(rounds(120, 300)),
  )
  expect(whole).toBeGreaterThan(50)
})

/** What stands in one piece. */
const leaves = (nodes: Node[]): string[] =>
  nodes.flatMap((node) => ('nodes' in node ? leaves(node.nodes) : 'text' in node ? [node.text] : []))

/** Letters and digits as they are read. */
const lettersIn = (text: string) =>
  clean(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

test('no window is over any limit', () => {
  const input = fc.record({
    name: fc.stringMatching(/^[a-z]{1,12}$/),
    label,
    kind: fc.constantFrom('line' as const, 'text' as const, 'choice' as const),
    required: maybe(fc.boolean()),
    hint: maybe(text),
    value: maybe(text),
    choices: maybe(fc.array(choice, { maxLength: 130 })),
    most: maybe(fc.constantFrom(1, 300, 10_000)),
  })
  const form = fc.record({
    title: text,
    inputs: fc.uniqueArray(input, { selector: ({ name }) => name, minLength: 1, maxLength: 110 }),
    submit: maybe(label),
  })
  fc.assert(
    fc.property(form, say, (form, say) => {
      expect(problemsOfView(renderModal(form as Form, say, '{}'))).toEqual([])
    }),
    runs(rounds(40, 100)),
  )
})

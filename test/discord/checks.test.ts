import { expect, test } from 'vitest'
import type { Body, Component } from './bodies.ts'
import { checkMessage } from './checks/message.ts'
import { checkModal } from './checks/modal.ts'
import type { Refusal, Tree } from './refusal.ts'

const v2 = 1 << 15
const text = (content: string): Component => ({ type: 10, content })
const input = (more: Partial<Component> = {}): Component => ({ type: 4, custom_id: 'i', style: 1, ...more })
const label = (component: Component, more: Partial<Component> = {}) => ({
  type: 18,
  label: 'L',
  component,
  ...more,
})
const inRow = (part: Partial<Component>): Body => ({
  components: [{ type: 1, components: [part as Component] }],
})
const menu = (more: Partial<Component>) =>
  inRow({ type: 3, custom_id: 'm', options: [{ label: 'a', value: 'a' }], ...more })

test.each<[string, Body, number, string | null]>([
  ['an answer', { content: 'x'.repeat(2000) }, 0, null],
  ['a button without a label', inRow({ type: 2, style: 1, custom_id: 'a' }), 0, 'label'],
  [
    'a button with an emoji alone',
    inRow({ type: 2, style: 1, custom_id: 'a', emoji: { name: '✅' } }),
    0,
    null,
  ],
  ['a link with a wrong address', inRow({ type: 2, style: 5, label: 'a', url: 'javascript:1' }), 0, 'url'],
  [
    'a link with an id',
    inRow({ type: 2, style: 5, label: 'a', url: 'https://a.test', custom_id: 'a' }),
    0,
    'custom_id',
  ],
  [
    'an id that is too long',
    inRow({ type: 2, style: 1, label: 'a', custom_id: 'x'.repeat(101) }),
    0,
    'custom_id',
  ],
  ['a menu without options', menu({ options: [] }), 0, 'options'],
  [
    'a menu of 26',
    menu({ options: Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` })) }),
    0,
    'options',
  ],
  ['more to choose than there is', menu({ max_values: 2 }), 0, 'options'],
  ['a menu of channels', inRow({ type: 8, custom_id: 'c' }), 0, null],
  ['a button outside a row', { components: [{ type: 2, style: 1, label: 'a', custom_id: 'a' }] }, 0, 'type'],
  [
    'six rows',
    {
      components: Array.from(
        { length: 6 },
        (_, n) => inRow({ type: 2, style: 1, label: 'a', custom_id: `${n}` }).components![0]!,
      ),
    },
    0,
    'components',
  ],
  ['an embed without anything', { embeds: [{ color: 1 }] }, 0, 'description'],
  ['a picture alone', { embeds: [{ image: { url: 'attachment://a.png' } }] }, 0, null],
  ['a time that is none', { embeds: [{ title: 'a', timestamp: 'hier' }] }, 0, 'timestamp'],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
    0,
    'fields',
  ],
  [
    'who may be called, twice over',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    0,
    'allowed_mentions',
  ],
  [
    'texts of the second generation',
    { components: [text('a'), { type: 17, components: [text('b')] }] },
    v2,
    null,
  ],
  ['content beside them', { content: 'a', components: [text('a')] }, v2, 'content'],
  ['too much text', { components: [text('x'.repeat(2001)), text('x'.repeat(2000))] }, v2, 'components'],
  ['41 parts', { components: Array.from({ length: 41 }, () => text('a')) }, v2, 'components'],
  [
    'a poll of eleven',
    {
      poll: {
        question: { text: 'a' },
        answers: Array.from({ length: 11 }, () => ({ poll_media: { text: 'a' } })),
      },
    },
    0,
    'answers',
  ],
])('a message: %s', (_, body, flags, wrong) => {
  expect(placeOf(() => checkMessage(body, 0, flags))).toBe(wrong)
})

test.each<[string, string, Component[], string | null]>([
  ['one input', 'Titre', [label(input())], null],
  ['an input in a row', 'Titre', [{ type: 1, components: [input({ label: 'L' })] }], null],
  ['a menu', 'Titre', [label({ type: 3, custom_id: 'm', options: [{ label: 'a', value: 'a' }] })], null],
  ['a title that is too long', 'x'.repeat(46), [label(input())], 'title'],
  ['six inputs', 'Titre', [1, 2, 3, 4, 5, 6].map((n) => label(input({ custom_id: `${n}` }))), 'components'],
  ['a label that is too long', 'Titre', [label(input(), { label: 'x'.repeat(46) })], 'label'],
  ['a label twice', 'Titre', [label(input({ label: 'encore' }))], 'label'],
  ['more than fits', 'Titre', [label(input({ max_length: 4001 }))], 'max_length'],
  ['a value that is too long', 'Titre', [label(input({ max_length: 3, value: 'quatre' }))], 'value'],
  ['the same id twice', 'Titre', [label(input()), label(input())], 'custom_id'],
  ['a button', 'Titre', [label({ type: 2, style: 1, label: 'a', custom_id: 'b' })], 'type'],
])('a form: %s', (_, title, components, wrong) => {
  expect(placeOf(() => checkModal({ title, custom_id: 'f', components }))).toBe(wrong)
})

/** The last step of the first place that is wrong; null where nothing is. */
function placeOf(check: () => void): string | null {
  try {
    check()
    return null
  } catch (refusal) {
    let last = ''
    for (let tree: Tree = (refusal as Refusal).errors!; !('_errors' in tree); tree = tree[last] as Tree)
      last = Object.keys(tree)[0]!
    return last
  }
}

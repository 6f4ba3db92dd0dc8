import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import type { Form, Message } from '../../src/chat/message.ts'
import { formId, renderModal } from '../../src/chat/slack/modal.ts'
import { unpack } from '../../src/chat/slack/packing.ts'
import { renderSlack } from '../../src/chat/slack/render.ts'
import { code, link, type Marked, marked, plain, together } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { liveIn, problemsOf, problemsOfView } from './slack-limits.ts'

const fr = sayIn('fr')
const en = sayIn('en')
const monday = Date.UTC(2026, 10, 23, 8, 15)

const alert: Message = {
  title: 'Mention négative : Nimbus, Hélène Vasseur',
  mood: 'negative',
  items: [
    {
      title: 'Nimbus : « ma lampe fume » & le SAV se tait',
      url: 'https://avis.example/nimbus?page=2&tri=date',
      quote: 'Ma lampe <Nimbus> *fume* :fire: et @channel le SAV\nne répond pas !',
      text: marked`**Ravi Naidoo** · Avis.example · mention 17`,
      at: monday,
    },
  ],
  fields: [
    { name: 'Tonalité par sujet', value: marked`Nimbus : négative` },
    {
      name: 'Repris par',
      value: together([link('Le Progrès', 'https://leprogres.example/1'), marked`×2`], ' '),
    },
  ],
  note: marked`Publication d’exemple`,
  about: 'mention:17',
  buttons: [
    { action: 'mention.take', label: 'Je m’en occupe', style: 'primary' },
    { action: 'mention.ignore', label: 'Ignorer' },
  ],
  react: ['👀'],
}

const list: Message = {
  title: 'Quatre mentions depuis hier',
  text: marked`**2** négatives, **1** neutre, **1** positive`,
  items: [
    {
      title: 'Le Progrès parle de la nouvelle lampe',
      url: 'https://leprogres.example/1',
      mood: 'positive',
      at: monday,
    },
    {
      title: 'Ravi · Mastodon',
      quote: 'Encore en panne…',
      mood: 'negative',
      buttons: [{ action: 'mention.take', label: 'Je m’en occupe', about: 'mention:18' }],
    },
  ],
  note: together([marked`Ensuite :`, code('/mentions depuis:24h')], ' '),
  buttons: [{ action: 'mentions.page', label: 'Suite', value: 'k3j9' }],
}

const answer: Message = {
  title: 'Pourquoi cette mention',
  fields: [
    { name: 'Requête', value: together([code('nimbus NEAR/5 lampe'), marked`trouve \`lampe_nimbus\``], ' ') },
    { name: 'Canal', value: marked`#e-reputation` },
  ],
}

const choice: Message = {
  title: 'Installer Vigie',
  text: marked`Où parler ?`,
  team: 'nimbus',
  selects: [
    { action: 'setup.alerts', label: 'Les alertes', of: 'channels', chosen: ['e-reputation'] },
    {
      action: 'setup.approvers',
      label: 'Qui valide',
      of: 'people',
      most: 5,
      chosen: ['slack:T012AB3CD/U0NOOR001'],
    },
    { action: 'setup.group', label: 'Un groupe', of: 'groups' },
    {
      action: 'setup.mood',
      label: 'À partir de',
      choices: [
        { value: 'negative', label: 'négative' },
        { value: 'neutral', label: 'neutre' },
      ],
      chosen: ['neutral'],
    },
  ],
}

const form: Form = {
  title: 'Ajouter une mention que Vigie n’a pas entendue',
  submit: 'Ajouter',
  inputs: [
    {
      name: 'address',
      label: 'Adresse',
      kind: 'line',
      value: 'https://avis.example/?a=1&b=2',
      hint: 'Si elle en a une',
    },
    { name: 'text', label: 'Texte', kind: 'text', required: true, most: 10_000 },
    {
      name: 'topic',
      label: 'Sujet',
      kind: 'choice',
      choices: [
        { value: 'Nimbus', label: 'Nimbus' },
        { value: 'R&D', label: 'R&D' },
      ],
      value: 'R&D',
    },
  ],
}

describe('a message of each kind', () => {
  const known = {
    channels: new Map([['e-reputation', 'C0ALERTS1']]),
    groups: [{ value: 'slack:T012AB3CD/S061F7AUR', label: 'SAV' }],
  }
  const delivery = '019a0000-0000-7000-8000-000000000001'
  const kinds = {
    alert: renderSlack(alert, fr, { delivery }),
    list: renderSlack(list, fr),
    answer: renderSlack(answer, fr),
    choice: renderSlack(choice, fr, known),
    long: renderSlack(
      { title: 'Tout', items: Array.from({ length: 60 }, (_, at) => ({ title: `Mention ${at}` })) },
      en,
      { whole: '019b' },
    ),
    words: renderSlack({ text: marked`Personne ici ne s’appelle « ${'<@U1>'} ».`, quiet: true }, fr),
  }
  test.each(Object.entries(kinds))('%s', async (name, rendered) => {
    expect(problemsOf(rendered)).toEqual([])
    const blocks: unknown[] = rendered.blocks
    const short = { ...rendered, text: '…', blocks: [...blocks.slice(0, 2), '…', ...blocks.slice(-2)] }
    const shown = readable(blocks.length > 12 ? short : rendered)
    await expect(shown).toMatchFileSnapshot(`slack-messages/${name}.json`)
  })

  test('form', async () => {
    const view = renderModal(form, fr, '{"k":"019a"}')
    expect(problemsOfView(view)).toEqual([])
    await expect(readable(view)).toMatchFileSnapshot('slack-messages/form.json')
  })
})

test('all of an alert is there for a screen reader, which reads nothing but the text', () => {
  const { text, cut } = renderSlack(alert, fr)
  for (const words of [
    'Mention négative',
    'ma lampe fume',
    'Ravi Naidoo',
    '2026-11-23 08:15 UTC',
    'Tonalité négative',
    'Le Progrès',
    'Publication d’exemple',
  ])
    expect(text).toContain(words)
  expect(text).toContain('Ma lampe &lt;Nimbus&gt;')
  expect(cut).toBe(false)
})

test('a link keeps its ampersands, and leads where it says', () => {
  const { blocks } = renderSlack(alert, fr)
  expect(liveIn({ blocks })).toEqual(['<https://avis.example/nimbus?page=2&tri=date>'])
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' file:///etc/passwd'])(
  '%j leads nowhere',
  (url) => {
    const rendered = renderSlack(
      { title: 'x', url, items: [{ title: 'y', url }], text: `[z](${url})` as Marked },
      en,
    )
    expect(JSON.stringify(rendered)).not.toContain('"url"')
    expect(rendered.cut).toBe(false)
  },
)

test('words that mrkdwn would read otherwise stand where nothing is read', () => {
  const hostile = '*gras* _x_ ~y~ :fire: <!channel>'
  const rendered = renderSlack(
    { mood: 'neutral', fields: [{ name: 'Auteur', value: plain(hostile) }], note: plain(hostile) },
    fr,
  )
  expect(liveIn(rendered)).toEqual([])
  expect(JSON.stringify(rendered.blocks)).toContain(JSON.stringify(hostile).slice(1, -1))
  expect(rendered.attachments[0]!.blocks).toHaveLength(2)
})

test('short facts stand in two columns beside the colour of the mood, long ones below each other', () => {
  const facts = (value: string) =>
    renderSlack({ title: 'x', mood: 'positive', fields: [{ name: 'Repris par', value: plain(value) }] }, fr)
  expect(facts('Le Progrès').attachments[0]).toMatchObject({
    color: '#2e9e6b',
    blocks: [
      { type: 'context' },
      { type: 'section', fields: [{ text: '*Repris par*\nLe Progrès', verbatim: true }] },
    ],
  })
  expect(facts('Le Progrès, '.repeat(30)).attachments[0]!.blocks).toHaveLength(1)
  expect(facts('Le Progrès, '.repeat(30)).blocks.map(({ type }) => type)).toEqual(['header', 'rich_text'])
})

test('an edit takes away the bar of a mood that is gone', () => {
  expect(renderSlack({ title: 'x' }, fr).attachments).toEqual([])
})

test('what does not fit is cut, and there is a way to the whole; its button is the last', () => {
  const long: Message = {
    title: 'Revue',
    text: plain('lampe '.repeat(3000)),
    buttons: [{ action: 'digest.next', label: 'Suite' }],
  }
  expect(renderSlack(long, fr).cut).toBe(true)
  const { blocks, cut } = renderSlack(long, fr, { whole: '019b' })
  expect(cut).toBe(true)
  expect(buttonsOf(blocks).map(({ text }) => text.text)).toEqual(['Suite', 'Tout lire'])
  expect(buttonsOf(blocks).at(-1)).toMatchObject({ action_id: expect.stringMatching(/^whole\.read#/) })
  expect(unpack(buttonsOf(blocks).at(-1)!.value).value).toBe('019b')
})

test('twenty-five buttons stand five in a row, each with an id of its own', () => {
  const buttons = Array.from({ length: 25 }, (_, at) => ({
    action: 'add.about',
    label: `Sujet ${at}`,
    value: `k:${at}`,
  }))
  const { blocks, cut } = renderSlack({ title: 'Lequel ?', buttons }, fr)
  expect(
    blocks.filter(({ type }) => type === 'actions').map((row) => (row as ActionsBlock).elements.length),
  ).toEqual([5, 5, 5, 5, 5])
  expect(buttonsOf(blocks).map(({ value }) => unpack(value).value)).toEqual(buttons.map(({ value }) => value))
  expect(cut).toBe(false)
})

test('a menu without anything to choose is left out, and that is said', () => {
  const { blocks, cut } = renderSlack(
    { title: 'x', selects: [{ action: 'setup.group', label: 'Un groupe', of: 'groups' }] },
    fr,
  )
  expect(blocks.map(({ type }) => type)).toEqual(['header'])
  expect(cut).toBe(true)
})

test('several may be chosen in a menu that says how many', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
  const { blocks } = renderSlack(
    { selects: [{ action: 'watch.choose', label: 'Sujets', choices, chosen: ['c', 'a', 'z'], most: 2 }] },
    fr,
  )
  const { accessory } = blocks[0] as SectionBlock
  expect(accessory).toMatchObject({
    type: 'multi_static_select',
    max_selected_items: 2,
    initial_options: [{ value: 'a' }, { value: 'c' }],
  })
})

test('a window in English says so on its buttons, and asks nothing that Slack would refuse', () => {
  const view = renderModal(
    { title: 'Why?', inputs: [{ name: 'why', label: 'Why', kind: 'text', value: 'é'.repeat(4000) }] },
    en,
    '',
  )
  expect(view).toMatchObject({
    callback_id: formId,
    title: { text: 'Why?' },
    submit: { text: 'Send' },
    close: { text: 'Cancel' },
  })
  expect(problemsOfView(view)).toEqual([])
  expect(() => renderModal(form, fr, 'x'.repeat(3001))).toThrow(RangeError)
})

const buttonsOf = (blocks: KnownBlock[]) =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((one) => (one.type === 'button' ? [one] : []))

/** JSON as this house sets it: what fits stands on one line. */
const readable = (value: unknown) => `${set(value, 0, 0)}\n`

function set(value: unknown, indent: number, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const list = Array.isArray(value)
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  const named = (key: string) => (list ? '' : `${JSON.stringify(key)}: `)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const big = (one: unknown) => typeof one === 'object' && one !== null && Object.keys(one).length > 1
  const breaks = list && entries.length > 1 && value.every(big)
  const onOne = entries.map(([key, one]) => named(key) + set(one, 0, Number.NEGATIVE_INFINITY)).join(', ')
  const line = list || onOne === '' ? open + onOne + close : `${open} ${onOne} ${close}`
  if (!onOne.includes('\n') && !breaks && indent + before + line.length <= 110) return line
  const lines = entries.map(([key, one], at) => {
    const name = named(key)
    // A comma behind it takes room, too.
    return ' '.repeat(indent + 2) + name + set(one, indent + 2, name.length + Number(at < entries.length - 1))
  })
  return [open, lines.join(',\n'), ' '.repeat(indent) + close].join('\n')
}

import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { formId, formKeyIn, pack, teamIn, unpack } from '../../src/chat/discord/custom-id.ts'
import { discordManifest } from '../../src/chat/discord/manifest.ts'
import { renderModal } from '../../src/chat/discord/modal.ts'
import { needed } from '../../src/chat/discord/needed.ts'
import { aboutIn, deliveryIn, renderDiscord, tells } from '../../src/chat/discord/render.ts'
import type { Message } from '../../src/chat/message.ts'
import { pagesOfWhole } from '../../src/chat/whole.ts'
import { mentionMessage } from '../../src/delivery/mention.ts'
import type { Mention } from '../../src/model/mention.ts'
import { code, link, type Marked, marked, plain, together } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'
import { problemsOf, problemsOfModal } from './discord-limits.ts'
import { readMarkdown, wordsOf } from './discord-markdown.ts'

const [fr, en] = [sayIn('fr'), sayIn('en')]
const delivery = '019a9b3c-1f2e-7abc-8def-0123456789ab'

const mention: Mention = {
  id: 17,
  team: 'nimbus',
  post: {
    title: 'Nimbus : la lampe qui fume',
    text: 'Ma lampe *Nimbus* fume. @everyone, fuyez : https://evil.example',
    author: 'Ravi',
    outlet: 'Le Monde',
    url: 'https://lemonde.example/nimbus',
    publishedAt: saturday,
    sample: false,
  },
  topics: [{ name: 'Nimbus', kind: 'brand', mood: { label: 'negative', score: -0.8, confidence: 0.9 } }],
  mood: { label: 'negative', score: -0.8, confidence: 0.9 },
  language: 'fr',
  story: 1,
  heardAt: saturday,
  state: { is: 'new' },
} as unknown as Mention

describe('an alert', () => {
  const message = mentionMessage(mention, [], { say: fr, now: saturday, team: nimbus })
  const { body, files, cut } = renderDiscord(message, fr, { delivery })

  test('is a card in the colour of its mood: headline, words in quotation, when it was said', () => {
    expect(problemsOf(body, files)).toEqual([])
    expect(cut).toBe(false)
    expect(body.embeds).toMatchObject([
      {
        author: { name: 'Mention négative : Nimbus' },
        title: 'Nimbus : la lampe qui fume',
        url: 'https://lemonde.example/nimbus',
        color: 0xc2382f,
        timestamp: '2026-11-21T13:30:00.000Z',
      },
    ])
    expect(body.embeds![0]!.description).toBe(
      [
        '> Ma lampe \\*Nimbus\\* fume. \\@everyone, fuyez : https\\://evil.example',
        '**Ravi** · Le Monde · mention 17',
      ].join('\n'),
    )
  })

  test('has its buttons, and its source one tap away', () => {
    type Row = { components: { label: string; style: number; url?: string }[] }
    const buttons = (body.components as Row[]).flatMap(({ components }) => components)
    expect(buttons.map(({ label, style }) => [label, style])).toEqual([
      ['Je m’en occupe', 1],
      ['Proposer une réponse', 2],
      ['Confier à…', 2],
      ['Ignorer', 2],
      [expect.stringMatching(/^Pourquoi/), 2],
      ['Ouvrir', 5],
    ])
    expect(buttons.at(-1)!.url).toBe('https://lemonde.example/nimbus')
  })

  test('rings for nobody, and carries its delivery and what it is about', () => {
    expect(body).toMatchObject({ content: '', allowed_mentions: { parse: [] }, enforce_nonce: true })
    expect(String(body.nonce).length).toBeLessThanOrEqual(25)
    expect(tells(body, delivery)).toBe(true)
    expect(aboutIn(body)).toEqual({ about: 'mention:17' })
    expect(body.embeds![0]!.footer).toBeUndefined()
  })
})

test('a digest without buttons shows a short reference, by which it is found again', () => {
  const { body } = renderDiscord({ title: 'La veille de la nuit', note: marked`12 sources` }, fr, {
    delivery,
  })
  expect(body.embeds![0]!.footer).toEqual({ text: '12 sources · Réf. 0123456789ab' })
  expect(deliveryIn(body)).toBe('0123456789ab')
  expect(deliveryIn(renderDiscord({ title: 'Another' }, en).body)).toBeNull()
})

test('a short list is a card each, with the mood as a face for who cannot tell colours', () => {
  const items = (['negative', 'positive'] as const).map((mood) => ({
    title: mood,
    quote: 'x',
    mood,
    at: saturday,
  }))
  const { body } = renderDiscord({ title: '2 mentions', items }, en)
  expect(body.embeds).toMatchObject([
    { title: '2 mentions' },
    { title: '🙁 negative', description: '> x', color: 0xc2382f, timestamp: '2026-11-21T13:30:00.000Z' },
    { title: '🙂 positive', color: 0x23804f },
  ])
})

test('a long list is one text, whose headlines lead on; what has no room is counted', () => {
  const items = Array.from({ length: 90 }, (_, n) => ({
    title: `[Vidéo] Lampe ${n}`,
    url: 'https://nimbus.example/',
    at: saturday,
    text: plain('Le Monde'),
  }))
  const few = renderDiscord({ items: items.slice(0, 9) }, fr)
  expect(few.cut).toBe(false)
  expect(few.body.embeds![0]!.description!.split('\n\n')[0]).toBe(
    '**[(Vidéo) Lampe 0](https://nimbus.example/)** · <t:1795267800:R>\nLe Monde',
  )
  const { body, cut } = renderDiscord({ items }, fr)
  expect(problemsOf(body)).toEqual([])
  expect(cut).toBe(true)
  expect(body.embeds![0]!.description).toMatch(/… et \d+ autres$/)
})

test('buttons of several items say which one they are for', () => {
  const button = { action: 'deliveries.retry', label: 'Relancer', about: `delivery:${delivery}` }
  const items = ['a', 'b'].map((title) => ({ title, buttons: [button] }))
  const { body } = renderDiscord({ items, about: 'mention:3' }, fr)
  expect(wordsOf(readMarkdown(body.embeds![0]!.description!))).toBe('1. a\n\n2. b')
  const ids = idsIn(body)
  expect(ids.map(({ label }) => label)).toEqual(['1. Relancer', '2. Relancer'])
  expect(new Set(ids.map(({ custom_id }) => custom_id)).size).toBe(2)
  expect(unpack(ids[1]!.custom_id!)).toMatchObject({
    action: 'deliveries.retry',
    about: `delivery:${delivery}`,
  })
  expect(aboutIn(body)).toEqual({})
})

test('what does not fit is said by "…", and all of it is one button away', () => {
  const message: Message = {
    title: 'x',
    text: plain('👩‍👩‍👧 *été* '.repeat(600)),
    buttons: Array.from({ length: 30 }, (_, n) => ({
      action: 'mention add.about',
      label: `${n}`,
      value: `k:${n}`,
    })),
  }
  const { body, cut } = renderDiscord(message, fr, { whole: delivery })
  expect(cut).toBe(true)
  expect(problemsOf(body)).toEqual([])
  expect(body.embeds![0]!.description).toMatch(/(?:👩‍👩‍👧 \\\*été\\\* )+(?:👩‍👩‍👧 ?)?(?:\\\*\S*)?…$/u)
  const buttons = idsIn(body)
  expect(buttons).toHaveLength(25)
  expect(buttons.at(-1)).toMatchObject({
    label: 'Tout lire',
    custom_id: expect.stringContaining('whole.read'),
  })
  expect(unpack(buttons.at(-1)!.custom_id!)).toMatchObject({ action: 'whole.read', value: delivery })
})

test('every page of what was shortened fits', () => {
  const words = 'Ma lampe « Nimbus » fume (2e fois !) : https://nimbus.example/a_b, c’est *trop*. '
  const message: Message = {
    title: 'Une longue histoire',
    text: plain(words.repeat(80)),
    fields: Array.from({ length: 20 }, (_, n) => ({ name: `Champ ${n}`, value: plain(words.repeat(9)) })),
    items: Array.from({ length: 20 }, (_, n) => ({
      title: `${words}${n}`,
      quote: words.repeat(20),
      text: plain(words),
    })),
    note: plain(words.repeat(4)),
  }
  expect(renderDiscord(message, fr).cut).toBe(true)
  const pages = pagesOfWhole(message)
  expect(pages.filter((page) => renderDiscord(page, fr).cut)).toEqual([])
})

test('menus: our own choices, and what the server has; what is chosen already is shown', () => {
  const message: Message = {
    about: 'setup:nimbus',
    selects: [
      { action: 'setup.kind', label: 'Type', choices: [{ value: 'a', label: 'A' }], chosen: ['a'] },
      { action: 'setup.channel', label: 'Salon', of: 'channels', chosen: ['veille'], about: 'purpose:watch' },
      {
        action: 'setup.who',
        label: 'Qui',
        of: 'people',
        chosen: ['discord:81384788765712384/80351110224678912'],
        most: 3,
      },
      { action: 'setup.role', label: 'Rôle', of: 'groups' },
      { action: 'setup.empty', label: 'Rien', choices: [] },
    ],
  }
  const channels = new Map([['veille', '103735883630395392']])
  const { body, cut } = renderDiscord(message, fr, { channels })
  expect(problemsOf(body)).toEqual([])
  expect(cut).toBe(false)
  expect(body.components!.map((row) => 'components' in row && row.components[0])).toMatchObject([
    { type: 3, options: [{ label: 'A', value: 'a', default: true }] },
    { type: 8, default_values: [{ id: '103735883630395392', type: 'channel' }] },
    { type: 5, max_values: 3, default_values: [{ id: '80351110224678912', type: 'user' }] },
    { type: 6 },
  ])
})

test('a chart stands in its card, a table below it, both with words for who cannot see them', () => {
  const files = [
    {
      name: 'évolution de la tonalité.png',
      type: 'image/png',
      base64: 'aGVsbG8=',
      says: 'La tonalité baisse',
    },
    { name: '../mentions.csv', type: 'text/csv', base64: 'aGVsbG8=', says: 'Les mentions' },
  ]
  const rendered = renderDiscord({ title: 'La semaine', files }, fr)
  expect(problemsOf(rendered.body, rendered.files)).toEqual([])
  expect(rendered.files.map(({ name }) => name)).toEqual(['evolution-de-la-tonalite.png', 'mentions.csv'])
  expect(rendered.body.embeds![0]!.image).toEqual({ url: 'attachment://evolution-de-la-tonalite.png' })
  expect(rendered.body.attachments).toMatchObject([{ id: 0, description: 'La tonalité baisse' }, { id: 1 }])
})

test('our markup is Discord’s: bold, italic, code, links, quotations', () => {
  const text = together([
    marked`${'# non'} et **${'gras*'}**_${'it'}_s`,
    `> ${marked`cité`}` as Marked,
    `> ${marked`- encore`}` as Marked,
    marked`${'après'} ${'<@1>'}`,
    together([code('lampe OR @everyone'), link('Nimbus', 'https://nimbus.example/a_b'), code('b')], ''),
    link('https://bank.example', 'https://nimbus.example/'),
    link('x', 'javascript:alert(1)'),
    plain('[z](https://evil.example) ||a|| a | b ~~c~~ :fire: 12:30'),
  ])
  expect(renderDiscord({ text }, fr).body.embeds![0]!.description).toBe(
    [
      '\\# non et **gras\\***_it_\u200bs',
      '> cité',
      '> \\- encore',
      'après \\<@1>',
      '`lampe OR @everyone`[Nimbus](https://nimbus.example/a_b)`b`',
      'https\\://bank.example <https://nimbus.example/>',
      'x',
      '\\[z]\\(https\\://evil.example) \\|\\|a\\|\\| a | b \\~\\~c\\~\\~ \\:fire: 12:30',
    ].join('\n'),
  )
})

test.each([
  'javascript:alert(1)',
  'https://mia:secret@nimbus.example/',
  'https://localhost/',
  `https://a.example/${'x'.repeat(3000)}`,
])('%j is no address that Discord would take', (url) => {
  const { body } = renderDiscord({ title: 'x', url, items: [{ title: 'y', url }], buttons: [] }, en)
  expect(JSON.stringify(body)).not.toContain(JSON.stringify(url).slice(1, 20))
})

test('a message with nothing to say is still one that Discord takes', () => {
  expect(problemsOf(renderDiscord({}, en).body)).toEqual([])
  expect(problemsOf(renderDiscord({ title: ' ', text: plain('\u0000') }, en).body)).toEqual([])
})

test('a button that is too long for Discord is refused by name', () => {
  const button = { action: 'mention.take', label: 'x', value: 'v'.repeat(60), about: 'a'.repeat(40) }
  expect(() => renderDiscord({ buttons: [button] }, en)).toThrow('mention.take takes 120 characters')
})

test('every action of our commands fits with a delivery, a mention and a long team', () => {
  const team = 'communication-externe-et-relations-presse-groupe'
  for (const { name, on = {} } of commands)
    for (const verb of Object.keys(on)) {
      const packed = { action: `${name}.${verb}`, value: delivery, about: 'mention:1234567', team }
      const unpacked = unpack(pack(packed))!
      expect(unpacked).toMatchObject({ action: packed.action, value: delivery })
      expect(teamIn(unpacked.team, ['nimbus', team])).toBe(team)
    }
})

test.each(['', '0|mention.take', 'x', '1', 'somebody-elses-id', '1f|key'])(
  '%j is no custom_id of ours',
  (id) => {
    expect(unpack(id)).toBeNull()
  },
)

test('a window whose beginning is kept carries its key', () => {
  expect(formKeyIn(formId(delivery))).toBe(delivery)
  expect(formKeyIn(pack({ action: 'mention.ignore' }))).toBeNull()
})

test('a form is a window: inputs below their labels, choices as menus', () => {
  const modal = renderModal(
    {
      title: 'Surveiller un nouveau sujet, avec un titre bien trop long',
      inputs: [
        { name: 'name', label: 'Nom', kind: 'line', required: true, most: 80 },
        {
          name: 'kind',
          label: 'Type',
          kind: 'choice',
          choices: [{ value: 'brand', label: 'Marque' }],
          value: 'brand',
        },
        {
          name: 'query',
          label: 'Requête',
          kind: 'text',
          hint: 'lampe OR lumière',
          value: 'nimbus',
          most: 3000,
        },
      ],
    },
    fr,
    '1|watch.keep',
  )
  expect(problemsOfModal(modal)).toEqual([])
  expect(modal.title).toMatch(/^Surveiller .{1,33}…$/)
  expect(modal.components).toMatchObject([
    {
      type: 18,
      label: 'Nom',
      component: { type: 4, style: 1, custom_id: 'name', required: true, max_length: 80 },
    },
    { type: 18, component: { type: 3, custom_id: 'kind', options: [{ value: 'brand', default: true }] } },
    {
      type: 18,
      description: 'lampe OR lumière',
      component: { type: 4, style: 2, value: 'nimbus', max_length: 3000 },
    },
  ])
})

test('a window of more than five inputs keeps what is required; six required ones are a mistake of ours', () => {
  const inputs = Array.from({ length: 6 }, (_, n) => ({
    name: `i${n}`,
    label: `${n}`,
    kind: 'line' as const,
  }))
  const last = inputs.map((one, n) => ({ ...one, required: n === 5 }))
  const { components } = renderModal({ title: 'x', inputs: last }, en, 'x')
  expect(JSON.stringify(components)).toContain('"i5"')
  expect(components).toHaveLength(5)
  const all = inputs.map((one) => ({ ...one, required: true }))
  expect(() => renderModal({ title: 'x', inputs: all }, en, 'x')).toThrow('asks for 6 things')
})

test('more choices than a menu takes are typed, and named below', () => {
  const choices = Array.from({ length: 30 }, (_, n) => ({ value: `v${n}`, label: `Sujet ${n}` }))
  const { components } = renderModal(
    { title: 'x', inputs: [{ name: 'a', label: 'Sujet', kind: 'choice', choices }] },
    fr,
    'x',
  )
  expect(components[0]).toMatchObject({
    description: expect.stringMatching(/^Au choix : Sujet 0, .*…$/),
    component: { type: 4 },
  })
})

test('the manifest invites with the smallest permissions, each explained, for the bot of the token', () => {
  for (const [name, bit] of Object.entries(needed)) expect(PermissionFlagsBits[name as never]).toBe(bit)
  const token = `${Buffer.from('1190000000000000001').toString('base64')}.Gx.secret`
  const { invite, permissions } = discordManifest(commands, { token, locale: 'fr' })
  const url = new URL(invite)
  expect(url.searchParams.get('client_id')).toBe('1190000000000000001')
  expect(url.searchParams.get('scope')).toBe('bot applications.commands')
  expect(BigInt(url.searchParams.get('permissions')!)).toBe(
    Object.values(needed).reduce((all, bit) => all | bit, 0n),
  )
  expect(BigInt(url.searchParams.get('permissions')!) & PermissionFlagsBits.Administrator).toBe(0n)
  expect(permissions).toHaveLength(8)
  expect(JSON.stringify(discordManifest(commands, { token }))).not.toContain('secret')
  expect(discordManifest(commands).invite).toContain('client_id=<APPLICATION_ID>')
  expect(discordManifest(commands, { token: 'pasted wrong' }).invite).toContain('<APPLICATION_ID>')
})

const idsIn = (body: ReturnType<typeof renderDiscord>['body']) =>
  (body.components ?? []).flatMap((row) =>
    'components' in row ? (row.components as { custom_id?: string; label?: string }[]) : [],
  )

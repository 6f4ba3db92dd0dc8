import fc from 'fast-check'
import { expect, test } from 'vitest'
import { webhookKinds } from '../../src/model/webhook.ts'
import { problemText } from '../../src/problems.ts'
import { knownSecrets } from '../../src/settings/known-secrets.ts'
import { isKey, sayIn } from '../../src/texts/texts.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

const env = {
  ACME_META: 'app-secret-of-meta',
  ACME_META_OLD: 'app-secret-of-before',
  ACME_VERIFY: 'the word of the set-up',
  ACME_CRM: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ACME_MAIL: 'a-token-of-more-than-twenty-letters',
  ACME_SHORT: 'sh0rt',
  VIGIE_PUBLIC_PORT: '8443',
  VIGIE_PUBLIC_URL: 'https://vigie.acme.example',
}

/** Line 27 is where the webhooks begin. */
const yamlOf = (...lines: string[]) =>
  `${acmeWith()}webhooks:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`
const withHooks = (...lines: string[]) => teamOf(yamlOf(...lines), env)

const nothing = {
  verify: null,
  server: null,
  outlet: null,
  about: null,
  network: null,
  mapping: null,
  from: [],
}

test('a webhook of each kind says who calls, and how that is known to be them', async () => {
  const { teams, problems, warnings } = await withHooks(
    '{ name: facebook, kind: meta, secrets: [env:ACME_META, env:ACME_META_OLD], verify: env:ACME_VERIFY, about: acme }',
    '{ name: forum, kind: discourse, secrets: env:ACME_META, server: "https://forum.acme.example/" }',
    '{ name: blog, kind: wordpress, secrets: env:ACME_CRM, outlet: Le blog }',
    '{ name: x, kind: x, secrets: env:ACME_META, price: 0.005, budget: 50 }',
    '{ name: avis, kind: reviews, secrets: env:ACME_META, signature: { header: X-Sign, encoding: base64 }, list: events, fields: { text: a.b } }',
    '{ name: alertes, kind: mail, secrets: env:ACME_MAIL, from: ["@google.com", A@B.example] }',
    '{ name: chiffres, kind: measures, secrets: env:ACME_CRM }',
  )
  expect(problems).toEqual([])
  expect(warnings).toEqual([])
  const at = (line: number) => ({ file: 'teams/acme/team.yaml', line })
  const hub = {
    ...{
      how: 'header',
      header: 'x-hub-signature-256',
      algorithm: 'sha256',
      encoding: 'hex',
      prefix: 'sha256=',
    },
    timestamp: null,
  }
  const [meta, forum, blog, x, reviews, mail, measures] = teams[0]!.webhooks!
  expect(meta).toEqual({
    ...{ ...nothing, name: 'facebook', kind: 'meta', at: at(28), signed: hub, cost: null, about: 'Acme' },
    ...{ secrets: [env.ACME_META, env.ACME_META_OLD], verify: env.ACME_VERIFY },
  })
  expect(forum).toMatchObject({
    server: 'https://forum.acme.example',
    secrets: [env.ACME_META],
    signed: { ...hub, header: 'x-discourse-event-signature' },
  })
  expect(blog).toMatchObject({ outlet: 'Le blog', signed: { how: 'standard' } })
  expect(x).toMatchObject({
    cost: { price: 0.005, budget: 50, currency: 'USD' },
    signed: { encoding: 'base64' },
  })
  expect(reviews).toMatchObject({
    mapping: { list: 'events', fields: { text: 'a.b' }, outOf: 5 },
    signed: { ...hub, header: 'x-sign', encoding: 'base64', prefix: '' },
  })
  expect(mail).toMatchObject({ signed: { how: 'token' }, from: ['@google.com', 'a@b.example'] })
  expect(measures).toMatchObject({ kind: 'measures', signed: { how: 'standard' } })
  // None of them gets into a log.
  expect(knownSecrets({ teams, tokens: {} }, {})).toEqual(
    expect.arrayContaining([env.ACME_META, env.ACME_META_OLD, env.ACME_VERIFY, env.ACME_CRM, env.ACME_MAIL]),
  )
})

type Row = [mistake: string, line: string, key: string, values?: Record<string, string>]
const meta = 'name: a, kind: meta, secrets: env:ACME_META, verify: env:ACME_VERIFY'

test.each<Row>([
  [
    'no word for the set-up',
    '{ name: a, kind: meta, secrets: env:ACME_META }',
    'webhook-needs',
    { setting: 'verify' },
  ],
  [
    'no forum',
    '{ name: a, kind: discourse, secrets: env:ACME_META }',
    'webhook-needs',
    { setting: 'server' },
  ],
  [
    'no budget',
    '{ name: a, kind: x, secrets: env:ACME_META, price: 0.005 }',
    'webhook-needs',
    { setting: 'budget' },
  ],
  ['no secrets', '{ name: a, kind: github }', 'missing', { setting: 'secrets' }],
  [
    'an empty list of secrets',
    '{ name: a, kind: github, secrets: [] }',
    'list-empty',
    { setting: 'secrets' },
  ],
  ['a secret in the file', '{ name: a, kind: github, secrets: abcdef }', 'secret-pasted'],
  [
    'a secret that is not set',
    '{ name: a, kind: github, secrets: [env:ACME_META, env:NO] }',
    'secret-missing',
    { name: 'NO' },
  ],
  ['a short secret', '{ name: a, kind: github, secrets: env:ACME_SHORT }', 'webhook-short'],
  ['a short token', '{ name: a, kind: mail, secrets: env:ACME_SHORT }', 'webhook-token'],
  ['a secret of another kind', '{ name: a, kind: standard, secrets: env:ACME_META }', 'identity-whsec'],
  [
    'what it has no use for',
    `{ ${meta}, server: https://a.example }`,
    'webhook-useless',
    { setting: 'server' },
  ],
  ['a name that is no address', '{ name: Ma page, kind: github, secrets: env:ACME_META }', 'webhook-name'],
  [
    'a kind nobody knows',
    '{ name: a, kind: githb, secrets: env:ACME_META }',
    'choice-near',
    { near: 'github' },
  ],
  ['a topic nobody watches', `{ ${meta}, about: Acne }`, 'choice-near', { near: 'Acme' }],
  ['a slip in a key', `{ ${meta}, abuot: Acme }`, 'key-unknown-near', { near: 'about' }],
  ['no number', '{ name: a, kind: x, secrets: env:ACME_META, price: 0, budget: 5 }', 'webhook-money'],
  [
    'no currency',
    '{ name: a, kind: x, secrets: env:ACME_META, price: 1, budget: 5, currency: dollars }',
    'webhook-currency',
  ],
  ['no sender', '{ name: a, kind: mail, secrets: env:ACME_MAIL, from: google.com }', 'webhook-sender'],
  [
    'no header',
    '{ name: a, kind: reviews, secrets: env:ACME_META, fields: { text: a }, signature: { header: "X Sign" } }',
    'webhook-header',
  ],
  [
    'no path',
    '{ name: a, kind: reviews, secrets: env:ACME_CRM, fields: { text: "a..b" } }',
    'webhook-no-path',
  ],
  ['no words', '{ name: a, kind: reviews, secrets: env:ACME_CRM, fields: { id: a } }', 'webhook-wordless'],
  [
    'a field nobody knows',
    '{ name: a, kind: reviews, secrets: env:ACME_CRM, fields: { txt: a } }',
    'key-unknown-near',
    { near: 'text' },
  ],
  [
    'a sample elsewhere',
    '{ name: a, kind: reviews, secrets: env:ACME_CRM, fields: { text: a }, sample: ../a.json }',
    'webhook-sample',
  ],
  [
    'a sample that is not there',
    '{ name: a, kind: reviews, secrets: env:ACME_CRM, fields: { text: a }, sample: a.json }',
    'webhook-sample',
  ],
])('%s is said at its line, with the cure', async (_mistake, line, key, values = {}) => {
  const { teams, problems } = await withHooks(line)
  expect(teams).toEqual([])
  const one = problems.find((problem) => problem.key === `settings.${key}`)
  expect(one).toMatchObject({ file: 'teams/acme/team.yaml', line: 28, values })
  for (const locale of ['fr', 'en'] as const) {
    const words = problemText(one!, sayIn(locale))
    expect(words).not.toMatch(/\{\w+\}/)
    for (const secret of [env.ACME_META, env.ACME_MAIL, env.ACME_SHORT]) expect(words).not.toContain(secret)
  }
})

test('a name may stand once', async () => {
  const { problems } = await withHooks(`{ ${meta} }`, `{ ${meta} }`)
  expect(problems).toEqual([expect.objectContaining({ key: 'settings.twice', line: 29 })])
})

// As Trustpilot's help shows it, shortened.
const payload = {
  events: [
    {
      eventName: 'service-review-created',
      eventData: {
        id: '53bf',
        title: 'Great',
        text: 'Nothing else',
        stars: 5,
        createdAt: '2017-05-20T09:34:44.000Z',
      },
    },
  ],
}
const reviews = (fields: string, list = 'events') =>
  `{ name: avis, kind: reviews, secrets: env:ACME_CRM, list: ${list}, sample: avis.json, fields: { ${fields} } }`
const withSample = (line: string, sample: unknown = payload) =>
  settingsOf({ 'teams/acme/team.yaml': yamlOf(line), 'teams/acme/avis.json': JSON.stringify(sample) }, env)

test('a mapping is tried on the sample: what leads nowhere is said with what there is', async () => {
  const right =
    'id: eventData.id, text: eventData.text, rating: eventData.stars, publishedAt: eventData.createdAt'
  expect((await withSample(reviews(right))).problems).toEqual([])
  const inPlace = `{ name: avis, kind: reviews, secrets: env:ACME_CRM, list: events, fields: { ${right} }, sample: ${JSON.stringify(payload)} }`
  expect((await withHooks(inPlace)).problems).toEqual([])

  const [slip] = (await withSample(reviews('text: eventData.texte'))).problems
  expect(slip).toMatchObject({ key: 'settings.webhook-path', line: 28, values: { given: 'eventData.texte' } })
  expect(slip!.values.known).toMatch(/^eventData\.text, /)
  expect(problemText(slip!, sayIn('fr'))).toContain('ne mène nulle part dans l’exemple')
  for (const [fields, key] of [
    ['text: eventData', 'no-text'],
    ['text: eventData.text, rating: eventData.title', 'no-number'],
    ['text: eventData.text, publishedAt: eventData.title', 'no-date'],
  ] as const)
    expect((await withSample(reviews(fields))).problems).toEqual([
      expect.objectContaining({ key: `settings.webhook-${key}`, line: 28 }),
    ])
  const [list] = (await withSample(reviews('text: eventData.text', 'evnts'))).problems
  expect(list).toMatchObject({
    key: 'settings.webhook-list',
    values: { known: expect.stringMatching(/^events, /) },
  })
})

test('whatever stands there gives a team or problems with their texts, and never an error', async () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      [],
      {},
      [null],
      [[]],
      { a: 1 },
      'x',
      '',
      'a.b',
      'env:ACME_META',
      'env:ACME_CRM',
      0,
      5,
      true,
    ),
    fc.constantFrom<unknown>(
      ...webhookKinds,
      'standard',
      'token',
      'mailgun',
      'Acme',
      '$.',
      '__proto__',
      'a.json',
      -1,
      1e300,
    ),
    fc.constantFrom<unknown>(
      { text: 'a' },
      { rating: 'x.y' },
      { __proto__: { text: 'a' } },
      { header: 'X' },
      payload,
    ),
  )
  const keys =
    'name kind secrets verify server outlet about network from price budget currency signature list fields outOf sample'
  const hook = fc.dictionary(fc.constantFrom(...keys.split(' ')), odd, { minKeys: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(hook, { minLength: 1, maxLength: 3 }), async (hooks) => {
      const { teams, problems } = await teamOf(`${acmeWith()}webhooks: ${JSON.stringify(hooks)}\n`, env)
      expect(teams.length === 1).toBe(problems.length === 0)
      for (const { key, line } of problems) expect([isKey(key), line]).toEqual([true, 27])
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('a webhook behind a closed door is warned of', async () => {
  const { VIGIE_PUBLIC_PORT: _port, VIGIE_PUBLIC_URL: _url, ...closed } = env
  const { problems, warnings } = await teamOf(yamlOf(`{ ${meta} }`), closed)
  expect(problems).toEqual([])
  expect(warnings).toEqual([
    expect.objectContaining({ key: 'settings.webhook-no-door', line: 28, values: { given: 'a' } }),
  ])
})

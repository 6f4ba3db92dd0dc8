import { type SignedBy, type WebhookKind, webhookKinds } from '../model/webhook.ts'
import { isMap, list, map } from './loose.ts'
import { nearest } from './nearest.ts'
import { type Problem, problem, shown } from './problem.ts'
import { nameKey, namesIn, repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'

/** What no single value of `webhooks:` shows: names twice, what a kind needs and lacks, what it has no use for. */
export function webhooksCheck(sheet: Sheet): Problem[] {
  const { webhooks, topics } = map(sheet.value)
  const names = list(topics).flatMap((one) => {
    const { name } = map(one)
    return typeof name === 'string' ? [name] : []
  })
  return [
    ...repeats(sheet, namesIn(sheet, 'webhooks')),
    ...list(webhooks).flatMap((given, at): Problem[] => {
      if (!isMap(given)) return []
      return [
        ...kindCheck(sheet, at, given),
        ...aboutCheck(sheet, at, given, names),
        ...fieldsCheck(sheet, at, given),
      ]
    }),
  ]
}

function kindCheck(sheet: Sheet, at: number, given: Record<string, unknown>): Problem[] {
  const kind = webhookKinds.find((one) => one === given.kind)
  if (!kind) return []
  const path = ['webhooks', at]
  const takes: readonly string[] = ['name', 'kind', 'secrets', ...needs[kind], ...mayHave[kind]]
  const missing = needs[kind].filter((one) => !(one in given))
  const useless = Object.keys(given).filter((one) => !takes.includes(one) && settings.has(one))
  return [
    ...missing.map((setting) =>
      problem(sheet.file, sheet.place([...path, 'kind']), 'settings.webhook-needs', {
        kind,
        setting,
        example: examples[setting]!,
      }),
    ),
    ...useless.map((setting) =>
      problem(sheet.file, sheet.place([...path, setting], 'key'), 'settings.webhook-useless', {
        kind,
        setting,
        known: takes.join(', '),
      }),
    ),
  ]
}

function aboutCheck(
  sheet: Sheet,
  at: number,
  { about }: Record<string, unknown>,
  names: string[],
): Problem[] {
  if (typeof about !== 'string' || names.some((name) => nameKey(name) === nameKey(about))) return []
  const near = nearest(about, names)
  const values = { setting: 'about', given: shown(about), known: names.map(shown).join(', ') }
  const place = sheet.place(['webhooks', at, 'about'])
  return [
    near
      ? problem(sheet.file, place, 'settings.choice-near', { ...values, near: shown(near) })
      : problem(sheet.file, place, 'settings.choice', values),
  ]
}

/** Of what has neither words nor stars nothing could be said. */
function fieldsCheck(sheet: Sheet, at: number, { fields }: Record<string, unknown>): Problem[] {
  if (!isMap(fields) || ['text', 'title', 'rating'].some((one) => one in fields)) return []
  return [problem(sheet.file, sheet.place(['webhooks', at, 'fields'], 'key'), 'settings.webhook-wordless')]
}

type Setting = keyof typeof examples

const examples = {
  verify: 'env:ACME_META_VERIFY',
  server: 'https://forum.acme.example',
  price: '0.005',
  budget: '50',
  fields: '{ id: review.id, text: review.text, rating: review.stars }',
  outlet: 'Trustpilot',
  about: 'Acme',
  network: 'reviews',
  from: '@google.com',
  currency: 'USD',
  signature: 'token',
  list: 'events',
  outOf: '5',
  sample: 'review.json',
}
const settings = new Set<string>(Object.keys(examples))

const needs: Record<WebhookKind, Setting[]> = {
  meta: ['verify'],
  discourse: ['server'],
  wordpress: [],
  github: [],
  standard: [],
  x: ['price', 'budget'],
  reviews: ['fields'],
  mail: [],
  measures: [],
}
const mayHave: Record<WebhookKind, Setting[]> = {
  meta: ['outlet', 'about'],
  discourse: ['outlet', 'about'],
  wordpress: ['outlet', 'about', 'network'],
  github: ['outlet', 'about'],
  standard: ['outlet', 'about', 'network'],
  x: ['outlet', 'about', 'currency'],
  reviews: ['outlet', 'about', 'network', 'signature', 'list', 'outOf', 'sample'],
  mail: ['outlet', 'about', 'network', 'signature', 'from'],
  measures: [],
}

const inHeader = (header: string, encoding: 'hex' | 'base64' = 'hex'): SignedBy => ({
  ...{ how: 'header', header, encoding },
  ...{ algorithm: 'sha256', prefix: 'sha256=', timestamp: null },
})

/** How the requests of a kind are signed where nothing else is said. */
export const signedUsually: Record<WebhookKind, SignedBy> = {
  meta: inHeader('x-hub-signature-256'),
  discourse: inHeader('x-discourse-event-signature'),
  wordpress: { how: 'standard' },
  github: inHeader('x-hub-signature-256'),
  standard: { how: 'standard' },
  x: inHeader('x-twitter-webhooks-signature', 'base64'),
  reviews: { how: 'standard' },
  mail: { how: 'token' },
  measures: { how: 'standard' },
}

import { z } from 'zod'
import { mappedFields } from '../model/mapping.ts'
import { networks } from '../model/network.ts'
import { Oops } from '../model/oops.ts'
import type { SettingPlace } from '../model/team.ts'
import { digestNames, encodings, type SignedBy, type Webhook, webhookKinds } from '../model/webhook.ts'
import { readAddress } from './address.ts'
import { readName } from './names.ts'
import { shown } from './problem.ts'
import { nameKey } from './repeats.ts'
import { oneOrMore } from './route-shape.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text, whole } from './shape.ts'
import { signedUsually } from './webhook-checks.ts'
import { mappingOf, sampleName } from './webhook-sample.ts'

/** `webhooks:` of a team: who calls it, and how that is known to be them. Secrets are named, `env:NAME`. */
export const webhooksShape = (env: Variables) => {
  const secret = text((name) => readSecret(name, env))
  return z.array(
    z
      .strictObject({
        name: text(readHookName),
        kind: z.enum(webhookKinds),
        secrets: oneOrMore(secret),
        verify: secret.optional(),
        server: text(readAddress).optional(),
        outlet: text(readName).optional(),
        about: text(readName).optional(),
        network: z.enum(networks).optional(),
        from: oneOrMore(text(readSender)).optional(),
        price: money().optional(),
        budget: money().optional(),
        currency: text(readCurrency).optional(),
        signature: signature.optional(),
        list: text(readPath).optional(),
        fields: z
          .strictObject(
            Object.fromEntries(mappedFields.map((field) => [field, text(readPath).optional()])) as Record<
              (typeof mappedFields)[number],
              z.ZodOptional<ReturnType<typeof path>>
            >,
          )
          .optional(),
        outOf: whole(1, 100).optional(),
        sample: z
          .union([text(readSampleName), z.record(z.string(), z.unknown()), z.array(z.unknown())])
          .optional(),
      })
      .superRefine(({ kind, signature, secrets }, context) => {
        const { how } = signedBy(kind, signature)
        for (const [at, one] of secrets.entries()) {
          const key = wrongSecrets[how]?.(one)
          if (key)
            context.addIssue({ code: 'custom', path: ['secrets', at], params: { oops: new Oops(key) } })
        }
      }),
  )
}

const path = () => text(readPath)

const signature = z.union([
  z.enum(['standard', 'mailgun', 'token']),
  z.strictObject({
    header: text(readHeader),
    algorithm: z.enum(digestNames).optional(),
    encoding: z.enum(encodings).optional(),
    prefix: z.string().optional(),
    timestamp: text(readHeader).optional(),
  }),
])

export type WebhookSettings = z.output<ReturnType<typeof webhooksShape>>[number]

/** Of settings without a mistake. Topics are the same however they are written. */
export function webhookOf(given: WebhookSettings, topics: { name: string }[], at: SettingPlace): Webhook {
  const { name, kind, secrets, price, budget, currency = 'USD' } = given
  const about = given.about
  return {
    ...{ name, kind, secrets, at },
    signed: signedBy(kind, given.signature),
    verify: given.verify ?? null,
    server: given.server?.replace(/\/+$/, '') ?? null,
    outlet: given.outlet ?? null,
    about:
      about === undefined
        ? null
        : (topics.find((one) => nameKey(one.name) === nameKey(about))?.name ?? about),
    network: given.network ?? null,
    mapping: given.fields ? mappingOf(given) : null,
    from: given.from ?? [],
    cost: price === undefined || budget === undefined ? null : { price, budget, currency },
  }
}

function signedBy(kind: Webhook['kind'], given: WebhookSettings['signature']): SignedBy {
  if (given === undefined) return signedUsually[kind]
  if (typeof given === 'string') return { how: given }
  const { header, algorithm = 'sha256', encoding = 'hex', prefix = '', timestamp = null } = given
  return { how: 'header', header, algorithm, encoding, prefix, timestamp }
}

/** What is wrong with a secret, by how it is used; it is never quoted. */
const wrongSecrets: Partial<Record<SignedBy['how'], (secret: string) => string | null>> = {
  standard(secret) {
    const bytes = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(secret)?.[1]
    const length = bytes ? Buffer.from(bytes, 'base64').length : 0
    return length < 24 || length > 64 ? 'settings.identity-whsec' : null
  },
  token: (secret) => (/^[\w-]{20,90}$/.test(secret) ? null : 'settings.webhook-token'),
  header: (secret) => (secret.length < 8 ? 'settings.webhook-short' : null),
}

/** It stands in an address. Throws Oops. */
function readHookName(text: string): string {
  if (!/^[a-z\d][a-z\d_-]{0,39}$/.test(text)) throw new Oops('settings.webhook-name', { given: shown(text) })
  return text
}

function readHeader(text: string): string {
  if (!/^[a-z\d][a-z\d_-]{0,79}$/i.test(text))
    throw new Oops('settings.webhook-header', { given: shown(text) })
  return text.toLowerCase()
}

function readPath(text: string): string {
  const path = text.trim()
  if (path === '' || path.length > 200 || /\s|\.\.|\.$|^\.|[[\]]/.test(path))
    throw new Oops('settings.webhook-no-path', { given: shown(text) })
  return path
}

function readSender(text: string): string {
  const sender = text.trim().toLowerCase()
  if (!/^[^\s<>"@,]*@[^\s<>"@,]+\.[^\s<>"@,]+$/.test(sender))
    throw new Oops('settings.webhook-sender', { given: shown(text) })
  return sender
}

function readCurrency(text: string): string {
  if (!/^[A-Z]{3}$/.test(text)) throw new Oops('settings.webhook-currency', { given: shown(text) })
  return text
}

function readSampleName(text: string): string {
  if (!sampleName.test(text)) throw new Oops('settings.webhook-sample', { given: shown(text) })
  return text
}

function money() {
  return z.number().superRefine((value, context) => {
    if (Number.isFinite(value) && value > 0 && value <= 1_000_000) return
    context.addIssue({
      code: 'custom',
      params: { oops: new Oops('settings.webhook-money', { given: value }) },
    })
  })
}

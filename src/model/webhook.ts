import type { Mapping } from './mapping.ts'
import type { Network } from './network.ts'
import type { Instant } from './post.ts'
import type { SettingPlace } from './team.ts'

/** Who calls us at an address of a team's own: a platform, an automation, a provider of mail. */
export const webhookKinds = [
  'meta',
  'discourse',
  'wordpress',
  'github',
  'standard',
  'x',
  'reviews',
  'mail',
  'measures',
] as const
export type WebhookKind = (typeof webhookKinds)[number]

export const digestNames = ['sha1', 'sha256', 'sha384', 'sha512'] as const
export const encodings = ['hex', 'base64'] as const

/**
 * How its requests show whose they are: a signature of the bytes in a header, the way of Standard Webhooks, that of
 * Mailgun (which signs no more than a time and a token), or a secret that is part of the address.
 */
export type SignedBy =
  | { how: 'standard' }
  | { how: 'mailgun' }
  | { how: 'token' }
  | {
      how: 'header'
      /** In small letters. */
      header: string
      algorithm: (typeof digestNames)[number]
      encoding: (typeof encodings)[number]
      prefix: string
      /** The header that holds the time (seconds or milliseconds since 1970), where it is signed: `{time}.{body}`. */
      timestamp: string | null
    }

/** A webhook as the settings name it. Its address is `/hooks/TEAM/NAME`, behind which a token may stand. */
export type Webhook = {
  name: string
  kind: WebhookKind
  at?: SettingPlace
  signed: SignedBy
  /** Any of them is good: one takes over from another without a gap. */
  secrets: string[]
  /** What Meta says when it is set up. */
  verify: string | null
  /** Where a forum stands: the addresses of its posts begin so. */
  server: string | null
  /** How alerts call the place; its kind or its name does where nothing is said. */
  outlet: string | null
  /** The topic that everything here is about, as comments on one's own page are. */
  about: string | null
  network: Network | null
  mapping: Mapping | null
  /** Of mails, who may send them: addresses, or domains (`@google.com`); anybody where it is empty. */
  from: string[]
  /** What a post costs, and the most for a month (UTC), in the currency that the place bills in. */
  cost: { price: number; budget: number; currency: string } | null
}

/** What posts of a webhook are filed under. */
export const hookSource = (team: string, { name }: Pick<Webhook, 'name'>) => `hook:${team}:${name}`

/** Its address below the public one; a token that belongs to it is left out. */
export const hookPath = (team: string, { name }: Pick<Webhook, 'name'>) => `/hooks/${team}/${name}`

/** When the month of a moment began (UTC): that is how places bill. */
export function monthOf(at: Instant): Instant {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}

/** Why a request was not taken. What is said to whoever sent it is the status alone. */
export const refusals = [
  'unsigned',
  'forged',
  'stale',
  'future',
  'setup',
  'method',
  'type',
  'packed',
  'broken',
  'too-big',
  'flood',
  'full',
  'sender',
  'unreadable',
  'wrong-rows',
  'over-budget',
] as const
export type Refusal = (typeof refusals)[number]

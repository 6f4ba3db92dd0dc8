import type { Language } from './mood.ts'
import type { Network } from './network.ts'
import type { Instant } from './post.ts'
import type { SettingPlace } from './team.ts'

export const connectorKinds = ['mastodon', 'bluesky', 'discourse', 'webhook'] as const
export type ConnectorKind = (typeof connectorKinds)[number]

/**
 * An account of the brand on a network, from which replies go out. `secrets` were read from the environment. Those
 * of a sample or rehearsal team publish nothing (`Team.sample`).
 */
export type Identity = {
  name: string
  kind: ConnectorKind
  /** Which mentions it answers. */
  networks: Network[]
  /** The server: `https://mamot.fr`; of a webhook the address it goes to. */
  server: string
  /** Who it is there. */
  handle: string | null
  secrets: Record<string, string>
  /** How widely it speaks where the network asks; never more widely than what it answers. */
  visibility?: Visibility
  at: SettingPlace
}

export const visibilities = ['public', 'unlisted'] as const
export type Visibility = (typeof visibilities)[number]

/** Which mentions an identity answers where its settings do not say; a webhook says. Forums are known by their server. */
export const usualNetworks: Record<Exclude<ConnectorKind, 'webhook'>, Network[]> = {
  mastodon: ['mastodon'],
  bluesky: ['bluesky'],
  discourse: ['forum'],
}

/** What a connector is asked to publish. `key` is the same at every try of one approved version. */
export type ToPublish = {
  key: string
  reply: number
  text: string
  language: Language | null
  /** The post that is answered. */
  to: {
    url: string | null
    title: string | null
    text: string | null
    author: string | null
    network: Network
  }
  /** When the first try began: what stands there from before is another's. */
  since: Instant
}

/** That it was published; `answer` is what the network said, at most 10,000 characters, secrets out. */
export type Published = { id: string | null; url: string | null; answer: string }

/**
 * How asking a network ended. `published`; `found`: it stood there when it was looked for; `not-taken`: the network
 * surely does not have it; `refused`: nor would it take it; `unsure`: nobody knows; null while it is being asked.
 */
export const tryOutcomes = ['published', 'found', 'not-taken', 'refused', 'unsure'] as const
export type TryOutcome = (typeof tryOutcomes)[number]

/** One time that a network was asked to take a reply. `kind` is null where there was nobody to ask as. */
export type Try = {
  id: number
  team: string
  reply: number
  key: string
  identity: string
  kind: ConnectorKind | null
  beganAt: Instant
  endedAt: Instant | null
  outcome: TryOutcome | null
  /** What the network answered, or why it could not; null once that is forgotten. */
  answer: string | null
  postId: string | null
  url: string | null
  /** How often it was looked for, where nobody knew. */
  looks: number
  /** When it was known what became of it. */
  settledAt: Instant | null
}

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
  at: SettingPlace
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

import pino from 'pino'
import type { Post } from '../../src/model/post.ts'
import type { ConnectorKind, Identity } from '../../src/model/publication.ts'
import type { Reply } from '../../src/model/reply.ts'
import type { Team } from '../../src/model/team.ts'
import type { Connector } from '../../src/publish/connector.ts'
import { newPublishing, type PublishingParts } from '../../src/schedule/publishing.ts'
import type { Store } from '../../src/store/store.ts'
import { newWorld, nimbus } from '../world.ts'
import { doorOf } from './world.ts'

/** Nimbus for real, with accounts of its own: what Mia wrote and Noor approved goes out. */
export async function newStory(
  identities: Identity[],
  { sample = false, connectors, ...more }: Partial<PublishingParts> & { sample?: boolean } = {},
) {
  const team: Team = { ...nimbus, sample, identities }
  const world = await newWorld({ teams: [team] })
  const { store, time, clock } = world
  let told = 0
  const log = pino({ level: process.env.PUBLISH_LOG ?? 'silent' })
  const door = doorOf(identities)
  const engine = (own: Store = store, given: Partial<PublishingParts> = {}) =>
    newPublishing({
      ...{ store: own, teams: [team], door, clock, log, done: () => told++, patience: 15_000 },
      ...(connectors ? { connectors } : {}),
      ...more,
      ...given,
    })
  const publishing = engine()

  /** A reply to a post at an address, approved, that goes out at once; gives its number. */
  async function approved(
    url: string | null,
    {
      text = 'Toutes nos excuses ! Une lampe neuve part aujourd’hui.',
      identity = identities[0]?.name ?? null,
      ...post
    }: {
      text?: string
      identity?: string | null
    } & Partial<Post> = {},
  ): Promise<number> {
    const mention = await world.heard('Ma lampe Nimbus est en panne', { url, ...post })
    const by = { name: 'Mia', sealed: 'mia' }
    const version = {
      text,
      by: { person: 'mia', name: 'Mia', account: null },
      how: { is: 'written' as const },
    }
    return store.together(async (store) => {
      const at = clock()
      const given = { team: team.name, mention, language: 'fr' as const, needs: 1, role: 'approver' as const }
      const before = await store.replies.add(
        { ...given, alone: false, identity, expiresAt: at + 86_400_000, version },
        { by, at },
      )
      const after: Reply = { ...before, state: 'approved', key: `key-${before.id}-${at}`, goesAt: at }
      await store.replies.keep(before, after, { did: 'approved', by, at })
      return before.id
    })
  }

  /** Somebody says: send it again. */
  const again = (id: number) =>
    store.together(async (store) => {
      const before = (await store.replies.get(team.name, id))!
      const after: Reply = { ...before, state: 'approved', goesAt: clock(), why: null }
      await store.replies.keep(before, after, { did: 'again', by: null, at: clock() })
    })

  /** Time goes by, and what is due is done. */
  async function later(ms: number, own = publishing) {
    time.now += ms
    await own.look()
  }

  return {
    ...world,
    team,
    publishing,
    engine,
    approved,
    again,
    later,
    reply: async (id: number) => (await store.replies.get(team.name, id))!,
    tries: (id: number) => store.publications.of(team.name, id),
    told: () => told,
  }
}

/** The same connector for every network: what a test wants to happen. */
export const only = (connector: Omit<Connector, 'kind' | 'check'>): Record<ConnectorKind, Connector> => {
  const whole: Connector = { kind: 'webhook', check: async () => {}, ...connector }
  return { mastodon: whole, bluesky: whole, discourse: whole, webhook: whole }
}

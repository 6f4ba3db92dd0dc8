import { hash } from 'node:crypto'
import type { AppBskyFeedDefs, AtpAgent, AtpSessionData } from '@atproto/api'
import { Unavailable } from '../model/oops.ts'
import type { Identity, Published, ToPublish } from '../model/publication.ts'
import { before, type Connector, NotSent, type Way } from './connector.ts'
import { failureOf, gone, hostOf, mishap, nonsense } from './failures.ts'

/**
 * Replies as a Bluesky account, with an app password. The record's name comes from our key, and is only ever written
 * where there is none yet: a repeat finds the first. https://docs.bsky.app/docs/api/com-atproto-repo-put-record
 */
export function newBlueskyConnector(): Connector {
  // Few sign-ins are allowed in a day: a session is kept as long as it lasts.
  const sessions = new Map<string, { session: AtpSessionData; pds: URL | undefined }>()

  /** Works with a session that is kept; where the server no longer takes that one, once more with a new one. */
  async function signedIn<Result>(
    identity: Identity,
    way: Way,
    work: (agent: AtpAgent) => Promise<Result>,
  ): Promise<Result> {
    const { server, handle, secrets } = identity
    const key = hash('sha256', JSON.stringify([server, handle, secrets.password]))
    const kept = sessions.has(key)
    try {
      return await work(await signIn(identity, way, key))
    } catch (error) {
      if (!(kept && error instanceof NotSent && error.key === 'publish.status-401')) throw error
      sessions.delete(key)
      return work(await signIn(identity, way, key))
    }
  }

  async function signIn(identity: Identity, { fetch, signal }: Way, key: string): Promise<AtpAgent> {
    const { AtpAgent, CredentialSession } = await import('@atproto/api')
    const { server, handle, secrets } = identity
    const within: typeof globalThis.fetch = (input, init) =>
      fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal })
    const credentials = new CredentialSession(new URL(server), within, (_event, session) => {
      if (session) sessions.set(key, { session, pds: credentials.pdsUrl })
      else sessions.delete(key)
    })
    const kept = sessions.get(key)
    if (kept) {
      credentials.session = kept.session
      credentials.pdsUrl = kept.pds
    } else
      await reached(identity, () =>
        credentials.login({ identifier: handle!, password: secrets.password! }).then(({ data }) => data),
      )
    const session = credentials.session
    if (session) sessions.set(key, { session, pds: credentials.pdsUrl })
    return new AtpAgent(credentials)
  }

  return {
    kind: 'bluesky',

    async publish(identity, what, way) {
      const record = await before(() =>
        signedIn(identity, way, async (agent) => {
          const to = await answered(agent, identity, what)
          if (!to) throw gone(identity)
          return recordOf(what, to)
        }),
      )
      try {
        return await signedIn(identity, way, (agent) => put(agent, identity, what, record))
      } catch (error) {
        // Nothing else has this name: what stands there is ours, from an earlier try.
        const mayBeThere = error instanceof NotSent || error instanceof Taken
        const found = mayBeThere && (await this.find(identity, what, way).catch(() => null))
        if (found && found !== 'unknown') return found
        throw error
      }
    },

    find: (identity, what, way) => signedIn(identity, way, (agent) => got(agent, identity, what)),

    check: (identity, way) =>
      signedIn(identity, way, async (agent) => {
        await reached(identity, () => agent.com.atproto.server.getSession())
      }),
  }
}

type PostRecord = Awaited<ReturnType<typeof recordOf>>

async function put(agent: AtpAgent, identity: Identity, what: ToPublish, record: PostRecord) {
  const wanted = { ...placeOf(agent, what), record, swapRecord: null }
  const { data } = await reached(identity, () => agent.com.atproto.repo.putRecord(wanted))
  return published(agent, what, data)
}

async function got(agent: AtpAgent, identity: Identity, what: ToPublish): Promise<Published | null> {
  const { XRPCError } = await import('@atproto/api')
  try {
    const { data } = await agent.com.atproto.repo.getRecord(placeOf(agent, what))
    return published(agent, what, data)
  } catch (error) {
    // What a server says of a record that it does not have.
    if (error instanceof XRPCError && missing.has(error.error)) return null
    throw await failed(identity, error)
  }
}

const collection = 'app.bsky.feed.post'

const placeOf = (agent: AtpAgent, what: ToPublish) => ({
  repo: agent.assertDid,
  collection,
  rkey: recordKey(what),
})

/** The post that is answered as it stands now; null where it is gone. Throws NotSent where it takes no answer of ours. */
async function answered(
  agent: AtpAgent,
  identity: Identity,
  { to }: ToPublish,
): Promise<AppBskyFeedDefs.PostView | null> {
  const [, who, rkey] =
    /^(?:at:\/\/([^/]+)\/app\.bsky\.feed\.post|https?:\/\/[^/]+\/profile\/([^/]+)\/post)\/([^/?#]+)/
      .exec(to.url ?? '')
      ?.filter((part) => part !== undefined) ?? []
  if (!who || !rkey) return null
  const did = who.startsWith('did:') ? who : await didOf(agent, identity, who)
  if (!did) return null
  const uris = [`at://${did}/${collection}/${rkey}`]
  const { data } = await reached(identity, () => agent.getPosts({ uris }))
  const [post] = data.posts
  if (!post) return null
  const { viewer } = post.author
  const closed = viewer?.blockedBy || viewer?.blocking ? 'publish.blocked' : 'publish.closed-post'
  if (post.viewer?.replyDisabled || closed === 'publish.blocked')
    throw new NotSent(`${hostOf(identity)} takes no answer to this post`, {
      key: closed,
      values: { host: hostOf(identity), name: identity.name },
      refused: true,
    })
  return post
}

/** Null where nobody has this handle any more. */
async function didOf(agent: AtpAgent, identity: Identity, handle: string): Promise<string | null> {
  const { XRPCError } = await import('@atproto/api')
  try {
    return (await agent.resolveHandle({ handle })).data.did
  } catch (error) {
    if (error instanceof XRPCError && missing.has(error.error)) return null
    throw await failed(identity, error)
  }
}

/** The names of what is not there, older servers' too. */
const missing = new Set(['RecordNotFound', 'HandleNotFound', 'InvalidRequest'])

async function recordOf({ text, language, since }: ToPublish, to: AppBskyFeedDefs.PostView) {
  const { RichText } = await import('@atproto/api')
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  // Who is named in the text is not called: whoever is answered hears of it anyway.
  const facets = rich.facets?.filter(({ features }) =>
    features.every(({ $type }) => $type !== 'app.bsky.richtext.facet#mention'),
  )
  const parent = { uri: to.uri, cid: to.cid }
  const { reply } = to.record as { reply?: { root?: { uri: string; cid: string } } }
  return {
    $type: collection,
    text: rich.text,
    ...(facets?.length ? { facets } : {}),
    ...(language ? { langs: [language] } : {}),
    reply: { root: reply?.root ?? parent, parent },
    // The same at each try, so that a repeat is the same record to the byte.
    createdAt: new Date(since).toISOString(),
  }
}

function published(agent: AtpAgent, what: ToPublish, data: { uri: string; cid?: string }): Published {
  const who = agent.session?.handle ?? agent.assertDid
  return {
    id: data.uri,
    url: `https://bsky.app/profile/${who}/post/${recordKey(what)}`,
    answer: JSON.stringify(data),
  }
}

/**
 * A name as posts need it: a TID, of the microsecond in which the first try began and a number that tells two such
 * apart; both from what is the same at every try. https://atproto.com/specs/tid
 */
export function recordKey({ key, since }: Pick<ToPublish, 'key' | 'since'>): string {
  const random = BigInt(`0x${hash('sha256', key).slice(0, 12)}`)
  let left = ((BigInt(since) * 1000n + (random % 1000n)) << 10n) | ((random / 1000n) & 1023n)
  let name = ''
  for (let at = 0; at < 13; at++) {
    name = digits[Number(left & 31n)] + name
    left >>= 5n
  }
  return name
}
const digits = '234567abcdefghijklmnopqrstuvwxyz'

async function reached<Result>(identity: Identity, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    throw await failed(identity, error)
  }
}

/** What a failure of the library means: its status is that of HTTP, or 1 where nobody answered and 2 for nonsense. */
async function failed(identity: Identity, error: unknown) {
  const { XRPCError } = await import('@atproto/api')
  if (!(error instanceof XRPCError)) return mishap(identity, error)
  if (error.error === 'InvalidSwap')
    return new Taken(error.message, { key: 'publish.no-answer', cause: error })
  const status: number = signedOut.has(error.error) ? 401 : error.status
  if (status === 1) return mishap(identity, error.cause ?? error)
  if (status < 100) return nonsense(identity, error)
  return failureOf(identity, { status, headers: new Headers(error.headers), words: error.message })
}

/** Something has this name already: what else but ours of an earlier try; until that is found nobody can know. */
class Taken extends Unavailable {}

/** Names under which a server says that a session is over, with status 400. */
const signedOut = new Set(['ExpiredToken', 'InvalidToken'])

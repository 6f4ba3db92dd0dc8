import type { mastodon } from 'masto'
import { graphemes } from '../model/limits.ts'
import type { Identity, Published, ToPublish } from '../model/publication.ts'
import { minute } from '../model/time.ts'
import { before, type Connector, type Way } from './connector.ts'
import { failureOf, gone, mishap, nonsense } from './failures.ts'
import { readable, sameWords } from './same-words.ts'

/**
 * Replies as an account of a Mastodon server: an access token with the scopes `read:accounts`, `read:search`,
 * `read:statuses` and `write:statuses`. The server remembers our key for an hour and gives the first status for a
 * repeat. https://docs.joinmastodon.org/methods/statuses/#create
 */
export const mastodonConnector: Connector = {
  kind: 'mastodon',

  async publish(identity, what, way) {
    const client = await clientOf(identity, way)
    const to = await before(() => answered(client, identity, what))
    if (!to) throw gone(identity)
    const status = await reached(identity, () =>
      client.v1.statuses.create(
        {
          status: addressed(what.text, to),
          inReplyToId: to.id,
          visibility: asWideAs(to.visibility, identity.visibility ?? 'public'),
          ...(what.language ? { language: what.language } : {}),
        },
        { requestInit: { headers: { 'Idempotency-Key': what.key } } },
      ),
    )
    if (typeof status?.id !== 'string') throw nonsense(identity)
    return published(status)
  },

  async find(identity, what, way) {
    const client = await clientOf(identity, way)
    const to = await answered(client, identity, what)
    const me = await reached(identity, () => client.v1.accounts.verifyCredentials())
    const page = client.v1.accounts.$select(me.id).statuses.list({ excludeReblogs: true, limit: 40 })
    const statuses = await reached(identity, () => page.values().next())
    if (!Array.isArray(statuses.value)) throw nonsense(identity)
    const ours = (statuses.value as mastodon.v1.Status[]).find(
      ({ content, createdAt, inReplyToId }) =>
        // The same words to the same post are ours, whatever the clocks say; to somebody else they may be older.
        (to ? inReplyToId === to.id : Date.parse(createdAt) >= what.since - clocksDiffer) &&
        isOurs(what.text, readable(content)),
    )
    return ours ? published(ours) : null
  },

  async check(identity, way) {
    const client = await clientOf(identity, way)
    const { username } = await reached(identity, () => client.v1.accounts.verifyCredentials())
    if (typeof username !== 'string') throw nonsense(identity)
  },
}

/** The library brings its own `fetch`: it is only given the address that the operator set, and follows nobody further. */
async function clientOf(identity: Identity, { signal }: Way): Promise<mastodon.rest.Client> {
  const { createRestAPIClient } = await import('masto')
  return createRestAPIClient({
    url: identity.server,
    accessToken: identity.secrets.token!,
    requestInit: { signal, redirect: 'manual' },
    log: 'error',
  })
}

/** The post that is answered as our server knows it, fetched from its own server where it has to be. */
async function answered(
  client: mastodon.rest.Client,
  identity: Identity,
  { to }: ToPublish,
): Promise<mastodon.v1.Status | null> {
  if (to.url === null) return null
  const search = { q: to.url, type: 'statuses' as const, resolve: true, limit: 1 }
  const found = await reached(identity, () => client.v2.search.list(search))
  if (!Array.isArray(found?.statuses)) throw nonsense(identity)
  const [status] = found.statuses
  if (status && (typeof status.id !== 'string' || typeof status.account?.acct !== 'string'))
    throw nonsense(identity)
  return status ?? null
}

/** Somebody is told that they were answered only where they are named. */
function addressed(text: string, { account }: Pick<mastodon.v1.Status, 'account'>): string {
  const named = new RegExp(`@${RegExp.escape(account.acct)}(?![\\w@.-])`, 'iu')
  return named.test(text) || graphemes(text) === 0 ? text : `@${account.acct} ${text}`
}

/** With the handle that was put before it, or without where it held one. */
const isOurs = (text: string, found: string) =>
  sameWords(text, found) || sameWords(text, found.replace(/^\s*@\S+\s+/u, ''))

/** Whoever spoke to few is not answered in front of all. */
const asWideAs = (
  theirs: mastodon.v1.StatusVisibility,
  ours: mastodon.v1.StatusVisibility,
): mastodon.v1.StatusVisibility => widths[Math.max(widths.indexOf(theirs), widths.indexOf(ours))] ?? ours
const widths: mastodon.v1.StatusVisibility[] = ['public', 'unlisted', 'private', 'direct']

const published = (status: mastodon.v1.Status): Published => ({
  id: status.id,
  url: status.url ?? status.uri ?? null,
  answer: JSON.stringify(status),
})

/** Runs a call and gives its answer, or throws what its failure means. */
async function reached<Result>(identity: Identity, call: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    const { MastoHttpError, MastoDeserializeError, MastoUnexpectedError } = await import('masto')
    if (error instanceof MastoHttpError) {
      const { headers } = error.cause as Response
      throw failureOf(identity, { status: error.statusCode, headers, words: error.message })
    }
    if (error instanceof MastoDeserializeError || error instanceof MastoUnexpectedError)
      throw nonsense(identity, error)
    // Where an error is no JSON object, the library stumbles over it.
    if (error instanceof TypeError && error.cause === undefined) throw nonsense(identity, error)
    throw mishap(identity, error)
  }
}

const clocksDiffer = 5 * minute

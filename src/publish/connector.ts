import { Unavailable } from '../model/oops.ts'
import type { ConnectorKind, Identity, Published, ToPublish } from '../model/publication.ts'

/** How a connector reaches its server: `fetch` goes through the outgoing door, and both end with the time of a try. */
export type Way = { fetch: typeof fetch; signal: AbortSignal }

/**
 * One network that replies go out to. What it throws says what is known: NotSent where the network surely holds
 * nothing of it (`refused`: nor would it ever), any other Unavailable where nobody can know.
 */
export type Connector = {
  kind: ConnectorKind
  publish(identity: Identity, what: ToPublish, way: Way): Promise<Published>
  /**
   * Looks for it among what stands there: found, null where it surely does not stand there, `unknown` where the
   * network cannot tell. Throws Unavailable where it cannot be asked now.
   */
  find(identity: Identity, what: ToPublish, way: Way): Promise<Published | null | 'unknown'>
  /** Whether somebody can sign in as this identity. Throws Unavailable with what is wrong. */
  check(identity: Identity, way: Way): Promise<void>
}

/** The network surely did not take it. */
export class NotSent extends Unavailable {
  override name = 'NotSent'
}

/** The same failure, of which it is known that it came before anything was published. */
export function notSent(error: unknown): NotSent {
  if (error instanceof NotSent) return error
  if (!(error instanceof Unavailable)) throw error
  const { message, values, retryAfter, refused, cause } = error
  const key = error.key && (unsentWords[error.key] ?? error.key)
  return new NotSent(message, { key, values, retryAfter, refused, cause })
}

/** Words that leave it open whether it stands there, and those where that is known. */
const unsentWords: Record<string, string> = {
  'publish.failed': 'publish.busy',
  'publish.unreadable': 'publish.nonsense',
  'publish.no-answer': 'publish.silent',
}

/** What only reads, before anything is published: however it fails, nothing was sent. */
export async function before<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw notSent(error)
  }
}

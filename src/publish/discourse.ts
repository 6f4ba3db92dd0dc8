import { Unavailable } from '../model/oops.ts'
import type { Identity, Published, ToPublish } from '../model/publication.ts'
import { before, type Connector, NotSent, type Way } from './connector.ts'
import { failureOf, gone, hostOf, mishap, nonsense } from './failures.ts'
import { isOn } from './identities.ts'
import { readable, sameWords } from './same-words.ts'

/**
 * Replies in the topics of a Discourse forum, with an API key of one user, granular: `topics: read, write` and
 * `posts: edit`… or one for all of that user's rights. https://docs.discourse.org/#tag/Posts/operation/createTopicPostPM
 */
export const discourseConnector: Connector = {
  kind: 'discourse',

  async publish(identity, what, way) {
    const place = await before(() => answered(identity, what, way))
    if (!place) throw gone(identity)
    const { topic, post } = place
    try {
      const made = await ask<Made>(identity, way, '/posts.json', {
        raw: what.text,
        topic_id: topic,
        ...(post > 1 ? { reply_to_post_number: post } : {}),
      })
      // It is kept from the others until a moderator has read it: neither out nor refused.
      if (made.action === 'enqueued')
        throw new Unavailable(`${hostOf(identity)} holds it for a moderator`, {
          key: 'publish.held',
          values: { host: hostOf(identity) },
        })
      if (typeof made.id !== 'number') throw nonsense(identity)
      return published(identity, made)
    } catch (error) {
      // A forum takes the same words from the same person only once: they may be ours, from an earlier try.
      if (!(error instanceof NotSent && error.key === 'publish.refused-said')) throw error
      const found = await this.find(identity, what, way).catch(() => 'unknown' as const)
      if (found !== null && found !== 'unknown') return found
      throw error
    }
  },

  /** What waits for a moderator is shown to nobody: not to find it says nothing. */
  async find(identity, what, way) {
    const place = placeIn(identity.server, what.to.url)
    if (!place?.topic) return 'unknown'
    const { post_stream } = await ask<Topic>(identity, way, `/t/${place.topic}.json`)
    const newest = post_stream?.stream?.slice(-mostRead) ?? []
    if (newest.length === 0) return 'unknown'
    const ids = newest.map((id) => `post_ids[]=${id}`).join('&')
    const read = await ask<Topic>(identity, way, `/t/${place.topic}/posts.json?${ids}&include_raw=true`)
    const ours = read.post_stream?.posts?.find(
      ({ username, reply_to_post_number, raw, cooked }) =>
        username?.toLowerCase() === identity.handle?.toLowerCase() &&
        (reply_to_post_number ?? 1) === place.post &&
        sameWords(what.text, raw ?? readable(cooked ?? '')),
    )
    return ours ? published(identity, ours) : 'unknown'
  },

  async check(identity, way) {
    const { current_user } = await ask<{ current_user?: { username?: string } }>(
      identity,
      way,
      '/session/current.json',
    )
    if (current_user?.username?.toLowerCase() === identity.handle?.toLowerCase()) return
    throw new Unavailable(`${hostOf(identity)} knows this key as somebody else`, {
      key: 'publish.somebody-else',
      values: { host: hostOf(identity), name: identity.name, handle: current_user?.username ?? '?' },
      refused: true,
    })
  },
}

type Made = {
  id?: number
  topic_id?: number
  topic_slug?: string
  post_number?: number
  action?: string
  username?: string
  reply_to_post_number?: number | null
  raw?: string
  cooked?: string
  deleted_at?: string | null
}
type Topic = { post_stream?: { stream?: number[]; posts?: Made[] } }

/** Where the answered post is, if it still is: a forum would take an answer to one that was deleted. */
async function answered(
  identity: Identity,
  { to }: ToPublish,
  way: Way,
): Promise<{ topic: number; post: number } | null> {
  const place = placeIn(identity.server, to.url)
  if (!place) return null
  const path = place.id ? `/posts/${place.id}.json` : `/posts/by_number/${place.topic}/${place.post}.json`
  const post = await ask<Made>(identity, way, path)
  if (post.deleted_at) return null
  if (typeof post.topic_id !== 'number') throw nonsense(identity)
  return { topic: post.topic_id, post: post.post_number ?? 1 }
}

type PlaceIn =
  | { topic: number; post: number; id?: undefined }
  | { topic?: undefined; post?: undefined; id: number }

/** What an address says: `/t/any-slug/12/3`, `/t/12`, `/p/99`; the first post where it names none. */
function placeIn(server: string, url: string | null): PlaceIn | null {
  if (url === null || !isOn(server, url)) return null
  const folder = URL.parse(server)!.pathname.replace(/\/+$/, '')
  const path = new URL(url).pathname.slice(folder.length)
  const [, topic, post] = /^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/(\d+))?/.exec(path) ?? []
  if (topic) return { topic: Number(topic), post: Number(post ?? 1) }
  const [, id] = /^\/p\/(\d+)/.exec(path) ?? []
  return id ? { id: Number(id) } : null
}

function published(identity: Identity, made: Made): Published {
  const { id, topic_id, topic_slug, post_number } = made
  const path = `t/${topic_slug ? `${topic_slug}/` : ''}${topic_id}/${post_number}`
  const url = topic_id && post_number ? `${baseOf(identity)}/${path}` : null
  return { id: id === undefined ? null : `${id}`, url, answer: JSON.stringify(made) }
}

const baseOf = ({ server }: Identity) => server.replace(/\/+$/, '')

/** Asks the forum, or where there is something to say tells it; gives what it answers. */
async function ask<Answer extends object>(
  identity: Identity,
  { fetch, signal }: Way,
  path: string,
  body?: object,
): Promise<Answer> {
  const headers = {
    accept: 'application/json',
    'Api-Key': identity.secrets.key!,
    'Api-Username': identity.handle!,
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const response = await fetch(`${baseOf(identity)}${path}`, {
    headers,
    signal,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  }).catch((error) => {
    throw mishap(identity, error)
  })
  const said = await response.text()
  const answer = jsonOf(said) as (Answer & Refused) | null
  if (!response.ok) {
    const words = [answer?.errors]
      .flat()
      .filter((one) => typeof one === 'string')
      .join(' ')
    const { headers } = response
    const wait = answer?.extras?.wait_seconds
    if (typeof wait === 'number' && !headers.has('retry-after')) headers.set('retry-after', `${wait}`)
    throw failureOf(identity, { status: response.status, headers, words })
  }
  if (typeof answer !== 'object' || answer === null) throw nonsense(identity)
  return answer
}

/** As it is meant: what comes may be anything. */
type Refused = { errors?: string[]; extras?: { wait_seconds?: number } }

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Of the end of a topic. */
const mostRead = 40

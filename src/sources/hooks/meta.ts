import { instantOf } from '../../model/mapping.ts'
import { fieldsOf, type HookEvent, idOf, lineOf, listOf, posted, textOf, webOf } from './event.ts'

/**
 * Comments and posts of others on a Facebook page, comments and mentions on Instagram
 * (https://developers.facebook.com/docs/graph-api/webhooks/reference/page,
 * https://developers.facebook.com/docs/instagram-platform/webhooks/examples). What the page itself says is not news.
 */
export function readMeta(payload: unknown): HookEvent[] {
  return (Array.isArray(payload) ? payload : [payload]).flatMap((one) => {
    const { object, entry } = fieldsOf(one)
    return listOf(entry).flatMap((given) => {
      const { id, time, changes, ...alone } = fieldsOf(given)
      // Some apps are sent one change for each entry, without the list around it.
      const all = Array.isArray(changes) ? changes : 'field' in alone ? [alone] : []
      return all.flatMap((change) => {
        const about = { owner: idOf(id), at: instantOf(time) }
        const { field, value } = fieldsOf(change)
        if (object === 'instagram') return instagram(field, fieldsOf(value), about)
        return object === 'page' ? page(field, fieldsOf(value), about) : []
      })
    })
  })
}

type About = { owner: string | null; at: number | null }

function page(field: unknown, value: Record<string, unknown>, { owner, at }: About): HookEvent[] {
  if (field !== 'feed' && field !== 'mention') return []
  if (typeof value.item !== 'string' || !said.has(value.item)) return []
  const from = fieldsOf(value.from)
  const author = idOf(from.id) ?? idOf(value.sender_id)
  if (author !== null && author === owner) return []
  const id = idOf(value.comment_id) ?? idOf(value.post_id)
  if (id === null) return []
  if (value.verb === 'remove' || value.verb === 'delete') return [{ did: 'deleted', id }]
  const text = textOf(value.message)
  if (text === '' || !['add', 'edit', 'edited', 'unhide'].includes(String(value.verb))) return []
  const post = posted({
    id,
    // Where nothing leads to it, its id does.
    url: webOf(value.permalink_url) ?? `https://www.facebook.com/${encodeURIComponent(id)}`,
    text,
    author: lineOf(from.name) ?? lineOf(value.sender_name),
    publishedAt: instantOf(value.created_time) ?? at,
    network: 'facebook',
    ...(author === null ? {} : { account: { where: 'facebook', who: author } }),
  })
  return [{ did: value.verb === 'edit' || value.verb === 'edited' ? 'edited' : 'posted', post }]
}

/** Likes and shares say nothing. */
const said = new Set(['comment', 'post', 'status', 'photo', 'video', 'share'])

function instagram(field: unknown, value: Record<string, unknown>, { owner, at }: About): HookEvent[] {
  const from = fieldsOf(value.from)
  const [account, media] = [idOf(from.id), fieldsOf(value.media)]
  if (account !== null && account === owner) return []
  if (field === 'comments' || field === 'live_comments') {
    const [id, text] = [idOf(value.id) ?? idOf(value.comment_id), textOf(value.text)]
    if (id === null || text === '') return []
    const post = posted({
      id,
      url: webOf(media.permalink),
      text,
      author: lineOf(from.username),
      publishedAt: instantOf(value.created_time) ?? instantOf(value.timestamp) ?? at,
      network: 'instagram',
      ...(account === null ? {} : { account: { where: 'instagram', who: account } }),
    })
    return [{ did: 'posted', post }]
  }
  // A mention says where it is, not what it says: that would have to be asked for, with a token.
  if (field !== 'mentions') return []
  const id = idOf(value.comment_id) ?? idOf(value.media_id)
  if (id === null) return []
  const text = textOf(value.text)
  const title = text === '' ? '@mention' : ''
  return [{ did: 'posted', post: posted({ id, title, text, publishedAt: at, network: 'instagram' }) }]
}

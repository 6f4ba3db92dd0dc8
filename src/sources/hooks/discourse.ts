import { instantOf } from '../../model/mapping.ts'
import type { Webhook } from '../../model/webhook.ts'
import { fieldsOf, type HookEvent, htmlOf, idOf, lineOf, posted, type Told, webOf } from './event.ts'

/**
 * Posts of a forum, by topic and number, so that a topic that is destroyed takes its posts along. What happened stands
 * in a header that is not signed: a body that somebody caught would be known already. Messages between people, and
 * what only the staff sees, are nobody's business.
 */
export function readDiscourse(payload: unknown, { event }: Told, { server }: Webhook): HookEvent[] {
  const { post, topic } = fieldsOf(payload)
  if (topic !== undefined) {
    const id = idOf(fieldsOf(topic).id)
    return event === 'topic_destroyed' && id !== null ? [{ did: 'deleted', under: `${id}/` }] : []
  }
  const given = fieldsOf(post)
  const [thread, number] = [idOf(given.topic_id), idOf(given.post_number)]
  if (thread === null || number === null) return []
  const id = `${thread}/${number}`
  if (event === 'post_destroyed') return [{ did: 'deleted', id }]
  const isPublic = (given.post_type ?? 1) === 1 && (given.topic_archetype ?? 'regular') === 'regular'
  if (!isPublic || given.hidden === true) return []
  const title = lineOf(given.topic_title) ?? ''
  const user = lineOf(given.username)
  const found = posted({
    id,
    url: webOf(`${server}/t/${encodeURIComponent(lineOf(given.topic_slug) ?? '-')}/${thread}/${number}`),
    // An answer is not what its topic is called.
    title: number === '1' ? title : '',
    text: htmlOf(given.cooked) || htmlOf(given.raw),
    author: lineOf(given.name) ?? user,
    publishedAt: instantOf(given.created_at),
    updatedAt: instantOf(given.updated_at),
    network: 'forum',
    ...(user && server ? { account: { where: new URL(server).host, who: user } } : {}),
  })
  return [{ did: event === 'post_edited' || event === 'post_recovered' ? 'edited' : 'posted', post: found }]
}

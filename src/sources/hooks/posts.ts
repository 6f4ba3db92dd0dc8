import { instantOf, numberOf } from '../../model/mapping.ts'
import { networks } from '../../model/network.ts'
import type { Webhook } from '../../model/webhook.ts'
import { fieldsOf, type HookEvent, htmlOf, idOf, lineOf, posted, textOf, webOf } from './event.ts'

/**
 * Posts as `vigie scan -` takes them, one, a list, or `{posts: […]}`; around them may be what Standard Webhooks
 * recommends (`{type, timestamp, data}`), whose type says whether they are new, edited (`….updated`) or gone
 * (`….deleted`). `html` in the place of `text` is markup.
 */
export function readPosts(payload: unknown, hook: Pick<Webhook, 'network' | 'kind'>): HookEvent[] {
  const { type, data, posts } = fieldsOf(payload)
  const inside = data ?? posts ?? payload
  const { posts: below } = fieldsOf(inside)
  const all = Array.isArray(below ?? inside) ? ((below ?? inside) as unknown[]) : [inside]
  const did = whatDid(type)
  return all.flatMap((one) => eventOf(fieldsOf(one), did, hook))
}

/** What the name of an event says of it: new where it says nothing. */
export function whatDid(name: unknown): HookEvent['did'] {
  const words = typeof name === 'string' ? name.toLowerCase() : ''
  if (/delet|remov|destroy|trash|spam|unapprov/.test(words)) return 'deleted'
  return /updat|edit|modif|chang/.test(words) ? 'edited' : 'posted'
}

function eventOf(
  given: Record<string, unknown>,
  did: HookEvent['did'],
  { network, kind }: Pick<Webhook, 'network' | 'kind'>,
): HookEvent[] {
  const url = webOf(given.url)
  const id = idOf(given.id) ?? url
  if (id === null) return []
  if (did === 'deleted') return [{ did, id }]
  const text = textOf(given.text) || htmlOf(given.html)
  const title = lineOf(given.title) ?? ''
  if (text === '' && title === '') return []
  const said = networks.find((one) => one === given.network)
  const [author, account] = [lineOf(given.author), fieldsOf(given.account)]
  const [where, who] = [idOf(account.where), idOf(account.who)]
  const reach = numberOf(given.reach)
  const post = posted({
    id,
    url,
    title,
    text,
    author,
    publishedAt: instantOf(given.publishedAt),
    updatedAt: instantOf(given.updatedAt),
    language: lineOf(given.language),
    outlet: lineOf(given.outlet),
    network: said ?? network ?? (kind === 'wordpress' ? 'blog' : null),
    ...(reach !== null && reach >= 0 ? { reach: Math.round(reach) } : {}),
    ...(where && who ? { account: { where, who } } : {}),
  })
  return [{ did, post }]
}

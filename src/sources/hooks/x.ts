import { instantOf, numberOf, valueIn } from '../../model/mapping.ts'
import { fieldsOf, type HookEvent, idOf, lineOf, listOf, posted, textOf } from './event.ts'

/**
 * Posts of a filtered stream that X delivers (https://docs.x.com/x-api/webhooks/stream/quickstart): as the stream gives
 * them, one in `data` or several, their authors in `includes`. A quoted or referenced post is not the one that matched.
 */
export function readX(payload: unknown): HookEvent[] {
  const { data, includes } = fieldsOf(payload)
  const users = new Map(
    listOf(fieldsOf(includes).users).map((user) => [idOf(fieldsOf(user).id), fieldsOf(user)]),
  )
  return (Array.isArray(data) ? data : [data]).flatMap((one): HookEvent[] => {
    const given = fieldsOf(one)
    const id = idOf(given.id)
    // Long posts have their whole text elsewhere.
    const text = textOf(valueIn(given, 'note_tweet.text')) || textOf(given.text)
    if (id === null || text === '') return []
    const writer = idOf(given.author_id)
    const { username, name, public_metrics } = users.get(writer) ?? {}
    const handle = lineOf(username)
    const count = (name: string) => numberOf(valueIn(given, `public_metrics.${name}`))
    const [views, followers] = [
      count('impression_count'),
      numberOf(valueIn(public_metrics, 'followers_count')),
    ]
    // What has just been written was seen by nobody yet: those who follow may see it.
    const reach = views || followers
    const post = posted({
      id,
      url: `https://x.com/${encodeURIComponent(handle ?? 'i')}/status/${encodeURIComponent(id)}`,
      text: plainText(text),
      author: handle === null ? lineOf(name) : `@${handle}`,
      publishedAt: instantOf(given.created_at),
      language: lineOf(given.lang),
      network: 'x',
      ...(reach ? { reach: Math.round(reach) } : {}),
      followers,
      engagement: {
        likes: count('like_count'),
        shares: count('retweet_count'),
        comments: count('reply_count'),
        views,
      },
      ...(writer === null ? {} : { account: { where: 'x.com', who: writer } }),
    })
    return [{ did: 'posted', post }]
  })
}

/** X writes three characters of a text as references. */
const plainText = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

import { type Asked, type Said, standIn } from './stand-in.ts'

/**
 * A Discourse forum as https://docs.discourse.org/ describes it: `Api-Key` and `Api-Username` in the headers, errors as
 * `{"errors": ["…"], "error_type": "…"}`, a limit with `{"extras": {"wait_seconds": 39}}`. The same words from the same
 * person within five minutes are refused (its setting `unique_posts_mins`).
 */
export async function newDiscourse({
  key = '714552c6148e1617aeab526d0606184b94a80ec0',
  username = 'Mia',
  clock = Date.now,
} = {}) {
  const posts: Post[] = []
  let moderated = false
  const server = await standIn(answer)

  const gone = (): Said => ({
    status: 404,
    json: { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' },
  })

  function answer({ method, path, query, headers, json }: Asked): Said {
    if (headers['api-key'] !== key || headers['api-username']?.toLowerCase() !== username.toLowerCase())
      return {
        status: 403,
        json: {
          errors: [
            'You are not permitted to view the requested resource. The API username or key is invalid.',
          ],
          error_type: 'invalid_access',
        },
      }
    if (path === '/session/current.json') return { status: 200, json: { current_user: { id: 2, username } } }
    if (method === 'POST' && path === '/posts.json') return create(json)
    const [, topic, number] = /^\/posts\/by_number\/(\d+)\/(\d+)\.json$/.exec(path) ?? []
    if (topic) {
      const post = posts.find((one) => one.topic_id === Number(topic) && one.post_number === Number(number))
      return post ? { status: 200, json: post } : gone()
    }
    const [, id] = /^\/posts\/(\d+)\.json$/.exec(path) ?? []
    if (id) {
      const post = posts.find((one) => one.id === Number(id))
      return post ? { status: 200, json: post } : gone()
    }
    const [, whole, some] = /^\/t\/(\d+)(\/posts)?\.json$/.exec(path) ?? []
    if (!whole) return gone()
    const all = posts.filter((one) => one.topic_id === Number(whole))
    if (!some)
      return {
        status: 200,
        json: { post_stream: { posts: all.slice(0, 20), stream: all.map((one) => one.id) } },
      }
    const wanted = query.getAll('post_ids[]').map(Number)
    const read = all
      .filter((one) => wanted.includes(one.id))
      .map(({ raw, ...one }) => (query.has('include_raw') ? { ...one, raw } : one))
    return { status: 200, json: { post_stream: { posts: read }, id: Number(whole) } }
  }

  function create({ raw, topic_id, reply_to_post_number }: Asked['json']): Said {
    const refused = (words: string): Said => ({
      status: 422,
      json: { action: 'create_post', errors: [words] },
    })
    const text = String(raw ?? '')
    if (text.length < 20) return refused('Body is too short (minimum is 20 characters)')
    if (posts.some((one) => one.username === username && one.raw === text))
      return refused('Body is too similar to what you recently posted')
    if (moderated) return { status: 200, json: { action: 'enqueued', success: true, pending_count: 1 } }
    const post = add(Number(topic_id), {
      username,
      raw: text,
      reply_to_post_number: Number(reply_to_post_number ?? 0) || null,
    })
    return { status: 200, json: post }
  }

  function add(
    topic_id: number,
    { username, raw, reply_to_post_number = null }: Pick<Post, 'username' | 'raw'> & Partial<Post>,
  ) {
    const post: Post = {
      id: 18 + posts.length,
      username,
      created_at: new Date(clock()).toISOString(),
      raw,
      cooked: `<p>${raw.replace(/\n/g, '<br>\n')}</p>`,
      post_number: posts.filter((one) => one.topic_id === topic_id).length + 1,
      reply_to_post_number,
      topic_id,
      topic_slug: 'lampe-en-panne',
      deleted_at: null,
    }
    posts.push(post)
    return post
  }

  return {
    ...server,
    posts,
    key,
    username,
    /** Somebody writes in a topic: gives the post's address. */
    writes(topic: number, { by = 'ravi', raw = 'Ma lampe Nimbus est en panne depuis hier.' } = {}) {
      const { post_number, topic_slug } = add(topic, { username: by, raw })
      return `${server.url}/t/${topic_slug}/${topic}/${post_number}`
    },
    deletes(url: string) {
      const post = posts.find((one) => url.endsWith(`/${one.topic_id}/${one.post_number}`))
      if (post) post.deleted_at = new Date().toISOString()
    },
    moderates() {
      moderated = true
    },
  }
}

type Post = {
  id: number
  username: string
  created_at: string
  raw: string
  cooked: string
  post_number: number
  reply_to_post_number: number | null
  topic_id: number
  topic_slug: string
  deleted_at: string | null
}

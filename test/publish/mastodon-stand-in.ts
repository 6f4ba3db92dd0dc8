import type { Asked, Said } from './stand-in.ts'
import { standIn } from './stand-in.ts'

/**
 * A Mastodon server with one account, `@nimbus`, as https://docs.joinmastodon.org/methods/statuses/ describes it:
 * "Idempotency keys are stored for up to 1 hour"; errors are `{"error": "…"}`, as quoted below from there. Its 429
 * carries X-RateLimit-Reset (https://docs.joinmastodon.org/api/rate-limits/).
 */
export async function newMastodon({ token = 'a-token-of-nimbus', clock = Date.now } = {}) {
  const statuses: Status[] = []
  const elsewhere = new Map<string, Status>()
  const keys = new Map<string, Status>()
  const server = await standIn(answer)
  let last = 103_254_962_155_270_000n

  function statusOf(text: string, more: Partial<Status> = {}): Status {
    const id = `${last++}`
    return {
      id,
      created_at: new Date(clock()).toISOString(),
      in_reply_to_id: null,
      in_reply_to_account_id: null,
      sensitive: false,
      spoiler_text: '',
      visibility: 'public',
      language: 'fr',
      uri: `${server.url}/users/nimbus/statuses/${id}`,
      url: `${server.url}/@nimbus/${id}`,
      content: htmlOf(text),
      account: { id: '1', username: 'nimbus', acct: 'nimbus' },
      mentions: [],
      ...more,
    }
  }

  function answer({ method, path, query, headers, json }: Asked): Said {
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 401, json: { error: 'The access token is invalid' } }
    if (path === '/api/v1/accounts/verify_credentials')
      return { status: 200, json: { id: '1', username: 'nimbus', acct: 'nimbus', display_name: 'Nimbus' } }
    if (path === '/api/v2/search') {
      const found = query.get('resolve') === 'true' ? elsewhere.get(query.get('q') ?? '') : undefined
      return { status: 200, json: { accounts: [], statuses: found ? [found] : [], hashtags: [] } }
    }
    if (path === '/api/v1/accounts/1/statuses') return { status: 200, json: statuses.toReversed() }
    if (method === 'POST' && path === '/api/v1/statuses') return create(headers['idempotency-key'], json)
    return { status: 404, json: { error: 'Record not found' } }
  }

  function create(key: string | undefined, json: Asked['json']): Said {
    const known = key && keys.get(key)
    if (known) return { status: 200, json: known }
    const text = String(json.status ?? '')
    if (text.trim() === '') return { status: 422, json: { error: "Validation failed: Text can't be blank" } }
    if ([...text].length > 500)
      return { status: 422, json: { error: 'Validation failed: Text character limit of 500 exceeded' } }
    const to = [...elsewhere.values()].find(({ id }) => id === json.in_reply_to_id)
    if (json.in_reply_to_id && !to)
      return { status: 404, json: { error: 'The post you are trying to reply to does not appear to exist.' } }
    const status = statusOf(text, {
      in_reply_to_id: to?.id ?? null,
      visibility: String(json.visibility ?? 'public'),
      language: String(json.language ?? 'fr'),
    })
    statuses.push(status)
    if (key) keys.set(key, status)
    return { status: 200, json: status }
  }

  return {
    ...server,
    statuses,
    token,
    /** Somebody writes on another server, at this address. */
    writes(url: string, { by = 'ravi@mamot.example', visibility = 'public' } = {}) {
      const account = { id: '7', username: by.split('@')[0]!, acct: by }
      elsewhere.set(url, statusOf('Ma lampe Nimbus est en panne', { url, uri: url, account, visibility }))
    },
    deletes: (url: string) => elsewhere.delete(url),
    /** An hour later. */
    forgetsKeys: () => keys.clear(),
  }
}

type Status = {
  id: string
  created_at: string
  in_reply_to_id: string | null
  visibility: string
  language: string
  uri: string
  url: string
  content: string
  account: { id: string; username: string; acct: string }
  [more: string]: unknown
}

/** As Mastodon shows it: handles and addresses become links, of which a part is hidden. */
const htmlOf = (text: string) =>
  `<p>${text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/'/g, '&#39;')
    .replace(
      /https:\/\/(\S+)/g,
      '<a href="https://$1" rel="nofollow noopener" translate="no"><span class="invisible">https://</span><span class="">$1</span></a>',
    )
    .replace(
      /@(\w+)@([\w.]+)/g,
      '<span class="h-card" translate="no"><a href="https://$2/@$1" class="u-url mention">@<span>$1</span></a></span>',
    )
    .replace(/\n/g, '<br />')}</p>`

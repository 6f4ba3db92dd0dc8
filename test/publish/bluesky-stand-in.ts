import { createHash } from 'node:crypto'
import { type Asked, type Said, standIn } from './stand-in.ts'

/**
 * A personal data server of Bluesky with its view of the network, as https://docs.bsky.app/docs/category/http-reference
 * describes them: errors are `{"error": "Name", "message": "…"}`; a record is only written over when `swapRecord`
 * names what stands there, and writing the same bytes again changes nothing (the reference server's putRecord).
 */
export async function newBluesky({ password = 'abcd-efgh-ijkl-mnop', handle = 'nimbus.example' } = {}) {
  const did = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz'
  const records = new Map<string, { cid: string; value: Record<string, unknown> }>()
  const handles = new Map<string, string>([[handle, did]])
  const views = new Map<string, Record<string, unknown>>()
  let tokens = new Set<string>()
  let issued = 0
  const counts = { writes: 0, sessions: 0 }
  const server = await standIn(answer)

  function session() {
    const [accessJwt, refreshJwt] = [`access-${++issued}`, `refresh-${issued}`]
    tokens.add(accessJwt).add(refreshJwt)
    return { did, handle, accessJwt, refreshJwt, active: true }
  }

  function answer({ path, query, headers, json }: Asked): Said {
    const method = path.replace('/xrpc/', '')
    if (method === 'com.atproto.server.createSession') {
      counts.sessions++
      return json.identifier === handle && json.password === password
        ? { status: 200, json: session() }
        : failed(401, 'AuthenticationRequired', 'Invalid identifier or password')
    }
    if (!tokens.has(headers.authorization?.replace('Bearer ', '') ?? ''))
      return headers.authorization
        ? failed(400, 'ExpiredToken', 'Token has expired')
        : failed(401, 'AuthMissing', 'Authentication Required')
    if (method === 'com.atproto.server.refreshSession') return { status: 200, json: session() }
    if (method === 'com.atproto.server.getSession')
      return { status: 200, json: { did, handle, active: true } }
    if (method === 'com.atproto.identity.resolveHandle') {
      const known = handles.get(query.get('handle') ?? '')
      return known
        ? { status: 200, json: { did: known } }
        : failed(400, 'InvalidRequest', 'Unable to resolve handle')
    }
    if (method === 'app.bsky.feed.getPosts')
      return { status: 200, json: { posts: query.getAll('uris').flatMap((uri) => views.get(uri) ?? []) } }
    if (method === 'com.atproto.repo.getRecord') {
      const record = records.get(`${query.get('collection')}/${query.get('rkey')}`)
      const uri = `at://${did}/${query.get('collection')}/${query.get('rkey')}`
      return record
        ? { status: 200, json: { uri, ...record } }
        : failed(400, 'RecordNotFound', `Could not locate record: ${uri}`)
    }
    if (method === 'com.atproto.repo.putRecord') return put(json)
    return failed(501, 'MethodNotImplemented', 'Method Not Implemented')
  }

  function put({ collection, rkey, record, swapRecord }: Asked['json']): Said {
    if (!/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/.test(String(rkey)))
      return failed(400, 'InvalidRequest', 'Invalid record key')
    const value = record as Record<string, unknown>
    if ([...new Intl.Segmenter().segment(String(value.text))].length > 300)
      return failed(
        400,
        'InvalidRequest',
        'Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes',
      )
    const key = `${collection}/${rkey}`
    const [cid, uri] = [cidOf(JSON.stringify(value)), `at://${did}/${key}`]
    const current = records.get(key)
    if (current?.cid !== cid) {
      if (current && swapRecord === null) return failed(400, 'InvalidSwap', `Record was at ${current.cid}`)
      records.set(key, { cid, value })
      counts.writes++
    }
    return { status: 200, json: { uri, cid, validationStatus: 'valid' } }
  }

  return {
    ...server,
    did,
    handle,
    password,
    records,
    counts,
    /** Somebody writes: gives the address people see. */
    writes({
      by = 'ravi.example',
      viewer,
      blocked = false,
      root,
    }: {
      by?: string
      viewer?: object
      blocked?: boolean
      root?: { uri: string; cid: string }
    } = {}) {
      const who = `did:plc:${createHash('sha256')
        .update(by)
        .digest('hex')
        .replace(/[^a-z2-7]/g, 'a')
        .slice(0, 24)}`
      handles.set(by, who)
      const rkey = `3l${'abcdefghijk'.slice(0, 10)}${'234567'[views.size % 6]}`
      const uri = `at://${who}/app.bsky.feed.post/${rkey}`
      const createdAt = new Date().toISOString()
      const record = { $type: 'app.bsky.feed.post', text: 'Ma lampe Nimbus est en panne', createdAt }
      const author = { did: who, handle: by, ...(blocked ? { viewer: { blockedBy: true } } : {}) }
      views.set(uri, {
        ...{ uri, cid: cidOf(uri), author, indexedAt: createdAt },
        record: root ? { ...record, reply: { root, parent: root } } : record,
        ...(viewer ? { viewer } : {}),
      })
      return { uri, cid: cidOf(uri), url: `https://bsky.app/profile/${by}/post/${rkey}` }
    },
    deletes: (uri: string) => views.delete(uri),
    /** As when the account's password was changed. */
    endsSessions() {
      tokens = new Set()
    },
  }
}

const failed = (status: number, error: string, message: string): Said => ({
  status,
  json: { error, message },
})

/** A content identifier: version 1, dag-cbor, sha-256, in base 32. */
export function cidOf(text: string): string {
  const bytes = [0x01, 0x71, 0x12, 0x20, ...createHash('sha256').update(text).digest()]
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const digits = bits
    .match(/.{1,5}/g)!
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
  return `b${digits.join('')}`
}

import { lookup as lookUpAll } from 'node:dns/promises'
import { BlockList, connect, isIP, isIPv6, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { buildConnector, Client } from 'undici'
import { Unavailable, type Values } from './model/oops.ts'

/** What came back. `url` is where it came from in the end, `moved` the permanent redirects on the way, in order. */
export type Answer = {
  status: number
  /** By name in small letters; what came several times is joined by commas. */
  headers: Record<string, string>
  body: Uint8Array
  url: string
  moved: string[]
}

/**
 * `timeout` in milliseconds for all of it, redirects included; `most` bytes of body, decompressed. A `form` is sent by
 * POST, and only where a redirect keeps it whole; a `body` likewise, as it is, and no redirect is followed with it.
 */
export type Ask = {
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string | Uint8Array
  timeout?: number
  most?: number
  signal?: AbortSignal
}

/** The way out to addresses that others chose. Every failure is an Unavailable; `refused` where it is we who say no. */
export type Door = {
  get(url: string, ask?: Omit<Ask, 'form' | 'body'>): Promise<Answer>
  close(): Promise<void>
}

/** The same, for what is sent. */
export type Post = {
  post(
    url: string,
    ask: Ask & ({ form: Record<string, string> } | { body: string | Uint8Array }),
  ): Promise<Answer>
}

/** `allowPrivate`: networks (`10.0.0.0/8`), addresses or host names that may be reached although they are private. */
export type DoorSettings = {
  userAgent: string
  allowPrivate?: string[]
  /** Every address of a name; a test may bring its own. */
  lookUp?: (host: string) => Promise<string[]>
}

export function newDoor({ userAgent, allowPrivate = [], lookUp = systemLookUp }: DoorSettings): Door & Post {
  const guard = newGuard(allowPrivate)
  const lines = newLines({
    connect: guardedConnector(guard, lookUp),
    allowH2: false,
    // Some sites send policies longer than the 16 kB that are usual.
    maxHeaderSize: 64 * 1024,
    headersTimeout: defaultTimeout,
    bodyTimeout: defaultTimeout,
  })

  async function send(written: string, ask: Ask = {}): Promise<Answer> {
    const { most = mostBytes, timeout = defaultTimeout } = ask
    const deadline = AbortSignal.timeout(timeout)
    const signal = ask.signal ? AbortSignal.any([deadline, ask.signal]) : deadline
    let url = addressOf(written)
    let headers = { ...ask.headers }
    const moved: string[] = []
    let permanent = true
    const sent = ask.body ?? (ask.form ? new URLSearchParams(ask.form).toString() : null)
    const follows = ask.body !== undefined ? nowhere : ask.form ? keeping : redirecting
    try {
      for (let redirects = 0; ; redirects++) {
        guard.checkUrl(url)
        const line = lines.take(url.origin)
        try {
          const response = await line.client.request({
            path: url.pathname + url.search,
            method: sent === null ? 'GET' : 'POST',
            body: sent,
            headers: {
              'user-agent': userAgent,
              'accept-encoding': 'gzip, deflate, br, zstd',
              ...(ask.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
              ...headers,
              ...credentialsOf(url),
            },
            signal,
          })
          const location = response.headers.location
          if (!follows.has(response.statusCode) || !location) {
            const body = bodiless.has(response.statusCode)
              ? await nothingOf(response.body)
              : await bodyOf(response.body, String(response.headers['content-encoding'] ?? ''), most, signal)
            return {
              status: response.statusCode,
              headers: flat(response.headers),
              body,
              url: shown(url),
              moved,
            }
          }
          // Whatever stands in a redirect's body is not worth waiting for.
          response.body.on('error', () => {}).destroy()
          if (redirects === mostRedirects)
            throw new Unavailable(`${url.host} redirects more than ${mostRedirects} times`, {
              key: 'door.redirects',
              values: { host: url.host, most: mostRedirects },
            })
          const next = addressOf(String(location), url)
          if (next.origin !== url.origin) headers = withoutSecrets(headers)
          else if (!next.username) [next.username, next.password] = [url.username, url.password]
          permanent &&= response.statusCode === 301 || response.statusCode === 308
          if (permanent) moved.push(next.href)
          url = next
        } finally {
          line.release()
        }
      }
    } catch (error) {
      if (ask.signal?.aborted && !deadline.aborted) throw ask.signal.reason
      throw unavailable(error, url, deadline.aborted ? timeout : null)
    }
  }

  return { get: send, post: send, close: lines.close }
}

/**
 * A few connections to each origin, made as they are needed and forgotten as they end. undici's own pools keep room
 * for thousands of requests each, while most hosts are asked once in half an hour.
 */
function newLines(options: Client.Options) {
  const byOrigin = new Map<string, Line[]>()
  let closed = false

  function open(origin: string, lines: Line[]): Line {
    const line: Line = { client: new Client(origin, options), users: 0, isOpen: false }
    const ended = () => {
      line.isOpen = false
      forget(origin, line)
    }
    line.client.on('connect', () => {
      line.isOpen = true
      // Whoever waited for it has left.
      if (!byOrigin.get(origin)?.includes(line)) void line.client.destroy()
    })
    line.client.on('disconnect', ended).on('connectionError', ended)
    byOrigin.set(origin, lines)
    lines.push(line)
    if (closed) void line.client.destroy()
    return line
  }

  /** One that nobody uses and that leads nowhere. */
  function forget(origin: string, line: Line) {
    if (line.isOpen || line.users > 0) return
    const others = (byOrigin.get(origin) ?? []).filter((other) => other !== line)
    if (others.length > 0) byOrigin.set(origin, others)
    else byOrigin.delete(origin)
  }

  return {
    /** One that nobody uses, else a new one, else the one that fewest wait for; to be released. */
    take(origin: string): { client: Client; release(): void } {
      const lines = byOrigin.get(origin) ?? []
      const idle = lines.find(({ users }) => users === 0)
      const line =
        idle ??
        (lines.length < mostLines
          ? open(origin, lines)
          : lines.reduce((best, one) => (one.users < best.users ? one : best)))
      line.users++
      return {
        client: line.client,
        // A turn later: who ends the connection with the answer has ended it by then, and nobody else asks through it.
        release: () =>
          void setImmediate(() => {
            line.users--
            forget(origin, line)
          }),
      }
    },
    async close() {
      closed = true
      await Promise.all([...byOrigin.values()].flat().map(({ client }) => client.destroy()))
    },
  }
}

type Line = { client: Client; users: number; isOpen: boolean }

/** Connections to one origin at a time. */
const mostLines = 4

const connectTimeout = 10_000
const defaultTimeout = 20_000
const mostBytes = 10 * 2 ** 20
const mostRedirects = 5
const redirecting = new Set([301, 302, 303, 307, 308])
/** What was sent is sent again, as it was. */
const keeping = new Set([307, 308])
/** Who is given something to publish or a signature is who was meant to have it. */
const nowhere = new Set<number>()

function addressOf(written: string, base?: URL): URL {
  const url = URL.parse(written, base?.href)
  if (!url)
    throw refused(`“${written.slice(0, 100)}” is no web address`, 'door.no-address', {
      given: written.slice(0, 100),
    })
  return url
}

/** The address without user name and password, for whoever sees it next. */
function shown(url: URL): string {
  if (!url.username && !url.password) return url.href
  const copy = new URL(url)
  copy.username = copy.password = ''
  return copy.href
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

const withoutSecrets = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(?:authorization|proxy-authorization|cookie|.*(?:token|key|secret).*)$/iu.test(name),
    ),
  )

const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

/** Answers without a body, by their nature. */
const bodiless = new Set([204, 304])
const empty = Buffer.alloc(0)

async function nothingOf(body: { dump(): Promise<void> }): Promise<Uint8Array> {
  await body.dump()
  return empty
}

/** Reads the body to its end or to `most` bytes, undoing the encodings as it comes: a bomb stops where it would burst. */
async function bodyOf(
  body: Readable,
  encoding: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const encodings = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (encodings.length > 2)
    throw new Unavailable(`the answer is packed ${encodings.length} times over`, { key: 'door.packed-often' })
  const streams: Readable[] = [body]
  for (const name of encodings.reverse()) {
    const unpacked = streams.at(-1)!.pipe(await unpacker(name, streams.at(-1)!))
    streams.push(unpacked)
  }
  const last = streams.at(-1)!
  for (const stream of streams)
    if (stream !== last) {
      // An error upstream has to end the reading downstream.
      stream.on('error', (error) => last.destroy(error))
      // What unpacks to nothing can go on for ever: what comes in is counted too.
      let came = 0
      stream.on('data', ({ length }: Buffer) => {
        came += length
        if (came > most) last.destroy(tooLarge(most))
      })
    }
  const stop = () => last.destroy(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of last) {
      length += chunk.length
      if (length > most) throw tooLarge(most)
      chunks.push(chunk)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    for (const stream of streams) stream.on('error', () => {}).destroy()
  }
  return Buffer.concat(chunks, length)
}

const tooLarge = (most: number) =>
  new Unavailable(`the answer is larger than ${sizeOf(most)}`, {
    key: 'door.too-large',
    values: { most: sizeOf(most) },
  })

const sizeOf = (bytes: number) => (bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${bytes} bytes`)

async function unpacker(name: string, source: Readable) {
  // A server that hangs up early has still said something: what came is unpacked.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(lenient)
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  if (name === 'zstd') return createZstdDecompress()
  if (name !== 'deflate')
    throw new Unavailable(`the answer is packed as “${name.slice(0, 40)}”, which nobody knows here`, {
      key: 'door.packed-unknown',
      values: { name: name.slice(0, 40) },
    })
  // Half of the servers leave out zlib's two bytes at the beginning.
  const first = await firstByte(source)
  return first !== null && (first & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient)
}

async function firstByte(source: Readable): Promise<number | null> {
  for (;;) {
    const chunk: Buffer | null = source.read()
    if (chunk !== null && chunk.length > 0) {
      source.unshift(chunk)
      return chunk[0]!
    }
    if (source.readableEnded || source.destroyed) return null
    await new Promise<void>((resolve) => {
      for (const event of ['readable', 'end', 'error', 'close']) source.once(event, () => resolve())
    })
  }
}

const refused = (message: string, key: string, values: Values) =>
  new Unavailable(message, { refused: true, key, values })

/** What happened, in words, without the secrets that an address may hold. */
function unavailable(error: unknown, url: URL, timedOut: number | null): Unavailable {
  if (error instanceof Unavailable) return error
  if (timedOut !== null)
    return new Unavailable(`${url.host} did not answer in full within ${timedOut / 1000} s`, {
      cause: error,
      key: 'door.too-slow',
      values: { host: url.host, seconds: timedOut / 1000 },
    })
  const causes = [error, (error as Error)?.cause]
  const own = causes.find((cause) => cause instanceof Unavailable)
  if (own) return own
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const why = code || (error instanceof Error ? error.message : String(error))
  return mishap(url.host, why, error)
}

/** A failure of the network by its code, where we have words for it. */
const mishap = (host: string, code: string, cause?: unknown) =>
  new Unavailable(`${host}: ${code}`, {
    cause,
    key: Object.hasOwn(told, code) ? `door.${told[code]}` : 'door.failed',
    values: { host, code, seconds: connectTimeout / 1000 },
  })

const told: Record<string, string> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'no-name-server',
  ECONNREFUSED: 'closed',
  ECONNRESET: 'hung-up',
  UND_ERR_SOCKET: 'hung-up',
  UND_ERR_CONNECT_TIMEOUT: 'no-connection',
  UND_ERR_HEADERS_OVERFLOW: 'long-headers',
  CERT_HAS_EXPIRED: 'certificate-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-own',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other',
  Z_DATA_ERROR: 'damaged',
}

/** Connects only to checked addresses: every answer of the name server, and the far end once more before a byte is sent. */
function guardedConnector(
  guard: Guard,
  lookUp: (host: string) => Promise<string[]>,
): buildConnector.connector {
  const overTls = buildConnector({ timeout: connectTimeout, allowH2: false })
  return (options, callback) => {
    const host = bareHost(options.hostname)
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    addressesOf(host)
      .then((addresses) => dial(addresses, port))
      .then((socket) => {
        const problem = guard.problemWith(socket.remoteAddress ?? '', host)
        if (problem) {
          socket.destroy()
          throw problem
        }
        if (options.protocol === 'https:') overTls({ ...options, httpSocket: socket }, callback)
        else callback(null, socket)
      })
      .catch((error) => callback(error, null))
  }

  async function addressesOf(host: string): Promise<string[]> {
    const addresses = isIP(host) ? [host] : await lookUp(host)
    if (addresses.length === 0) throw mishap(host, 'ENOTFOUND')
    for (const address of addresses) {
      const problem = guard.problemWith(address, host)
      if (problem) throw problem
    }
    return addresses
  }
}

/** The first address that takes the call. Names are not looked up again here: what was checked is what is called. */
function dial(addresses: string[], port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      // Of several addresses Node tries one after the other, but only for a name.
      host: addresses.length === 1 ? addresses[0]! : 'checked',
      autoSelectFamily: true,
      lookup: (_host, _options, callback) =>
        callback(null, addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })) as never),
    })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(Object.assign(new Error('connect timeout'), { code: 'UND_ERR_CONNECT_TIMEOUT' }))
    }, connectTimeout)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeListener('error', reject)
      socket.setNoDelay(true)
      resolve(socket)
    })
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

const systemLookUp = async (host: string) =>
  (await lookUpAll(host, { all: true })).map(({ address }) => address)
const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/gu, '')

type Guard = {
  /** Throws Unavailable where an address may not even be tried. */
  checkUrl(url: URL): void
  problemWith(address: string, host: string): Unavailable | null
}

function newGuard(allowed: string[]): Guard {
  const networks = new BlockList()
  const hosts = new Set<string>()
  for (const entry of allowed.map((text) => text.trim().toLowerCase()).filter(Boolean)) {
    const [address = '', bits] = bareHost(entry).split('/')
    if (isIP(address))
      networks.addSubnet(address, Number(bits ?? (isIPv6(address) ? 128 : 32)), familyOf(address))
    else hosts.add(entry)
  }
  const problemWith = (address: string, host: string) => {
    if (hosts.has(host)) return null
    const plain = unwrapped(address)
    if (isIP(plain) && networks.check(plain, familyOf(plain))) return null
    if (isIP(plain) && !closed.check(plain, familyOf(plain))) return null
    const where = host === address ? address : `${host} (${address || 'no address'})`
    return refused(
      `${where} is a private address; if it is meant to be reached, add it to VIGIE_ALLOW_PRIVATE`,
      'door.private',
      { where },
    )
  }
  return {
    problemWith,
    checkUrl(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw refused(
          `${url.protocol} addresses are not fetched; give one that begins with https:// or http://`,
          'door.scheme',
          { scheme: url.protocol },
        )
      const host = bareHost(url.hostname)
      const problem = isIP(host) ? problemWith(host, host) : null
      if (problem) throw problem
    },
  }
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** `::ffff:10.0.0.1` is 10.0.0.1 in other clothes, and so is `::ffff:a00:1`. */
function unwrapped(address: string): string {
  const bare = address.replace(/%.*$/u, '')
  if (!isIPv6(bare)) return bare
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(canonical)
  if (!mapped) return canonical
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

// Addresses that are nobody's on the open internet: IANA's special-purpose registries, and the tunnels that lead
// into them (NAT64, 6to4, Teredo, the old IPv4-compatible and site-local forms).
const closed = new BlockList()
for (const network of `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:10::/28 2001:20::/28 2001:db8::/32
  2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`.split(/\s+/u)) {
  const [address, bits] = network.split('/') as [string, string]
  closed.addSubnet(address, Number(bits), familyOf(address))
}

import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The server's end of a websocket (RFC 6455), small enough to be made to misbehave. */
export type End = ReturnType<typeof accept>

const kinds = { continued: 0, text: 1, close: 8, ping: 9, pong: 10 } as const

/** Answers the upgrade. `closed` is told once, when the other side said goodbye or the connection went. */
export function accept(
  request: IncomingMessage,
  socket: Duplex,
  more: { lingers: boolean; text(said: string): void; closed(): void },
) {
  const key = request.headers['sec-websocket-key'] ?? ''
  const proof = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${proof}\r\n\r\n`,
  )
  let pending: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  let frozen = false
  let open = true
  let saidGoodbye = false

  const send = (kind: number, body: Buffer) => {
    if (!frozen && socket.writable) socket.write(frame(kind, body))
  }
  const over = () => {
    if (!open) return
    open = false
    more.closed()
  }

  function hear(kind: number, last: boolean, body: Buffer) {
    if (kind === kinds.ping) send(kinds.pong, body)
    else if (kind === kinds.close) {
      if (!saidGoodbye) send(kinds.close, body)
      // Slack leaves the connection to the other side once both have said goodbye.
      if (saidGoodbye || !more.lingers) socket.end()
      saidGoodbye = true
      over()
    } else if (kind === kinds.text || kind === kinds.continued) {
      parts.push(body)
      if (!last) return
      const said = Buffer.concat(parts).toString()
      parts = []
      if (open) more.text(said)
    }
  }

  socket.on('data', (chunk: Buffer) => {
    if (frozen) return
    pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
    for (let read = unframe(pending); read; read = unframe(pending)) {
      pending = pending.subarray(read.size)
      hear(read.kind, read.last, read.body)
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('end', () => socket.end())
  socket.on('close', over)

  return {
    isOpen: () => open,
    send: (text: string) => send(kinds.text, Buffer.from(text)),
    ping: () => send(kinds.ping, Buffer.from('Ping from applink-1')),
    /** From now on it neither hears nor answers, and the connection stays. */
    freeze() {
      frozen = true
    },
    close(code = 1000) {
      if (saidGoodbye) return
      const body = Buffer.alloc(2)
      body.writeUInt16BE(code)
      send(kinds.close, body)
      saidGoodbye = true
      over()
    },
    cut: () => void socket.destroy(),
  }
}

function frame(kind: number, body: Buffer): Buffer {
  const { length } = body
  const wide = length > 65_535 ? 8 : length > 125 ? 2 : 0
  const head = Buffer.alloc(2 + wide)
  head[0] = 0x80 | kind
  head[1] = wide === 0 ? length : wide === 2 ? 126 : 127
  if (wide === 2) head.writeUInt16BE(length, 2)
  if (wide === 8) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, body])
}

/** The first whole frame, null while there is none. What a client sends is masked. */
function unframe(bytes: Buffer) {
  if (bytes.length < 2) return null
  const [first, second] = [bytes[0]!, bytes[1]!]
  const short = second & 0x7f
  const wide = short === 127 ? 8 : short === 126 ? 2 : 0
  const masked = (second & 0x80) !== 0
  const start = 2 + wide + (masked ? 4 : 0)
  if (bytes.length < start) return null
  const length = wide === 8 ? Number(bytes.readBigUInt64BE(2)) : wide === 2 ? bytes.readUInt16BE(2) : short
  if (bytes.length < start + length) return null
  const body = Buffer.from(bytes.subarray(start, start + length))
  if (masked) for (let n = 0; n < length; n++) body[n]! ^= bytes[start - 4 + (n % 4)]!
  return { kind: first & 0x0f, last: (first & 0x80) !== 0, body, size: start + length }
}

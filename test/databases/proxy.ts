import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * A way to a server on this machine that can fail as networks do. Frozen, it takes bytes and passes none on, in
 * either direction, until it is thawed; cut, every connection ends at once; closed, nobody is let in.
 */
export async function newProxy(to: number) {
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let frozen = false
  let made = 0
  const server = createServer((near) => {
    made++
    const far = connect(to, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    if (frozen) for (const one of [near, far]) one.pause()
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (bytes) => other.write(bytes))
      one.on('error', () => {})
      one.on('close', () => {
        pairs.delete(pair)
        other.destroy()
      })
    }
  })
  const listen = async (port = 0) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen()
  const cut = () => {
    for (const { near, far } of pairs) for (const one of [near, far]) one.destroy()
  }
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    cut()
    await closed
  }
  onTestFinished(() => (server.listening ? close() : undefined))

  return {
    port,
    /** How many connections were made so far. */
    made: () => made,
    freeze() {
      frozen = true
      for (const { near, far } of pairs) for (const one of [near, far]) one.pause()
    },
    thaw() {
      frozen = false
      for (const { near, far } of pairs) for (const one of [near, far]) one.resume()
    },
    cut,
    close,
    reopen: () => listen(port),
  }
}

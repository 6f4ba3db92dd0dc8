import { connect, isIP, isIPv6, type Socket } from 'node:net'
import buildConnector from 'undici/lib/core/connect.js'
import { bareHost } from './address.ts'
import { connectTimeout, mishap } from './failure.ts'
import type { Guard } from './guard.ts'

/** Connects only to checked addresses: every answer of the name server, and the far end once more before a byte is sent. */
export function guardedConnector(
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

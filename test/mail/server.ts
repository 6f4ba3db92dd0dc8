import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import type { MailServer } from '../../src/model/mail.ts'

/** A mail server on the loopback address: what it took stands in `taken`. `cut` ends its connections without a word. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 50,
    onData: (stream, _session, done) =>
      void buffer(stream).then((all) => done(null, void taken.push(String(all)) as never)),
    ...options,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const at: MailServer = { host: '127.0.0.1', port, tls: 'never', user: null, password: null }
  return {
    at,
    taken,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** How it ends a try: an error with a number that SMTP knows. */
export const says = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

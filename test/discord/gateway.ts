import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { guildCreate } from './guild-wire.ts'
import { knownIntents, privilegedBits } from './intents.ts'
import { sees } from './permissions.ts'
import { type Members, readyOf, sendMembers } from './ready.ts'
import { dispatch, replay, type Session } from './session.ts'
import type { Privileged, Told, World } from './world.ts'

type Connection = { socket: WebSocket; session: Session | null; deaf: boolean; sends: number[] }

/** Asked for by a client: heartbeat, identify, presence, voice, resume, members. */
const known = [1, 2, 3, 4, 6, 8]
const mostSends = 120

/** The gateway, version 10, JSON without compression. */
export function newGateway(world: World, server: Server, heartbeat: number) {
  const sockets = new WebSocketServer({ noServer: true })
  const connections = new Set<Connection>()
  const sessions = new Map<string, Session>()
  const counts = { identified: 0, resumed: 0, replayed: 0 }
  let forgotten = 0
  let waiting: (() => void)[] = []

  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened)),
  )
  world.tell = (told) => {
    for (const session of sessions.values()) if (reaches(world, session, told)) pass(session, told)
  }

  function pass(session: Session, { t, d }: Told) {
    const { bot } = session.application
    const content = (session.intents & privilegedBits['message-content']) !== 0
    dispatch(session, t, d({ bot, content }))
  }

  function welcome(socket: WebSocket) {
    const connection: Connection = { socket, session: null, deaf: false, sends: [] }
    connections.add(connection)
    socket.on('message', (raw) => hear(connection, String(raw)))
    socket.on('close', (code) => {
      connections.delete(connection)
      const { session } = connection
      if (session?.socket !== socket) return
      session.socket = null
      // Who goes in good order does not come back; everything else can be resumed.
      if (code === 1000 || code === 1001) sessions.delete(session.id)
    })
    socket.on('error', () => socket.terminate())
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeat } }))
  }

  function hear(connection: Connection, raw: string) {
    const { socket } = connection
    let payload: { op: number; d: unknown }
    try {
      payload = JSON.parse(raw)
    } catch {
      return socket.close(4002, 'Error while decoding payload.')
    }
    connection.sends = [...connection.sends.filter((at) => Date.now() - at < 60_000), Date.now()]
    if (connection.sends.length > mostSends) return socket.close(4008, 'You are being rate limited.')
    if (!known.includes(payload.op)) return socket.close(4001, 'Unknown opcode.')
    if (payload.op === 1) return connection.deaf || socket.send(JSON.stringify({ op: 11 }))
    if (payload.op === 2) return identify(connection, payload.d as Identify)
    if (payload.op === 6) return resume(connection, payload.d as Resume)
    if (!connection.session) return socket.close(4003, 'Not authenticated.')
    if (payload.op === 8) sendMembers(world, connection.session, payload.d as Members)
  }

  function identify(connection: Connection, { token, intents }: Identify) {
    const { socket } = connection
    if (connection.session) return socket.close(4005, 'Already authenticated.')
    const application = [...world.applications.values()].find((one) => one.token === token)
    if (!application) return socket.close(4004, 'Authentication failed.')
    if (intents & ~knownIntents) return socket.close(4013, 'Invalid intent(s).')
    const refused = (Object.keys(privilegedBits) as Privileged[]).some(
      (name) => intents & privilegedBits[name] && !world.privileged.has(name),
    )
    if (refused) return socket.close(4014, 'Disallowed intent(s).')
    if (tooOften(world, application.id)) return socket.send(JSON.stringify({ op: 9, d: false }))
    const session: Session = { id: randomUUID().replaceAll('-', ''), application, intents, sent: [], socket }
    sessions.set(session.id, session)
    connection.session = session
    counts.identified++
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(application.bot))
    dispatch(session, 'READY', readyOf(world, session, guilds))
    for (const guild of guilds)
      if (!guild.away) dispatch(session, 'GUILD_CREATE', guildCreate(world, guild, application.bot))
    announce()
  }

  function resume(connection: Connection, { token, session_id, seq }: Resume) {
    const session = sessions.get(session_id)
    if (forgotten > 0 || !session || session.application.token !== token) {
      if (forgotten > 0) forgotten--
      sessions.delete(session_id)
      return connection.socket.send(JSON.stringify({ op: 9, d: false }))
    }
    if (seq > session.sent.length) return connection.socket.close(4007, 'Invalid seq.')
    session.socket = connection.socket
    connection.session = session
    counts.resumed++
    counts.replayed += replay(session, seq)
    announce()
  }

  function announce() {
    for (const go of waiting) go()
    waiting = []
  }

  return {
    connections,
    sessions,
    counts,
    forget: (times: number) => {
      forgotten = times
    },
    /** Resolves at the next IDENTIFY or RESUME that succeeds. */
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
  }
}

export type Gateway = ReturnType<typeof newGateway>

/** Counts an IDENTIFY, and says whether it came too soon after the last one. */
function tooOften(world: World, application: string): boolean {
  const last = world.identified.findLast((one) => one.application === application)
  if (last && world.now() - last.at < world.identifyEvery) return true
  world.identified.push({ application, at: world.now() })
  return false
}

type Identify = { token: string; intents: number }
type Resume = { token: string; session_id: string; seq: number }

function reaches(world: World, { application, intents }: Session, told: Told): boolean {
  if (told.application !== undefined) return told.application === application.id
  if (told.intent && !(intents & told.intent)) return false
  if (told.guild && !world.guilds.get(told.guild)?.members.has(application.bot)) return false
  return !told.channel || sees(world, told.channel, application.bot)
}

import type { WebSocket } from 'ws'
import type { Application } from './world.ts'

type Dispatch = { op: 0; t: string; s: number; d: unknown }

/** What a client and the gateway share over several connections: a number for each dispatch, and all that was sent. */
export type Session = {
  id: string
  application: Application
  intents: number
  sent: Dispatch[]
  socket: WebSocket | null
}

/** Sends, or keeps for when the client comes back. */
export function dispatch(session: Session, t: string, d: unknown) {
  const payload: Dispatch = { op: 0, t, s: session.sent.length + 1, d: JSON.parse(JSON.stringify(d)) }
  session.sent.push(payload)
  session.socket?.send(JSON.stringify(payload))
}

/** Sends again what came after `seq`, and says so; gives how many. */
export function replay(session: Session, seq: number): number {
  const missed = session.sent.filter(({ s, t }) => s > seq && t !== 'RESUMED')
  for (const payload of missed) session.socket?.send(JSON.stringify(payload))
  dispatch(session, 'RESUMED', {})
  return missed.length
}

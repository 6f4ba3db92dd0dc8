import type { Json } from './nouns.ts'
/** Which message: its channel by id or name, and its time stamp. */
export type Ref = { channel: string; ts: string }

/** By a socket of its own choice, by signed requests to an address, or to somebody who hears them at once. */
export type Way = 'socket' | { address: string } | { hear: Hear }

export type Hear = (request: {
  raw: Buffer
  headers: Record<string, string | undefined>
}) => Promise<{ status: number; headers?: Record<string, string>; body: string }>

export type Kind = 'events_api' | 'slash_commands' | 'interactive'

/** One thing that was sent to the app. */
export type Delivery = {
  kind: Kind
  team: string
  /** As Slack sends it. */
  payload: Json
  at: number
  /** After how many ms it was acknowledged; null where it never was. */
  ack: number | null
  /** What came with the acknowledgement. */
  answer: Json
  /** How often it was sent. */
  attempts: number
  /** It was not acknowledged in time, the first time that it was sent. */
  late: boolean
  /** What the person is shown where it went wrong: `dispatch_failed`, `operation_timeout`, `http_500`. */
  problem: string | null
  /** The last request, where it went by HTTP: to be sent once more, or forged. */
  request?: Request
}

export type Request = { raw: Buffer; headers: Record<string, string> }

/** What came of something that somebody did: the last of the deliveries that it caused, none where the app never heard. */
export type Act = Pick<Delivery, 'payload' | 'ack' | 'answer' | 'late' | 'problem'> & {
  deliveries: Delivery[]
}

/** The deliveries of one act, and what is known of the last of them. */
export function actOf(deliveries: Delivery[]): Act {
  const last = deliveries.at(-1)
  const { payload = null, ack = null, answer = null, late = false, problem = null } = last ?? {}
  return { payload, ack, answer, late, problem, deliveries }
}

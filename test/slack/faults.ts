import type { Host } from './host.ts'

/**
 * What goes wrong with calls. `limited` is refused with 429, `failed` with 500 before anything was done;
 * `failed-after` (500), `lost` (the connection is cut) and `hang` (never answered) after it was done; `late` is
 * answered after `ms`. The method `link` is the way into Socket Mode: `lost`, `failed`, or `hang` (no hello).
 */
export type Fault = {
  kind: 'limited' | 'failed' | 'failed-after' | 'lost' | 'hang' | 'late'
  /** Of all methods where it is missing. */
  method?: string
  /** By name or id. */
  channel?: string
  times?: number
  /** The chance of each call, 0…1, drawn from the stand-in's seed. */
  share?: number
  /** How long the fault lasts, in ms. */
  for?: number
  /** `late`: how late. */
  ms?: number
  /** `limited`: what Retry-After says; what is left of `for` where it is missing, else 1. */
  seconds?: number
}

export type Struck = { kind: Fault['kind']; ms: number; seconds: number }

/** The faults that are on. The first that fits a call strikes it. */
export function newFaults(host: Host) {
  const active: { fault: Fault; left: number; until: number }[] = []

  function add(fault: Fault): () => void {
    const once = fault.share === undefined && fault.for === undefined
    const left = fault.times ?? (once ? 1 : Number.POSITIVE_INFINITY)
    const one = {
      fault,
      left,
      until: fault.for === undefined ? Number.POSITIVE_INFINITY : Date.now() + fault.for,
    }
    active.push(one)
    return () => void (active.includes(one) && active.splice(active.indexOf(one), 1))
  }

  function strike(call: { method: string; channel: string | null; names: string[] }): Struck | null {
    const now = Date.now()
    for (const one of active) {
      const { fault } = one
      if (one.left <= 0 || one.until <= now) continue
      if (fault.method !== undefined && fault.method !== call.method) continue
      if (fault.channel !== undefined && !call.names.includes(fault.channel)) continue
      if (fault.share !== undefined && !host.chance.happens(fault.share)) continue
      one.left--
      const rest = Number.isFinite(one.until) ? Math.ceil((one.until - now) / 1000) : 1
      return { kind: fault.kind, ms: fault.ms ?? 0, seconds: fault.seconds ?? rest }
    }
    return null
  }

  return { add, strike }
}

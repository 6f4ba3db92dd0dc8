import type { FaultKind } from './faults.ts'

export type Call = {
  method: string
  /** With ids and tokens taken out: `POST /channels/:id/messages` is one route. */
  route: string
  /** As it was asked for, after `/api/v10`. */
  path: string
  /** The channel it was about, by name. */
  channel: string | null
  body: unknown
  /** Names of the files that came along. */
  files: string[]
  /** 0 where no answer was given. */
  status: number
  /** Ms since the epoch, of the stand-in's clock. */
  at: number
  fault: FaultKind | null
}

const window = 10 * 60_000

/** 401, 403 and 429 of the last ten minutes; what others used up of a shared limit does not count. */
export function newInvalid(clock: () => number) {
  let seen: number[] = []
  const recent = () => {
    seen = seen.filter((at) => clock() - at < window)
    return seen.length
  }
  return {
    count: recent,
    note: (status: number) => {
      if ([401, 403, 429].includes(status)) seen.push(clock())
    },
  }
}

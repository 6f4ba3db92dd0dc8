import { webAddress } from '../../texts/marked.ts'
import { most } from './limits.ts'
import type { Room } from './room.ts'

/** An outside address as Slack takes it; null where there is none that a browser should open, or it is too long. */
export function webAddressOf(url: string | undefined, room: Room): string | null {
  const known = url === undefined ? null : webAddress(url)
  if (known === null) return null
  if (known.length > Math.min(most.url, room.letters)) {
    room.cut = true
    return null
  }
  return known
}

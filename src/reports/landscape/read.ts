import { breathe } from '../../breath.ts'
import type { Instant } from '../../model/post.ts'
import type { Told } from '../../model/told.ts'
import type { Parts } from '../../store/store.ts'

/** What was read of a span: the newest mentions, and whether older ones were left out. */
export type Read = { all: Told[]; cut: boolean }

/**
 * Reads the mentions of a span, newest first, at most `most`, in steps between which others get their turn.
 */
export async function readTold(
  store: Pick<Parts, 'landscape'>,
  team: string,
  span: { from: Instant; to: Instant },
  most = mostRead,
): Promise<Read> {
  const all: Told[] = []
  for (;;) {
    const last = all.at(-1)
    const wanted = Math.min(step, most + 1 - all.length)
    const more = await store.landscape.told(team, span, {
      most: wanted,
      ...(last ? { after: { saidAt: last.saidAt, mention: last.mention } } : {}),
    })
    all.push(...more)
    if (more.length < wanted || all.length > most) break
    await breathe()
  }
  return { all: all.slice(0, most), cut: all.length > most }
}

/** So many mentions of a period are read: thousands tell what is talked about as well as all do. */
export const mostRead = 2_000
const step = 100

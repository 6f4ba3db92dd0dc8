import type { Instant } from '../../model/post.ts'
import { day } from '../../model/time.ts'
import type { Memory } from '../../store/memory.ts'
import type { Introduction } from './introduction.ts'

export type FormerNames = ReturnType<typeof newFormerNames>

/**
 * Which channel a name stood for when it was last used, for a month: people rename channels, and settings keep the old
 * name.
 */
export function newFormerNames({ memory, introduction, clock }: Parts) {
  const known = new Map<string, { id: string; at: Instant }>()

  /** The name stands for this channel (`C…`) now, or did until now. */
  async function keep(name: string, id: string) {
    const kept = known.get(name)
    if (kept?.id === id && clock() - kept.at < day) return
    known.set(name, { id, at: clock() })
    await memory.set(await keyOf(name), id, 30 * day)
  }

  /** The id of the channel that it last stood for; null where nobody remembers any. */
  const idOf = async (name: string): Promise<string | null> =>
    known.get(name)?.id ?? (await memory.get<string>(await keyOf(name))) ?? null

  const keyOf = async (name: string) => `slack:${(await introduction.get()).team}:channel:${name}`

  return { keep, idOf }
}

type Parts = { memory: Memory; introduction: Introduction; clock: () => Instant }

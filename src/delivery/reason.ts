import { type Reason, reasonOf } from '../model/oops.ts'

/** Why a message did not go out, as it is kept with it: with the words' key where there are words for it. */
export function keptReason(error: unknown): string {
  const reason = reasonOf(error)
  return 'key' in reason ? JSON.stringify(reason) : reason.words
}

/** What was kept, as it can be said. */
export function reasonOfKept(kept: string): Reason {
  if (!kept.startsWith('{"key":')) return { words: kept }
  try {
    return JSON.parse(kept) as Reason
  } catch {
    return { words: kept }
  }
}

import type { Instant } from '../../model/post.ts'
import { newId } from '../../store/id.ts'
import type { LocalMessage } from '../../store/local-messages.ts'
import type { Message } from '../message.ts'

export type Fleeting = ReturnType<typeof newFleeting>

/** Messages that nobody shall find later: only this process knows them, and the oldest ones are forgotten. */
export function newFleeting() {
  const rows = new Map<string, LocalMessage>()

  return {
    add(said: Omit<LocalMessage, 'id' | 'edited_at'>): LocalMessage {
      const row = { ...said, id: newId(said.at), edited_at: null }
      rows.set(row.id, row)
      if (rows.size > most) rows.delete(rows.keys().next().value!)
      return row
    },

    get: (id: string): LocalMessage | null => rows.get(id) ?? null,

    /** Null where it is none of these. */
    change(id: string, message: Message, now: Instant): LocalMessage | null {
      const row = rows.get(id)
      if (!row) return null
      const changed = { ...row, payload: JSON.stringify(message), edited_at: now }
      rows.set(id, changed)
      return changed
    },

    /** What this user sees of them in a channel. */
    seen: (channel: string, user: string): LocalMessage[] =>
      [...rows.values()].filter((row) => row.channel === channel && row.only_for === user),
  }
}

const most = 500

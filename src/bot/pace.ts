import type { Heard } from '../chat/chat.ts'
import { accountKey } from '../model/person.ts'
import type { Instant } from '../model/post.ts'

/** Ten commands and presses in ten seconds are plenty for one account; more is a stuck key or a script. */
export function newPace(clock: () => Instant) {
  const recent = new Map<string, Instant[]>()
  return ({ account }: Heard) => {
    const now = clock()
    const key = accountKey(account)
    const times = (recent.get(key) ?? []).filter((at) => Math.abs(now - at) < 10_000)
    recent.delete(key)
    recent.set(key, [...times, now])
    if (recent.size > 10_000) recent.delete(recent.keys().next().value!)
    return times.length >= 10
  }
}

import { newest } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import type { Parts } from '../store/store.ts'
import { type Marked, marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'

/**
 * What a crisis holds back, or would: replies that are approved and have not gone out, a line each; null where there is
 * nothing. Planned posts join them here once there are some.
 */
export async function heldList(store: Parts, team: Team, say: Say, now: number): Promise<Marked | null> {
  const all = await store.replies.leaving(now + day, [team.name])
  const lines = []
  for (const { reply: id } of all.slice(0, mostShown)) {
    const reply = await store.replies.get(team.name, id)
    if (!reply) continue
    const words = newest(reply).text.replace(/\s+/g, ' ')
    const short = words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
    lines.push(marked`${say.plain('crisis.held-reply', { id: String(id) })} ${short}`)
  }
  const more = all.length - lines.length
  return lines.length === 0
    ? null
    : together([...lines, more > 0 ? say('crisis.held-more', { count: more }) : null])
}

const mostShown = 8
const longest = 100

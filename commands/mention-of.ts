import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { mentionMessage } from '../src/delivery/mention.ts'
import { moveMention } from '../src/delivery/mention-life.ts'
import { type Mention, type MentionState, moved } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import type { Parts } from '../src/store/store.ts'

/** The mention of this number. Throws Oops where the team has none. */
export async function found({ team }: Asked, store: Parts, id: number): Promise<Mention> {
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id) })
  return mention
}

/** A mention as whoever asks reads it. */
export async function shown({ team, say, now }: Asked, store: Parts, mention: Mention): Promise<Message> {
  return mentionMessage(mention, await store.mentions.outlets(team.name, mention.story), { say, now, team })
}

/** Whoever asks changes where a mention stands; gives what tells it then. Throws Oops. */
export const move = (asked: Asked, to: MentionState['is'], id: number, why?: string): Promise<Message> =>
  asked.store.together(async (store) => {
    await store.turns.take()
    const { team, person, now } = asked
    const mention = await found(asked, store, id)
    const step = { by: person.name, id: person.id, at: now, ...(why ? { why } : {}) }
    return moveMention(store, team, mention, moved(mention.state, to, step), { by: person, now })
  })

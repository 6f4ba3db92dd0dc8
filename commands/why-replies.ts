import type { Asked } from '../src/chat/command.ts'
import type { Field } from '../src/chat/message.ts'
import { whyWordsOf } from '../src/delivery/reply.ts'
import type { ReplyStep } from '../src/model/reply.ts'
import { type Marked, marked, together } from '../src/texts/marked.ts'

/** What was answered to a mention, and who did what with each answer: a field each, the last few of many. */
export async function repliesTo(asked: Asked, mention: number): Promise<Field[]> {
  const { store, team, say } = asked
  const all = (await store.replies.ofMention(team.name, mention)).slice(-shownReplies)
  return Promise.all(
    all.map(async ({ id }) => {
      const steps = await store.replies.steps(team.name, id)
      const head = await store.replies.trailed(team.name, id)
      return {
        name: say.plain('reply.why-reply', { id: String(id) }),
        value: together([
          ...steps.map((step) => lineOf(asked, step)),
          head ? say('reply.rang-trail', { head }) : null,
        ]),
      }
    }),
  )
}

function lineOf({ say, now, team }: Asked, { did, by, version, what, at }: ReplyStep): Marked {
  const key = did === 'stopped' && by === null ? 'reply.why-stopped-itself' : (`reply.why-${did}` as const)
  return say(key, {
    time: say.time(at, now, team.timeZone),
    name: by ?? 'Vigie',
    version,
    what: what === null ? { marked: marked`` } : whyWordsOf(what, say),
  })
}

const shownReplies = 5

import type { Asked } from '../src/chat/command.ts'
import type { Field } from '../src/chat/message.ts'
import { openWords } from '../src/delivery/promise-words.ts'
import type { Mention } from '../src/model/mention.ts'
import { together } from '../src/texts/marked.ts'

/** By which rule an answer was promised, by when, and what became of that; nothing where none was. */
export async function promiseOf({ team, store, say, now }: Asked, mention: Mention): Promise<Field[]> {
  const { promised } = mention
  const steps = await store.promises.steps(team.name, mention.id)
  if (!promised && steps.length === 0) return []
  const time = (at: number) => say.at(at, now, team.timeZone)
  const rule = promised && {
    rule: promised.rule,
    length: openWords(promised.within, say),
    time: time(promised.dueAt),
  }
  return [
    {
      name: say.plain('why.promise'),
      value: together([
        rule && say('why.promise-rule', rule),
        ...steps.map(({ did, who, at }) => say(`why.promise-${did}`, { who: who ?? '-', time: time(at) })),
      ]),
    },
  ]
}

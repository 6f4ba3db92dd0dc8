import { type Action, type Asked, command } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { number } from '../src/chat/options.ts'
import { mentionMessage } from '../src/delivery/mention.ts'
import { type Mention, type MentionState, moved } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import type { Parts } from '../src/store/store.ts'
import { type Say, sayIn } from '../src/texts/texts.ts'

export default command({
  name: 'mention',
  about: 'mention.about',
  for: 'staff',
  quiet: true,
  options: {
    number: number({ en: ['number'], fr: ['numéro'] }, 'mention.which', {
      required: true,
      loose: true,
    }),
  },

  run: async (asked) => shown(asked, asked.store, await found(asked, asked.store, asked.options.number)),

  on: {
    take: moving('taken', { reaction: '👀', label: 'mention.take' }),
    answered: moving('answered', { label: 'mention.answered' }),
    ignore: moving('ignored', { label: 'mention.ignore', form: whyForm }),
    reopen: moving('new', { label: 'mention.reopen' }),
  },
})

/** A button that changes where a mention stands; whatever tells it is changed with it, in one transaction. */
function moving(to: MentionState['is'], more: Pick<Action, 'reaction' | 'label' | 'form'>): Action {
  return {
    for: 'staff',
    ...more,
    run: (asked) =>
      asked.store.together(async (store) => {
        const { team, person, now } = asked
        const mention = await found(asked, store, Number(asked.about))
        const why = asked.values.why?.trim() || undefined
        const state = moved(mention.state, to, { by: person.name, at: now, ...(why ? { why } : {}) })
        await store.mentions.step(team.name, mention.id, { is: to, by: person.name, at: now, why })
        const told = await shown({ ...asked, say: sayIn(team.locale) }, store, { ...mention, state })
        await store.deliveries.change(team.name, `mention:${mention.id}`, told)
        return { ...told, instead: true }
      }),
  }
}

async function shown({ team, say, now }: Asked, store: Parts, mention: Mention): Promise<Message> {
  return mentionMessage(mention, await store.mentions.outlets(team.name, mention.story), { say, now, team })
}

async function found({ team }: Asked, store: Parts, id: number): Promise<Mention> {
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id) })
  return mention
}

function whyForm(say: Say): Form {
  const why = { name: 'why', label: say.plain('mention.ignore-why'), hint: say.plain('mention.ignore-hint') }
  return { title: say.plain('mention.ignore-title'), inputs: [{ ...why, kind: 'text', most: 300 }] }
}

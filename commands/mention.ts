import type { HeardMessage } from '../src/chat/chat.ts'
import { type Action, type Asked, command } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { number } from '../src/chat/options.ts'
import { mentionMessage } from '../src/delivery/mention.ts'
import { type Mention, type MentionState, moved } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { identityOf } from '../src/store/identity.ts'
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

  onMessage: {
    /** Of an alert, or of a message that was reported. */
    'not-about-us': {
      for: 'staff',
      label: 'mention.not-about-us',
      on: 'all',
      quiet: true,
      async run(asked) {
        const why = sayIn(asked.team.locale).plain('mention.not-about-us-why')
        const id = await mentionIn(asked, asked.message)
        return { ...(await move(asked, 'ignored', id, why)), quiet: true }
      },
    },
  },
})

/** A button that changes where a mention stands; whatever tells it is changed with it, in one transaction. */
function moving(to: MentionState['is'], more: Pick<Action, 'reaction' | 'label' | 'form'>): Action {
  return {
    for: 'staff',
    ...more,
    run: async (asked) => {
      const why = asked.values.why?.trim() || undefined
      return { ...(await move(asked, to, Number(asked.about), why)), instead: true }
    },
  }
}

const move = (asked: Asked, to: MentionState['is'], id: number, why?: string): Promise<Message> =>
  asked.store.together(async (store) => {
    await store.turns.take()
    const { team, person, now } = asked
    const mention = await found(asked, store, id)
    const state = moved(mention.state, to, { by: person.name, at: now, ...(why ? { why } : {}) })
    await store.mentions.step(team.name, mention.id, { is: to, by: person.name, at: now, why })
    const told = await shown({ ...asked, say: sayIn(team.locale) }, store, { ...mention, state })
    await store.deliveries.change(team.name, `mention:${mention.id}`, told)
    if (to === 'ignored') await store.setAside.withhold(team.name, mention.id)
    if (to === 'new') await store.setAside.release(team.name, mention.id)
    return told
  })

/** The mention that a message tells of, or became when it was reported. */
async function mentionIn({ team, store }: Asked, { id, by, about }: HeardMessage): Promise<number> {
  const [noun, number] = about?.split(':') ?? []
  if (by === null && noun === 'mention') return Number(number)
  const item = identityOf({ ...nobody, id })
  const reported = by && (await store.posts.mentionOf(team.name, `reported:${team.name}`, item))
  if (!reported) throw new Oops('mention.not-one')
  return reported
}

const nobody = { url: null, title: '', text: '', author: null, publishedAt: null, updatedAt: null }

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
  return {
    title: say.plain('mention.ignore-title'),
    inputs: [{ ...why, kind: 'text', most: 300 }],
    submit: say.plain('mention.ignore'),
  }
}

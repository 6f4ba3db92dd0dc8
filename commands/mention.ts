import type { HeardMessage } from '../src/chat/chat.ts'
import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { number, text } from '../src/chat/options.ts'
import { isHeldBy, type MentionState } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { identityOf } from '../src/store/identity.ts'
import { type Say, sayIn } from '../src/texts/texts.ts'
import { chooseWhom, give, giveTo } from './mention-give.ts'
import { later, laterForm } from './mention-later.ts'
import { found, move, shown } from './mention-of.ts'

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
    to: text({ en: ['to'], fr: ['à', 'pour'] }, 'mention.to'),
    later: text({ en: ['later', 'snooze'], fr: ['rappel', 'plus-tard'] }, 'mention.later-option'),
  },

  async run(asked) {
    const { number: id, to, later: when } = asked.options
    if (to !== undefined && when !== undefined) throw new Oops('mention.one-thing')
    if (to !== undefined) return giveTo(asked, id, to)
    if (when !== undefined) return later(asked, id, when)
    return shown(asked, asked.store, await found(asked, asked.store, id))
  },

  on: {
    take: { ...moving('taken', { reaction: '👀', label: 'mention.take' }), takenBack: giveBack },
    answered: moving('answered', { label: 'mention.answered' }),
    ignore: moving('ignored', { label: 'mention.ignore', form: whyForm }),
    reopen: moving('new', { label: 'mention.reopen' }),
    /** A menu of who may have it; what is chosen there is its `to`. */
    give: { for: 'staff', quiet: true, label: 'mention.give', run: (asked) => chooseWhom(asked) },
    to: {
      for: 'staff',
      quiet: true,
      run: async (asked) => ({ ...(await give(asked, Number(asked.about), asked.value)), instead: true }),
    },
    later: {
      for: 'staff',
      quiet: true,
      label: 'mention.later',
      form: laterForm,
      run: (asked) => later(asked, Number(asked.about), asked.values.when ?? ''),
    },
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
    async run(asked) {
      const why = asked.values.why?.trim() || undefined
      const told = await move(asked, to, Number(asked.about), why)
      // Below its alert the mention need not be told once more.
      if (asked.value === 'brief') return { text: asked.say('mention.took'), quiet: true }
      return { ...told, instead: true }
    },
  }
}

/** Nobody has it again, where it was this person who took it. */
async function giveBack(asked: Asked & Pressed): Promise<Message | null> {
  const { state } = await found(asked, asked.store, Number(asked.about))
  if (!isHeldBy(state, asked.person)) return null
  return { ...(await move(asked, 'new', Number(asked.about))), instead: true }
}

/** The mention that a message tells of, or became when it was reported. */
export async function mentionIn({ team, store }: Asked, { id, by, about }: HeardMessage): Promise<number> {
  const [noun, number] = about?.split(':') ?? []
  if (by === null && noun === 'mention') return Number(number)
  const item = identityOf({ ...nobody, id })
  const reported = by && (await store.posts.mentionOf(team.name, `reported:${team.name}`, item))
  if (!reported) throw new Oops('mention.not-one')
  return reported
}

const nobody = { url: null, title: '', text: '', author: null, publishedAt: null, updatedAt: null }

function whyForm(say: Say): Form {
  const why = { name: 'why', label: say.plain('mention.ignore-why'), hint: say.plain('mention.ignore-hint') }
  return {
    title: say.plain('mention.ignore-title'),
    inputs: [{ ...why, kind: 'text', most: 300 }],
    submit: say.plain('mention.ignore'),
  }
}

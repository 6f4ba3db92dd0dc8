import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { number, text } from '../src/chat/options.ts'
import { historyMessage } from '../src/delivery/reply.ts'
import { Oops } from '../src/model/oops.ts'
import type { Say } from '../src/texts/texts.ts'
import { mentionIn } from './mention.ts'
import { approved, tookBack } from './reply-approve.ts'
import {
  askToEdit,
  edited,
  fillText,
  refused,
  refuseForm,
  stopped,
  textForm,
  withdrawn,
} from './reply-change.ts'
import { longestReply, proposals, propose, proposed } from './reply-draft.ts'
import { idIn, replyOf } from './reply-find.ts'
import { publishedByHand, sentAgain, takenByHand, whereForm } from './reply-published.ts'

/** An answer to a mention: drafted here, approved by somebody else, published. */
export default command({
  name: 'reply',
  names: { fr: 'répondre' },
  also: ['answer', 'réponse', 'reponse'],
  about: 'reply.about',
  for: 'staff',
  quiet: true,
  options: {
    mention: number({ en: ['mention', 'number'], fr: ['mention', 'numéro'] }, 'reply.mention'),
    saying: {
      ...text({ en: ['saying', 'text'], fr: ['réponse', 'disant', 'texte'] }, 'reply.saying', {
        loose: true,
      }),
      verbatim: true,
    },
  },

  form: (options, { say }) => (meant(options).mention === null ? whichForm(say) : null),

  async run(asked) {
    const { mention, saying } = meant(asked.options)
    if (mention === null) throw new Oops('reply.which')
    if (saying === '') return proposals(asked, mention)
    return propose(asked, mention, { text: saying, how: { is: 'written' } })
  },

  on: {
    /** Of the mention that a message is about. */
    draft: quiet((asked) => proposals(asked, Number(asked.about))),
    write: {
      ...quiet((asked) =>
        propose(asked, Number(asked.about), { text: asked.values.text ?? '', how: { is: 'written' } }),
      ),
      form: textForm('reply.write-title'),
      label: 'reply.write',
    },
    use: quiet(async (asked) => {
      const { mention, draft } = await proposed(asked, asked)
      return propose(asked, mention, draft)
    }),
    /** The same, changed before anybody else sees it: what was changed is written by whoever did. */
    first: {
      ...quiet(async (asked) => {
        const { mention, draft } = await proposed(asked, asked)
        const given = asked.values.text ?? ''
        return propose(asked, mention, given.trim() === draft.text ? draft : { ...draft, text: given })
      }),
      form: textForm('reply.write-title'),
      fill: async (filling) => ({ text: (await proposed(filling, filling)).draft.text }),
      label: 'reply.edit-first',
    },

    approve: { ...quiet(approved), reaction: '✅', label: 'reply.approve', takenBack: tookBack },
    edit: {
      ...quiet(edited),
      ...{ label: 'reply.edit', form: textForm('reply.edit-title'), fill: fillText },
    },
    'ask-edit': { ...quiet(askToEdit), reaction: '✏️' },
    refuse: { ...quiet(refused), reaction: '❌', label: 'reply.refuse', form: refuseForm },
    withdraw: quiet(withdrawn),
    history: quiet(async (asked) =>
      historyMessage(await replyOf(asked, asked.store, idIn(asked.about)), asked),
    ),
    stop: quiet(stopped),

    done: { ...quiet(publishedByHand), form: whereForm, label: 'reply.done' },
    'went-out': { ...quiet(publishedByHand), form: whereForm, label: 'reply.went-out' },
    again: quiet(sentAgain),
    'by-hand': quiet(takenByHand),
  },

  onMessage: {
    draft: {
      for: 'staff',
      label: 'reply.draft',
      on: 'all',
      quiet: true,
      run: async (asked) => proposals(asked, await mentionIn(asked, asked.message)),
    },
  },
})

/** What only who did it reads; everybody else sees it in the message. */
function quiet(run: (asked: Asked & Pressed) => Promise<Message | null>): Action {
  return { for: 'staff', quiet: true, run }
}

/** `17 "Bonjour !"` is as good as `mention:17 saying:"Bonjour !"`. */
function meant({ mention, saying = '' }: { mention?: number | undefined; saying?: string | undefined }) {
  const [, typed, rest = ''] = /^#?(\d{1,15})(?:\s+([\s\S]*))?$/.exec(saying.trim()) ?? []
  if (mention === undefined && typed !== undefined) return { mention: Number(typed), saying: unquoted(rest) }
  return { mention: mention ?? null, saying: unquoted(saying) }
}

/** What was typed within quotes, as it stands. */
function unquoted(text: string): string {
  const trimmed = text.trim()
  const found = /^(?:"([\s\S]*)"|“([\s\S]*)”|«\s*([\s\S]*?)\s*»)$/u.exec(trimmed)
  const inside = found?.[1] ?? found?.[2] ?? found?.[3]
  return inside === undefined ? trimmed : inside.trim()
}

const whichForm = (say: Say): Form => ({
  title: say.plain('reply.write-title'),
  inputs: [
    { name: 'mention', label: say.plain('reply.mention'), kind: 'line', required: true, most: 20 },
    {
      ...{ name: 'saying', label: say.plain('reply.saying'), hint: say.plain('reply.text-hint') },
      ...{ kind: 'text', most: longestReply },
    },
  ],
  submit: say.plain('reply.draft'),
})

import type { Asked, Filling, Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { neededFor, policyOf } from '../src/delivery/reply-judged.ts'
import { quotation } from '../src/delivery/reply-words.ts'
import { Oops } from '../src/model/oops.ts'
import { isOver, newest } from '../src/model/reply.ts'
import { edit, refuse, stop, withdraw } from '../src/model/reply-moves.ts'
import { replyAbout } from '../src/store/replies.ts'
import { plain, together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { longestReply, mentionOf, readText } from './reply-draft.ts'
import { change, idIn, replyOf, textOf, versionIn } from './reply-find.ts'

/** Another text, which has to be approved anew. What somebody wrote is never lost to somebody who was faster. */
export async function edited(asked: Asked & Pressed): Promise<Message> {
  const { team, say, now } = asked
  const given = asked.values.text ?? ''
  try {
    const after = await change(asked, idIn(asked.about), async (reply, by, store) => {
      const mention = await mentionOf(asked, store, reply.mention)
      const { text, verdict, identity } = readText(asked, mention, given)
      if (isOver(reply)) await needsNoOther(asked, reply.mention, store.replies)
      const expiresAt = now + policyOf(team).expires
      const version = versionIn(asked.value)
      const next = edit(reply, by, { text, version, at: now, expiresAt, ...neededFor(verdict) })
      return { after: { ...next, identity: identity?.name ?? null }, did: 'edited' }
    })
    return { quiet: true, text: say('reply.did-edit', { nth: newest(after!).nth }) }
  } catch (error) {
    if (!(error instanceof Oops) || error.key !== 'reply.edited-meanwhile') throw error
    const words = say('reply.edited-meanwhile', error.values)
    return { quiet: true, text: together([words, say('reply.your-text'), quotation(plain(given))]) }
  }
}

/** A reply that was over begins again: not beside another one. */
async function needsNoOther(
  { team }: Asked,
  mention: number,
  replies: Asked['store']['replies'],
): Promise<void> {
  const open = (await replies.ofMention(team.name, mention)).find((one) => !isOver(one))
  if (open) throw new Oops('reply.open-already', { id: String(open.id) })
}

/** A reaction opens no window: the button does, with the text as it is now. */
export async function askToEdit(asked: Asked & Pressed): Promise<Message> {
  const { say } = asked
  const reply = await replyOf(asked, asked.store, idIn(asked.about))
  return {
    quiet: true,
    text: say('bot.form-by-button'),
    about: replyAbout(reply),
    buttons: [{ action: 'reply.edit', label: say.plain('reply.edit'), value: String(newest(reply).nth) }],
  }
}

export async function refused(asked: Asked & Pressed): Promise<Message> {
  const why = (asked.values.why ?? '').trim()
  await change(asked, idIn(asked.about), (reply) => ({
    after: refuse(reply, why),
    did: 'refused',
    what: why,
  }))
  return { quiet: true, text: asked.say('reply.did-refuse') }
}

export async function stopped(asked: Asked & Pressed): Promise<Message> {
  await change(asked, idIn(asked.about), (reply) => ({ after: stop(reply), did: 'stopped' }))
  return { quiet: true, text: asked.say('reply.did-stop') }
}

export async function withdrawn(asked: Asked & Pressed): Promise<Message> {
  await change(asked, idIn(asked.about), (reply, by) => ({
    after: withdraw(reply, by),
    did: 'withdrawn',
  }))
  return { quiet: true, text: asked.say('reply.did-withdraw') }
}

/** The text of the version that the message shows. */
export async function fillText({ team, store, about, value }: Filling): Promise<Record<string, string>> {
  const reply = await replyOf({ team }, store, idIn(about))
  return { text: textOf(reply, versionIn(value)) }
}

export const textForm =
  (title: 'reply.edit-title' | 'reply.write-title') =>
  (say: Say): Form => ({
    title: say.plain(title),
    inputs: [
      {
        ...{ name: 'text', label: say.plain('reply.text'), hint: say.plain('reply.text-hint') },
        ...{ kind: 'text', required: true, most: longestReply },
      },
    ],
    submit: say.plain('reply.submit'),
  })

export const refuseForm = (say: Say): Form => ({
  title: say.plain('reply.refuse-title'),
  inputs: [{ name: 'why', label: say.plain('reply.refuse-why'), kind: 'text', required: true, most: 500 }],
  submit: say.plain('reply.refuse'),
})

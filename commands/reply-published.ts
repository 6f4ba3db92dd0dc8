import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { byHand, sendAgain, wasPublished } from '../src/model/reply-moves.ts'
import { webAddress } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { change, idIn } from './reply-find.ts'

/** Somebody published it by hand, or saw that it went out; and where, if they say so. */
export async function publishedByHand(asked: Asked & Pressed): Promise<Message> {
  const url = readAddress(asked.values.where ?? '')
  await change(asked, idIn(asked.about), (reply) => ({
    after: wasPublished(reply, url, asked.now),
    did: 'published',
    what: url,
  }))
  return { quiet: true, text: asked.say('reply.did-publish') }
}

function readAddress(given: string): string | null {
  const trimmed = given.trim()
  if (trimmed === '') return null
  const url = webAddress(trimmed)
  if (url === null) throw new Oops('reply.not-address', { given: trimmed.slice(0, 100) })
  return url
}

/** It did not go out, as somebody who may approve it saw: the network is asked once more. */
export async function sentAgain(asked: Asked & Pressed): Promise<Message> {
  await change(asked, idIn(asked.about), (reply, by) => ({
    after: sendAgain(reply, by, asked.now),
    did: 'again',
  }))
  return { quiet: true, text: asked.say('reply.did-again') }
}

export async function takenByHand(asked: Asked & Pressed): Promise<Message> {
  const { say } = asked
  await change(asked, idIn(asked.about), (reply) => ({ after: byHand(reply), did: 'by-hand' }))
  return { quiet: true, text: say('reply.did-by-hand', { done: say.plain('reply.done') }) }
}

export const whereForm = (say: Say): Form => ({
  title: say.plain('reply.done-title'),
  inputs: [
    {
      ...{ name: 'where', label: say.plain('reply.done-where'), hint: say.plain('reply.done-hint') },
      ...{ kind: 'line', most: 500 },
    },
  ],
  submit: say.plain('reply.done'),
})

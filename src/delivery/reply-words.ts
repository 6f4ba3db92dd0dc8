import type { MentionReply } from '../model/mention.ts'
import type { DraftHow, Reply, ReplyVersion } from '../model/reply.ts'
import { link, type Marked, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import { lengthWords } from './giveaway-words.ts'

/** Where a version comes from: « par Mia », « d’après la réponse type « panne », choisie par Mia ». */
export function howWords({ how, by }: Pick<ReplyVersion, 'how' | 'by'>, say: Say): string {
  const from = sourceWords(how, say)
  if (from === null) return say.plain('reply.how-written', { name: by?.name ?? 'Vigie' })
  return by ? say.plain('reply.how-by', { how: from, name: by.name }) : from
}

function sourceWords(how: DraftHow, say: Say): string | null {
  if (how.is === 'canned') return say.plain('reply.how-canned', { name: how.name })
  if (how.is === 'similar') return say.plain('reply.how-similar', { id: String(how.reply) })
  return how.is === 'model' ? say.plain('reply.how-model', { model: how.model }) : null
}

/** Text from anywhere, quoted line by line. */
export const quotation = (text: Marked): Marked =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n') as Marked

/** Everybody who approved, once each. */
export const approverNames = ({ approvals }: Pick<Reply, 'approvals'>): string =>
  [...new Set(approvals.map(({ name }) => name))].join(', ')

/** What an alert says of the newest reply to its mention. */
export function replyLine(reply: MentionReply, heardAt: number, say: Say): Marked {
  if (reply.state !== 'published') return say(`reply.alert-${reply.state}`, { id: String(reply.id) })
  const facts = {
    took: lengthWords(Math.max((reply.publishedAt ?? heardAt) - heardAt, 0), say),
    by: reply.by ?? 'Vigie',
    names: reply.approvedBy.join(', '),
  }
  const line =
    reply.approvedBy.length > 0
      ? say('reply.alert-published', facts)
      : say('reply.alert-published-plain', facts)
  return together([line, reply.url ? link(say.plain('reply.see'), reply.url) : null], ' · ')
}

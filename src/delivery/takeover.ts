import type { Message } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { quietUntil } from '../model/time.ts'
import type { Delivery } from '../store/outbox.ts'
import { link, together } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'

/** Whether a message has grown after its chat stopped taking edits freely; what somebody pressed is still shown in place. */
export const isTooOld = (
  { toldAt, wanted, pressed }: Pick<Delivery, 'toldAt' | 'wanted' | 'pressed'>,
  editsFor: number | undefined,
  now: Instant,
) => editsFor !== undefined && toldAt !== null && now - toldAt >= editsFor && wanted > pressed

/** When a fresh message may take over: it rings, so not in the quiet hours. */
export const freshDue = (team: Team | undefined, now: Instant): Instant =>
  (team && !team.sample ? quietUntil(now, team.quietHours, team.timeZone) : null) ?? now

/** The old message: what it said, without anything to press, and where it goes on. */
export function movedMessage(
  message: Message,
  to: { channel: string; at: Instant; url?: string | null | undefined },
  { locale, timeZone }: Pick<Team, 'locale' | 'timeZone'>,
): Message {
  const say = sayIn(locale)
  const where = say.plain('story.there', { channel: to.channel, time: say.time(to.at, to.at, timeZone) })
  const goesOn = message.about?.startsWith('mention:') ? 'story.moved' : 'living.moved'
  const line = say(goesOn, { where: { marked: link(where, to.url) } })
  return { ...message, text: together([line, message.text]), buttons: [], selects: [], react: [] }
}

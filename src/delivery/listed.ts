import type { Item, Message } from '../chat/message.ts'
import { kindOfChat } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { newScrub } from '../scrub.ts'
import type { ListedDelivery, Queue } from '../store/delivery-list.ts'
import { unconfirmed } from '../store/outbox.ts'
import { type Marked, marked, together } from '../texts/marked.ts'
import { isKey, reasonWords, type Say } from '../texts/texts.ts'
import type { Reader } from './mention.ts'
import { reasonOfKept } from './reason.ts'

/** A delivery in plain words: where it stands, since when, and why. */
export function deliveryItem(one: ListedDelivery, reader: Reader): Item {
  const { title, items } = one.payload as Message
  const [only, ...others] = items ?? []
  const words = only && others.length === 0 ? [only.title, only.quote].filter((one) => one).join(' · ') : ''
  return {
    title: title ?? only?.title ?? '…',
    ...(words === ''
      ? {}
      : { quote: words.length > longestQuote ? `${words.slice(0, longestQuote - 1)}…` : words }),
    text: stateText(one, reader),
  }
}

/** What waits in a channel, in one line. */
export const queueText = ({ count, oldest }: Queue, reader: Reader): Marked =>
  reader.say('deliveries.queue', {
    count,
    since: timeIn(reader)(oldest.createdAt),
    why: { marked: whyWaiting(oldest, reader) },
  })

function stateText(one: ListedDelivery, reader: Reader): Marked {
  const { say } = reader
  const { place, toldAt, createdAt, dismissed } = one
  const time = timeIn(reader)
  const { channel } = place
  const repeat = one.mayRepeat ? say('deliveries.may-repeat') : null
  if (one.state === 'waiting') {
    const why = { marked: whyWaiting(one, reader) }
    return together([say('deliveries.waits', { channel, since: time(createdAt), why }), repeat])
  }
  if (one.state === 'told') {
    const why = { marked: whyWaiting(one, reader) }
    return together([
      say('deliveries.was-told', { channel, time: time(toldAt ?? createdAt) }),
      one.outdated ? say('deliveries.outdated', { why }) : null,
      repeat,
    ])
  }
  return together([
    ...(one.reason === unconfirmed
      ? [say('deliveries.unconfirmed', { channel })]
      : [givenUpText(one, reader), repeat]),
    dismissed ? say('deliveries.dismissed-by', { by: dismissed.by, time: time(dismissed.at) }) : null,
  ])
}

function givenUpText(one: ListedDelivery, reader: Reader): Marked {
  const { say } = reader
  const { channel } = one.place
  const reason = { marked: reasonText(one, say) }
  if (one.toldAt !== null)
    return say('deliveries.change-given-up', { channel, time: timeIn(reader)(one.toldAt), reason })
  return together([
    say('deliveries.was-given-up', { channel, reason }),
    one.inDoubt ? say('deliveries.perhaps') : null,
  ])
}

/** Why something is not told yet, and when it will be tried. */
function whyWaiting(one: ListedDelivery, reader: Reader): Marked {
  const { say, now } = reader
  const { attempts, reason, dueAt, restsUntil } = one
  const time = timeIn(reader)
  const next = time(Math.max(dueAt, restsUntil, now))
  if (one.sending) return say('deliveries.why-sending')
  if (one.behind) return say('deliveries.why-behind')
  if (reason === interrupted) return say('deliveries.why-interrupted')
  if (reason !== null) {
    const words = { marked: reasonText(one, say) }
    return attempts === 0
      ? say('deliveries.why-unreachable', { reason: words, time: next })
      : say('deliveries.why-trouble', { reason: words, count: attempts, time: next })
  }
  if (one.held && dueAt > now && one.state === 'waiting')
    return say('deliveries.why-quiet', { time: time(dueAt) })
  if (restsUntil > now + shortRest) return say('deliveries.why-limited', { time: time(restsUntil) })
  return say('deliveries.why-turn')
}

/** Why it did not go out: ours in words of ours, a chat's as it put them. */
function reasonText({ reason, place }: ListedDelivery, say: Say): Marked {
  const chat = say.plain(`deliveries.chat-${kindOfChat(place.chat)}`)
  if (reason === null || reason.trim() === '') return say('deliveries.reason-none')
  if (reason === threadGone) return say('deliveries.reason-thread')
  if (reason === `${place.chat} is not connected`) return say('deliveries.reason-unconnected', { chat })
  const kept = reasonOfKept(reason)
  // A sentence of ours names the chat, and goes on after its end.
  if ('key' in kept && isKey(kept.key)) return marked`${reasonWords(kept, say).replace(/\.$/, '')}`
  return say('deliveries.reason-chat', {
    chat,
    words: secretless('words' in kept ? kept.words : kept.key).slice(0, longestReason),
  })
}

const timeIn =
  ({ say, now, team }: Reader) =>
  (at: Instant) =>
    say.time(at, now, team.timeZone)

/** A library's error may quote the address it called, and in it a token. */
const secretless = newScrub([]).secrets

// As the sender writes them down.
const interrupted = 'interrupted'
const threadGone = 'the message above was not told'

/** The pause between two messages of a channel is no limit worth telling. */
const shortRest = 5_000
const longestReason = 200
/** Enough to know a post again. */
const longestQuote = 160

import type { Item, Message } from '../chat/message.ts'
import { dateOf } from '../chat/since.ts'
import { type Mood, moods } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import type { Place, Team } from '../model/team.ts'
import type { Parts } from '../store/store.ts'
import type { Waiting } from '../store/summaries.ts'
import { together } from '../texts/marked.ts'
import { type Say, sayIn } from '../texts/texts.ts'

/** Up to so many that waited are told one by one. */
export const mostAlone = 10

/**
 * What waited for a channel through an outage, or a night, is told as one message: platforms lose bursts, and nobody
 * reads them. False where too few wait. To be run in a transaction.
 */
export async function summarise(store: Parts, team: Team, place: Place, now: Instant): Promise<boolean> {
  const all = await store.summaries.waiting(team.name, place, now)
  // What may have arrived is told, or not, by itself.
  const waiting = all.filter(({ inDoubt }) => !inDoubt)
  if (waiting.length <= mostAlone) return false
  const ids = waiting.map(({ id }) => id)
  await store.summaries.add(team.name, place, ids, { payload: summaryMessage(waiting, team, now), now })
  return true
}

/** The worst first, then what is told in most places; what finds no room is a search away. */
function summaryMessage(waiting: Waiting[], team: Team, now: Instant): Message {
  const say = sayIn(team.locale)
  const since = Math.min(...waiting.map(({ createdAt }) => createdAt))
  const alerts = waiting
    .map(({ payload, copies, mayRepeat }) => ({ message: payload as Message, copies, mayRepeat }))
    .sort((a, b) => gravity(a.message) - gravity(b.message) || b.copies - a.copies)
  const counts = moods.map((mood) =>
    say(`mentions.${mood}`, { count: alerts.filter(({ message }) => message.mood === mood).length }),
  )
  const left = alerts.length - mostItems
  return {
    title: say.plain('outbox.summary-title', { count: alerts.length }),
    text: together([
      together(counts, ' · '),
      say('outbox.summary-since', { time: say.time(since, now, team.timeZone) }),
    ]),
    items: alerts.slice(0, mostItems).map((alert) => itemOf(alert, say)),
    note: together([
      left > 0 ? say('digest.rest', { count: left, date: dateOf(since, team) }) : null,
      alerts.some(({ message }) => message.note) ? say('digest.sample') : null,
    ]),
  }
}

type Told = { message: Message; copies: number; mayRepeat: boolean }

function itemOf({ message: { title, mood, items = [] }, copies, mayRepeat }: Told, say: Say): Item {
  const [item] = items
  const text = together(
    [
      item?.text,
      copies > 1 ? say('outbox.summary-copies', { count: copies }) : null,
      mayRepeat ? say('outbox.summary-repeat') : null,
    ],
    ' · ',
  )
  return { title: item?.title ?? title ?? '', url: item?.url, text, mood, at: item?.at }
}

const gravity = ({ mood }: { mood?: Mood }) =>
  mood ? (moods as readonly Mood[]).indexOf(mood) : moods.length

const mostItems = 25

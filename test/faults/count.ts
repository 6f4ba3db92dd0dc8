import type { Message } from '../../src/chat/message.ts'
import { sayIn } from '../../src/texts/texts.ts'
import type { Story } from './feeds.ts'
import type { Row } from './ledger.ts'
import type { Post } from './loopback-chat.ts'

/** What went wrong, in the words of a line each; and how much there was. */
export type Count = {
  /** Stories that should have rung and did not. */
  lost: string[]
  /** What was said twice where the chat could have been asked, or without a mark where it could not. */
  doubled: string[]
  /** Rows that the chat knows otherwise, and posts that no row knows. */
  disagree: string[]
  /** Rows that are not at rest. */
  unsettled: string[]
  stories: number
  posts: number
  /** Said again where nobody can look, with its mark. */
  marked: number
  /** Of one message. */
  mostRepeats: number
  /** Alerts that one message told with others. */
  together: number
}

/** Compares what had to be told, what the store says of it, and what stands in the chat. */
export function count(stories: Story[], rows: Row[], posts: Post[], closed: string[]): Count {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const postOf = new Map(posts.map((post) => [post.id, post]))
  const result: Count = {
    ...{ lost: [], doubled: [], disagree: [], unsettled: [], marked: 0, mostRepeats: 0 },
    ...{
      stories: stories.length,
      posts: posts.length,
      together: rows.filter(({ in_summary }) => in_summary).length,
    },
  }
  const alerts = rows.filter(({ rule }) => rule === 'alert')

  for (const { token, channel } of stories) {
    const mine = alerts.filter((row) => row.payload.includes(token) && row.channel === channel)
    const others = alerts.filter((row) => row.payload.includes(token) && row.channel !== channel)
    const told = mine.filter((row) => row.state === 'told' && row.told_id && postOf.has(row.told_id))
    if (told.length === 0)
      result.lost.push(`${token} in #${channel}: ${mine.map(shown).join(', ') || 'no row'}`)
    if (mine.length + others.length > 1)
      result.doubled.push(`${token} has ${mine.length + others.length} rows`)
  }

  for (const { token } of stories) {
    const saying = posts.filter(
      (post) => post.thread === null && JSON.stringify(post.message).includes(token),
    )
    const deliveries = new Set(saying.map(({ delivery }) => delivery))
    if (deliveries.size > 1) result.doubled.push(`${token} stands in ${deliveries.size} messages`)
  }

  for (const [delivery, all] of Map.groupBy(posts, (post) => post.delivery)) {
    const row = rowOf.get(delivery)
    const [first, ...again] = all
    result.mostRepeats = Math.max(result.mostRepeats, again.length)
    if (!row) result.disagree.push(`${first!.id} was said for ${delivery}, which no row knows`)
    else if (row.state !== 'told') result.disagree.push(`${first!.id} was said: ${shown(row)}`)
    if (!closed.includes(first!.channel)) {
      if (again.length > 0)
        result.doubled.push(`${delivery} was said ${all.length} times: ${row && shown(row)}`)
      continue
    }
    for (const post of again)
      if (isMarked(post.message)) result.marked++
      else result.doubled.push(`${delivery} was said again without a mark: ${row && shown(row)}`)
  }

  for (const row of rows) {
    // What a summary told is not edited any more.
    const behind = row.state === 'told' && row.told < row.wanted && row.in_summary === null
    const waits = row.state === 'waiting' || row.state === 'sending' || behind
    if (waits) result.unsettled.push(shown(row))
    if (row.state !== 'told') continue
    const post = row.told_id === null ? undefined : postOf.get(row.told_id)
    if (!post) result.disagree.push(`not in the chat: ${shown(row)}`)
    else if (post.delivery !== (row.in_summary ?? row.id))
      result.disagree.push(`another message stands there: ${shown(row)}`)
    else if (!row.in_summary && !saysTheSame(post.message, JSON.parse(row.payload)))
      result.disagree.push(`the chat says something else: ${shown(row)}`)
  }
  return result
}

const isMarked = ({ note }: Message) => JSON.stringify(note ?? '').includes(mark)
const mark = sayIn('fr').plain('outbox.may-repeat').slice(0, 20)

/** Beside a mark, which may have been set. */
const saysTheSame = (one: Message, other: Message) =>
  JSON.stringify([one.title, one.items, one.fields]) ===
  JSON.stringify([other.title, other.items, other.fields])

const shown = ({ id, state, attempts, told, wanted, reason, in_summary }: Row) =>
  `${id} ${state} ${told}/${wanted} after ${attempts}${in_summary ? ` in ${in_summary}` : ''}${reason ? ` (${reason})` : ''}`

import type { Message } from '../../src/chat/message.ts'
import { unconfirmed } from '../../src/store/outbox.ts'
import { digested, type Story } from './feeds.ts'
import type { Gathered, Row } from './ledger.ts'
import type { Post } from './loopback-chat.ts'

/** What went wrong, in the words of a line each; and how much there was. */
export type Count = {
  /** Stories that should have been told and were not. */
  lost: string[]
  /** What was said twice where the chat could have been asked, without a mark where it could not, or more than twice. */
  doubled: string[]
  /** Rows that the chat knows otherwise, and posts that no row knows. */
  disagree: string[]
  /** Rows that are not at rest. */
  unsettled: string[]
  stories: number
  posts: number
  /** Said again where nobody can look, with its mark. */
  marked: number
  /** Given up because nobody knows whether it arrived: neither lost nor doubled. */
  unconfirmed: number
  /** Of these, how many stand in the chat. */
  unconfirmedThere: number
  /** Alerts that one message told with others. */
  together: number
  /** Digests that were told, and the mentions in them. */
  digests: number
  gathered: number
}

/** What there is to compare: what had to be told, what the store says of it, and what stands in the chat. */
type Compared = { stories: Story[]; rows: Row[]; gathered: Gathered[]; posts: Post[]; closed: string[] }

/** Counts what was lost and doubled, marked and never confirmed. */
export function count({ stories, rows, gathered, posts, closed }: Compared): Count {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const postOf = new Map(posts.map((post) => [post.id, post]))
  const perhaps = rows.filter(isPerhaps)
  const said = new Set(posts.map(({ delivery }) => delivery))
  const result: Count = {
    ...{ lost: [], doubled: [], disagree: [], unsettled: [], marked: 0 },
    ...{ stories: stories.length, posts: posts.length, gathered: gathered.length },
    unconfirmed: perhaps.filter(({ in_summary }) => !in_summary).length,
    unconfirmedThere: perhaps.filter(({ id, in_summary }) => !in_summary && said.has(id)).length,
    together: rows.filter(({ in_summary }) => in_summary).length,
    digests: rows.filter(({ rule, state }) => rule === 'digest' && state === 'told').length,
  }
  const stands = (row: Row) => row.state === 'told' && row.told_id !== null && postOf.has(row.told_id)
  const alerts = rows.filter(({ rule }) => rule === 'alert')
  const all = (token: string) => alerts.filter((row) => row.payload.includes(token))

  for (const { token, channel } of stories) {
    const about = all(token)
    if (channel === digested) {
      if (about.length > 0) result.doubled.push(`${token} rang`)
      const mine = gathered.filter(({ title }) => title.includes(token))
      if (mine.length === 0) result.lost.push(`${token} waits for no digest`)
      for (const one of mine) {
        const digest = rows.find(({ rule, about }) => rule === 'digest' && about.endsWith(`:${one.due_at}`))
        if (!digest || !stands(digest) || one.channel !== digested)
          result.lost.push(`${token} in the digest of ${one.due_at}: ${digest ? shown(digest) : 'no row'}`)
      }
      continue
    }
    const told = about.filter(stands)
    const mine = told.filter((row) => row.channel === channel)
    if (mine.length === 0 && !about.some(isPerhaps))
      result.lost.push(`${token} in #${channel}: ${about.map(shown).join(', ') || 'no row'}`)
    if (told.length > 1) result.doubled.push(`${token} was told by ${told.length} rows`)
  }

  for (const { token, channel } of stories) {
    if (channel === digested) continue
    const saying = posts.filter(
      (post) =>
        post.thread === null &&
        !quotes(rowOf.get(post.delivery)) &&
        JSON.stringify(post.message).includes(token),
    )
    const sure = saying.filter(({ delivery }) => !isPerhaps(rowOf.get(delivery)))
    const deliveries = new Set(sure.map(({ delivery }) => delivery))
    if (deliveries.size > 1)
      result.doubled.push(`${token} stands in ${deliveries.size}: ${all(token).map(shown).join(', ')}`)
    if (sure.length < saying.length && sure.some(({ message }) => !isMarked(message)))
      result.doubled.push(`${token} was told again without a mark: ${all(token).map(shown).join(', ')}`)
  }

  for (const [delivery, those] of Map.groupBy(posts, (post) => post.delivery)) {
    const row = rowOf.get(delivery)
    const [first, ...again] = those
    if (!row) result.disagree.push(`${first!.id} was said for ${delivery}, which no row knows`)
    else if (row.state !== 'told' && !isPerhaps(row))
      result.disagree.push(`${first!.id} was said: ${shown(row)}`)
    if (again.length > (closed.includes(first!.channel) ? 1 : 0))
      result.doubled.push(`${delivery} was said ${those.length} times: ${row && shown(row)}`)
    else
      for (const post of again)
        if (isMarked(post.message)) result.marked++
        else result.doubled.push(`${delivery} was said again without a mark: ${row && shown(row)}`)
  }

  for (const row of rows) {
    if (isPerhaps(row)) {
      if (!closed.includes(row.channel)) result.disagree.push(`it could have looked: ${shown(row)}`)
      continue
    }
    // What a summary told is not edited any more.
    const behind = row.state === 'told' && row.told < row.wanted && row.in_summary === null
    if (row.state !== 'told' || behind) {
      if (!isReplaced(row, rows)) result.unsettled.push(shown(row))
      continue
    }
    const post = row.told_id === null ? undefined : postOf.get(row.told_id)
    if (!post) result.disagree.push(`not in the chat: ${shown(row)}`)
    else if (post.delivery !== (row.in_summary ?? row.id))
      result.disagree.push(`another message stands there: ${shown(row)}`)
    else if (!row.in_summary && !saysTheSame(post.message, JSON.parse(row.payload)))
      result.disagree.push(`the chat says something else: ${shown(row)}`)
  }
  return result
}

/** A crisis and a reply to be approved show mentions that an alert has told. */
const quotes = (row: Row | undefined) => row?.rule === 'living'

const isPerhaps = (row: Row | undefined) => row?.state === 'given-up' && row.reason === unconfirmed

/** Given up, and rightly so: another alert told its story there, or what it was to go below is not known to stand there. */
const isReplaced = (row: Row, rows: Row[]) =>
  row.state === 'given-up' &&
  rows.some((other) =>
    row.rule === 'alert'
      ? other.rule === 'alert' &&
        other.story === row.story &&
        other.channel === row.channel &&
        other.state === 'told'
      : other.id === row.thread_of && other.state === 'given-up',
  )

const isMarked = (message: Message) => /doublon possible/iu.test(JSON.stringify(message))

/** Beside a mark, which may have been set. */
const saysTheSame = (one: Message, other: Message) =>
  JSON.stringify([one.title, one.items, one.fields]) ===
  JSON.stringify([other.title, other.items, other.fields])

const shown = ({ id, rule, state, attempts, told, wanted, reason, in_summary }: Row) =>
  `${rule} ${id} ${state} ${told}/${wanted} after ${attempts}${in_summary ? ` in ${in_summary}` : ''}${reason ? ` (${reason})` : ''}`

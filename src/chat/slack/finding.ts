import { Unavailable } from '../../model/oops.ts'
import { minute } from '../../model/time.ts'
import type { Told } from '../chat.ts'
import type { Channels } from './channels.ts'
import type { Slack } from './client.ts'
import { unpack } from './packing.ts'
import type { Posting, Spot } from './posting.ts'
import { saidNo } from './refusal.ts'

/** A message as a channel's history shows it. */
type Seen = {
  ts?: string
  metadata?: { event_payload?: { delivery?: unknown } }
  blocks?: { block_id?: string }[]
}

export type Finding = ReturnType<typeof newFinding>

/** Looks whether a delivery was told: by its id, which travels in a message's metadata and in the id of a block. */
export function newFinding({ slack, channels, posting }: Parts) {
  /** As Chat.find; a channel that Vigie may not read, or that has too much to read, is 'unknown'. */
  async function find(channel: string, delivery: string, thread?: string): Promise<Told | null | 'unknown'> {
    try {
      return await look(await channels.get(channel), delivery, thread)
    } catch (error) {
      if (saidNo(error, 'thread_not_found', 'message_not_found')) return null
      if (saidNo(error, 'missing_scope', 'not_in_channel')) return 'unknown'
      if (error instanceof Unavailable && error.refused) return 'unknown'
      throw error
    }
  }

  async function look(spot: Spot, delivery: string, thread?: string): Promise<Told | null | 'unknown'> {
    let cursor: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const { seen, next } = await readPage(spot, { oldest: bornAt(delivery), thread, cursor })
      const found = seen.find((one) => isOf(one, delivery))
      if (found?.ts) return { channel: spot.id, id: found.ts }
      if (!next) return null
      cursor = next
    }
    return 'unknown'
  }

  async function readPage(spot: Spot, { oldest, thread, cursor }: Page) {
    const asked = { channel: spot.id, oldest, limit: 200, include_all_metadata: true }
    const from = cursor ? { cursor } : {}
    const said = await posting.entering(spot, () =>
      slack.ask((client) =>
        thread
          ? client.conversations.replies({ ...asked, ...from, ts: thread })
          : client.conversations.history({ ...asked, ...from }),
      ),
    )
    const next = said.has_more === false ? '' : said.response_metadata?.next_cursor
    return { seen: (said.messages ?? []) as Seen[], next }
  }

  return { find, look }
}

type Parts = { slack: Slack; channels: Channels; posting: Posting }
type Page = { oldest: string; thread: string | undefined; cursor: string | undefined }

const isOf = ({ metadata, blocks = [] }: Seen, delivery: string) =>
  metadata?.event_payload?.delivery === delivery ||
  blocks.some(({ block_id }) => block_id && unpack(block_id).delivery === delivery)

/** When a UUIDv7 was made, in Slack's seconds, and somewhat before: clocks differ. */
function bornAt(delivery: string): string {
  const at = Number.parseInt(delivery.replaceAll('-', '').slice(0, 12), 16)
  return Number.isNaN(at) ? '0' : ((at - clocksDiffer) / 1000).toFixed(6)
}

const clocksDiffer = 5 * minute
/** Of 200 messages each. */
const mostPages = 25

import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { newId } from '../../store/id.ts'
import type { Say } from '../../texts/texts.ts'
import type { Told } from '../chat.ts'
import type { Message } from '../message.ts'
import type { Slack } from './client.ts'
import type { Finding } from './finding.ts'
import type { Posting, Spot } from './posting.ts'
import type { Quiet } from './quiet.ts'
import { type Payload, payloadOf, type Rendering } from './rendering.ts'
import { respond } from './response.ts'
import { keyOfTold } from './saying.ts'
import { type Uploaded, upload } from './upload.ts'

/** Where something was asked, and so where it is answered. */
export type Where = {
  user: string
  /** Null where it was in no channel. */
  spot: Spot | null
  /** The first message of the thread it was in. */
  thread?: string
  /** The message that it was done on; a `quiet` one can be replaced by the address alone. */
  on?: { ts: string; quiet: boolean }
  /** Answers here: five times, within half an hour. */
  url?: string
}

export type Answering = ReturnType<typeof newAnswering>

/** Brings an answer to where it was asked: to all, to who asked alone, or in the place of what was pressed. */
export function newAnswering({ slack, rendering, posting, finding, quiet, clock, log }: Parts) {
  async function answer(message: Message, say: Say, where: Where) {
    if (message.instead && where.on && where.spot) return replace(message, say, { ...where, ...where.on })
    if (message.quiet || !where.spot) return quiet(message, say, where)
    const { spot } = where
    await openly(message, say, where, spot).catch(async (error) => {
      // Better whispered than unheard.
      log.warn({ err: error, channel: spot.name ?? spot.id }, 'an answer could not be said openly')
      await quiet(message, say, where)
    })
  }

  async function replace(message: Message, say: Say, where: Where & { ts: string; quiet: boolean }) {
    const key = keyOfTold({ channel: where.spot!.id, id: where.ts })
    const payload = payloadOf(await rendering.render(message, say, { key }))
    const byAddress = async () => {
      if (!where.url) throw new Unavailable('Slack gave no address to answer at', { refused: true })
      await respond(where.url, { ...payload, replace_original: true }, slack)
    }
    const inPlace = () => posting.update({ channel: where.spot!.id, id: where.ts }, payload)
    const done = where.quiet ? byAddress() : inPlace().catch(byAddress)
    await done.catch(() => quiet(message, say, where))
  }

  async function openly(message: Message, say: Say, { thread, url }: Where, spot: Spot) {
    const id = newId(clock())
    const rendered = await rendering.render(message, say, { delivery: id })
    const payload = payloadOf(rendered)
    const files = await bytesOf(rendered.files)
    const told = await post(spot, payload, { id, thread }).catch(async (error) => {
      if (!url) throw error
      const below = thread ? { thread_ts: thread } : {}
      // Where Vigie is no member she may answer all the same.
      await respond(
        url,
        { ...payload, ...below, response_type: 'in_channel', replace_original: false },
        slack,
      )
      return null
    })
    if (!told) return
    await posting.show(files, told, thread)
    void posting.offer(told, message.react)
  }

  /** Once more where it was too soon, or where the answer was lost and the channel does not hold it. */
  async function post(spot: Spot, payload: Payload, { id, thread }: { id: string; thread?: string }) {
    try {
      return await posting.post(spot, payload, thread)
    } catch (error) {
      if (!(error instanceof Unavailable) || error.refused) throw error
      const rest = error.retryAfter
      if (rest !== undefined && rest > longestRest) throw error
      if (rest !== undefined) await new Promise((done) => setTimeout(done, rest))
      else {
        const found = await finding.look(spot, id, thread)
        if (found && found !== 'unknown') return found
      }
      return posting.post(spot, payload, thread) as Promise<Told>
    }
  }

  const bytesOf = (files: Parameters<typeof upload>[1]): Promise<Uploaded[]> =>
    upload(slack, files).catch((err) => {
      log.warn({ err }, 'the files of an answer did not go up')
      return []
    })

  return answer
}

type Parts = {
  slack: Slack
  rendering: Rendering
  posting: Posting
  finding: Finding
  quiet: Quiet
  clock: () => Instant
  log: Logger
}

/** Who asked is waiting (ms). */
const longestRest = 10_000

import type { Logger } from 'pino'
import type { Say } from '../../texts/texts.ts'
import type { Message } from '../message.ts'
import type { Slack } from './client.ts'
import type { Posting, Spot } from './posting.ts'
import { payloadOf, type Rendering } from './rendering.ts'
import { respond } from './response.ts'
import { upload } from './upload.ts'

/** Where somebody is told something alone; `url` answers there, where Slack gave one. */
export type Aside = { user: string; spot: Spot | null; thread?: string; url?: string }

export type Quiet = ReturnType<typeof newQuiet>

/**
 * Tells somebody something that nobody else sees: where they are, else in their conversation with Vigie. Throws
 * Unavailable where nothing of that works.
 */
export function newQuiet({ slack, rendering, posting, log }: Parts) {
  return async function quiet(message: Message, say: Say, { user, spot, thread, url }: Aside) {
    const rendered = await rendering.render(message, say)
    const payload = payloadOf(rendered)
    const here = async () => {
      if (!spot || spot.id.startsWith('D')) throw new NotHere()
      await posting.postQuietly(spot, user, payload, thread)
    }
    const byAddress = async () => {
      if (!url) throw new NotHere()
      const below = thread ? { thread_ts: thread } : {}
      await respond(url, { ...payload, ...below, response_type: 'ephemeral', replace_original: false }, slack)
    }
    const privately = () => posting.postPrivately(user, payload)
    // What an address answers with cannot be relied on to stand in a thread.
    const [first, second] = thread ? [here, byAddress] : [byAddress, here]
    const told = await first()
      .catch(second)
      .then(() => null)
      .catch(privately)
    if (rendered.files.length > 0)
      // Quiet messages have no files: they stand in the conversation with Vigie.
      await upload(slack, rendered.files)
        .then(async (files) => posting.show(files, told ?? (await privately())))
        .catch((err) => log.warn({ err }, 'the files of an answer are missing'))
  }
}

/** There is no such way to them. */
class NotHere extends Error {}

type Parts = { slack: Slack; rendering: Rendering; posting: Posting; log: Logger }

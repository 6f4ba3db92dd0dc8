import type { Chat, Told } from '../../src/chat/chat.ts'
import { Unavailable } from '../../src/model/oops.ts'

/** How long the chat may take to answer, in milliseconds. */
const patience = 400

/** A chat as an adapter makes it, on the loopback one: what went wrong is told as certain, limited or doubtful. */
export function chatOnLoopback(address: string): Chat {
  async function ask<Answer>(what: string, body: object): Promise<Answer> {
    const response = await fetch(`${address}/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    }).catch((error: Error) => {
      // What fetch throws says nothing; its cause says whether the chat was reached.
      const cause = error.cause instanceof Error ? error.cause : error
      throw new Unavailable(`the chat did not answer: ${cause.message}`, { cause })
    })
    if (response.ok) return (await response.json()) as Answer
    await response.body?.cancel()
    const wait = Number(response.headers.get('retry-after'))
    if (response.status === 429) throw new Unavailable('the chat is limited', { retryAfter: wait * 1000 })
    throw new Unavailable(`the chat answered ${response.status}`, { refused: response.status < 500 })
  }

  return {
    name: 'slack',
    pause: 200,
    async start() {},
    async stop() {},
    async say(channel, message, { delivery, thread } = {}) {
      const { id } = await ask<{ id: string }>('say', { channel, message, delivery, thread })
      return { channel, id }
    },
    async change({ channel, id }, message) {
      await ask('change', { channel, id, message })
    },
    async remove() {},
    async whisper() {},
    async find(channel, delivery, thread) {
      const { found } = await ask<{ found: Told | null | 'unknown' }>('find', { channel, delivery, thread })
      return found
    },
    channels: async () => [],
    people: async () => [],
    enter: async () => null,
    lacks: async () => [],
  }
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { newSender } from '../../src/delivery/sender.ts'
import { newDoor } from '../../src/http.ts'
import { minute } from '../../src/model/time.ts'
import { newPolling } from '../../src/schedule/feeds.ts'
import { openStore } from '../../src/store/store.ts'
import { startServer } from '../databases/server.ts'
import { newFakeChat } from '../delivery/fake-chat.ts'
import { newWorld, nimbus } from '../world.ts'

const log = pino({ level: 'silent' })

/** A process that polls and tells, on a PostgreSQL server of its own; its feed grows when it is told to. */
async function newLife() {
  const server = await startServer()
  onTestFinished(server.stop)
  const patience = { start: 20_000, connect: 1_000, query: 2_000, answer: 3_000, farewell: 100 }
  const store = await openStore(null, { url: `${server.address}/postgres`, patience })
  const world = await newWorld({ teams: [{ ...nimbus, quietHours: null }], store })
  const { clock, time } = world

  const items: string[] = ['Rien de neuf']
  let fetched: () => void = () => {}
  const web = createServer((_request, response) => {
    fetched()
    const all = items.map((text) => `<item><title>${text}</title><guid>${text}</guid></item>`)
    response.end(`<rss version="2.0"><channel><title>Journal</title>${all.join('')}</channel></rss>`)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/feed`
  await store.feeds.watch('nimbus', [{ name: 'Journal', url }], time.now)

  const fake = newFakeChat(clock)
  const chats = new Map([['local' as const, fake.chat]])
  const sender = newSender({ store, chats, teams: [nimbus], clock, log })
  const door = newDoor({ allowPrivate: ['127.0.0.1'], userAgent: 'Vigie test' })
  const hear: Parameters<typeof newPolling>[0]['hear'] = async ({ posts, ...batch }) => {
    await world.hear(posts, batch)
    sender.wake()
  }
  const polling = newPolling({ store, door, clock, log, hear, first: async () => {} })
  await sender.start()
  polling.start()
  onTestFinished(async () => {
    await polling.stop()
    await door.close()
    await sender.stop()
    await store.close()
    web.close()
  })

  let count = 0
  return {
    ...fake,
    store,
    time,
    server,
    /** Calls back once, at the next fetch of the feed. */
    onFetch: (call: () => void) => {
      fetched = () => {
        fetched = () => {}
        call()
      }
    },
    grow: (by: number) => {
      const words = Array.from({ length: by }, () => `Nimbus ${names[count++]!.repeat(3)} ${names[count]}`)
      items.push(...words)
    },
    /** The clock goes on, slowly, until something is so. */
    until: (so: () => boolean | Promise<boolean>) =>
      expect
        .poll(
          async () => {
            time.now += 5_000
            return so()
          },
          { timeout: 40_000, interval: 250 },
        )
        .toBe(true),
  }
}

const names = 'abat bois cuir dune fer gris huile jade kaki lin miel nacre or pin quartz roche sel tuf'.split(
  ' ',
)

test.skipIf(!inject('postgres'))(
  'the server restarts while Vigie polls and tells: nothing is lost or doubled, and nobody has to help',
  { timeout: 120_000 },
  async () => {
    const { grow, until, said, faults, onFetch, server, time, store } = await newLife()
    const isRead = async () => (await store.feeds.health('nimbus'))[0]!.lastReadAt !== null
    await until(() => isRead().catch(() => false))

    grow(3)
    time.now += 6 * minute
    await until(() => said.length === 3)

    // While something is being said: its answer cannot be written down.
    let restarting = Promise.resolve()
    faults.push(() => {
      restarting = server.restart()
    })
    grow(3)
    time.now += 6 * minute
    await until(() => said.length === 6)
    await restarting

    // While a feed is being fetched: what it held cannot be kept.
    onFetch(() => {
      restarting = server.restart()
    })
    grow(3)
    time.now += 6 * minute
    await until(() => said.length === 9)
    await restarting
    await until(async () => (await store.deliveries.counts()).told === 9)
    expect(new Set(said.map(({ delivery }) => delivery)).size).toBe(9)
    expect(new Set(said.map(({ message }) => message.about)).size).toBe(9)
  },
)

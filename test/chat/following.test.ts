import { expect, test } from 'vitest'
import { newFollowing } from '../../src/chat/local/following.ts'
import type { Happening } from '../../src/chat/local/local.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { emptyStore, sameStore } from '../databases/open.ts'
import { nimbus, saturday } from '../world.ts'

test('a page hears what another process says and changes, once; and not twice what its own process says', async () => {
  const store = await emptyStore()
  const time = { now: saturday }
  const clock = () => time.now
  const { chat } = newLocalChat({ teams: [nimbus], store: await sameStore(store), clock })
  const heard: Happening[] = []
  let open = false
  const page = newFollowing({ store, clock, tell: (one) => heard.push(one), heard: () => open })
  const seen = async () => {
    time.now += 1_500
    await page.look()
    return heard.splice(0).map(({ kind, row }) => [kind, row.payload && JSON.parse(row.payload).title])
  }

  await chat.say('e-reputation', { title: 'before anybody looked' })
  expect(await seen()).toEqual([])
  open = true
  time.now += 1
  const told = await chat.say('e-reputation', { title: 'an alert' })
  expect(await seen()).toEqual([['said', 'an alert']])
  expect(await seen()).toEqual([])
  await chat.change(told, { title: 'an alert, taken' })
  expect(await seen()).toEqual([['changed', 'an alert, taken']])
  time.now += 60_000
  expect(await seen()).toEqual([])

  const own = await store.localMessages.add({
    channel: 'e-reputation',
    thread: null,
    by_user: 'mia',
    by_name: 'Mia',
    only_for: null,
    text: 'mine',
    payload: null,
    delivery: null,
    at: time.now,
  })
  page.knows(own)
  expect(await seen()).toEqual([])

  time.now -= 3_600_000
  expect(await seen()).toEqual([])
  await chat.say('e-reputation', { title: 'by the new time' })
  expect(await seen()).toEqual([['said', 'by the new time']])
})

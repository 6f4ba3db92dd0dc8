import pino from 'pino'
import { expect, test } from 'vitest'
import { newStories } from '../../src/analysis/stories.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { newForgetting } from '../../src/schedule/forget.ts'
import { newWorld, nimbus, saturday } from '../world.ts'

test('what quotes people goes with its time: the text, the alert, the message in the channel', async () => {
  const { heard, waiting, store, time, clock } = await newWorld()
  const { chat, workspace } = newLocalChat({ teams: [nimbus], store, clock })
  const id = await heard('Ma lampe Nimbus est en panne')
  const [alert] = await waiting()
  await chat.say(alert!.channel, alert!.message, { delivery: alert!.id })

  time.now = saturday + 91 * 86_400_000
  const forgetting = newForgetting({
    store,
    teams: [nimbus],
    stories: newStories(),
    storyLength: 1,
    clock,
    log: pino({ level: 'silent' }),
  })
  await forgetting.start()
  await forgetting.stop()
  expect(await store.mentions.get('nimbus', id)).toMatchObject({ post: { text: null, author: null } })
  expect(await store.deliveries.counts()).toEqual({})
  expect(await workspace.history('mia', 'e-reputation')).toEqual([])
})

import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import type { Chat } from '../../src/chat/chat.ts'
import { writeGiveaway } from '../../src/delivery/giveaway.ts'
import { newLiving } from '../../src/delivery/living.ts'
import { newTelling } from '../../src/delivery/telling.ts'
import type { ChatName } from '../../src/model/person.ts'
import { hour, minute } from '../../src/model/time.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import { newChatOn, nimbusInSlack } from '../chat/slack-world.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newTestBeacon } from './giveaway-world.ts'

const log = pino({ level: 'silent' })

test('in Slack people enter and win; what Slack does not tell is refused when it starts', async () => {
  let apart = 0
  const clock = () => Date.now() + apart
  const store = await emptyStore()
  const slack = await newSlackStandIn({ clock })
  onTestFinished(() => slack.close())
  const { workspace } = slack
  const teams = [nimbusInSlack]
  const chat = newChatOn(slack.apiUrl, workspace, store, { teams, clock })
  const chats = new Map<ChatName, Chat>([['slack', chat]])
  await chat.start(newBot({ teams, store, commands, clock, log, chats }))
  const wake = () => {}
  const living = newLiving({ store, teams, writers: { giveaway: writeGiveaway }, clock, log, wake })
  const { beacon } = newTestBeacon(clock)
  const giveaways = newGiveaways({ store, teams, chats, beacon, clock, log, wake })
  const tell = newTelling({ store, chats, teams, clock, log, owner: 'this test' })
  const after = async (length: number) => {
    apart += length
    for (let round = 0; round < 6; round++) {
      await giveaways.look()
      await living.look()
      for (const one of await store.deliveries.due(clock(), [], 'this test')) await tell(one)
      apart += 1_100
    }
  }
  const eyes = (user: string, channel = 'communaute') =>
    workspace
      .sees(user, channel)
      .join('\n')
      .replaceAll(/[\u00a0\u202f]/g, ' ')
  const sees = (user: string, words: string | RegExp, channel?: string) =>
    slack.eventually(() =>
      typeof words === 'string' ? eyes(user, channel).includes(words) : words.test(eyes(user, channel)),
    )

  await workspace.types('U0MIA', 'communaute', '/vigie tirage lancer lampe durée:1h compte:"30 jours"')
  await sees('U0MIA', 'L’âge d’un compte ne peut pas être vérifié dans Slack')
  await workspace.types('U0MIA', 'communaute', '/vigie tirage lancer "Une lampe Halo" durée:1h')
  await sees('U0MIA', 'Le tirage 1 part dans #communaute')
  await after(0)
  await sees('U0THEO', 'Tirage au sort : Une lampe Halo')
  const ref = workspace.messages('communaute').find(({ onlyFor }) => !onlyFor)!
  for (const user of ['U0THEO', 'U0RAVI', 'U0RAVI']) await workspace.presses(user, ref, '🎉 Participer')
  await sees('U0RAVI', 'Vous participez déjà')
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(2)
  await after(hour)
  await after(minute)
  const [winner] = await store.giveawayWinners.all(1)
  const user = winner!.who!.account.user
  await sees('U0MIA', 'jusqu’au')
  const letters = slack
    .callsOf('chat.postMessage')
    .filter((call) => /Vous avez gagn|You won/.test(JSON.stringify(call)))
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(slack.callsOf('conversations.open'))).toContain(user)
  await workspace.presses(user, ref, '🎁 Réclamer mon lot')
  await sees(user, /est à vous|is yours/)
  await after(0)
  expect((await store.giveaways.get('nimbus', 1))!.state).toBe('closed')
})

test('in Slack it is known who is a member where user groups cannot be read', async () => {
  const store = await emptyStore()
  const slack = await newSlackStandIn({ clock: Date.now })
  onTestFinished(() => slack.close())
  const teams = [nimbusInSlack]
  const chat = newChatOn(slack.apiUrl, slack.workspace, store, { teams, clock: Date.now })
  await chat.start(
    newBot({ teams, store, commands, clock: Date.now, log, chats: new Map([['slack', chat]]) }),
  )
  slack.fault({ kind: 'failed', method: 'usergroups.list', share: 1 })
  const [mia] = nimbusInSlack.people.flatMap(({ accounts }) =>
    accounts.filter(({ chat }) => chat === 'slack'),
  )
  expect(await chat.standing!({ ...mia!, user: 'U0MIA' })).toEqual({})
})

import { nameOfEmoji } from '../../src/chat/slack/emoji.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { chatContract } from './contract.ts'
import { newChatOn } from './slack-world.ts'

for (const by of ['sockets', 'door'] as const)
  chatContract(`Slack by ${by}`, async () => {
    const slack = await newSlackStandIn()
    const { workspace } = slack
    const store = await emptyStore()
    const chat = newChatOn(slack.apiUrl, workspace, store, { by })
    const account = (user: string) => ({ chat: 'slack' as const, workspace: 'T0NIMBUS', user })
    const ref = ({ channel, id }: { channel: string; id: string }) => ({ channel, ts: id })
    return {
      chat,
      channel: 'e-reputation',
      one: account('U0MIA'),
      other: account('U0NOOR'),
      sees: async ({ user }, channel) => workspace.sees(user, channel),
      answers: async ({ user }, told) => workspace.threadOf(ref(told), user),
      says: async ({ user }, channel, text) => {
        const said = await workspace.says(user, channel, text)
        return { channel: workspace.channelId(channel), id: said.ts }
      },
      reacts: async ({ user }, told, emoji) => {
        await workspace.reacts(user, ref(told), nameOfEmoji(emoji)!)
      },
      takesBack: async ({ user }, told, emoji) => {
        await workspace.reacts(user, ref(told), nameOfEmoji(emoji)!, false)
      },
      rightClicks: async ({ user }, told, action) => {
        const before = workspace.sees(user, 'e-reputation').length
        await workspace.shortcut(user, ref(told), action.replaceAll(' ', '_'))
        await slack.eventually(() => workspace.sees(user, 'e-reputation').length > before)
      },
      async close() {
        await slack.close()
        await store.close()
      },
    }
  })

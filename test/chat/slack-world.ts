import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Bot, Chat } from '../../src/chat/chat.ts'
import { newSlackChat, newSlackChats, type SlackParts } from '../../src/chat/slack/slack.ts'
import type { Team } from '../../src/model/team.ts'
import type { Store } from '../../src/store/store.ts'
import { emptyStore } from '../databases/open.ts'
import { newSlackStandIn, type Rules, type Workspace } from '../slack/stand-in.ts'
import { nimbus } from '../world.ts'
import { silentBot } from './contract.ts'

const inSlack = (channel: string) => ({ chat: 'slack' as const, channel })

/** Nimbus in its workspace of Slack. */
export const nimbusInSlack: Team = {
  ...nimbus,
  sample: false,
  chats: { slack: 'slack', discord: 'discord' },
  channels: { alerts: inSlack('e-reputation'), watch: inSlack('veille'), community: inSlack('communaute') },
  people: nimbus.people.map((person) => ({
    ...person,
    accounts: [{ chat: 'slack', workspace: 'T0NIMBUS', user: `U0${person.id.toUpperCase()}` }],
  })),
}

type Given = Partial<Omit<SlackParts, 'tokens'>> & { by?: 'sockets' | 'door' }

/** Slack's stand-in, and Vigie's chat on it with the real SDK. */
export async function newSlackWorld({ rules = {}, ...given }: Given & { rules?: Rules } = {}) {
  const slack = await newSlackStandIn(rules)
  const store = given.store ?? (await emptyStore())
  onTestFinished(() => slack.close())
  const open = (more: Given & { workspace?: Workspace } = {}) =>
    newChatOn(slack.apiUrl, more.workspace ?? slack.workspace, store, { ...given, ...more })
  return { slack, workspace: slack.workspace, store, open }
}

export function newChatOn(apiUrl: string, workspace: Workspace, store: Store, given: Given): Chat {
  const chat = newSlackChat(partsOf(apiUrl, workspace, store, given))
  if (given.by === 'door') {
    const [door] = chat.doors!
    workspace.reachedBy({ hear: door!.hear })
  }
  onTestFinished(() => chat.stop())
  return chat
}

/** One app of Slack in several workspaces: the first one is Vigie's own. By doors, Slack knows that of the first alone. */
export function newChatsOn(apiUrl: string, workspaces: Workspace[], store: Store, given: Given): Chat[] {
  const named = workspaces.map((workspace, nth) => ({ workspace, name: nth ? nameOf(workspace) : undefined }))
  const chats = newSlackChats(
    named.map(({ workspace, name }) =>
      partsOf(apiUrl, workspace, store, { ...given, ...(name ? { name } : {}) }),
    ),
  )
  for (const workspace of given.by === 'door' ? workspaces : [])
    workspace.reachedBy({ hear: chats[0]!.doors![0]!.hear })
  onTestFinished(async () => void (await Promise.all(chats.map((chat) => chat.stop()))))
  return chats
}

const nameOf = ({ name }: Workspace) => `slack/${name.toLowerCase()}` as const

function partsOf(apiUrl: string, workspace: Workspace, store: Store, given: Given): SlackParts {
  const { by = 'sockets', ...parts } = given
  const { token, appToken, signingSecret } = workspace.tokens
  return {
    name: 'slack',
    apiUrl,
    teams: [nimbusInSlack],
    clock: Date.now,
    log: pino({ level: process.env.SLACK_LOG ?? 'silent' }),
    timeout: 5_000,
    ...parts,
    store,
    tokens: { token, appToken: by === 'sockets' ? appToken : null, signingSecret },
  }
}

/** A bot that keeps what it hears, and answers with what it is told to. */
export function listeningBot(given: Partial<Bot> = {}): Bot & { heard: Parameters<Bot['answer']>[0][] } {
  const heard: Parameters<Bot['answer']>[0][] = []
  return {
    ...silentBot,
    ...given,
    heard,
    answer: async (one) => {
      heard.push(one)
      return given.answer ? given.answer(one) : null
    },
  }
}

import { Oops } from '../model/oops.ts'
import { type Account, type ChatKind, chatKinds } from '../model/person.ts'
import type { Place } from '../model/team.ts'
import { choose } from './choice.ts'
import { shown } from './problem.ts'

/** A channel `[chat:]#name`, in the team's usual chat where none is named. Throws Oops. */
export function readChannel(text: string, usual: ChatKind): Place {
  const [, chatGiven, channel = ''] = /^\s*(?:([^:#]*):)?\s*#?(.*?)\s*$/su.exec(text) ?? []
  const chat = chatGiven === undefined ? usual : choose(chatGiven.trim(), chatKinds)
  if (channel === '') throw new Oops('settings.empty')
  if (!channelNames[chat].test(channel)) throw channelOops(channel, chat)
  return { chat, channel }
}

/** The same, or a channel in the workspace of another team: `slack/acme:#validations`. Throws Oops. */
export function readChannelAnywhere(text: string, usual: ChatKind): Place {
  const [, kind, team, channel] = /^\s*([^:#/]+)\/([^:#/\s]+)\s*:(.*)$/su.exec(text) ?? []
  if (kind === undefined) return readChannel(text, usual)
  const chat = choose(kind.trim(), chatKinds)
  return { ...readChannel(`${chat}:${channel}`, chat), chat: `${chat}/${team}` }
}

function channelOops(channel: string, chat: ChatKind): Oops {
  const near = channel
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80)
  return new Oops('settings.channel', { given: shown(channel), near: near || 'e-reputation', chat })
}

// Slack: 80 characters, no capitals, blanks or punctuation but - and _. Discord: 100, and signs such as emoji
// are usual. Ours is as strict as Slack, so that settings can move there.
const channelNames: Record<ChatKind, RegExp> = {
  local: /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]{1,80}$/u,
  slack: /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]{1,80}$/u,
  discord: /^[^\s\p{Lu}\p{Cc}!"#$%&'()*+,./:;<=>?@[\\\]^`{|}~]{1,100}$/u,
}

/** An account `chat:workspace/user`; `local:user` is short for the only workspace of the local chat. Throws Oops. */
export function readAccount(text: string): Account {
  const [, chatGiven, workspaceGiven, user] =
    /^([^:\s]+):(?:([^/\s]+)\/)?([^/\s:]+)$/u.exec(text.trim()) ?? []
  if (chatGiven === undefined || user === undefined)
    throw new Oops('settings.account', { given: shown(text) })
  const chat = choose(chatGiven, chatKinds)
  const workspace = workspaceGiven ?? (chat === 'local' ? 'local' : null)
  if (workspace === null) throw new Oops('settings.account-workspace', { given: shown(text), chat })
  if (chat === 'slack' && !(/^[TE][A-Z0-9]+$/u.test(workspace) && /^[UW][A-Z0-9]+$/u.test(user)))
    throw new Oops('settings.account-slack', { given: shown(text) })
  if (chat === 'discord' && !/^\d+\/\d+$/u.test(`${workspace}/${user}`))
    throw new Oops('settings.account-discord', { given: shown(text) })
  return { chat, workspace, user }
}

/** A group (Slack) or a role (Discord), `chat:workspace/group`. Throws Oops. */
export function readGroup(text: string): string {
  const given = text.trim()
  if (/^slack:[TE][A-Z0-9]+\/S[A-Z0-9]+$/u.test(given) || /^discord:\d+\/\d+$/u.test(given)) return given
  throw new Oops('settings.group', { given: shown(text) })
}

/** The number of a Discord server. Throws Oops. */
export function readServer(text: string): string {
  if (/^\d{17,20}$/u.test(text.trim())) return text.trim()
  throw new Oops('settings.server', { given: shown(text) })
}

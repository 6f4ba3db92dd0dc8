import { GatewayIntentBits as Bits } from 'discord.js'
import type { Logger } from 'pino'
import { minute } from '../../model/time.ts'
import type { Lack } from '../chat.ts'
import type { Identity, Privileged } from './identity.ts'

export type Intents = ReturnType<typeof newIntents>

/**
 * Which privileged intents to ask for: those that a feature needs, as far as Discord grants them. What it does not is
 * looked at again later, ever more seldom; `granted` is called when there is more to ask for than there was.
 */
export function newIntents(parts: {
  identity: Identity
  wanted: Privileged[]
  log: Logger
  granted: () => void
}) {
  const { identity, wanted, log, granted } = parts
  const refused = new Set<Privileged>()
  let asked: Privileged[] = []
  let looks = 0
  let timer: NodeJS.Timeout | undefined

  function lookLater() {
    clearTimeout(timer)
    const wait = Math.min(10 * minute * 2 ** looks++, 6 * 60 * minute)
    timer = setTimeout(look, wait).unref()
  }

  async function look() {
    const { allowed } = await identity.self({ fresh: 0 }).catch(() => ({ allowed: [] as Privileged[] }))
    if (!wanted.some((intent) => !asked.includes(intent) && (allowed?.includes(intent) ?? true)))
      return lookLater()
    refused.clear()
    granted()
  }

  return {
    /** What to ask for now. Throws Unavailable. */
    async toAsk(): Promise<Privileged[]> {
      const { allowed } = await identity.self()
      asked = wanted.filter((intent) => !refused.has(intent) && (allowed?.includes(intent) ?? true))
      if (asked.length < wanted.length) complain(wanted.filter((intent) => !asked.includes(intent)))
      return asked
    },
    /** Discord closed the connection because of what was asked; false where there was nothing to be refused. */
    refuse(): boolean {
      for (const intent of asked) refused.add(intent)
      return asked.length > 0
    },
    async lacks(): Promise<Lack[]> {
      const { allowed } = await identity.self().catch(() => ({ allowed: null }))
      const blind = wanted.filter((intent) => refused.has(intent) || !(allowed?.includes(intent) ?? true))
      return blind.map((intent) => ({ key: `discord.intent-${intent}` }))
    },
    stop: () => clearTimeout(timer),
  }

  function complain(blind: Privileged[]) {
    const names = blind.map((intent) => inPortal[intent]).join(', ')
    log.error(`Discord refuses ${names}: switch it on at ${portal}; until then Vigie goes on without it`)
    lookLater()
  }
}

const inPortal: Record<Privileged, string> = {
  messages: 'Message Content Intent',
  members: 'Server Members Intent',
}
const portal = 'https://discord.com/developers/applications, Bot, Privileged Gateway Intents'

/** What Discord is asked to tell, as it counts it. */
export const bitsOf = (asked: Privileged[]) => [
  Bits.Guilds,
  Bits.GuildMessageReactions,
  ...(asked.includes('messages') ? [Bits.GuildMessages, Bits.MessageContent] : []),
  ...(asked.includes('members') ? [Bits.GuildMembers] : []),
]

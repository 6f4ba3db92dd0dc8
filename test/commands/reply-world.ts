import type { Message } from '../../src/chat/message.ts'
import { type Policy, usualPolicy } from '../../src/model/policy.ts'
import type { Reply } from '../../src/model/reply.ts'
import type { Team } from '../../src/model/team.ts'
import { newWorld, nimbus, read } from '../world.ts'

/** Nimbus, not as a sample: it has an account on a Mastodon server, from which replies may go out. */
export const nimbusOnMastodon: Team = {
  ...nimbus,
  sample: false,
  identities: [
    {
      name: 'nimbus@mamot.fr',
      kind: 'mastodon',
      networks: ['mastodon'],
      server: 'https://mamot.fr',
      handle: 'nimbus',
      secrets: { token: 'secret' },
      at: { file: 'teams/nimbus/team.yaml', line: 1 },
    },
  ],
}

export const withPolicy = (more: Partial<Policy>): Team => ({
  ...nimbusOnMastodon,
  policy: { ...usualPolicy, ...more },
})

/** A world in which somebody looks at the approvals: `asked` is the message of a reply as it stands there now. */
export async function newReplyWorld(given: Parameters<typeof newWorld>[0] = {}) {
  const world = await newWorld({ teams: [nimbusOnMastodon], ...given })
  const shown = new Map<string, Message>()
  const threads: Message[] = []

  /** What was told since: messages as they stand, and what rang below them. */
  async function look() {
    await world.living.look()
    for (const { message } of await world.waiting()) {
      if (message.about) shown.set(message.about, message)
      else threads.push(message)
    }
  }

  async function asked(reply = 1): Promise<Message> {
    await look()
    const message = shown.get(`reply:${reply}`)
    if (!message) throw new Error(`reply ${reply} stands nowhere`)
    return message
  }

  /** The alert of a mention as it stands. */
  async function alert(mention: number): Promise<Message> {
    await look()
    return shown.get(`mention:${mention}`)!
  }

  /** What rang in threads, the last one first. */
  async function rang(): Promise<string[]> {
    await look()
    return threads.map(words).toReversed()
  }

  const reply = async (id = 1): Promise<Reply> => (await world.store.replies.get('nimbus', id))!

  return { ...world, asked, alert, rang, reply }
}

/** What a message says; blanks of any width are blanks. */
export const words = (message: Message) => read(message).replace(/[\u00a0\u202f]/g, ' ')

/** Ravi is not happy, on Mastodon. */
export const broken = [
  'Ma lampe Nimbus est encore en panne',
  { by: 'ravi', url: 'https://mamot.fr/@ravi/111111111111' },
] as const
export const sorry = 'Toutes nos excuses ! Une lampe neuve part aujourd’hui.'

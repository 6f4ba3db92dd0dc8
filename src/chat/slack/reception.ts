import type { Logger } from 'pino'
import type { SlackTokens } from '../../settings/secrets.ts'
import type { Options } from './client.ts'
import type { Introduced } from './introduction.ts'
import { whose } from './routing.ts'
import { newSocket, type Sent } from './socket.ts'

/** The chat of one workspace: who it is there, once Slack has said so, and what takes what is for it. */
export type Guest = { known(): Introduced | null; take(sent: Sent): void }

export type Reception = ReturnType<typeof newReception>

/**
 * Where one app of Slack is reached, in however many workspaces it stands: by two sockets, each of which bridges the
 * other's gaps, or by doors. Slack sends what happens in any of them by whichever it likes; here it is sorted.
 */
export function newReception({ tokens, options, log }: Parts) {
  const { appToken } = tokens
  const guests: Guest[] = []
  const inside = new Set<Guest>()
  let opening: Promise<unknown> | null = null
  const sockets = appToken ? [1, 2].map(() => newSocket({ appToken, options, log, hear })) : []

  function hear(sent: Sent) {
    const guest = guestFor(sent.body)
    if (guest) guest.take(sent)
    else log.warn('Slack sent something of another workspace')
  }

  const guestFor = (body: Sent['body']) =>
    whose(
      body,
      guests.flatMap(({ known, take }) => {
        const introduced = known()
        return introduced ? [{ ...introduced, take }] : []
      }),
    )

  return {
    hear,
    /** Whether whoever it is for can hear by now. What is for nobody here is heard by nobody later. */
    ready: ({ body }: Sent) => guestFor(body) !== null || guests.every(({ known }) => known() !== null),
    admit: (guest: Guest) => void guests.push(guest),
    /** Resolves when the sockets are connected, or when the first try failed. */
    async enter(guest: Guest) {
      inside.add(guest)
      opening ??= Promise.all(sockets.map((socket) => socket.start()))
      await opening
    },
    /** Whoever leaves last shuts the sockets. */
    async leave(guest: Guest) {
      inside.delete(guest)
      if (inside.size > 0) return
      opening = null
      await Promise.all(sockets.map((socket) => socket.stop()))
    },
    connected: () => sockets.some((socket) => socket.connected()),
    trouble: () => sockets.find((socket) => socket.trouble())?.trouble() ?? null,
  }
}

type Parts = { tokens: Pick<SlackTokens, 'appToken'>; options: Options; log: Logger }

/** Whether two tokens of bots are those of one app: Slack gives it one app token and one signing secret. */
export function isSameApp(one: SlackTokens, other: SlackTokens): boolean {
  if (one.appToken || other.appToken) return one.appToken === other.appToken
  return secretsOf(one).some((secret) => secretsOf(other).includes(secret))
}

/** One, or two divided by a comma while the one takes over from the other. */
export const secretsOf = ({ signingSecret }: Pick<SlackTokens, 'signingSecret'>): string[] =>
  (signingSecret ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

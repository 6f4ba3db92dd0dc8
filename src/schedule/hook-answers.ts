import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { DoorAnswer } from '../chat/chat.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { Refusal, Webhook } from '../model/webhook.ts'
import type { HookRequest } from '../sources/hooks/request.ts'
import { isSecret, verdictOn } from '../sources/hooks/signatures.ts'
import { StoreDown } from '../store/fault.ts'
import type { Store } from '../store/store.ts'
import type { HookCounts } from './hook-counts.ts'

type Parts = {
  store: Store
  teams: Team[]
  counts: HookCounts
  clock: () => Instant
  log: Logger
  /** Called when something was kept. */
  wake: () => void
}

/** A webhook at an address, as the public port asks for it. */
export type Hooked = { team: string; hook: Webhook }

/** What those who call webhooks are answered: a status, hardly ever more. Nothing says why something is refused. */
export function newHookAnswers({ store, teams, counts, clock, log, wake }: Parts) {
  /** The webhook at an address; null where there is none, or where the secret that is a part of it is wrong. */
  function find(team: string, name: string, token: string | null): Hooked | null {
    const hook = teams.find((one) => one.name === team)?.webhooks?.find((one) => one.name === name)
    if (!hook || (token !== null && hook.signed.how !== 'token')) return null
    if (token !== null && !isSecret(token, hook.secrets)) {
      counts.add(team, name, 'forged')
      return null
    }
    return { team, hook }
  }

  function refuse({ team, hook }: Hooked, why: Refusal, status: number, wait?: number): DoorAnswer {
    counts.add(team, hook.name, why)
    return {
      status,
      body: '',
      ...(status === 405 ? { headers: { allow: 'POST' } } : {}),
      ...(wait === undefined ? {} : { headers: { 'retry-after': `${wait}` } }),
    }
  }

  /** `GET`: whoever sets a webhook up makes sure that we know what they know. */
  function setUp(hooked: Hooked, query: URLSearchParams): DoorAnswer {
    const { hook } = hooked
    const given = (name: string) => (query.getAll(name).length === 1 ? query.get(name)! : '')
    if (hook.kind === 'meta') {
      const challenge = given('hub.challenge')
      const meant = given('hub.mode') === 'subscribe' && echoed.test(challenge)
      const right = isSecret(given('hub.verify_token'), hook.verify === null ? [] : [hook.verify])
      return meant && right ? { status: 200, body: challenge } : refuse(hooked, 'setup', 403)
    }
    if (hook.kind !== 'x') return refuse(hooked, 'method', 405)
    const token = given('crc_token')
    // It signs what is asked for with the key of payloads: never anything that could be one.
    if (!echoed.test(token)) return refuse(hooked, 'setup', 403)
    const made = createHmac('sha256', hook.secrets[0]!).update(token).digest('base64')
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_token: `sha256=${made}` }),
    }
  }

  /** `POST`: kept before it is acknowledged, and worked off later. */
  async function take(hooked: Hooked, request: HookRequest): Promise<DoorAnswer> {
    const { team, hook } = hooked
    const { raw, headers } = request
    const now = clock()
    const verdict = verdictOn(hook, request, now)
    if ('refused' in verdict) return refuse(hooked, verdict.refused, 401)
    const { 'content-type': type = '', 'content-encoding': packed = 'identity' } = headers
    // Bytes are signed as they come, and nobody unpacks a bomb.
    if (packed.trim().toLowerCase() !== 'identity') return refuse(hooked, 'packed', 415)
    const { isRightType, isWhole } = await import('../sources/hooks/index.ts')
    if (!isRightType(hook, type)) return refuse(hooked, 'type', 415)
    if (!isWhole(hook, raw, type)) return refuse(hooked, 'broken', 400)
    if (counts.flood(team, hook.name)) return refuse(hooked, 'flood', 429, 60)
    const event = headers['x-discourse-event']?.slice(0, 100) ?? null
    const kept = await store
      .grouped((store) =>
        store.received.keep({
          ...{ team, hook: hook.name, key: verdict.key, body: raw, at: now },
          ...{ event, type: type.slice(0, 300) },
        }),
      )
      .catch((error) => {
        if (!(error instanceof StoreDown)) throw error
        log.warn({ hook: hook.name, reason: error.message }, 'what a webhook was sent could not be kept')
        return 'down' as const
      })
    if (kept === 'down') return { status: 503, headers: { 'retry-after': '30' }, body: '' }
    if (kept === 'full') return refuse(hooked, 'full', 429, 600)
    counts.add(team, hook.name, kept === 'kept' ? 'received' : 'known')
    if (kept === 'kept') wake()
    return { status: 200, body: '' }
  }

  return { find, setUp, take, refuse }
}

export type HookAnswers = ReturnType<typeof newHookAnswers>

/** What is said back to a stranger: letters that mean nothing anywhere. */
const echoed = /^[\w.-]{1,200}$/

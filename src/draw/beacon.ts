import { type Door, newDoor } from '../http.ts'
import { type Chain, chainHashOf, quicknet, type Round, randomnessOf, roundAfter } from '../model/drand.ts'
import { Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { Environment } from '../settings/environment.ts'
import { userAgentOf } from '../settings/user-agent.ts'
import { isSigned } from './bls.ts'

/** Public chance: values of drand that nobody can know before their time, each checked before it is given out. */
export type Beacon = {
  /** Which chain it is, to be announced with a draw. Throws Unavailable. */
  chain(): Promise<Chain>
  /**
   * The round that shall decide what is frozen now: far enough ahead to be announced before it comes. A clock that is
   * behind cannot make it one that somebody knows already, where the chain can be asked.
   */
  roundFor(now: Instant): Promise<number>
  /** The value of a round. Throws Unavailable while it has none (`retryAfter`), or nobody can be asked. */
  value(round: number): Promise<Round>
}

/**
 * The chain that the operator set, null where they switched it off. It has a door of its own: an address that they
 * chose is trusted even where it is private, without opening it to feeds.
 */
export function beaconOf(environment: Pick<Environment, 'drand' | 'allowPrivate' | 'publicDoor'>) {
  if (environment.drand.length === 0) return null
  const own = environment.drand.map((address) => new URL(address).hostname.replace(/^\[|\]$/g, ''))
  const allowPrivate = [...environment.allowPrivate, ...own]
  const door = newDoor({ allowPrivate, userAgent: userAgentOf(environment) })
  return { ...newBeacon({ addresses: environment.drand, door }), close: door.close }
}

/**
 * Asks the relays at `addresses` in turn (`https://api.drand.sh/<hash of the chain>`): none of them has to be trusted,
 * since the hash names the chain's key and the key signs every value.
 */
export function newBeacon({ addresses, door }: { addresses: string[]; door: Pick<Door, 'get'> }): Beacon {
  const hash = hashIn(addresses[0]!)
  let known: Chain | null = hash === quicknet.hash ? quicknet : null

  async function chain(): Promise<Chain> {
    known ??= await ask('info', (info) => {
      const chain = chainOf(hash, info)
      const right = chain.period > 0 && chain.scheme === quicknet.scheme && chainHashOf(chain) === hash
      return right ? chain : null
    })
    return known
  }

  async function value(round: number): Promise<Round> {
    const of = await chain()
    return ask(`public/${round}`, (given) => {
      const value = roundOf(given)
      return value.round === round ? signed(of, value) : null
    })
  }

  async function roundFor(now: Instant): Promise<number> {
    const of = await chain()
    const byClock = roundAfter(of, now + ahead)
    // Signed, so that no relay can put the draw off for ever with a number of its own.
    const latest = await ask('public/latest', (given) => signed(of, roundOf(given))).catch(() => null)
    return Math.max(byClock, (latest?.round ?? 0) + Math.ceil(ahead / 1000 / of.period))
  }

  /** The first relay that gives what `read` takes; where none does, what the first of them said. */
  async function ask<T>(path: string, read: (answer: object) => Promise<T | null> | T | null): Promise<T> {
    let failed: unknown
    for (const address of addresses)
      try {
        const { status, body } = await door.get(`${address}/${path}`, { timeout, most: 100_000 })
        if (status !== 200) throw unanswered(address, `${path}: ${status}`)
        const made = await read(JSON.parse(new TextDecoder().decode(body)) ?? {})
        if (made === null) throw unanswered(address, `${path}: what came is not the chain’s`)
        return made
      } catch (error) {
        failed ??= error instanceof SyntaxError ? unanswered(address, `${path}: no JSON`) : error
      }
    throw failed
  }

  return { chain, roundFor, value }
}

async function signed(chain: Chain, value: Round): Promise<Round | null> {
  return randomnessOf(value.signature) === value.randomness && (await isSigned(chain, value)) ? value : null
}

/** The hash of the chain that an address ends with. */
export const hashIn = (address: string) => /\/([0-9a-f]{64})\/?$/.exec(address)?.[1] ?? ''

/** How long before its value a round is named (ms): time to be read in every chat, and for clocks that differ a little. */
const ahead = 20_000
const timeout = 5_000

const unanswered = (address: string, what: string) =>
  new Unavailable(`${new URL(address).host} did not give ${what}`, {
    key: 'draw.no-beacon',
    values: { host: new URL(address).host },
    retryAfter: 3_000,
  })

const chainOf = (hash: string, info: object): Chain => ({
  hash,
  publicKey: hexIn(info, 'public_key', 96),
  period: wholeIn(info, 'period'),
  genesis: wholeIn(info, 'genesis_time'),
  groupHash: hexIn(info, 'groupHash', 32),
  scheme: textIn(info, 'schemeID'),
  beacon: textIn((info as { metadata?: object }).metadata ?? {}, 'beaconID'),
})

const roundOf = (given: object): Round => ({
  round: wholeIn(given, 'round'),
  randomness: hexIn(given, 'randomness', 32),
  signature: hexIn(given, 'signature', 48),
})

// What is not there or of another kind becomes what no check lets pass.
const fieldOf = (given: object, name: string) => (given as Record<string, unknown>)[name]
const textIn = (given: object, name: string) => String(fieldOf(given, name) ?? '').slice(0, 100)
function wholeIn(given: object, name: string): number {
  const number = fieldOf(given, name)
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0
}
function hexIn(given: object, name: string, bytes: number): string {
  const hex = fieldOf(given, name)
  return typeof hex === 'string' && hex.length === 2 * bytes && /^[0-9a-f]*$/.test(hex) ? hex : ''
}

import type { Instant } from './post.ts'
import { fromHex, sha256, toHex, utf8 } from './sha256.ts'

/**
 * A chain of drand (drand.love): many organisations together make a random value every `period` seconds since
 * `genesis` (seconds since 1970), which nobody can know or choose before, and sign it. Keys and hashes in hex.
 */
export type Chain = {
  hash: string
  publicKey: string
  period: number
  genesis: number
  groupHash: string
  scheme: string
  beacon: string
}

/** The value of a round. It is the SHA-256 of its signature, which only the chain could make. */
export type Round = { round: number; randomness: string; signature: string }

/** The League of Entropy's chain that anybody may use: a value every three seconds since 23 August 2023. */
export const quicknet: Chain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesis: 1692803367,
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  scheme: 'bls-unchained-g1-rfc9380',
  beacon: 'quicknet',
}

/** The first round whose value nobody can know at a moment: it comes strictly later. */
export const roundAfter = ({ genesis, period }: Chain, at: Instant): number =>
  Math.max(1, Math.floor((at / 1000 - genesis) / period) + 2)

/** When the value of a round comes. */
export const timeOfRound = ({ genesis, period }: Chain, round: number): Instant =>
  (genesis + (round - 1) * period) * 1000

/** The randomness that a signature stands for. */
export const randomnessOf = (signature: string): string => toHex(sha256(fromHex(signature)))

/** What a chain is known by, out of its other facts: so that nobody can pass off a key of their own as its key. */
export function chainHashOf({ period, genesis, publicKey, groupHash, beacon }: Omit<Chain, 'hash'>): string {
  const head = new DataView(new ArrayBuffer(12))
  head.setUint32(0, period)
  head.setBigInt64(4, BigInt(genesis))
  const name = beacon === 'default' ? '' : beacon
  const parts = [new Uint8Array(head.buffer), fromHex(publicKey), fromHex(groupHash), utf8(name)]
  return toHex(sha256(Uint8Array.from(parts.flatMap((part) => [...part]))))
}

import type { Chain, Round } from '../model/drand.ts'
import { fromHex, sha256 } from '../model/sha256.ts'

/**
 * Whether a chain signed a round: the proof that its value is the chain's and nobody's choice. False for a signature
 * or key that is none. The library is loaded when it is first asked for: most processes never draw.
 */
export async function isSigned(chain: Pick<Chain, 'publicKey'>, round: Omit<Round, 'randomness'>) {
  const { bls12_381 } = await import('@noble/curves/bls12-381.js')
  const { hash, verify } = bls12_381.shortSignatures
  try {
    return verify(fromHex(round.signature), hash(signedBytes(round.round), domain), fromHex(chain.publicKey))
  } catch {
    return false
  }
}

/** What a chain of the scheme bls-unchained-g1-rfc9380 signs: the hash of the round's number, in eight bytes. */
export function signedBytes(round: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setBigUint64(0, BigInt(round))
  return sha256(new Uint8Array(bytes.buffer))
}

/** RFC 9380's name for how that hash becomes a point, as the scheme says. */
export const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

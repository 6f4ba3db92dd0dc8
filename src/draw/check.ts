import { type Verified, verifyProof } from '../model/draw-verify.ts'
import { isSigned } from './bls.ts'

/** All that `verifyProof` checks, and that the chain signed the value that decided. */
export async function checkProof(given: unknown): Promise<Verified> {
  const verified = verifyProof(given)
  if (!verified.holds) return verified
  const { committed, drawn } = verified.proof
  if (committed.chain === null || drawn.value === null) return verified
  return (await isSigned(committed.chain, drawn.value))
    ? verified
    : { holds: false, why: [{ key: 'draw.signature' }] }
}

import { chainHashOf, quicknet, randomnessOf, timeOfRound } from './drand.ts'
import { commitmentOf, drawOf } from './draw.ts'
import { fingerprintOf, type Proof } from './draw-proof.ts'
import { Misshapen, readProof } from './draw-shape.ts'
import { type Winner, winnersOf } from './draw-winners.ts'
import type { Values } from './oops.ts'
import { postedAt } from './posted.ts'

/**
 * What a proof shows. `trust` is who must be believed: nobody; who runs a chain of chance that is not the public one;
 * or the organiser, where the draw had no public chance ('organiser') or its announced one was not had ('unreached').
 */
export type Verified =
  | { holds: true; proof: Proof; winners: Winner[]; trust: Trust }
  | { holds: false; why: Flaw[] }
export type Trust = 'nobody' | 'chain' | 'organiser' | 'unreached'

/** What does not hold: the key of a text (src/texts/draw.ts) and its values. */
export type Flaw = { key: `draw.${FlawName}`; values?: Values }
type FlawName =
  | 'shape'
  | 'fingerprint'
  | 'commitment'
  | 'entries-order'
  | 'entries-count'
  | 'entries-hash'
  | 'round'
  | 'value-unannounced'
  | 'chain'
  | 'scheme'
  | 'randomness'
  | 'signature'
  | 'times'
  | 'known-before'
  | 'before-value'
  | 'rerolls'
  | 'winners'

/**
 * Works a draw out anew from its proof and says all that does not hold. The one thing it leaves open is whether the
 * chain really signed the value: `checkProof` in src/draw does that too.
 */
export function verifyProof(given: unknown): Verified {
  let proof: Proof
  try {
    proof = readProof(given)
  } catch (error) {
    if (error instanceof Misshapen)
      return { holds: false, why: [{ key: 'draw.shape', values: { where: error.where || '/' } }] }
    throw error
  }
  const why = [
    ...flawsOfPapers(proof),
    ...flawsOfChance(proof),
    ...flawsOfTimes(proof),
    ...flawsOfDraw(proof),
  ]
  return why.length > 0
    ? { holds: false, why }
    : { holds: true, proof, winners: proof.winners, trust: trustOf(proof) }
}

/** What was published beforehand, against what was shown afterwards. */
function flawsOfPapers(proof: Proof): Flaw[] {
  const { committed, frozen, entries, drawn } = proof
  const flaws: Flaw[] = []
  if (fingerprintOf(proof) !== proof.fingerprint) flaws.push({ key: 'draw.fingerprint' })
  if (commitmentOf(drawn.seed) !== committed.commitment) flaws.push({ key: 'draw.commitment' })
  if (entries.length !== frozen.entries) flaws.push({ key: 'draw.entries-count' })
  return flaws
}

/** The public chance: announced when and as it was used, of the chain it names. */
function flawsOfChance({ committed: { chain }, frozen, drawn: { value } }: Proof): Flaw[] {
  const flaws: Flaw[] = []
  if (chain === null) {
    if (frozen.round !== null || value !== null) flaws.push({ key: 'draw.value-unannounced' })
    return flaws
  }
  if (value !== null && value.round !== frozen.round) flaws.push({ key: 'draw.round' })
  if (chainHashOf(chain) !== chain.hash) flaws.push({ key: 'draw.chain' })
  if (chain.scheme !== quicknet.scheme)
    flaws.push({ key: 'draw.scheme', values: { scheme: chain.scheme.replace(/[^ -~]/g, '?') } })
  if (value !== null && randomnessOf(value.signature) !== value.randomness)
    flaws.push({ key: 'draw.randomness' })
  return flaws
}

/** First the commitment, then the entries, then the value that nobody could know, then the draw. */
function flawsOfTimes({ committed, frozen, drawn, rerolls }: Proof): Flaw[] {
  const times = [committed.at, frozen.at, frozen.publishedAt, drawn.at, ...rerolls.map(({ at }) => at)]
  const flaws: Flaw[] = []
  if (times.some((at, i) => i > 0 && at < times[i - 1]!)) flaws.push({ key: 'draw.times' })
  if (committed.chain === null || frozen.round === null) return flaws
  const came = timeOfRound(committed.chain, frozen.round)
  const posted = frozen.links.map(postedAt).filter((at) => at !== null)
  // Both what it claims and, where messages can be named, what their chats say of at least one of them.
  const late = posted.length > 0 && posted.every((at) => at >= came)
  if (late || Date.parse(frozen.publishedAt) >= came) flaws.push({ key: 'draw.known-before' })
  if (drawn.value !== null && Date.parse(drawn.at) < came) flaws.push({ key: 'draw.before-value' })
  return flaws
}

/** The entries, the order that follows, and who has the prizes after each reroll. */
function flawsOfDraw({ entries, frozen, drawn, prizes, rerolls, winners }: Proof): Flaw[] {
  const inOrder = entries.every(({ receipt }, at) => at === 0 || entries[at - 1]!.receipt < receipt)
  // What follows hangs on that order: there is nothing to work out without it.
  if (!inOrder) return [{ key: 'draw.entries-order' }]
  const { order, hash } = drawOf(entries, { seed: drawn.seed, randomness: drawn.value?.randomness ?? null })
  const flaws: Flaw[] = hash === frozen.entriesHash ? [] : [{ key: 'draw.entries-hash' }]
  try {
    const right = winnersOf(order, prizes.length, rerolls)
    const same = right.length === winners.length && right.every((one, at) => isSame(one, winners[at]!))
    return same ? flaws : [...flaws, { key: 'draw.winners' }]
  } catch (error) {
    if (error instanceof RangeError) return [...flaws, { key: 'draw.rerolls' }]
    throw error
  }
}

const isSame = (a: Winner, b: Winner) => a.prize === b.prize && a.place === b.place && a.receipt === b.receipt

function trustOf({ committed: { chain }, drawn: { value } }: Proof): Trust {
  if (chain === null) return 'organiser'
  if (value === null) return 'unreached'
  return chain.hash === quicknet.hash ? 'nobody' : 'chain'
}

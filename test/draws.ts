import { createHash } from 'node:crypto'
import { quicknet, timeOfRound } from '../src/model/drand.ts'
import { type DrawEntry, receiptOf } from '../src/model/draw.ts'
import { type DrawFacts, proofOf } from '../src/model/draw-proof.ts'

/** A receipt that a test can name again. */
export const receiptFor = (name: string | number) =>
  receiptOf(createHash('sha512').update(`receipt of ${name}`).digest())

/** As many entries; every fifth has three chances. */
export const entriesFor = (count: number): DrawEntry[] =>
  Array.from({ length: count }, (_, at) => ({ receipt: receiptFor(at), weight: at % 5 === 4 ? 3 : 1 }))

/** A value that quicknet really gave, on 15 September 2023. */
export const round657413 = {
  round: 657413,
  randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  signature:
    'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
}

const came = timeOfRound(quicknet, round657413.round)
const day = 86_400_000

/** Nimbus gives away three lamps: drawn with a real value of quicknet, twice passed on to the next place. */
export const lamps: DrawFacts = {
  id: 'lamps',
  title: 'Trois lampes Nimbus',
  organiser: 'Nimbus',
  prizes: ['Nimbus One', 'Nimbus Mini', 'Nimbus Mini'],
  seed: createHash('sha256').update('the seed of the lamps').digest('hex'),
  chain: quicknet,
  committed: { at: came - 7 * day, links: ['https://nimbus.slack.com/archives/C1/p1'] },
  frozen: { at: came - 21_000, publishedAt: came - 20_000, round: round657413.round, links: [] },
  drawnAt: came + 1500,
  value: round657413,
  entries: entriesFor(12),
  rerolls: [
    { place: 2, reason: 'unclaimed', note: null, at: came + 2 * day },
    { place: 4, reason: 'staff', note: 'Un collègue', at: came + 3 * day },
  ],
}

export const lampsProof = () => proofOf(lamps)

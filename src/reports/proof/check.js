import { drawOrder, entriesText } from './draw.js'
import { fromHex, sha256, toHex, utf8 } from './sha256.js'

/** @typedef {import('../../model/draw-proof.ts').Proof} Proof */
/** @typedef {import('./draw.js').Entry} Entry */

/**
 * Works a proof out anew. `flaws` names what does not hold (the texts draw.*), `order` is that of all receipts.
 * @param {Proof} proof
 * @returns {{ flaws: string[], order: string[], trust: 'nobody' | 'chain' | 'organiser' | 'unreached' }}
 */
export function checkProof(proof) {
  const { committed, frozen, drawn, entries, prizes, rerolls } = proof
  const { chain } = committed
  /** @type {string[]} */
  const flaws = []
  const expect = (/** @type {boolean} */ holds, /** @type {string} */ flaw) => {
    if (!holds) flaws.push(flaw)
  }
  expect(fingerprintOf(proof) === proof.fingerprint, 'fingerprint')
  expect(toHex(sha256(fromHex(drawn.seed))) === committed.commitment, 'commitment')
  expect(entries.length === frozen.entries, 'entries-count')

  const times = [committed.at, frozen.at, frozen.publishedAt, drawn.at, ...rerolls.map(({ at }) => at)]
  expect(
    times.every(
      (time, at) => at === 0 || Date.parse(/** @type {string} */ (times[at - 1])) <= Date.parse(time),
    ),
    'times',
  )
  if (chain === null) expect(frozen.round === null && drawn.value === null, 'value-unannounced')
  else {
    expect(drawn.value === null || drawn.value.round === frozen.round, 'round')
    expect(chainHashOf(chain) === chain.hash, 'chain')
    expect(chain.scheme === 'bls-unchained-g1-rfc9380', 'scheme')
    if (drawn.value !== null)
      expect(toHex(sha256(fromHex(drawn.value.signature))) === drawn.value.randomness, 'randomness')
    if (frozen.round !== null) {
      const came = timeOfRound(chain, frozen.round)
      const posted = frozen.links.map(postedAt).filter((at) => at !== null)
      const late = posted.length > 0 && posted.every((at) => at >= came)
      expect(!late && came > Date.parse(frozen.publishedAt), 'known-before')
      if (drawn.value !== null) expect(came <= Date.parse(drawn.at), 'before-value')
    }
  }

  // What follows hangs on the order of the entries: there is nothing to work out without it.
  if (
    !entries.every(({ receipt }, at) => at === 0 || /** @type {Entry} */ (entries[at - 1]).receipt < receipt)
  )
    return { flaws: [...flaws, 'entries-order'], order: [], trust: 'organiser' }
  const hash = toHex(sha256(utf8(entriesText(entries))))
  expect(hash === frozen.entriesHash, 'entries-hash')
  const order = drawOrder(entries, hash, drawn.seed, drawn.value === null ? null : drawn.value.randomness)
  const holders = prizes.map((_, at) => at + 1)
  let next = prizes.length
  let passedRight = true
  for (const { place } of rerolls) {
    const prize = holders.indexOf(place)
    if (prize === -1 || place > order.length) passedRight = false
    else holders[prize] = ++next
  }
  expect(passedRight, 'rerolls')
  const right = holders
    .map((place, at) => ({ prize: at + 1, place, receipt: order[place - 1] }))
    .filter(({ receipt }) => receipt !== undefined)
  expect(!passedRight || canonical(right) === canonical(proof.winners), 'winners')

  const used = drawn.value !== null
  const trust =
    chain === null ? 'organiser' : !used ? 'unreached' : chain.hash === quicknet ? 'nobody' : 'chain'
  return { flaws, order, trust }
}

/**
 * When a message was posted (ms), as its address says: Slack and Discord number messages by their own clocks, and
 * nobody can choose a number. @param {string} link
 */
export function postedAt(link) {
  const slack = /^https:\/\/[^/]+\/archives\/[^/]+\/p(\d{13})\d{3}(?:$|\?)/.exec(link)
  if (slack) return Number(slack[1])
  const discord = /^https:\/\/(?:[a-z]+\.)?discord\.com\/channels\/\d+\/\d+\/(\d{17,20})(?:$|\?)/.exec(link)
  return discord ? Number(BigInt(/** @type {string} */ (discord[1])) / 4194304n) + 1420070400000 : null
}

/** The chain of the League of Entropy; any other is somebody’s own. */
export const quicknet = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'

/** @param {NonNullable<Proof['committed']['chain']>} chain @param {number} round */
export const timeOfRound = ({ genesis, period }, round) => (genesis + (round - 1) * period) * 1000

/** @param {NonNullable<Proof['committed']['chain']>} chain */
function chainHashOf({ period, genesis, publicKey, groupHash, beacon }) {
  const numbers = period.toString(16).padStart(8, '0') + genesis.toString(16).padStart(16, '0')
  const name = beacon === 'default' ? '' : toHex(utf8(beacon))
  return toHex(sha256(fromHex(numbers + publicKey + groupHash + name)))
}

/** @param {Proof} proof */
function fingerprintOf({ entries: _, fingerprint: __, ...rest }) {
  return toHex(sha256(utf8(canonical(rest))))
}

/** JSON with its keys in order and no blanks. @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

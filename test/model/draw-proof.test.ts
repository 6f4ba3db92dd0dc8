import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProof } from '../../src/draw/check.ts'
import { quicknet, randomnessOf, timeOfRound } from '../../src/model/drand.ts'
import { type DrawFacts, fingerprintOf, type Proof, proofJson, proofOf } from '../../src/model/draw-proof.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { postedAt } from '../../src/model/posted.ts'
import { isKey } from '../../src/texts/texts.ts'
import { entriesFor, lamps, lampsProof, receiptFor } from '../draws.ts'
import { pageCode } from '../proof-page.ts'

/** A proof of any origin, as it comes out of a file. */
// biome-ignore lint/suspicious/noExplicitAny: what comes out of a file may be anything.
type Loose = Record<string, any>
const loose = (proof: Proof): Loose => JSON.parse(proofJson(proof))
const flawsOf = (given: unknown) => {
  const verified = verifyProof(given)
  return verified.holds ? [] : verified.why.map(({ key }) => key.replace('draw.', ''))
}
type Change = (proof: Loose) => unknown
const held = (proof: Loose, where: string): [Loose, string] => {
  const path = where.match(/\w+/g)!
  return [path.slice(0, -1).reduce((at, name) => at[name], proof), path.at(-1)!]
}
const set =
  (where: string, value: unknown): Change =>
  (proof) => {
    const [holder, name] = held(proof, where)
    holder[name] = value
  }
const add =
  (where: string, by: number): Change =>
  (proof) => {
    const [holder, name] = held(proof, where)
    holder[name] += by
  }
/** As a forger would: with the fingerprint made anew. */
const forged = (change: (proof: Loose) => void): Proof => {
  const given = loose(lampsProof())
  change(given)
  return { ...given, fingerprint: fingerprintOf(given as Proof) } as Proof
}

describe('a proof', () => {
  test('holds, also when it comes back out of a file, and names whom one has to trust', async () => {
    const proof = lampsProof()
    expect(await checkProof(loose(proof))).toEqual({
      holds: true,
      proof,
      winners: proof.winners,
      trust: 'nobody',
    })
    expect(proof.winners.map(({ prize, place }) => [prize, place])).toEqual([
      [1, 1],
      [2, 5],
      [3, 3],
    ])
    expect(pageCode.checkProof(proof)).toMatchObject({ flaws: [], trust: 'nobody' })
  })

  test.each<[string, Partial<DrawFacts>]>([
    ['of nobody', { entries: [], rerolls: [] }],
    ['of fewer people than prizes', { entries: entriesFor(2), rerolls: [] }],
    ['with a title of half letters', { title: 'Lampe \ud83d', rerolls: [] }],
    ['with braces and quotes', { title: '"entries": [] {} \\ </script>', rerolls: [] }],
    ['with a slow clock', { drawnAt: lamps.frozen.publishedAt + 1, rerolls: [] }],
  ])('%s holds', (_, facts) => {
    const given = loose(proofOf({ ...lamps, ...facts }))
    expect(flawsOf(given)).toEqual([])
    expect(pageCode.checkProof(given as Proof).flaws).toEqual([])
  })

  test('says that the organiser is trusted where no public value was announced, or it was not had', () => {
    const frozen = { ...lamps.frozen, round: null }
    const alone = proofOf({ ...lamps, chain: null, frozen, value: null, rerolls: [] })
    expect(verifyProof(alone)).toMatchObject({ holds: true, trust: 'organiser' })
    expect(pageCode.checkProof(alone).trust).toBe('organiser')
    const unreached = proofOf({ ...lamps, value: null, rerolls: [] })
    expect(verifyProof(unreached)).toMatchObject({ holds: true, trust: 'unreached' })
    expect(pageCode.checkProof(unreached).trust).toBe('unreached')
    expect(unreached.winners).not.toEqual(proofOf({ ...lamps, rerolls: [] }).winners)
  })

  test('stays the same when the people are forgotten: it names nobody', () => {
    expect(proofJson(lampsProof())).not.toMatch(/person|account|user|name"/)
  })
})

test('whatever single thing is changed, removed or added in a proof, it is found out', () => {
  const proof = lampsProof()
  const places = leavesOf(loose(proof))
  expect(places.length).toBeGreaterThan(60)
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.nat(),
      fc.constantFrom('change', 'remove', 'add'),
      (path, by, how) => {
        const given = loose(proof)
        const holder = path.slice(0, -1).reduce((at, name) => at[name], given)
        const name = path.at(-1)!
        if (how === 'change') holder[name] = other(holder[name], by)
        else if (how === 'add' && Array.isArray(holder)) holder.push(holder[0])
        else if (how === 'add') holder[`${name}2`] = holder[name]
        else if (Array.isArray(holder)) holder.splice(Number(name), 1)
        else delete holder[name]
        expect(flawsOf(given), `${how} ${path.join('.')}`).not.toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
})

test('every single value, one after the other', () => {
  for (const path of leavesOf(loose(lampsProof())))
    for (const by of [0, 1]) {
      const given = loose(lampsProof())
      const holder = path.slice(0, -1).reduce((at, name) => at[name], given)
      holder[path.at(-1)!] = other(holder[path.at(-1)!], by)
      expect(flawsOf(given), path.join('.')).not.toEqual([])
    }
})

describe('a forger who makes the fingerprint anew is found out by', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  const came = timeOfRound(quicknet, lamps.frozen.round!)
  test.each<[string, Change, string[]]>([
    ['another seed', set('drawn.seed', 'ab'.repeat(32)), ['commitment', 'winners']],
    ['a friend among the winners', set('winners[0].receipt', receiptFor(7)), ['winners']],
    ['winners changed round', (p) => p.winners.reverse(), ['winners']],
    ['a winner too many', (p) => p.winners.push({ prize: 3, place: 6, receipt: receiptFor(7) }), ['winners']],
    ['a prize too many', (p) => p.prizes.push('Nimbus Maxi'), ['winners']],
    ['an entry dropped', (p) => p.entries.pop(), ['entries-count', 'entries-hash']],
    ['more chances', add('entries[0].weight', 1), ['entries-hash']],
    ['entries in disorder', (p) => p.entries.reverse(), ['entries-order']],
    ['an entry twice', (p) => p.entries.splice(0, 1, p.entries[1]), ['entries-order']],
    ['another round', add('drawn.value.round', 1), ['round']],
    ['another randomness', set('drawn.value.randomness', 'ab'.repeat(32)), ['randomness']],
    ['a round that was known', set('frozen.publishedAt', at(came)), ['known-before']],
    ['a message after the value', set('frozen.links', [slackLink(came)]), ['known-before']],
    ['a draw before its value', set('drawn.at', at(came - 1)), ['before-value']],
    ['a seal after the end', set('committed.at', at(came)), ['times']],
    ['a reroll before the draw', set('rerolls[0].at', at(came)), ['times']],
    ['a value never announced', set('committed.chain', null), ['value-unannounced']],
    ['no round announced', set('frozen.round', null), ['round']],
    ['a key of one’s own', set('committed.chain.publicKey', 'ab'.repeat(96)), ['chain']],
    ['a chain that began earlier', add('committed.chain.genesis', -1), ['chain']],
    ['another way of signing', set('committed.chain.scheme', 'pedersen-bls-chained'), ['scheme']],
    ['a reroll left out', (p) => p.rerolls.pop(), ['winners']],
    ['a reroll of nobody’s prize', set('rerolls[0].place', 9), ['rerolls']],
    ['a reroll of a place that is none', set('rerolls[0].place', 900), ['rerolls']],
  ])('%s', (_, change, flaws) => {
    const proof = forged(change)
    expect(flawsOf(proof)).toEqual(expect.arrayContaining(flaws))
    expect(pageCode.checkProof(proof).flaws.toSorted()).toEqual(flawsOf(proof).toSorted())
    for (const flaw of flaws) expect(isKey(`draw.${flaw}`)).toBe(true)
  })

  test('one message in time is enough', () => {
    const links = [slackLink(came + 5000), slackLink(came - 5000), 'https://nimbus.example/1']
    expect(flawsOf(forged(set('frozen.links', links)))).toEqual([])
  })

  test('the chain’s signature, where they made up a value that suits them', async () => {
    const signature = `8${lamps.value!.signature.slice(1)}`
    const value = { ...lamps.value!, signature, randomness: randomnessOf(signature) }
    const proof = proofOf({ ...lamps, value })
    expect(verifyProof(proof).holds, 'without the signature it looks fine').toBe(true)
    expect(await checkProof(proof)).toEqual({ holds: false, why: [{ key: 'draw.signature' }] })
  })
})

describe('garbage is no proof, and is named by its place', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, '/'],
    ['a list', [], '/'],
    ['a text', 'proof', '/'],
    ['an empty object', {}, 'format'],
    ['a prototype', JSON.parse('{"__proto__":{},"format":"vigie-draw-1"}'), '__proto__'],
    ['a name that would turn a terminal red', { '\u001b[31m': 1 }, '?[31m'],
  ])('%s', (_, given, where) => {
    expect(verifyProof(given)).toEqual({ holds: false, why: [{ key: 'draw.shape', values: { where } }] })
  })

  test.each<[where: string, value: unknown]>([
    ['format', 'vigie-draw-2'],
    ['more', 1],
    ['entries[3].weight', -1],
    ['entries[3].weight', 0],
    ['entries[3].weight', 0.5],
    ['entries[3].weight', '1'],
    ['entries[3].weight', 1e300],
    ['entries[0].receipt', 'mia'],
    ['entries', {}],
    ['entries[2]', null],
    ['drawn.at', '2026-02-30T00:00:00.000Z'],
    ['drawn.at', 1_700_000_000_000],
    ['drawn.seed', 'abc'],
    ['drawn.seed', 'AB'.repeat(32)],
    ['committed.links[0]', 'javascript:alert(1)'],
    ['giveaway.title', '\ud83d'],
    ['giveaway.title', 'x'.repeat(10_001)],
    ['prizes', Array.from({ length: 1001 }, () => 'Lampe')],
    ['rerolls[0].reason', 'friend'],
    ['winners[0].place', 0],
  ])('%s as %o', (where, value) => {
    const given = loose(lampsProof())
    set(where, value)(given)
    expect(verifyProof(given)).toEqual({ holds: false, why: [{ key: 'draw.shape', values: { where } }] })
  })

  test('whatever JSON it is, it is answered and never believed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(verifyProof(given).holds).toBe(false)
      }),
    )
  })
})

describe('when a message was posted can be read from its address', () => {
  test.each<[string, string | null]>([
    ['https://nimbus.slack.com/archives/C024BE91L/p1355517523000008', '2012-12-14T20:38:43.000Z'],
    [
      'https://nimbus.slack.com/archives/C024BE91L/p1355517523123456?thread_ts=1.2',
      '2012-12-14T20:38:43.123Z',
    ],
    // The example of Discord's own documentation.
    ['https://discord.com/channels/1/2/175928847299117063', '2016-04-30T11:18:25.796Z'],
    ['https://canary.discord.com/channels/1/2/175928847299117063', '2016-04-30T11:18:25.796Z'],
    ['https://discord.com.evil.example/channels/1/2/175928847299117063', null],
    ['https://nimbus.slack.com/archives/C024BE91L', null],
    ['http://127.0.0.1:3000/', null],
  ])('%s', (link, at) => {
    expect(postedAt(link)).toBe(at && Date.parse(at))
    expect(pageCode.postedAt(link)).toBe(at && Date.parse(at))
  })
})

/** A message in Slack that was posted at a moment. */
const slackLink = (at: number) => `https://nimbus.slack.com/archives/C1/p${at}000`

/** The way to every value in a proof. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
}

/** Another value of the same kind, mostly one that could stand there. */
function other(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value + 1 + (by % 3)
  if (typeof value !== 'string') return value === null ? 1 : null
  if (/^\d{4}-/.test(value)) return new Date(Date.parse(value) + 1 + by).toISOString()
  const at = by % Math.max(1, value.length)
  return `${value.slice(0, at)}${value[at] === 'a' ? 'b' : 'a'}${value.slice(at + 1)}`
}

import { expect, onTestFinished, test } from 'vitest'
import { beaconOf } from '../../src/draw/beacon.ts'
import { isSigned } from '../../src/draw/bls.ts'
import { chainHashOf, quicknet, randomnessOf, roundAfter, timeOfRound } from '../../src/model/drand.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { round657413 } from '../draws.ts'
import { newRelay, noSignature, ownChain, valueIn } from './drand.ts'

/** Saturday 21 November 2026, 14:30 in Paris. */
const saturday = Date.UTC(2026, 10, 21, 13, 30)
const chain = ownChain(saturday / 1000 - 1000)

function beaconAt(...addresses: string[]) {
  const beacon = beaconOf({ drand: addresses, allowPrivate: [], publicDoor: null })!
  onTestFinished(() => beacon.close())
  return beacon
}

test('quicknet is known by its hash, and its values by their signatures', async () => {
  expect(chainHashOf(quicknet)).toBe(quicknet.hash)
  const values = [
    round657413,
    {
      round: 1000,
      randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
      signature:
        'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    },
  ]
  for (const value of values) {
    expect(randomnessOf(value.signature)).toBe(value.randomness)
    expect(await isSigned(quicknet, value)).toBe(true)
    expect(await isSigned(quicknet, { ...value, round: value.round + 1 })).toBe(false)
    expect(await isSigned(chain, value)).toBe(false)
  }
  for (const signature of [noSignature, '', 'ab', `c0${'00'.repeat(47)}`, '00'.repeat(48)])
    expect(await isSigned(quicknet, { round: 1000, signature }), signature).toBe(false)
})

test('the round after a moment is one that nobody can know then', () => {
  for (const ms of [0, 1, 999, 1000, 2999, 3000, 3001]) {
    const at = saturday + ms
    const round = roundAfter(quicknet, at)
    expect(timeOfRound(quicknet, round)).toBeGreaterThan(at)
    expect(timeOfRound(quicknet, round - 1)).toBeLessThanOrEqual(at)
  }
  expect(roundAfter(quicknet, 0)).toBe(1)
})

test('a chain introduces itself, and its values are checked before they are given out', async () => {
  const relay = await newRelay(chain)
  const beacon = beaconAt(relay.address)
  expect(await beacon.chain()).toEqual(chain)
  relay.said['public/1042'] = valueIn(1042)
  expect(await beacon.value(1042)).toEqual(valueIn(1042))
  expect(relay.asked).toEqual(['info', 'public/1042'])
})

test('the round that shall decide lies ahead, by the clock and by the chain', async () => {
  const relay = await newRelay(chain)
  const beacon = beaconAt(relay.address)
  // Nobody can say how far the chain is: the clock decides.
  expect(timeOfRound(chain, await beacon.roundFor(saturday))).toBe(saturday + 21_000)
  // The clock is an hour behind: the chain is further.
  relay.said['public/latest'] = valueIn(1001 + 3600)
  expect(await beacon.roundFor(saturday)).toBe(1001 + 3600 + 20)
  // A relay cannot put the draw off for ever.
  relay.said['public/latest'] = { ...valueIn(1001), round: 2 ** 40 }
  expect(timeOfRound(chain, await beacon.roundFor(saturday))).toBe(saturday + 21_000)
})

test('a value that is not there yet is asked for again', async () => {
  const relay = await newRelay(chain)
  const beacon = beaconAt(relay.address)
  for (const status of [404, 425, 500]) {
    relay.said['public/7'] = status
    const asked = beacon.value(7)
    await expect(asked).rejects.toBeInstanceOf(Unavailable)
    await expect(asked).rejects.toMatchObject({ key: 'draw.no-beacon', retryAfter: 3000, refused: false })
  }
  relay.said['public/7'] = valueIn(7)
  expect(await beacon.value(7)).toEqual(valueIn(7))
})

test.each<[string, unknown]>([
  ['of another round', valueIn(8)],
  ['signed for another round', { ...valueIn(8), round: 7 }],
  ['that somebody chose', { ...valueIn(7), randomness: 'ab'.repeat(32) }],
  ['without a signature', { ...valueIn(7), signature: undefined }],
  ['with a made-up signature', { round: 7, signature: noSignature, randomness: randomnessOf(noSignature) }],
  ['in words', { ...valueIn(7), round: '7' }],
  ['of nothing', null],
  ['that is no JSON', '<html>'],
])('a value %s is not believed, and another relay is asked', async (_, value) => {
  const [liar, honest] = [await newRelay(chain), await newRelay(chain)]
  liar.said['public/7'] = value
  honest.said['public/7'] = valueIn(7)
  expect(await beaconAt(liar.address, honest.address).value(7)).toEqual(valueIn(7))
  await expect(beaconAt(liar.address).value(7)).rejects.toBeInstanceOf(Unavailable)
})

test('a chain whose facts do not give its hash is none', async () => {
  const relay = await newRelay(chain)
  relay.said.info = { ...(relay.said.info as object), public_key: quicknet.publicKey }
  await expect(beaconAt(relay.address).chain()).rejects.toBeInstanceOf(Unavailable)
})

test('where nobody answers, that is said', async () => {
  const relay = await newRelay(chain)
  relay.close()
  const beacon = beaconAt(relay.address)
  await expect(beacon.chain()).rejects.toMatchObject({ key: 'door.closed' })
})

test('it can be switched off', () => {
  expect(beaconOf({ drand: [], allowPrivate: [], publicDoor: null })).toBeNull()
})

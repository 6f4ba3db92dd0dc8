import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { onTestFinished } from 'vitest'
import { domain, signedBytes } from '../../src/draw/bls.ts'
import { type Chain, chainHashOf, quicknet, randomnessOf } from '../../src/model/drand.ts'
import { toHex } from '../../src/model/sha256.ts'

const { hash, sign, getPublicKey } = bls12_381.shortSignatures
const key = new Uint8Array(32).fill(7)

/** A chain with a key of our own, which gives a value every second since `genesis`. */
export function ownChain(genesis: number): Chain {
  const facts = {
    publicKey: getPublicKey(key).toHex(),
    period: 1,
    genesis,
    groupHash: 'ab'.repeat(32),
    scheme: quicknet.scheme,
    beacon: 'nimbus',
  }
  return { hash: chainHashOf(facts), ...facts }
}

/** What that chain says in a round. */
export function valueIn(round: number) {
  const signature = sign(hash(signedBytes(round), domain), key).toHex()
  return { round, randomness: randomnessOf(signature), signature }
}
export const noSignature = toHex(new Uint8Array(48).fill(9))

/** A relay on this machine; `said` may be changed: what it answers by path, a number is a status alone. */
export async function newRelay(chain: Chain) {
  const said: Record<string, unknown> = {
    info: {
      public_key: chain.publicKey,
      period: chain.period,
      genesis_time: chain.genesis,
      hash: chain.hash,
      groupHash: chain.groupHash,
      schemeID: chain.scheme,
      metadata: { beaconID: chain.beacon },
    },
  }
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url!.replace(`/${chain.hash}/`, '')
    asked.push(path)
    const answer = said[path] ?? 404
    if (answer === 'silence') return
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${chain.hash}`
  return { address, said, asked, close: () => server.close() }
}

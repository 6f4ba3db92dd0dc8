import type { DrawEntry } from '../src/model/draw.ts'
import type { Proof } from '../src/model/draw-proof.ts'

/** What the proof's page works with in a browser, run here: an implementation of its own. */
type PageCode = {
  checkProof(proof: Proof): { flaws: string[]; order: string[]; trust: string }
  drawOrder(sorted: DrawEntry[], hash: string, seed: string, randomness: string | null): string[]
  drawTicket(key: Uint8Array, place: number, tickets: number): number
  postedAt(link: string): number | null
  entriesText(sorted: DrawEntry[]): string
  sha256(message: Uint8Array): Uint8Array
  hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array
}

const files = ['check', 'draw', 'sha256'].map(
  (name) => new URL(`../src/reports/proof/${name}.js`, import.meta.url).href,
)
export const pageCode: PageCode = Object.assign({}, ...(await Promise.all(files.map((file) => import(file)))))

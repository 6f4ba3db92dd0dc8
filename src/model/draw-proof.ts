import { type Chain, type Round, timeOfRound } from './drand.ts'
import { commitmentOf, type DrawEntry, drawOf } from './draw.ts'
import { type Reroll, type Winner, winnersOf } from './draw-winners.ts'
import type { Instant } from './post.ts'
import { sha256, toHex, utf8 } from './sha256.ts'

/**
 * All that anybody needs to check a draw; docs/draw.md explains it. Times are ISO 8601 in UTC with milliseconds,
 * hashes and keys small hex. `links` lead to where it can be seen in the chats.
 */
export type Proof = {
  format: 'vigie-draw-1'
  giveaway: { id: string; title: string; organiser: string }
  /** One for each winner, in the order in which they are given. */
  prizes: string[]
  /** Published before anybody entered: what hides the seed, and the public chance to come (null: none, trust us). */
  committed: { at: string; commitment: string; chain: Chain | null; links: string[] }
  /** When entries closed, and when what they were was published, with the round whose value would decide. */
  frozen: {
    at: string
    publishedAt: string
    entries: number
    entriesHash: string
    round: number | null
    links: string[]
  }
  /** `value` is null where no chance was announced, or where it was and could not be had. */
  drawn: { at: string; seed: string; value: Round | null }
  /** In the order of their receipts. */
  entries: DrawEntry[]
  /** Who has the prizes now, after every reroll. */
  winners: Winner[]
  /** In the order in which they came. */
  rerolls: Reroll[]
  /** Of all of this but `entries` (which `entriesHash` stands for) and itself. */
  fingerprint: string
}

/** What happened in a giveaway, as it was kept. `publishedAt` is when everybody could read the entries' hash. */
export type DrawFacts = {
  id: string
  title: string
  organiser: string
  prizes: string[]
  seed: string
  chain: Chain | null
  committed: { at: Instant; links?: string[] }
  frozen: { at: Instant; publishedAt: Instant; round: number | null; links?: string[] }
  drawnAt: Instant
  value: Round | null
  entries: DrawEntry[]
  rerolls: (Omit<Reroll, 'at'> & { at: Instant })[]
}

/** The proof of a draw. It is made anew after each reroll. Throws where the facts cannot have been (our own mistake). */
export function proofOf(facts: DrawFacts): Proof {
  const { seed, chain, value, entries, committed, frozen } = facts
  const { order, hash, sorted } = drawOf(entries, { seed, randomness: value?.randomness ?? null })
  // A value cannot be had before its time: a clock that says so is slow.
  const earliest = chain && value ? timeOfRound(chain, value.round) : 0
  const drawnAt = Math.max(facts.drawnAt, earliest)
  // Nor is a prize passed on before that, or before the one that was passed on earlier.
  let last = drawnAt
  const proof: Omit<Proof, 'fingerprint'> = {
    format: 'vigie-draw-1',
    giveaway: { id: facts.id, title: whole(facts.title), organiser: whole(facts.organiser) },
    prizes: facts.prizes.map(whole),
    committed: {
      at: isoOf(committed.at),
      commitment: commitmentOf(seed),
      chain,
      links: committed.links ?? [],
    },
    frozen: {
      at: isoOf(frozen.at),
      publishedAt: isoOf(frozen.publishedAt),
      entries: entries.length,
      entriesHash: hash,
      round: frozen.round,
      links: frozen.links ?? [],
    },
    drawn: { at: isoOf(drawnAt), seed, value },
    entries: sorted.map(({ receipt, weight }) => ({ receipt, weight })),
    winners: winnersOf(order, facts.prizes.length, facts.rerolls),
    rerolls: facts.rerolls.map(({ place, reason, note, at }) => {
      last = Math.max(last, at)
      return { place, reason, note: note === null ? null : whole(note), at: isoOf(last) }
    }),
  }
  return { ...proof, fingerprint: fingerprintOf(proof) }
}

/** What names a proof in 64 letters: the SHA-256 of its JSON as RFC 8785 writes it, without entries and itself. */
export function fingerprintOf({ entries: _, ...rest }: Omit<Proof, 'fingerprint'>): string {
  return toHex(sha256(utf8(canonical({ ...rest, fingerprint: undefined }))))
}

/** A proof as people get it: an entry a line, so that it can be looked through. */
export function proofJson({ entries, ...rest }: Proof): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')
  const [head, tail] = JSON.stringify({ ...rest, entries: [] }, null, 2).split('"entries": []', 2)
  return `${head}"entries": [\n${lines}\n  ]${tail}\n`
}

/** JSON with its keys in order and no blanks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

const isoOf = (at: Instant) => new Date(at).toISOString()

/** Half a letter, which a cut may leave, is no text in JSON. */
const whole = (text: string) => text.toWellFormed()

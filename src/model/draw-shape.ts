import { mostEntries, mostWeight, receiptShape } from './draw.ts'
import type { Proof } from './draw-proof.ts'
import { rerollReasons } from './draw-winners.ts'

/** Thrown where a proof is not what a proof looks like: `where` is the place in it (`entries[3].weight`). */
export class Misshapen extends Error {
  override name = 'Misshapen'
  readonly where: string

  constructor(where: string) {
    super(where)
    this.where = where
  }
}

/** A proof of any origin, held to its shape to the letter: nothing missing, nothing more. Throws Misshapen. */
export const readProof = (given: unknown): Proof => proof(given, '')

type Read<T> = (given: unknown, where: string) => T

function object<T>(fields: { [Name in keyof T]: Read<T[Name]> }): Read<T> {
  const names = Object.keys(fields) as (keyof T & string)[]
  return (given, where) => {
    if (given === null || typeof given !== 'object' || Array.isArray(given)) throw new Misshapen(where)
    const inside = (name: string) => (where === '' ? name : `${where}.${name}`)
    const more = Object.keys(given).find((name) => !(names as string[]).includes(name))
    if (more !== undefined) throw new Misshapen(inside(more.slice(0, 60).replace(/[^ -~]/g, '?')))
    const read: Partial<T> = {}
    for (const name of names) {
      if (!Object.hasOwn(given, name)) throw new Misshapen(inside(name))
      read[name] = fields[name]((given as Record<string, unknown>)[name], inside(name))
    }
    return read as T
  }
}

const list =
  <T>(of: Read<T>, most: number): Read<T[]> =>
  (given, where) => {
    if (!Array.isArray(given) || given.length > most) throw new Misshapen(where)
    return given.map((one, at) => of(one, `${where}[${at}]`))
  }

const or =
  <T>(of: Read<T>): Read<T | null> =>
  (given, where) =>
    given === null ? null : of(given, where)

function only<T>(holds: (given: unknown) => boolean): Read<T> {
  return (given, where) => {
    if (!holds(given)) throw new Misshapen(where)
    return given as T
  }
}

const text = (most: number) =>
  only<string>((given) => typeof given === 'string' && given.length <= most && given.isWellFormed())
const like = (shape: RegExp) => only<string>((given) => typeof given === 'string' && shape.test(given))
const hex = (least: number, most = least) => like(new RegExp(`^(?:[0-9a-f]{2}){${least},${most}}$`))
const count = (least: number, most: number) =>
  only<number>((given) => Number.isInteger(given) && Number(given) >= least && Number(given) <= most)
const among = <T>(all: readonly T[]) => only<T>((given) => all.includes(given as T))
const link = only<string>(
  (given) =>
    typeof given === 'string' && given.length <= 2000 && /^https?:\/\//.test(given) && URL.canParse(given),
)
const time = only<string>((given) => {
  if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(given)) return false
  const at = Date.parse(given)
  return !Number.isNaN(at) && new Date(at).toISOString() === given
})

const round = count(1, 2 ** 40)
const place = count(1, mostEntries)
const proof = object<Proof>({
  format: among(['vigie-draw-1'] as const),
  giveaway: object({ id: text(200), title: text(10_000), organiser: text(1000) }),
  prizes: list(text(10_000), 1000),
  committed: object({
    at: time,
    commitment: hex(32),
    chain: or(
      object({
        hash: hex(32),
        publicKey: hex(96),
        period: count(1, 1_000_000),
        genesis: count(0, 2 ** 40),
        groupHash: hex(32),
        scheme: text(100),
        beacon: text(100),
      }),
    ),
    links: list(link, 100),
  }),
  frozen: object({
    at: time,
    publishedAt: time,
    entries: count(0, mostEntries),
    entriesHash: hex(32),
    round: or(round),
    links: list(link, 100),
  }),
  drawn: object({
    at: time,
    seed: hex(32),
    value: or(object({ round, randomness: hex(32), signature: hex(48) })),
  }),
  entries: list(object({ receipt: like(receiptShape), weight: count(1, mostWeight) }), mostEntries),
  winners: list(object({ prize: count(1, 1000), place, receipt: like(receiptShape) }), 1000),
  rerolls: list(object({ place, reason: among(rerollReasons), note: or(text(10_000)), at: time }), 10_000),
  fingerprint: hex(32),
})

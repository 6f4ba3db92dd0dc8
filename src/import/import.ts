import { setTimeout as pause } from 'node:timers/promises'
import type { Batch, Taken } from '../intake.ts'
import { addressKey } from '../model/address.ts'
import { Oops } from '../model/oops.ts'
import type { Instant, Post } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import { headOf } from '../sources/csv/head.ts'
import { checkOrder } from '../sources/csv/order.ts'
import { postIn } from '../sources/csv/post.ts'
import { type CsvRecord, recordsIn } from '../sources/csv/records.ts'
import type { Text } from '../sources/csv/text.ts'
import { identityOf, isSame } from '../store/identity.ts'
import type { Store } from '../store/store.ts'

/** What became of a file: each line is filed, known already, or wrong; mentions are among those filed. */
export type Imported = { lines: number; filed: number; known: number; mentions: number; wrong: number }

export type Importing = {
  store: Store
  team: Team
  hear: (batch: Batch) => Promise<Taken>
  now: Instant
  monthFirst?: boolean
  /** Hears of each line that is left out, and why. */
  wrong(line: number, why: Oops): void
  /** Hears of columns that are not taken over, once. */
  ignored?(columns: string[]): void
  progress?(sofar: Imported): void
}

/**
 * Files what an older tool heard, without a sound and at its own dates. Lines that are wrong are told and left out;
 * what is there already is left as it is, so that the same file again brings only what is missing. Each batch is
 * one short transaction: an end at any moment leaves whole posts, and a Vigie that runs meanwhile is not in its way.
 * Throws Oops where the file names no columns, or writes its dates another way than was said.
 */
export async function importCsv(text: Text, importing: Importing): Promise<Imported> {
  const { team, now, monthFirst = false } = importing
  const head = await headOf(await beginningOf(text()))
  await checkOrder(text(), head, monthFirst)
  if (head.columns.ignored.length > 0) importing.ignored?.(head.columns.ignored)
  const calendar = { timeZone: team.timeZone, now, monthFirst }
  const all: Imported = { lines: 0, filed: 0, known: 0, mentions: 0, wrong: 0 }
  const wrong = (line: number, why: unknown) => {
    if (!(why instanceof Oops)) throw why
    all.wrong++
    importing.wrong(line, why)
  }

  let lines: Line[] = []
  const keep = async () => {
    await fileThem(lines, importing, all)
    lines = []
    importing.progress?.(all)
    await pause(breath)
  }
  try {
    for await (const { line, cells } of below(recordsIn(text(), head.delimiter), head.line)) {
      all.lines++
      try {
        lines.push(named(postIn(cells, head.columns, calendar)))
      } catch (why) {
        wrong(line, why)
      }
      if (lines.length >= batchSize) await keep()
    }
  } catch (why) {
    // From here on the file is no table any more; what stood above is filed.
    wrong(why instanceof Oops ? Number(why.values.line) : 0, why)
  }
  await keep()
  return all
}

/** A line as a post, and what its address leads to. */
type Line = { post: Post; address: string | null }

async function fileThem(lines: Line[], { store, team, hear }: Importing, all: Imported) {
  const source = `imported:${team.name}`
  const addresses = lines.flatMap(({ address }) => address ?? [])
  const elsewhere = await store.posts.mentioned(team.name, addresses, { notFrom: source })
  const posts = lines
    .filter(({ post, address }) => !elsewhere.get(address ?? '')?.some((one) => isSame(post, one)))
    .map(({ post }) => post)
  const batch = { source, outlet: team.title, teams: [team.name], posts, firstFor: [team.name] }
  const { filed, mentions } = await hear({ ...batch, history: true })
  all.filed += filed
  all.known += lines.length - filed
  all.mentions += mentions[team.name] ?? 0
}

/** Comments stand on the page of what they comment: there, who wrote makes the difference. */
function named(post: Omit<Post, 'id'>): Line {
  const address = addressKey(post.url)
  const id = address === null ? undefined : `${address} ${folded(post.author ?? '')}`
  return { post: { ...post, id: identityOf({ ...post, ...(id ? { id } : {}) }) }, address }
}

/** The lines with something in them, below that of the names. */
async function* below(records: AsyncIterable<CsvRecord>, head: number): AsyncGenerator<CsvRecord> {
  for await (const record of records)
    if (record.line > head && record.cells.some((cell) => cell.trim() !== '')) yield record
}

/** Enough of a text to find the names of its columns in. */
async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = ''
  for await (const piece of text) {
    beginning += piece
    if (beginning.length >= headLength) break
  }
  return beginning
}

const batchSize = 250
/** Between two batches whoever runs beside us gets at the store. */
const breath = 2
const headLength = 64 * 1024

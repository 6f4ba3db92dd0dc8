import { z } from 'zod'
import { Oops } from '../model/oops.ts'
import { readAddress } from './address.ts'
import { list, map } from './loose.ts'
import { readName } from './names.ts'
import { type Problem, shown } from './problem.ts'
import { type Entry, repeats } from './repeats.ts'
import { read, text, whole } from './shape.ts'
import { readSheet } from './sheet.ts'
import { readWords } from './written.ts'

/** A post that a sample team hears `after` its first start; it was published `age` before that. Milliseconds both. */
export type Sample = {
  after: number
  outlet: string
  author: string | null
  url: string
  /** Empty where such posts have none. */
  title: string
  text: string
  age: number
  reach: number | null
  language: 'fr' | 'en'
}

/** The samples of a file, in the order in which they are heard. Throws Oops with the first line that is wrong. */
export async function readSamples(file: string): Promise<Sample[]> {
  const { samples, problems } = await readSampleSheet(file)
  const [first] = problems
  if (first)
    throw new Oops('settings.samples-wrong', { given: file, line: `${first.line}`, more: problems.length })
  return samples
}

/** The samples of a file and everything that is wrong with it. Throws Oops where it cannot be opened. */
export async function readSampleSheet(file: string): Promise<{ samples: Sample[]; problems: Problem[] }> {
  const sheet = await readSheet(file)
  const { value, problems } = read(sheet, z.array(sample).min(1))
  const urls = list(sheet.value).map((one, at): Entry => {
    const { url } = map(one)
    return { path: [at, 'url'], key: typeof url === 'string' ? url : null }
  })
  const samples = (value ?? []).map(sampleOf).sort((a, b) => a.after - b.after)
  return { samples, problems: [...sheet.problems, ...problems, ...repeats(sheet, urls)] }
}

const sample = z.strictObject({
  after: whole(0, 3600),
  outlet: text(readName),
  author: text(readName).optional(),
  url: text(readExample),
  title: text(readWords).optional(),
  text: text(readWords),
  age: whole(0, 60 * 24 * 365),
  reach: whole(0, 1e9).optional(),
  language: z.enum(['fr', 'en']),
})

const sampleOf = (one: z.output<typeof sample>): Sample => ({
  ...one,
  after: one.after * second,
  age: one.age * minute,
  author: one.author ?? null,
  title: one.title ?? '',
  reach: one.reach ?? null,
})

/** Samples are made up: their addresses must never lead to anybody (`.example`, RFC 2606). */
function readExample(text: string): string {
  const address = readAddress(text)
  if (!new URL(address).hostname.endsWith('.example'))
    throw new Oops('settings.sample-address', { given: shown(text) })
  return address
}

const second = 1000
const minute = 60 * second

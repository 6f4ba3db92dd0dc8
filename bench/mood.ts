import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, readBack } from '../src/analysis/learned/model.ts'
import { corpusOf } from '../src/analysis/learned/train.ts'
import { mood } from '../src/analysis/mood.ts'
import { type Language, languages, type Mood, moods } from '../src/model/mood.ts'
import { random } from './feeds.ts'
import { waysIn } from './mood-packages.ts'

/**
 * Moods beside those of the packages that npm has, on the same texts: the posts of ours that nothing was trained or
 * tuned on, and files of BENCH_MOOD (a folder of `name.fr.jsonl`, a `{"text","label"}` a line; its `split`, where there is
 * one, is ignored). Of each way macro-F1 and the recall of each mood in percent, and posts a second of one core, the best of
 * `rounds`; `natural` is the best of its vocabularies. Of ours also whom it takes for whom, and how often it is
 * right by its confidence.
 */
export async function moodBench({ rounds = 3 } = {}) {
  const load = { fr: loading('fr'), en: loading('en') }
  return {
    'load ms': load,
    sets: setsOf(process.env.BENCH_MOOD).map((set) => measured(shuffled(set), rounds)),
  }
}

/** Milliseconds to read what was learned from its file. */
function loading(language: Language): number {
  const began = performance.now()
  readBack(readFileSync(fileOf(language)))
  return Math.round(10 * (performance.now() - began)) / 10
}

type Post = { text: string; label: Mood }
type Set = { name: string; language: Language; posts: Post[] }
export type Way = { name: string; judge(text: string): Mood }

function setsOf(folder: string | undefined): Set[] {
  const own = (['fr', 'en'] as const).map((language) => {
    const posts = corpusOf(language).filter(({ kept }) => kept)
    return { name: `our own, kept aside (${language})`, language, posts }
  })
  if (!folder) return own
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  const given = files.flatMap((name): Set[] => {
    const language = languages.find((one) => name.includes(`.${one}.`))
    const posts = linesOf(join(folder, name)).filter(({ label }) => moods.includes(label))
    return language && posts.length > 0 ? [{ name, language, posts }] : []
  })
  return [...own, ...given]
}

/** In an order that has no themes, should a package be too slow for all of them. */
function shuffled({ posts, ...set }: Set): Set {
  const next = random(7)
  const placed = posts.map((post) => ({ post, place: next() }))
  return { ...set, posts: placed.sort((a, b) => a.place - b.place).map(({ post }) => post) }
}

const linesOf = (file: string): Post[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

function measured({ name, language, posts }: Set, rounds: number) {
  const ours: Way = { name: 'vigie', judge: (text) => mood(text, language).label }
  const ways = [ours, ...waysIn(language)].map((way) => ({ way: way.name, ...scoreOf(way, posts, rounds) }))
  const best = new Map<string, (typeof ways)[number]>()
  for (const one of ways) {
    const [family] = one.way.split(',') as [string]
    if (one.macroF1 > (best.get(family)?.macroF1 ?? -1)) best.set(family, one)
  }
  return {
    ...{ set: name, posts: posts.length, ways: [...best.values()] },
    confusion: confusionOf(posts, language),
    ...calibrationOf(posts, language),
  }
}

function scoreOf({ judge }: Way, posts: Post[], rounds: number) {
  const judged = judgedIn(mostTime, judge, posts)
  const read = posts.slice(0, judged.length)
  let fastest = 0
  for (let round = 0; round < rounds; round++) {
    const began = process.cpuUsage()
    // A text that was just read is remembered: each is a little different each time.
    const part = posts.map(({ text }) => ({ text: `${text} ${round}` }))
    const { length } = judgedIn(mostTime / 30, judge, part)
    const { user, system } = process.cpuUsage(began)
    fastest = Math.max(fastest, (length * 1e6) / (user + system || 1))
  }
  const recalls = moods.map((label) => {
    const all = read.filter((post) => post.label === label)
    return percent(read.filter((post, at) => post.label === label && judged[at] === label).length, all.length)
  })
  const macroF1 = macroOf(read.map(({ label }, at) => [label, judged[at]!]))
  const cut = read.length < posts.length ? { judgedOnly: read.length } : {}
  return { macroF1, recalls, 'posts/s': Math.round(fastest), ...cut }
}

/** As many as can be judged in some milliseconds, from the first on: one package manages ten a second. */
function judgedIn(time: number, judge: Way['judge'], posts: { text: string }[]): Mood[] {
  const end = performance.now() + time
  const judged: Mood[] = []
  for (const { text } of posts) {
    if (performance.now() > end) break
    judged.push(judge(text))
  }
  return judged
}

const mostTime = 30_000

/** The mean of the F1 of the three moods, in percent, of pairs of what it is and what it was taken for. */
export function macroOf(pairs: [is: Mood, as: Mood][]): number {
  const f1 = moods.map((mood) => {
    const both = pairs.filter(([is, as]) => is === mood && as === mood).length
    const either = pairs.filter(([is]) => is === mood).length + pairs.filter(([, as]) => as === mood).length
    return (2 * both) / (either || 1)
  })
  return percent(
    f1.reduce((sum, one) => sum + one, 0),
    3,
  )
}

/** A line for each mood that readers found: how many posts were taken for negative, neutral, positive. */
const confusionOf = (posts: Post[], language: Language) =>
  Object.fromEntries(
    moods.map((is) => [
      is,
      moods.map(
        (as) => posts.filter(({ text, label }) => label === is && mood(text, language).label === as).length,
      ),
    ]),
  )

/**
 * Ten steps of confidence: how many posts, how sure on average, how often right. The expected calibration error is the
 * mean distance of the two, weighed by the posts.
 */
export function calibrationOf(posts: Post[], language: Language) {
  const steps = Array.from({ length: 10 }, () => ({ posts: 0, sure: 0, right: 0 }))
  for (const { text, label } of posts) {
    const { label: judged, confidence } = mood(text, language)
    const step = steps[Math.min(9, Math.floor(confidence * 10))]!
    step.posts++
    step.sure += confidence
    if (judged === label) step.right++
  }
  const missed = steps.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0)
  const calibration = steps
    .filter((step) => step.posts > 0)
    .map((step) => ({
      posts: step.posts,
      sure: percent(step.sure, step.posts),
      right: percent(step.right, step.posts),
    }))
  return { calibrationError: percent(missed, posts.length), calibration }
}

const percent = (part: number, of: number) => Math.round((1000 * part) / (of || 1)) / 10

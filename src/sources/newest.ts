import { dateIn } from './feed-of.ts'
import type { Raw } from './raw.ts'

/** Holds on to the newest items of a feed, in the order of the document, whatever its length. */
export function newNewest(most = mostPosts) {
  let kept: Item[] = []
  let seen = 0
  const keepNewest = () => {
    for (const item of kept) item.at ??= publishedAt(item.raw)
    // What has no date keeps its place: feeds begin with the newest, and the sort is stable.
    const chosen = new Set(kept.toSorted((one, other) => other.at! - one.at!).slice(0, most))
    kept = kept.filter((item) => chosen.has(item))
  }
  return {
    add(raw: Raw) {
      seen++
      kept.push({ raw })
      if (kept.length >= most * 4) keepNewest()
    },
    all() {
      if (kept.length > most) keepNewest()
      return { items: kept.map(({ raw }) => raw), dropped: seen - kept.length }
    },
  }
}

type Item = { raw: Raw; at?: number }
const publishedAt = ({ published, created, dated, updated }: Raw) =>
  dateIn(published, created, dated, updated) ?? 0

/** More than the longest real feeds hold, few enough to keep in memory. */
const mostPosts = 5_000

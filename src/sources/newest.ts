/**
 * Holds on to the newest items of a feed, in the order of the document, whatever its length. `publishedAt` is only
 * asked where there are more than can be kept, once an item.
 */
export function newNewest<Item>(publishedAt: (item: Item) => number, most = mostPosts) {
  let kept: Item[] = []
  // Of the first `most` items, and of those behind them.
  let dates: number[] = []
  let later: number[] = []
  let seen = 0
  let tooOld = Number.NEGATIVE_INFINITY

  function dateNext() {
    if (dates.length < most) dates.push(publishedAt(kept[dates.length]!))
  }

  function keepNewest() {
    while (dates.length < most) dateNext()
    const all = dates.concat(later)
    tooOld = Float64Array.from(all).sort()[all.length - most]!
    // What has no date, or the same one, keeps its place: feeds begin with the newest.
    let room = most - all.filter((date) => date > tooOld).length
    const stays = all.map((date) => date > tooOld || (date === tooOld && room-- > 0))
    kept = kept.filter((_, at) => stays[at])
    dates = all.filter((_, at) => stays[at])
    later = []
  }

  return {
    add(item: Item) {
      seen++
      if (kept.length < most) {
        kept.push(item)
        return
      }
      // One of the first for each that comes later, so that no moment is a long one.
      dateNext()
      const date = publishedAt(item)
      if (date <= tooOld) return
      kept.push(item)
      later.push(date)
      if (later.length >= most) keepNewest()
    },
    all() {
      if (later.length > 0) keepNewest()
      return { items: kept, dropped: seen - kept.length }
    },
  }
}

/** More than the longest real feeds hold, few enough to keep in memory. */
const mostPosts = 5_000

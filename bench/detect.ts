import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { newCounting } from '../src/analysis/bursts/counting.ts'
import { newWatch } from '../src/analysis/bursts/watch.ts'

/**
 * Watching for bursts: `topics` topics, each told of every minute in all six measures, while `perSecond` mentions a
 * second come in, each for one of them. CPU is the share of one core that real time would take, counting and looking
 * included; MB is what the watches keep, and so does one topic as JSON. Played long enough for the longest window to fill.
 */
export async function detecting({ topics = 5000, perSecond = 3, minutes = 300 } = {}) {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const held = () => {
    collect()
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = held()
  const watched = Array.from({ length: topics }, () => ({ counting: newCounting(), watch: newWatch() }))
  let heard = 0
  const began = process.cpuUsage()
  for (let minute = 0; minute < minutes; minute++) {
    const at = Date.UTC(2026, 2, 2) + minute * 60_000
    for (let n = 0; n < perSecond * 60; n++) {
      heard++
      // As in life, most of it is about a few.
      const topic = Math.floor(topics * ((heard * 0.618034) % 1) ** 3)
      watched[topic]!.counting.hear({
        at,
        publishedAt: at - 30_000,
        author: `author ${heard % 7919}`,
        outlet: `outlet ${heard % 97}`,
        story: null,
        negative: heard % 6 === 0,
        reach: 10 + (heard % 1000),
      })
    }
    for (const { counting, watch } of watched) watch.tell(at, counting.take())
  }
  const { user, system } = process.cpuUsage(began)
  const kept = held() - before
  return {
    topics,
    minutes,
    mentions: heard,
    '% of a core': +(((user + system) / 1e6 / (minutes * 60)) * 100).toFixed(2),
    MB: +(kept / 2 ** 20).toFixed(1),
    'KB of state': +(JSON.stringify(watched[0]!.watch.toState()).length / 1024).toFixed(1),
  }
}

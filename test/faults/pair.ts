import { setTimeout as after } from 'node:timers/promises'
import { hour } from '../../src/model/time.ts'
import { usualTrouble } from './kills.ts'
import { askAllNow } from './ledger.ts'
import { drawInstant } from './lives.ts'
import { newChance } from './seeded.ts'
import { type Figures, longPause, newStage, type Place } from './stage.ts'

/**
 * Runs two Vigies on one database and kills one of them again and again at drawn instants, now and then both; the
 * other goes on, and takes over. Lets them come to rest, and counts.
 */
export async function killOneOfTwo(
  places: [Place, Place],
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  const stage = await newStage(places, seed)
  const { feeds, lives, figures } = stage
  try {
    await stage.rest()
    const children = places.map(lives.begin)
    while (figures.kills < kills) {
      feeds.grow()
      stage.trouble(usualTrouble)
      await askAllNow(places[0])
      const instant = drawInstant(chance)
      const first = chance.below(2)
      const reached = await lives.comes(instant, children[first]!, 2_500)
      await die(first, reached ? instant.event : 'late')
      if (chance.happens(0.15)) {
        await die(1 - first, 'both')
        await stage.passes(chance.happens(0.5) ? 5 * hour : longPause)
        children[1 - first] = lives.begin(places[1 - first]!)
      } else await after(chance.below(3_000))
      children[first] = lives.begin(places[first]!)
    }
    await Promise.all(children.map(lives.kill))
    return await stage.end()

    async function die(which: number, when: string) {
      if (!(await lives.kill(children[which]!))) figures.fell++
      stage.killed(when)
      progress(figures.kills)
    }
  } finally {
    await stage.stop()
  }
}

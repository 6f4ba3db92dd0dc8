import { hour } from '../../src/model/time.ts'
import { cutShort } from './cut-short.ts'
import { drawInstant } from './lives.ts'
import { newChance } from './seeded.ts'
import { type Figures, longPause, newStage, type Place } from './stage.ts'

/**
 * Runs Vigie, kills it again and again at drawn instants while its chat misbehaves and its feeds grow, lets it come
 * to rest, and counts. After each kill a copy of its files is cut and looked into, where it keeps files.
 */
export async function killAgainAndAgain(
  place: Place,
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  const stage = await newStage([place], seed)
  const { feeds, chat, lives, figures } = stage
  try {
    await stage.rest()
    for (let nth = 1; nth <= kills; nth++) {
      feeds.grow()
      stage.trouble(usualTrouble)
      await stage.passes(chance.happens(0.1) ? 5 * hour : longPause)
      const instant = drawInstant(chance)
      const child = lives.begin(place)
      const reached = await lives.comes(instant, child)
      if (!(await lives.kill(child))) figures.fell++
      stage.killed(reached ? instant.event : 'late')
      if (place.url === null)
        figures.cut.push(...(await cutShort(place.folder, chance, chat.asked, chat.posts)))
      progress(nth)
    }
    return await stage.end()
  } finally {
    await stage.stop()
  }
}

/** The share of what is asked of the chat that goes wrong. */
export const usualTrouble = 0.4

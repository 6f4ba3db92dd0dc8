import { newWorld, saturday } from '../world.ts'

export const day = 86_400_000

type Given = { days?: number } & Parameters<typeof newWorld>[0]

/**
 * Two months of Nimbus: each day two mentions, of which one is of Lumeo as well; in the last week six more a
 * day, all angry. It is Saturday, 14:30.
 */
export async function newBusyWorld({ days = 62, ...more }: Given = {}) {
  const world = await newWorld(more)
  const { hear, post, time } = world
  for (let ago = days; ago >= 1; ago--) {
    time.now = saturday - ago * day
    const many = ago <= 7 ? 8 : 2
    await hear(
      Array.from({ length: many }, (_, nth) => {
        const text =
          nth === 0
            ? 'J’adore ma lampe Nimbus, elle est superbe'
            : nth === 1
              ? 'Nimbus et Lumeo au salon'
              : 'Ma lampe Nimbus est encore en panne, je suis très déçu, c’est nul'
        return post(`${text} ${ago} ${nth}`, { author: `auteur ${(ago + nth) % 9}` })
      }),
    )
  }
  time.now = saturday
  // Nobody types ten commands in ten seconds.
  const unhurried = <Who extends { types(...of: never[]): unknown; presses(...of: never[]): unknown }>(
    who: Who,
  ) =>
    new Proxy(who, {
      get(target, name) {
        time.now += 2_000
        return Reflect.get(target, name)
      },
    })
  return { ...world, mia: unhurried(world.mia), noor: unhurried(world.noor) }
}

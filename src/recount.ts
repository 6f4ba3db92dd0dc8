import { setTimeout as pause } from 'node:timers/promises'
import { Oops } from './model/oops.ts'
import type { Settings } from './settings/settings.ts'
import { openStore } from './store/store.ts'
import type { Say } from './texts/texts.ts'

type Asked = {
  team?: string | undefined
  say: Say
  tell: (words: string) => void
  print: (line: string) => void
}

/**
 * Counts all mentions anew into the days of each team, or of one; Vigie may be running. Days of which mentions were
 * erased since, as their retention wants it, stay as they were counted. Prints a line of JSON a team; how far it is
 * goes to `tell`. Throws Oops where there is no such team.
 */
export async function recount(
  { teams, environment }: Pick<Settings, 'teams' | 'environment'>,
  { team, say, tell, print }: Asked,
): Promise<void> {
  const asked = teams.filter(({ name }) => team === undefined || name === team)
  if (asked.length === 0)
    throw new Oops('recount.no-team', {
      given: team ?? '',
      teams: teams.map(({ name }) => name).join(', ') || '-',
    })
  const store = await openStore(environment.data, { url: environment.databaseUrl })
  try {
    for (const { name, timeZone } of asked) {
      const began = performance.now()
      await store.rollups.anew(name, timeZone)
      let left = await store.rollups.settle(name, timeZone, atOnce)
      for (
        let saidAt = performance.now();
        left > 0;
        left = await store.rollups.settle(name, timeZone, atOnce)
      ) {
        // Whoever else works on the same database is let in.
        await pause(breath)
        if (performance.now() - saidAt < sayEvery) continue
        saidAt = performance.now()
        tell(say.plain('recount.left', { team: name, count: left }))
      }
      const { days, mentions, closed } = await store.rollups.extent(name)
      print(JSON.stringify({ team: name, days, mentions, closed }))
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      tell(say.plain('recount.done', { team: name, count: mentions, seconds }))
    }
  } finally {
    await store.close()
  }
}

/** Mentions. */
const atOnce = 1_000
const breath = 2
const sayEvery = 2_000

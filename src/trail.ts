import { Oops } from './model/oops.ts'
import type { Environment } from './settings/environment.ts'
import { openStore } from './store/store.ts'
import type { TrailHead } from './store/trail.ts'
import type { Say } from './texts/texts.ts'

type Asked = {
  /** `128:3f9ab2c104de`, as a published reply told it: the trail must pass through it. */
  head?: string | undefined
  team?: string | undefined
  say: Say
  tell: (words: string) => void
  print: (line: string) => void
}

/**
 * Checks the audit trail of each team, or of one: where it ends goes out, a line of JSON each. False where one is not
 * as it was written, with the place. Throws Oops where the team or the head that was given is none.
 */
export async function checkTrails(
  { data, databaseUrl }: Pick<Environment, 'data' | 'databaseUrl'>,
  { head, team, say, tell, print }: Asked,
): Promise<boolean> {
  const known = head === undefined ? undefined : readHead(head)
  const store = await openStore(data, { url: databaseUrl })
  try {
    const teams = await store.trail.teams()
    const named = teams.join(', ') || '-'
    if (team !== undefined && !teams.includes(team))
      throw new Oops('trail.no-team', { given: team, teams: named })
    // A head is that of one trail.
    if (known && team === undefined && teams.length > 1) throw new Oops('trail.which-team', { teams: named })
    let whole = true
    for (const name of team === undefined ? teams : [team]) {
      const checked = await store.trail.check(name, known)
      if (checked.is === 'whole') print(JSON.stringify({ team: name, ...checked.head }))
      else {
        whole = false
        tell(say.plain(`trail.${checked.why}`, { team: name, at: String(checked.at) }))
      }
    }
    if (whole) tell(say.plain('trail.whole'))
    return whole
  } finally {
    await store.close()
  }
}

function readHead(given: string): TrailHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{12,64})$/i.exec(given.trim()) ?? []
  if (seq === undefined || hash === undefined) throw new Oops('trail.no-head', { given: given.slice(0, 100) })
  return { seq: Number(seq), hash: hash.toLowerCase() }
}

import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Tables } from './tables.ts'

/** Jobs that one process does at a time, by name; `owner` is one per process. */
export const leases = (db: Kysely<Tables>) => ({
  /** Takes a job until a moment, or goes on holding it; false while another process has it. */
  async hold(
    name: string,
    owner: string,
    { now, until }: { now: Instant; until: Instant },
  ): Promise<boolean> {
    const { rows } = await sql`
      insert into leases as l (name, held_by, held_until) values (${name}, ${owner}, ${until})
      on conflict (name) do update set held_by = ${owner}, held_until = ${until}
      where l.held_by = ${owner} or l.held_until <= ${now} or l.held_until > ${now + tooFarLease}
      returning name`.execute(db)
    return rows.length > 0
  },

  /** Gives a job back, for whoever asks next. */
  async letGo(name: string, owner: string) {
    await db.deleteFrom('leases').where('name', '=', name).where('held_by', '=', owner).execute()
  },
})

/**
 * How long (ms) a process holds what it took without saying so again, and how often it says so: clocks may differ by
 * half a minute, and what a killed one held is taken up within a minute and a half.
 */
export const leaseLength = 45_000
export const leaseRenewal = 15_000

/** No lease is this long: it was written before a clock was set back. */
export const tooFarLease = 3 * leaseLength

import { type Kysely, sql } from 'kysely'

/** What a delivery waits for, when a feed was last asked; and what the sender looks for, found without the past. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .alterTable('deliveries')
    .addColumn('held', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`
    update deliveries set held = 1
    where state in ('waiting', 'set-aside') and attempts = 0 and reason is null and due_at > created_at`.execute(
    db,
  )
  await schema.alterTable('feeds').addColumn('tried_at', 'bigint').execute()
  await sql`update feeds set tried_at = last_read_at`.execute(db)

  // An index of all states led SQLite through everything that was ever told, once for each message; and PostgreSQL
  // takes a third of all rows to be those where one number is less than another, unless it is asked like this.
  await schema.dropIndex('deliveries_due').execute()
  await schema.dropIndex('deliveries_edits').execute()
  for (const [name, columns, which] of [
    ['deliveries_waiting', sql`chat, channel, due_at`, sql`state = 'waiting'`],
    [
      'deliveries_edits',
      sql`chat, channel, due_at`,
      sql`state = 'told' and case when told < wanted then 1 else 0 end = 1`,
    ],
    ['deliveries_sending', sql`chat, channel`, sql`state = 'sending'`],
    ['deliveries_open', sql`team, id`, sql`state in ('waiting', 'sending')`],
    ['deliveries_given_up', sql`team, id`, sql`state = 'given-up'`],
    // All that is asked of it stands in it: told ones are counted without a look at them.
    ['deliveries_told', sql`team, id, state, in_summary`, sql`state = 'told' and in_summary is null`],
    ['deliveries_repeats', sql`team, id`, sql`may_repeat = 1`],
  ] as const)
    await sql`create index ${sql.ref(name)} on deliveries (${columns}) where ${which}`.execute(db)
  // For counting: the chat first, so that nobody looks for a state in it.
  await schema.createIndex('deliveries_states').on('deliveries').columns(['chat', 'state']).execute()
}

import type { Kysely } from 'kysely'

/** Rules: how far each team's were told, when they rang, and the mentions that an incident of theirs is about. */
export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('ruled')
    .addColumn('team', 'text', (c) => c.primaryKey())
    .addColumn('mention', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('rule_alerts')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('incident_id', 'integer')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('rule_alerts_of').on('rule_alerts').columns(['team', 'rule', 'at']).execute()
  await schema
    .createTable('rule_mentions')
    .addColumn('incident_id', 'integer', (c) => c.notNull().references('incidents.id').onDelete('cascade'))
    .addColumn('mention_id', 'integer', (c) => c.notNull().references('mentions.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('rule_mentions_key', ['incident_id', 'mention_id'])
    .execute()
  await schema.createIndex('rule_mentions_mention').on('rule_mentions').column('mention_id').execute()
}

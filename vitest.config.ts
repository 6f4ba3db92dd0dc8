import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import LongestFirst from './test/order.ts'

// A file finds what the ones before it have loaded: to load Vigie takes longer than most of them.
const shared = { testTimeout: 60_000, hookTimeout: 60_000, isolate: false }
// They take long: `npm run soak`.
const soaks = ['test/**/*.soak.test.ts']

/** Stories that ask nothing of a database that shorter ones do not: on PostgreSQL they run with the soaks. */
export const longOnPostgres = [
  'test/commands/{giveaway,giveaway-fair,giveaway-order,poll,sources-add,sources-change,sources-opml}.test.ts',
  'test/commands/{crisis-drill,crisis-report,mention-add,promise,reply,reply-drafts}.test.ts',
  'test/delivery/living-polls.test.ts',
  'test/import.test.ts',
]

/** What random tests take more rounds of with the soaks: see test/rounds.ts. */
export const random = [
  'test/analysis/{matcher,bursts/stories}.test.ts',
  'test/chat/{discord,slack}-render-property.test.ts',
  'test/commands/poll-property.test.ts',
  'test/delivery/living-property.test.ts',
  'test/{detect,import}.test.ts',
  'test/model/{draw,hours,time-changes}.test.ts',
  'test/publish/garbage.test.ts',
  'test/schedule/giveaways-property.test.ts',
  'test/settings/folder.test.ts',
  'test/sources/{fuzz,tokens}.test.ts',
  'test/store/story-tallies.test.ts',
]

// What is tested there keeps nothing, or has a chat's own store.
const keepNothing = [
  'test/schedule/{moments,waking,next-reading}.test.ts',
  'test/delivery/{word-diff,verdict,routes}.test.ts',
  'test/store/{id,sqlite-faults,start-faults}.test.ts',
  'test/commands/{help,reply-model,giveaway-discord,giveaway-slack}.test.ts',
]

/** Everything runs on SQLite; what keeps or reads anything runs a second time, on a PostgreSQL server of its own. */
export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // Much of what is tested waits for something: no core is kept free, and one more worker than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['test/**/*.test.ts'], exclude: soaks } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: [
            'test/{commands,delivery,schedule,store}/**/*.test.ts',
            'test/{community,intake,import,import-measures,live-teams}.test.ts',
            'test/chat/{local,following,discord-shared}.test.ts',
            'test/faults/kills.test.ts',
          ],
          // A world for each of many random runs would be a database each.
          exclude: [...soaks, ...longOnPostgres, ...keepNothing, 'test/**/*-property.test.ts'],
          globalSetup: './test/databases/setup.ts',
        },
      },
    ],
  },
})

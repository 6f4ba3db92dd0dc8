import { defineConfig } from 'vitest/config'
import { longOnPostgres, random } from './vitest.config.ts'

// SOAK_ROUNDS kills on each database (200) and as many cuts; SOAK_SEED draws the same plans again.
const shared = { testTimeout: 24 * 3_600_000, hookTimeout: 60_000 }

/** What takes long: Vigie is killed, and its files are cut, again and again. One thing at a time, with its figures. */
export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    disableConsoleIntercept: true,
    fileParallelism: false,
    projects: [
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: ['test/**/*.soak.test.ts', ...random],
          provide: { thorough: true },
          exclude: ['test/**/pair.soak.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: ['test/**/{kills,pair}.soak.test.ts', ...longOnPostgres],
          globalSetup: './test/databases/setup.ts',
        },
      },
    ],
  },
})

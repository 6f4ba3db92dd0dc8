import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

/** One PostgreSQL server for a whole run. */
export async function setup(project: TestProject) {
  const { address, stop } = await startServer()
  project.provide('postgres', address)
  return stop
}

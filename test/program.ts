import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The environment of a Vigie that a test starts as a program: nothing of ours, in English. What Node has compiled for
 * one is kept for the next: most of them live shorter than that would take.
 */
export const bareEnvironment = {
  PATH: process.env.PATH,
  LANG: 'C',
  NODE_COMPILE_CACHE: join(tmpdir(), 'vigie-compiled'),
}

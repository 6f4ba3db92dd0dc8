import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { nowhere, type Problem, problem } from './problem.ts'

/** The folders in `<dir>/teams`, each a team; without any there is nothing to watch. */
export async function teamNames(dir: string): Promise<{ names: string[]; problems: Problem[] }> {
  const folder = join(dir, 'teams')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const loose = seen.filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
  const folders = seen.filter((entry) => !entry.isFile()).map(({ name }) => name)
  const problems = loose.map(({ name }) =>
    problem(join(folder, name), nowhere, 'settings.team-loose', {
      folder: join(folder, name.replace(/\.ya?ml$/u, '')),
    }),
  )
  if (folders.length === 0 && loose.length === 0)
    problems.push(problem(folder, nowhere, 'settings.no-team', { folder }))
  return { names: folders, problems }
}

/** A team is named by its folder, in commands and in the database. */
export const teamName = /^[a-z0-9][a-z0-9_-]{0,39}$/u

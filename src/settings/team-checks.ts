import { accountKey } from '../model/person.ts'
import { accountsCheck } from './accounts.ts'
import { readAccount } from './chats.ts'
import { identitiesCheck } from './identities.ts'
import { isMap, list, map } from './loose.ts'
import { mailCheck } from './mail.ts'
import type { Path } from './place.ts'
import { searchesCheck } from './places.ts'
import { attempt, type Problem, problem, shown } from './problem.ts'
import { promisesCheck } from './promises.ts'
import { type Entry, nameKey, namesIn, repeats } from './repeats.ts'
import { quietCheck, routesCheck } from './route-checks.ts'
import type { Sheet } from './sheet.ts'
import { webhooksCheck } from './webhook-checks.ts'

/**
 * What no single value of a team's settings shows: names used twice, a source that is two things or none, words
 * lost behind a `#`. Looks at the plain values, so that a mistake elsewhere hides none of these.
 */
export function teamChecks(sheet: Sheet): Problem[] {
  const { people, topics, sources, quiet, slack } = map(sheet.value)
  return [
    ...(isMap(people) ? peopleCheck(sheet, people) : []),
    ...repeats(sheet, namesIn(sheet, 'topics')),
    ...repeats(sheet, namesIn(sheet, 'sources')),
    ...list(topics).flatMap((topic, at) => queryCheck(sheet, ['topics', at, 'query'], map(topic).query)),
    ...list(sources).flatMap((source, at) => sourceCheck(sheet, ['sources', at], map(source))),
    ...quietCheck(sheet, ['quiet'], map(quiet)),
    ...routesCheck(sheet),
    ...promisesCheck(sheet),
    ...identitiesCheck(sheet),
    ...searchesCheck(sheet),
    ...webhooksCheck(sheet),
    ...accountsCheck(sheet),
    ...mailCheck(sheet),
    ...slackCheck(sheet, map(slack)),
    ...crisisCheck(sheet),
  ]
}

function peopleCheck(sheet: Sheet, people: Record<string, unknown>): Problem[] {
  const ids = Object.keys(people)
  if (ids.length === 0)
    return [problem(sheet.file, sheet.place(['people']), 'settings.list-empty', { setting: 'people' })]
  const wrong = ids
    .filter((id) => !personId.test(id))
    .map((id) =>
      problem(sheet.file, sheet.place(['people', id], 'key'), 'settings.person-id', { given: shown(id) }),
    )
  const names = ids.map((id): Entry => ({ path: ['people', id, 'name'], key: nameKey(map(people[id]).name) }))
  const accounts = ids.flatMap((id) =>
    list(map(people[id]).accounts).map(
      (text, at): Entry => ({ path: ['people', id, 'accounts', at], key: keyOfAccount(text) }),
    ),
  )
  return [...wrong, ...repeats(sheet, names), ...repeats(sheet, accounts)]
}

/** `query: Nimbus #lampe` is just "Nimbus" to YAML. */
export function queryCheck(sheet: Sheet, path: Path, query: unknown): Problem[] {
  if (Array.isArray(query)) return query.flatMap((one, at) => queryCheck(sheet, [...path, at], one))
  const cut = typeof query === 'string' ? sheet.cut(path) : null
  return cut ? [problem(sheet.file, sheet.place(path), 'settings.query-cut', { given: shown(cut) })] : []
}

function sourceCheck(sheet: Sheet, path: Path, source: Record<string, unknown>): Problem[] {
  const [feed, samples] = ['feed' in source, 'samples' in source]
  if (feed && samples)
    return [problem(sheet.file, sheet.place([...path, 'samples'], 'key'), 'settings.source-both')]
  if (feed || samples || !('name' in source)) return []
  return [problem(sheet.file, sheet.place(path), 'settings.source-none')]
}

function slackCheck(sheet: Sheet, slack: Record<string, unknown>): Problem[] {
  if (!('token' in slack) || 'appToken' in slack || 'signingSecret' in slack) return []
  return [problem(sheet.file, sheet.place(['slack'], 'key'), 'settings.slack-half')]
}

/** Whoever is called, or has a task, is one of `people`. */
function crisisCheck(sheet: Sheet): Problem[] {
  const { crisis, people } = map(sheet.value)
  const known = Object.keys(map(people))
  const named = [
    ...list(map(crisis).rota).map((id, at) => ({ id, path: ['crisis', 'rota', at] as Path })),
    ...list(map(crisis).plan).map((task, at) => ({
      id: map(task).who,
      path: ['crisis', 'plan', at, 'who'] as Path,
    })),
  ]
  return named
    .filter(({ id }) => typeof id === 'string' && !known.includes(id))
    .map(({ id, path }) =>
      problem(sheet.file, sheet.place(path), 'settings.crisis-person', {
        given: shown(id),
        known: known.join(', '),
      }),
    )
}

function keyOfAccount(text: unknown): string | null {
  const account = typeof text === 'string' ? attempt(() => readAccount(text)) : null
  return account && 'value' in account ? accountKey(account.value) : null
}

/** What people are called in the settings and kept by in the database: no capitals, so that nobody is there twice. */
const personId = /^[a-z0-9][a-z0-9_-]{0,39}$/u

import { list, map } from './loose.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import { type Problem, problem, shown } from './problem.ts'
import { nameKey, namesIn, repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'

/** What no single value of a route shows: topics that are not there, routes that no mention can take. */
export function routesCheck(sheet: Sheet): Problem[] {
  const { routes } = map(sheet.value)
  const topics = list(map(sheet.value).topics).map(map)
  let hidden: { name: string; line: number } | null = null
  return [
    ...repeats(sheet, namesIn(sheet, 'routes')),
    ...list(routes).flatMap((given, at): Problem[] => {
      const route = map(given)
      const path = ['routes', at]
      const before = hidden
      if (route.stop === true && !conditions.some((one) => one in route))
        hidden ??= { name: shown(route.name), line: sheet.place(path).line }
      return [
        ...topicsCheck(sheet, path, route, topics),
        ...quietCheck(sheet, [...path, 'quiet'], map(route.quiet)),
        ...(route.when === 'digest' && 'quiet' in route
          ? [problem(sheet.file, sheet.place([...path, 'quiet'], 'key'), 'settings.route-quiet')]
          : []),
        ...(before
          ? [
              problem(sheet.file, sheet.place(path), 'settings.route-hidden', {
                given: before.name,
                first: `${before.line}`,
              }),
            ]
          : []),
      ]
    }),
  ]
}

/** Hours that begin when they end. */
export function quietCheck(sheet: Sheet, path: Path, { from, to }: Record<string, unknown>): Problem[] {
  if (typeof from !== 'string' || from !== to) return []
  return [problem(sheet.file, sheet.place([...path, 'to']), 'settings.quiet-same', { given: shown(from) })]
}

type Loose = Record<string, unknown>

/** Topics that are not there, and kinds that none of them has. */
export function topicsCheck(sheet: Sheet, path: Path, route: Loose, topics: Loose[]): Problem[] {
  const named = textsIn(route.topics)
  const names = topics.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  const unknown = named.flatMap((given, at) => {
    if (names.some((name) => nameKey(name) === nameKey(given))) return []
    const place = sheet.place(Array.isArray(route.topics) ? [...path, 'topics', at] : [...path, 'topics'])
    const near = nearest(given, names)
    const values = { setting: 'topics', given: shown(given), known: names.map(shown).join(', ') }
    return [
      near
        ? problem(sheet.file, place, 'settings.choice-near', { ...values, near: shown(near) })
        : problem(sheet.file, place, 'settings.choice', values),
    ]
  })
  const kinds = textsIn(route.kinds)
  const meant = topics.filter(({ name }) => named.some((given) => nameKey(name) === nameKey(given)))
  if (unknown.length > 0 || meant.length === 0 || kinds.length === 0) return unknown
  if (meant.some(({ kind }) => kinds.includes(String(kind)))) return []
  return [problem(sheet.file, sheet.place([...path, 'kinds']), 'settings.route-never')]
}

const textsIn = (given: unknown) =>
  (Array.isArray(given) ? (given as unknown[]) : [given]).filter((one) => typeof one === 'string')

const conditions = ['topics', 'kinds', 'moods', 'networks', 'languages', 'reach']

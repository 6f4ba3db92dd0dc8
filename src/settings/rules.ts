import { join } from 'node:path'
import { z } from 'zod'
import { severities } from '../model/incident.ts'
import { languages, moods } from '../model/mood.ts'
import { networks } from '../model/network.ts'
import { Oops } from '../model/oops.ts'
import type { ChatKind } from '../model/person.ts'
import { type Query, readQuery } from '../model/query.ts'
import { type Rule, usualRule } from '../model/rule.ts'
import type { SettingPlace } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import { topicKinds } from '../model/topic.ts'
import { anyMention } from '../model/when.ts'
import { readLength } from './length.ts'
import { list, map } from './loose.ts'
import { readName } from './names.ts'
import { nowhere, type Problem, problem, shown } from './problem.ts'
import { nameKey, repeats } from './repeats.ts'
import { topicsCheck } from './route-checks.ts'
import { oneOrMore, readTarget } from './route-shape.ts'
import { read, text, whole } from './shape.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { queryCheck } from './team-checks.ts'
import { sameName } from './when-shape.ts'

/** Reads `teams/<name>/rules.yaml`; a team without one has no rules. `topics` are those of its `team.yaml`, as they stand there. */
export async function readRules(
  dir: string,
  name: string,
  { chat, topics }: { chat: ChatKind; topics: Record<string, unknown>[] },
): Promise<{ given: { rules?: Rule[] }; problems: Problem[] }> {
  const file = join(dir, 'teams', name, 'rules.yaml')
  try {
    const sheet = await readSheet(file)
    // A file of comments alone says nothing, which is fine.
    if (sheet.value === null) return { given: {}, problems: [] }
    const { value, problems } = read(sheet, rulesShape(chat))
    const all = [...sheet.problems, ...problems, ...rulesCheck(sheet, topics)]
    if (!value || all.length > 0) return { given: {}, problems: all }
    const names = topics.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
    const place = (at: number): SettingPlace => ({
      file: `teams/${name}/rules.yaml`,
      line: sheet.place([at]).line,
    })
    return { given: { rules: value.map((rule, at) => ruleOf(rule, names, place(at))) }, problems: [] }
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    const missing = error.key === 'settings.file-missing'
    return { given: {}, problems: missing ? [] : [problem(file, nowhere, error.key, error.values)] }
  }
}

const length = (least: number, said: string) =>
  text(readLength({ least: { ms: least, said }, most: { ms: 30 * day, said: '30 d' } }))

/** What a `rules.yaml` may hold; `chat` is where a channel is that names none. */
const rulesShape = (chat: ChatKind) =>
  z
    .array(
      z.strictObject({
        name: text(readName),
        words: oneOrMore(text(readWritten)).optional(),
        topics: oneOrMore(text(readName)).optional(),
        kinds: oneOrMore(z.enum(topicKinds)).optional(),
        moods: oneOrMore(z.enum(moods)).optional(),
        networks: oneOrMore(z.enum(networks)).optional(),
        languages: oneOrMore(z.enum(languages)).optional(),
        reach: whole(1, 10_000_000_000).optional(),
        negative: whole(1, 99).optional(),
        within: length(5 * minute, '5 min').optional(),
        mentions: whole(2, 1_000_000).optional(),
        late: length(0, 'none').optional(),
        severity: z.enum(severities).optional(),
        to: text((given) => readTarget(given, chat)).optional(),
        pause: length(10 * minute, '10 min').optional(),
        most: whole(1, 50).optional(),
      }),
    )
    .min(1)

type Given = z.output<ReturnType<typeof rulesShape>>[number]

type Written = { query: Query; text: string }

function readWritten(text: string): Written {
  return { query: readQuery(text), text }
}

function ruleOf(given: Given, topics: string[], at: SettingPlace): Rule {
  const { words, negative, within, mentions } = given
  return {
    name: given.name,
    when: {
      ...anyMention,
      words: words ? anyOf(words) : null,
      topics: given.topics?.map((topic) => sameName(topic, topics)) ?? null,
      kinds: given.kinds ?? null,
      moods: given.moods ?? null,
      networks: given.networks ?? null,
      languages: given.languages ?? null,
    },
    written: words?.map(({ text }) => text).join(' OR ') ?? null,
    reach: given.reach ?? null,
    share:
      negative === undefined
        ? null
        : {
            over: negative,
            within: within ?? usualRule.share.within,
            least: mentions ?? usualRule.share.least,
          },
    late: given.late ?? null,
    severity: given.severity ?? usualRule.severity,
    to: given.to ?? usualRule.to,
    pause: given.pause ?? usualRule.pause,
    most: given.most ?? usualRule.most,
    at,
  }
}

const anyOf = (all: Written[]): Query =>
  all.length === 1 ? all[0]!.query : { any: all.map(({ query }) => query) }

/** What no single value of a rule shows: names used twice, topics that are not there, rules that ask for nothing or for too much. */
function rulesCheck(sheet: Sheet, topics: Record<string, unknown>[]): Problem[] {
  const all = list(sheet.value).map(map)
  return [
    ...repeats(
      sheet,
      all.map(({ name }, at) => ({ path: [at, 'name'], key: nameKey(name) })),
    ),
    ...all.flatMap((rule, at) => [
      ...topicsCheck(sheet, [at], rule, topics),
      ...queryCheck(sheet, [at, 'words'], rule.words),
      ...kindCheck(sheet, at, rule),
    ]),
  ]
}

function kindCheck(sheet: Sheet, at: number, rule: Record<string, unknown>): Problem[] {
  const given = shown(rule.name ?? '')
  const wrong = (key: string, setting: string) => [
    problem(sheet.file, sheet.place([at, setting], 'key'), key, { given, setting }),
  ]
  const without = ['within', 'mentions'].find((one) => one in rule)
  if (without && !('negative' in rule)) return wrong('rules.needs-negative', without)
  if ('negative' in rule && 'moods' in rule) return wrong('rules.share-moods', 'moods')
  const beside = ['negative', 'reach', 'words'].find((one) => one in rule)
  if ('late' in rule && beside) return wrong('rules.late-alone', beside)
  if (asks.some((one) => one in rule) || !('name' in rule)) return []
  return [problem(sheet.file, sheet.place([at]), 'rules.asks-nothing', { given })]
}

/** One of these makes a rule; where or in which mood alone would be every mention. */
const asks = ['words', 'reach', 'negative', 'late']

import { join } from 'node:path'
import { Oops } from '../model/oops.ts'
import type { Person } from '../model/person.ts'
import type { Locale, SettingPlace, SourceSetting, Team } from '../model/team.ts'
import { chatNames } from './chats.ts'
import { list, map } from './loose.ts'
import { fileName } from './names.ts'
import { type Problem, problem } from './problem.ts'
import { readSampleSheet } from './samples.ts'
import type { TeamTokens, Variables } from './secrets.ts'
import { read } from './shape.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { teamChecks } from './team-checks.ts'
import { type SharedSettings, type TeamSettings, teamShape } from './team-shape.ts'

export type ReadTeam = { team: Team | null; tokens: TeamTokens | null; problems: Problem[] }

/** Reads `<dir>/teams/<name>/team.yaml` and the samples beside it. Throws Oops where it cannot be opened. */
export async function readTeam(
  dir: string,
  name: string,
  shared: SharedSettings,
  env: Variables,
): Promise<ReadTeam> {
  const folder = join(dir, 'teams', name)
  const sheet = await readSheet(join(folder, 'team.yaml'))
  const { value, problems } = read(sheet, teamShape(usualChat(sheet, shared), env))
  const all = [...sheet.problems, ...problems, ...teamChecks(sheet), ...(await samplesCheck(sheet, folder))]
  if (!value || all.length > 0) return { team: null, tokens: null, problems: all }
  const place = (path: (string | number)[]): SettingPlace => ({
    file: `teams/${name}/team.yaml`,
    line: sheet.place(path).line,
  })
  return { team: teamOf(name, folder, value, shared, place), tokens: tokensOf(value), problems: [] }
}

/** Channels are read in the light of the team's chat, which may itself be wrong: then any will do. */
const usualChat = (sheet: Sheet, shared: SharedSettings) =>
  chatNames.find((chat) => chat === map(sheet.value).chat) ?? shared.chat ?? 'local'

async function samplesCheck(sheet: Sheet, folder: string): Promise<Problem[]> {
  const checks = list(map(sheet.value).sources).map(async (source, at) => {
    const { samples } = map(source)
    if (typeof samples !== 'string' || !fileName.test(samples)) return []
    try {
      return (await readSampleSheet(join(folder, samples))).problems
    } catch (error) {
      if (!(error instanceof Oops)) throw error
      return [problem(sheet.file, sheet.place(['sources', at, 'samples']), error.key, error.values)]
    }
  })
  return (await Promise.all(checks)).flat()
}

function teamOf(
  name: string,
  folder: string,
  own: TeamSettings,
  shared: SharedSettings,
  place: (path: (string | number)[]) => SettingPlace,
): Team {
  const locale = own.locale ?? shared.locale ?? 'en'
  const quiet = own.quiet ?? shared.quiet ?? 'none'
  return {
    name,
    title: own.title,
    sample: own.sample ?? false,
    locale,
    timeZone: own.timeZone ?? shared.timeZone ?? 'UTC',
    quietHours: quiet === 'none' ? null : quiet,
    channels: own.channels,
    people: Object.entries(own.people).map(([id, person]) => personOf(id, person, locale)),
    topics: own.topics.map((topic, at) => ({ ...topic, at: place(['topics', at]) })),
    sources: own.sources.map((source, at) => sourceOf(source, folder, place(['sources', at]))),
    keep: { ...keptDays, ...shared.keep, ...own.keep },
  }
}

const personOf = (id: string, person: TeamSettings['people'][string], locale: Locale): Person => ({
  id,
  name: person.name,
  locale: person.locale ?? locale,
  role: person.role ?? 'member',
  accounts: person.accounts,
})

const sourceOf = (
  { name, feed, samples = '' }: TeamSettings['sources'][number],
  folder: string,
  at: SettingPlace,
): SourceSetting =>
  feed === undefined
    ? { name, at, kind: 'samples', file: join(folder, samples) }
    : { name, at, kind: 'feed', url: feed }

const tokensOf = ({ slack, discord }: TeamSettings): TeamTokens => ({
  slack: slack
    ? { token: slack.token, appToken: slack.appToken ?? null, signingSecret: slack.signingSecret ?? null }
    : null,
  discord: discord ?? null,
})

/** Days: texts for a quarter's reports, counts for a year and a month to compare, what matched nothing for a week. */
const keptDays = { texts: 90, counts: 395, unmatched: 7 }

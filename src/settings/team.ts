import { join } from 'node:path'
import { usualDigest } from '../model/digest.ts'
import { Oops } from '../model/oops.ts'
import { chatKinds, type Person, roles } from '../model/person.ts'
import { type Route, routeTo, untold, usualRoutes } from '../model/route.ts'
import {
  type Channels,
  type Locale,
  type Place,
  type Purpose,
  type SettingPlace,
  type SourceSetting,
  type Team,
  usualSureFrom,
} from '../model/team.ts'
import { accountOf } from './accounts.ts'
import { type AnswerSheets, readAnswers } from './answers.ts'
import { crisisOf } from './crisis.ts'
import { hoursOf } from './hours.ts'
import { identityOf } from './identities.ts'
import { list, map } from './loose.ts'
import { mailOf, type SharedMail } from './mail.ts'
import { fileName } from './names.ts'
import { readSearches } from './places.ts'
import { type Problem, problem } from './problem.ts'
import { promiseOf } from './promises.ts'
import { nameKey } from './repeats.ts'
import { reportOf, reportsCheck } from './reports.ts'
import { readRules } from './rules.ts'
import { readSampleSheet } from './samples.ts'
import type { TeamTokens, Variables } from './secrets.ts'
import { read } from './shape.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { teamChecks } from './team-checks.ts'
import { type SharedSettings, type TeamSettings, teamShape } from './team-shape.ts'
import { webhookSamplesCheck } from './webhook-sample.ts'
import { webhookOf } from './webhooks.ts'

export type ReadTeam = {
  team: Team | null
  tokens: TeamTokens | null
  problems: Problem[]
  warnings: Problem[]
}

/** Reads `<dir>/teams/<name>/team.yaml` and the samples beside it. Throws Oops where it cannot be opened. */
export async function readTeam(
  dir: string,
  name: string,
  shared: SharedSettings,
  env: Variables,
  sharedAnswers: AnswerSheets,
  sharedMail: SharedMail,
): Promise<ReadTeam> {
  const folder = join(dir, 'teams', name)
  const sheet = await readSheet(join(folder, 'team.yaml'))
  const chat = usualChat(sheet, shared)
  const { value, problems } = read(sheet, teamShape(chat, env))
  const answers = await readAnswers(dir, name, sharedAnswers, { chat, ...namesOf(sheet) })
  const topics = list(map(sheet.value).topics).map(map)
  const rules = await readRules(dir, name, { chat, topics })
  const all = [
    ...sheet.problems,
    ...problems,
    ...teamChecks(sheet),
    ...reportsCheck(sheet, env),
    ...(await samplesCheck(sheet, folder)),
    ...(await webhookSamplesCheck(sheet, folder)),
    ...answers.problems,
    ...rules.problems,
  ]
  if (!value || all.length > 0) return { team: null, tokens: null, problems: all, warnings: [] }
  const place = (path: (string | number)[]): SettingPlace => ({
    file: `teams/${name}/team.yaml`,
    line: sheet.place(path).line,
  })
  const mail = mailOf(value.mail, sharedMail)
  const own = teamOf(name, folder, value, shared, place)
  const searches = readSearches(sheet, {
    searches: value.searches ?? [],
    topics: own.topics,
    taken: own.sources.map(({ name }) => name),
    place,
  })
  if (searches.problems.length > 0) return { ...nothing, problems: searches.problems }
  const { accounts: searchAccounts } = searches
  const heard = {
    sources: [...own.sources, ...searches.sources],
    ...(searchAccounts.length > 0 ? { searchAccounts } : {}),
  }
  const team = { ...own, ...heard, mail, ...answers.given, ...rules.given }
  const warnings = [...routeGaps(sheet, team), ...answers.warnings, ...searches.warnings]
  return { team, tokens: tokensOf(value), problems: [], warnings }
}

const nothing = { team: null, tokens: null, warnings: [] }

/** Whom and what the files beside this one may name. */
const namesOf = ({ value }: Sheet) => ({
  topics: list(map(value).topics).flatMap((topic) => textOf(map(topic).name)),
  people: Object.keys(map(map(value).people)),
})

const textOf = (value: unknown) => (typeof value === 'string' ? [value] : [])

/** Channels are read in the light of the team's chat, which may itself be wrong: then any will do. */
const usualChat = (sheet: Sheet, shared: SharedSettings) =>
  chatKinds.find((chat) => chat === map(sheet.value).chat) ?? shared.chat ?? 'local'

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
    channels: { ...usualChannels(name, locale), ...given(own.channels) },
    channelsAt: Object.fromEntries(
      Object.keys(given(own.channels)).map((purpose) => [purpose, place(['channels', purpose])]),
    ),
    listens: own.listens ?? [],
    server: own.discord?.server ?? null,
    routes:
      (own.routes ?? shared.routes)?.map((route, at) => routeOf(route, own.topics, place(['routes', at]))) ??
      usualRoutes,
    digest: { ...usualDigest, ...shared.digest, ...own.digest },
    sureFrom: own.sureFrom ?? shared.sureFrom ?? usualSureFrom,
    crisis: crisisOf(own.crisis, shared.crisis),
    ...hoursIn(own.hours ?? shared.hours),
    promises: promisesIn(own, shared, place),
    people: Object.entries(own.people ?? {}).map(([id, person]) => personOf(id, person, locale)),
    groups: roles.flatMap((role) =>
      (own.groups?.[role] ?? []).map((group, at) => ({ group, role, at: place(['groups', role, at]) })),
    ),
    topics: own.topics.map(({ query, ...topic }, at) => ({ ...topic, ...query, at: place(['topics', at]) })),
    sources: own.sources.map((source, at) => sourceOf(source, folder, place(['sources', at]))),
    identities: (own.identities ?? []).map((one, at) => identityOf(one, place(['identities', at]))),
    webhooks: (own.webhooks ?? []).map((one, at) => webhookOf(one, own.topics, place(['webhooks', at]))),
    accounts: (own.accounts ?? []).map((one, at) => accountOf(one, place(['accounts', at]))),
    reports:
      own.reports?.map((one, at) => reportOf(one, place(['reports', at]))) ??
      (shared.reports ?? []).map((one) => reportOf(one)),
    keep: { ...keptDays, ...shared.keep, ...own.keep },
  }
}

const hoursIn = (hours: TeamSettings['hours']) => (hours ? { hours: hoursOf(hours) } : {})

/** Topics are the same however they are written, as in routes. */
const promisesIn = (
  { promises, topics }: TeamSettings,
  shared: SharedSettings,
  place: (path: (string | number)[]) => SettingPlace,
) =>
  promises?.map((one, at) =>
    promiseOf({ ...one, topics: namedTopics(one.topics, topics) ?? undefined }, place(['promises', at])),
  ) ?? (shared.promises ?? []).map((one) => promiseOf(one))

const personOf = (
  id: string,
  person: NonNullable<TeamSettings['people']>[string],
  locale: Locale,
): Person => ({
  id,
  name: person.name,
  locale: person.locale ?? locale,
  role: person.role ?? 'member',
  accounts: person.accounts,
})

/** Topics are the same however they are written: the route takes the name that stands with the topic. */
const routeOf = (
  { name, to, topics, ...asked }: NonNullable<TeamSettings['routes']>[number],
  known: TeamSettings['topics'],
  at: SettingPlace,
): Route => ({
  ...routeTo(to, asked),
  name,
  at,
  topics: namedTopics(topics, known),
})

const namedTopics = (topics: string[] | undefined, known: TeamSettings['topics']) =>
  topics?.map((given) => known.find((one) => nameKey(one.name) === nameKey(given))?.name ?? given) ?? null

/** Topics of which some mentions would be told nowhere: perhaps so meant, perhaps forgotten. */
function routeGaps(sheet: Sheet, team: Team): Problem[] {
  const topics = untold(team).map(({ name }) => name)
  if (topics.length === 0) return []
  return [
    problem(sheet.file, sheet.place(['routes'], 'key'), 'settings.route-gap', { topics: topics.join(', ') }),
  ]
}

const sourceOf = (
  { name, feed, samples = '', ...more }: TeamSettings['sources'][number],
  folder: string,
  at: SettingPlace,
): SourceSetting =>
  feed === undefined
    ? { name, at, kind: 'samples', file: join(folder, samples) }
    : { name, at, ...more, kind: 'feed', url: feed }

const tokensOf = ({ slack, discord }: TeamSettings): TeamTokens => ({
  slack: slack
    ? { token: slack.token, appToken: slack.appToken ?? null, signingSecret: slack.signingSecret ?? null }
    : null,
  discord: discord?.token === undefined ? null : { token: discord.token },
})

/** Without what the settings leave open. */
const given = (channels: TeamSettings['channels'] = {}) =>
  Object.fromEntries(Object.entries(channels).filter(([, place]) => place)) as Partial<Channels>

/** Where a team is told things until somebody sets a channel: on our own page, in channels of its own. */
function usualChannels(team: string, locale: Locale): Record<Purpose, Place> {
  const place = (channel: string): Place => ({ chat: 'local', channel: `${channel}-${team}` })
  return locale === 'fr'
    ? { alerts: place('e-reputation'), watch: place('veille'), community: place('communaute') }
    : { alerts: place('reputation'), watch: place('watch'), community: place('community') }
}

/** Days: texts for a quarter's reports, counts for a year and a month to compare, what matched nothing for a week. */
const keptDays = { texts: 90, counts: 395, unmatched: 7 }

import { join } from 'node:path'
import { Oops } from '../model/oops.ts'
import { placeKey, placesOf, type Team } from '../model/team.ts'
import { type AnswerSheets, readSharedAnswers } from './answers.ts'
import { type Connections, connect } from './connections.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { teamName, teamNames } from './folder.ts'
import type { SharedMail } from './mail.ts'
import { nowhere, type Problem, problem } from './problem.ts'
import type { TeamTokens, Variables } from './secrets.ts'
import { read } from './shape.ts'
import { readSheet } from './sheet.ts'
import { type ReadTeam, readTeam } from './team.ts'
import { type SharedSettings, sharedShape } from './team-shape.ts'

/** Everything an operator sets. A team with a mistake is left out: start only when there are no problems. */
export type Settings = {
  teams: Team[]
  /** The secrets that a team names for a workspace of its own, by the team's name. */
  tokens: Record<string, TeamTokens>
  connections: Connections
  environment: Environment
  problems: Problem[]
  /** What works and may not be meant. */
  warnings: Problem[]
}

/** Reads the settings folder and the environment, and finds every mistake in them at once. Throws nothing of theirs. */
export async function readSettings(dir: string, env: Variables): Promise<Settings> {
  const { environment, problems: ofEnvironment } = readEnvironment(env)
  const { shared, problems: ofDefaults } = await readDefaults(dir)
  const { shared: answers, problems: ofAnswers } = await readSharedAnswers(dir)
  const { names, problems: ofFolder } = await teamNames(dir)
  const read = await Promise.all(
    names.map(async (name) => ({
      name,
      ...(await teamOrProblem(dir, name, { shared, env, answers, mail: environment.mail })),
    })),
  )
  const tokens = Object.fromEntries(read.flatMap(({ name, tokens }) => (tokens ? [[name, tokens]] : [])))
  const { teams, connections } = connect(
    read.flatMap(({ team }) => team ?? []),
    tokens,
    environment,
  )
  return {
    teams,
    tokens,
    connections,
    environment,
    warnings: [...read.flatMap(({ warnings }) => warnings), ...unreachable(dir, teams, environment)],
    problems: [
      ofEnvironment,
      ofDefaults,
      ofAnswers,
      ofFolder,
      ...read.map(({ problems }) => inOrder(problems)),
      sharedChannels(dir, teams),
      sharedTokens(dir, tokens),
    ].flat(),
  }
}

async function readDefaults(dir: string): Promise<{ shared: SharedSettings; problems: Problem[] }> {
  const file = join(dir, 'defaults', 'team.yaml')
  try {
    const sheet = await readSheet(file)
    // A file of comments alone shares nothing, which is fine.
    const { value, problems } = read(sheet.value === null ? { ...sheet, value: {} } : sheet, sharedShape)
    return { shared: value ?? {}, problems: inOrder([...sheet.problems, ...problems]) }
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    const problems =
      error.key === 'settings.file-missing' ? [] : [problem(file, nowhere, error.key, error.values)]
    return { shared: {}, problems }
  }
}

async function teamOrProblem(
  dir: string,
  name: string,
  {
    shared,
    env,
    answers,
    mail,
  }: { shared: SharedSettings; env: Variables; answers: AnswerSheets; mail: SharedMail },
): Promise<ReadTeam> {
  const file = join(dir, 'teams', name, 'team.yaml')
  const named = teamName.test(name) ? [] : [problem(file, nowhere, 'settings.team-name', { given: name })]
  try {
    const { problems, ...team } = await readTeam(dir, name, shared, env, answers, mail)
    return { ...(named.length > 0 ? nobody : team), problems: [...named, ...problems] }
  } catch (error) {
    if (!(error instanceof Oops)) throw error
    return { ...nobody, problems: [...named, problem(file, nowhere, error.key, error.values)] }
  }
}

/** Webhooks are called at the public door: where that is closed, nobody can. */
function unreachable(dir: string, teams: Team[], { publicDoor }: Environment): Problem[] {
  if (publicDoor !== null) return []
  return teams.flatMap(({ webhooks = [] }) =>
    webhooks.slice(0, 1).map(({ name, at }) =>
      problem(join(dir, at!.file), { line: at!.line, column: 1 }, 'settings.webhook-no-door', {
        given: name,
      }),
    ),
  )
}

/** A channel belongs to one team: who may read it, and which team is asked there, hang on that. */
function sharedChannels(dir: string, teams: Team[]): Problem[] {
  const owners = new Map<string, string>()
  return teams.flatMap((team) =>
    placesOf(team)
      .map(placeKey)
      .flatMap((channel) => {
        const owner = owners.get(channel)
        owners.set(channel, owner ?? team.name)
        const file = join(dir, 'teams', team.name, 'team.yaml')
        return owner
          ? [problem(file, nowhere, 'settings.channel-shared', { given: channel, team: owner })]
          : []
      }),
  )
}

/** A workspace that several teams share belongs to Vigie: what is told there hangs on whose it is. */
function sharedTokens(dir: string, tokens: Record<string, TeamTokens>): Problem[] {
  const owners = new Map<string, string>()
  return Object.entries(tokens).flatMap(([name, { slack, discord }]) =>
    (['slack', 'discord'] as const).flatMap((kind) => {
      const token = (kind === 'slack' ? slack : discord)?.token
      if (!token) return []
      const owner = owners.get(token)
      owners.set(token, owner ?? name)
      const file = join(dir, 'teams', name, 'team.yaml')
      const variable = kind === 'slack' ? 'SLACK_BOT_TOKEN' : 'DISCORD_TOKEN'
      return owner
        ? [problem(file, nowhere, 'settings.token-shared', { setting: kind, team: owner, variable })]
        : []
    }),
  )
}

const nobody = { team: null, tokens: null, warnings: [] }

const inOrder = (problems: Problem[]) =>
  problems.toSorted((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? 1 : -1,
  )

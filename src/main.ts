import { createInterface } from 'node:readline'
import { Argument, Command, CommanderError } from 'commander'
import { newLog } from './log.ts'
import { Oops, reasonOf, Unavailable } from './model/oops.ts'
import { type ChatName, kindOfChat } from './model/person.ts'
import { type Locale, placeKey, placesOf, type Team } from './model/team.ts'
import { problemText } from './problems.ts'
import { newScrub } from './scrub.ts'
import { knownSecrets, secretsIn } from './settings/known-secrets.ts'
import { readSettings, type Settings } from './settings/settings.ts'
import { StoreDown } from './store/fault.ts'
import { reasonWords, sayIn } from './texts/texts.ts'

const locale: Locale = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  ? 'fr'
  : 'en'
const say = sayIn(locale)
const tell = (words: string) => void process.stderr.write(`${words}\n`)
const print = (line: string) => void process.stdout.write(`${line}\n`)

const vigie = new Command('vigie')
  .description('The lookout of community managers · La vigie des community managers')
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  })
  .showHelpAfterError()

vigie
  .command('start', { isDefault: false })
  .description('runs Vigie; without a token, the local workspace on http://127.0.0.1:3000')
  .action(async () => start(await settingsOrStop()))

vigie
  .command('check')
  .description('reads every setting and says what is wrong as file:line: what, and the cure')
  .option('--config <dir>', 'the settings folder')
  .option('--online', 'also tries each source')
  .action(async ({ config, online }: { config?: string; online?: boolean }) => {
    const settings = await settingsOrStop(config)
    for (const warning of settings.warnings) tell(problemText(warning, say))
    const count = (all: { length: number }[]) => all.reduce((sum, { length }) => sum + length, 0)
    tell(
      say.plain('line.check-fine', {
        teams: say.plain('line.team-count', { count: settings.teams.length }),
        topics: say.plain('help.topics', { count: count(settings.teams.map(({ topics }) => topics)) }),
        sources: say.plain('help.sources', { count: count(settings.teams.map(({ sources }) => sources)) }),
      }),
    )
    if (!online) return
    const { checkOnline } = await import('./check.ts')
    if (!(await checkOnline(settings, say, print))) process.exitCode = 1
  })

vigie
  .command('parse')
  .description('prints each feed file as one line of JSON (file names on stdin when none is given)')
  .argument('[file...]')
  .action(async (files: string[]) => {
    const { parseFile } = await import('./sources/parse.ts')
    for await (const file of files.length > 0 ? files : lines())
      await attempt(async () => print(JSON.stringify(await parseFile(file))), file)
  })

vigie
  .command('scan')
  .description('runs feeds (files, addresses, or - for posts on stdin) through intake once, keeps nothing')
  .option('--config <dir>', 'the settings folder')
  .argument('<feed...>')
  .action(async (feeds: string[], { config }: { config?: string }) => {
    const settings = await settingsOrStop(config)
    const { scan } = await import('./scan.ts')
    for (const feed of feeds)
      await attempt(async () => {
        for await (const mention of scan(settings, feed, lines())) print(JSON.stringify(mention))
      }, feed)
  })

vigie
  .command('import')
  .description(
    'files the history of an older tool (CSV) or adds the sources of a feed reader (OPML), without a sound; with the word measures first: takes over numbers of newsletters, ads and accounts (CSV); Vigie may be running',
  )
  .requiredOption('--team <name>', 'the team whose history it is')
  .option('--config <dir>', 'the settings folder')
  .option('--month-first', 'dates such as 03/24/2026 name the month first')
  .option('--partial', 'measures: takes over the right lines of a file although others are wrong')
  .argument('<file...>')
  .action(
    async (
      files: string[],
      { config, ...asked }: { config?: string; team: string; monthFirst?: boolean; partial?: boolean },
    ) => {
      const settings = await settingsOrStop(config)
      process.umask(0o077)
      if (files[0] === 'measures' && files.length > 1) {
        const { importMeasureFiles } = await import('./import/measure-files.ts')
        const parts = { ...asked, say, tell, print }
        if (!(await importMeasureFiles(settings, files.slice(1), parts))) process.exitCode = 1
        return
      }
      const { importFiles } = await import('./import/files.ts')
      if (!(await importFiles(settings, files, { ...asked, say, tell, print }))) process.exitCode = 1
    },
  )

vigie
  .command('analyse')
  .description('stdin: one JSON a line {"text","language"?}; stdout: its language and mood')
  .action(async () => {
    const { newAnalysis } = await import('./analysis/analysis.ts')
    const { analysed } = await import('./analyse.ts')
    const analysis = newAnalysis()
    let number = 0
    for await (const line of lines()) {
      number++
      if (line.trim() !== '')
        await attempt(async () => print(JSON.stringify(analysed(analysis, line, number))))
    }
  })

vigie
  .command('detect')
  .description(
    'CSV timestamp,value (a file, or stdin) to timestamp,value,anomaly_score: 1 where an alert is raised',
  )
  .option(
    '--sensitivity <word>',
    'calm, normal or sharp, or a number from 0.5 (sharp) to 10 (calm)',
    'normal',
  )
  .argument('[file]')
  .action(async (file: string | undefined, { sensitivity }: { sensitivity: string }) => {
    const { detect } = await import('./detect.ts')
    // Who reads only the head of it has seen enough.
    process.stdout.on('error', () => process.exit())
    const input = file === undefined || file === '-' ? process.stdin : file
    if (!(await detect(input, sensitivity, { say, tell, print }))) process.exitCode = 1
  })

vigie
  .command('manifest')
  .description('prints what creates the Slack app, or the commands and the invite address of the Discord bot')
  .addArgument(new Argument('<chat>').choices(['slack', 'discord']))
  .option('--http <url>', 'Slack: it calls Vigie at this public address; without it, Vigie calls Slack')
  .option('--listen', 'Slack: for teams that listen to channels; Vigie is sent what people say there')
  .option('--only-vigie', 'Slack: no short names, /vigie alone')
  .action(
    async (chat: 'slack' | 'discord', asked: { http?: string; listen?: boolean; onlyVigie?: boolean }) =>
      print(JSON.stringify(await manifestOf(chat, asked), null, 2)),
  )

vigie
  .command('verify')
  .description(
    'checks the proof of a draw (proof.json): the winners, one a line as JSON, or what does not hold',
  )
  .argument('<proof.json>')
  .action(async (file: string) => {
    const { verify } = await import('./verify.ts')
    if (!(await verify(file, { say, tell, print }))) process.exitCode = 1
  })

vigie
  .command('trail')
  .description('checks the audit trail of replies: where it ends, or where it was tampered with')
  .option('--config <dir>', 'the settings folder')
  .option('--team <name>', 'of one team alone')
  .option('--head <head>', 'a head that a published reply told (128:3f9ab2c104de): the trail must hold it')
  .action(async ({ config, ...asked }: { config?: string; team?: string; head?: string }) => {
    const { environment } = await settingsOrStop(config)
    process.umask(0o077)
    const { checkTrails } = await import('./trail.ts')
    if (!(await checkTrails(environment, { ...asked, say, tell, print }))) process.exitCode = 1
  })

vigie
  .command('recount')
  .description('counts all mentions anew for the KPIs, by the calendar of each team; Vigie may be running')
  .option('--config <dir>', 'the settings folder')
  .option('--team <name>', 'of one team alone')
  .action(async ({ config, ...asked }: { config?: string; team?: string }) => {
    const settings = await settingsOrStop(config)
    process.umask(0o077)
    const { recount } = await import('./recount.ts')
    await recount(settings, { ...asked, say, tell, print })
  })

try {
  await vigie.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else fail(error)
}

/** The settings, or every mistake in them and the end. */
async function settingsOrStop(config?: string): Promise<Settings> {
  const settings = await readSettings(config ?? process.env.VIGIE_CONFIG ?? 'config', process.env)
  for (const problem of settings.problems) tell(problemText(problem, say))
  if (settings.problems.length === 0) return settings
  throw new Oops('line.check-problems', { count: settings.problems.length })
}

async function start(settings: Settings) {
  // What is kept is for its owner's eyes: the database quotes people.
  process.umask(0o077)
  const { environment } = settings
  const log = newLog({ level: environment.logLevel, secrets: knownSecrets(settings, process.env) })
  // As Node would show it, such an error carries all that hangs on it.
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'Vigie fell over its own mistake')
    process.exit(1)
  })
  const { newApp } = await import('./app.ts')
  for (const warning of settings.warnings) tell(problemText(warning, say))
  const app = await newApp(settings, { log })
  let stopping = false
  const stop = async () => {
    // Pressed twice, or the tidy way took too long: what matters is in the store already.
    if (stopping) process.exit(130)
    stopping = true
    tell(say.plain('line.stopping'))
    setTimeout(() => process.exit(1), 4_500).unref()
    await app.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const address = await app.start().catch(async (error) => {
    await app.stop().catch(() => {})
    throw error
  })
  sayWhatWaits(settings, app.teams)
  print(address)
  tell(say.plain('line.started', { address }))
}

/** What is set and does nothing is said, never silently passed over. */
function sayWhatWaits({ connections, environment }: Settings, teams: Team[]) {
  const connectedTo = new Set<ChatName>([
    'local',
    ...connections.slack.map(({ name }) => name),
    ...connections.discord.flatMap(({ servers }) => servers.map(({ name }) => name)),
  ])
  const places = teams.flatMap((team) => placesOf(team).map((place) => ({ team, place })))
  for (const { team, place } of places)
    if (!connectedTo.has(place.chat))
      tell(
        say.plain('line.unconnected', {
          what: `${team.name}: ${placeKey(place)}`,
          kind: kindOfChat(place.chat),
        }),
      )
  const kinds = new Set(places.map(({ place }) => kindOfChat(place.chat)))
  for (const name of connectedTo)
    if (name !== 'local' && !kinds.has(kindOfChat(name))) tell(say.plain('line.no-channels', { chat: name }))
  const byDoor = connections.slack.some(({ tokens }) => !tokens.appToken)
  if (byDoor && !environment.publicDoor) tell(say.plain('line.no-door'))
}

async function manifestOf(
  chat: 'slack' | 'discord',
  asked: { http?: string; listen?: boolean; onlyVigie?: boolean },
) {
  const { commands } = await import('../commands/index.ts')
  if (chat === 'discord') {
    const { discordManifest } = await import('./chat/discord/manifest.ts')
    return discordManifest(commands, { token: process.env.DISCORD_TOKEN?.trim(), locale })
  }
  const { slackManifest } = await import('./chat/slack/manifest.ts')
  return slackManifest(commands, { ...asked, locale })
}

/** One input that cannot be read is told and spoils the exit code, not the others. */
async function attempt(work: () => Promise<void>, name?: string) {
  try {
    await work()
  } catch (error) {
    fail(error, name)
  }
}

function fail(error: unknown, name?: string) {
  process.exitCode = 1
  const before = name === undefined ? '' : `${name}: `
  const words =
    error instanceof StoreDown && error.key === undefined
      ? say.plain('store.down', { reason: reasonWords(reasonOf(error.cause ?? error), say) })
      : error instanceof Oops || error instanceof Unavailable
        ? reasonWords(reasonOf(error), say)
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error)
  tell(before + newScrub(secretsIn(process.env)).secrets(words))
}

async function* lines(): AsyncGenerator<string> {
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

import { modelOf } from './drafting/model.ts'
import { newDoor } from './http.ts'
import { reasonOf } from './model/oops.ts'
import { isSearch } from './model/search.ts'
import { folded } from './model/words.ts'
import { newConnectors } from './publish/connectors.ts'
import { hostOf } from './publish/failures.ts'
import { fetchThrough, trustedHosts } from './publish/way-out.ts'
import { checkSearches } from './reports/search-check.ts'
import type { Settings } from './settings/settings.ts'
import { userAgentOf } from './settings/user-agent.ts'
import { textOf } from './sources/bytes.ts'
import { problemOf } from './sources/feed.ts'
import { accountHosts } from './sources/platforms/hosts.ts'
import { countAccount } from './sources/platforms/index.ts'
import { type Feed, readFeed } from './sources/reader.ts'
import { type SecondOpinion, secondOpinion } from './sources/rss-parser.ts'
import { isKey, type Key, reasonWords, type Say } from './texts/texts.ts'

/**
 * Tries each source as it will be read and prints how it went: a line for what was found, one for what rss-parser
 * makes of it, one for each point where it sees the feed differently; then signs in as each identity, and publishes
 * nothing; then counts each account, and asks the language model for a word. False where one of these cannot be used.
 */
export async function checkOnline(
  settings: Settings,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  const { environment, teams } = settings
  const door = newDoor({ allowPrivate: environment.allowPrivate, userAgent: userAgentOf(environment) })
  const sources = teams.flatMap((team) =>
    team.sources.map((source) => ({ ...source, name: `${team.name}: ${source.name}` })),
  )
  let fine = true
  for (const source of sources) {
    if (source.kind !== 'feed' || isSearch(source.url)) continue
    const { name, url } = source
    try {
      const answer = await door.get(url)
      if (answer.status !== 200) throw problemOf(answer, url, Date.now())
      const charset = charsetOf(answer.headers['content-type'])
      const feed = await readFeed(answer.body, { url: answer.url, charset })
      print(found(name, feed, 'line.online-fine', say))
      const other = await secondOpinion(await textOf(answer.body, charset))
      if ('posts' in other) print(found(name, other, 'line.online-other', say))
      for (const difference of differences(feed, other))
        print(say.plain('line.online-differs', { name, difference }))
    } catch (error) {
      fine = false
      print(say.plain('line.online-unread', { name, reason: reasonWords(reasonOf(error), say) }))
    }
  }
  await door.close()
  fine = (await checkSearches(settings, say, print)) && fine
  const signedIn = await checkIdentities(settings, say, print)
  const mailed = await checkMail(settings, say, print)
  const counted = await checkAccounts(settings, say, print)
  return (await checkModel(settings, say, print)) && signedIn && mailed && counted && fine
}

/** Signs in at the mail servers of the teams that report by mail, and sends nothing. */
async function checkMail(
  { teams }: Pick<Settings, 'teams'>,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  let fine = true
  for (const { name: team, mail, sample, reports = [] } of teams) {
    if (!mail || sample || reports.every((report) => report.mail.length === 0)) continue
    const { tryServer } = await import('./mail/mail.ts')
    const why = await tryServer(mail.server)
    fine = why === null && fine
    print(
      why === null
        ? say.plain('mail.online-fine', { team, host: mail.server.host })
        : say.plain('mail.online-wrong', { team, why: reasonWords(why, say) }),
    )
  }
  return fine
}

/** Asks the language model, where there is one, for a word. */
async function checkModel(
  { environment }: Pick<Settings, 'environment'>,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  const model = modelOf(environment)
  if (!model) return true
  try {
    await model.write({ rules: 'Say OK.', facts: '', matter: 'DATA\n{}\nEND' })
    print(say.plain('draft.online-fine', { model: model.name }))
    return true
  } catch (error) {
    print(say.plain('draft.online-wrong', { model: model.name, why: reasonWords(reasonOf(error), say) }))
    return false
  }
}

async function checkIdentities(
  { environment, teams }: Pick<Settings, 'environment' | 'teams'>,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  const allowPrivate = [...environment.allowPrivate, ...trustedHosts(teams)]
  const door = newDoor({ allowPrivate, userAgent: userAgentOf(environment) })
  const connectors = newConnectors()
  let fine = true
  for (const team of teams)
    for (const identity of team.identities ?? []) {
      const name = `${team.name}: ${identity.name}`
      const signal = AbortSignal.timeout(identityPatience)
      try {
        await connectors[identity.kind].check(identity, { fetch: fetchThrough(door, signal), signal })
        print(say.plain('publish.online-fine', { name, host: hostOf(identity) }))
      } catch (error) {
        fine = false
        print(say.plain('publish.online-wrong', { name, reason: reasonWords(reasonOf(error), say).trim() }))
      }
    }
  await door.close()
  return fine
}

/** Counts each account as it is counted every day, and keeps nothing. */
async function checkAccounts(
  { environment, teams }: Pick<Settings, 'environment' | 'teams'>,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  const allowPrivate = [...environment.allowPrivate, ...accountHosts(teams)]
  const door = newDoor({ allowPrivate, userAgent: userAgentOf(environment) })
  let fine = true
  for (const team of teams)
    for (const account of team.accounts ?? []) {
      const name = `${team.name}: ${account.name}`
      try {
        const way = { door, now: Date.now(), timeZone: team.timeZone }
        const { now, days } = await countAccount(account, way)
        const told = Object.entries(now).map(([key, value]) => ({ key, value }))
        const reacted = new Set(days.flatMap(({ values }) => Object.keys(values)))
        const numbers = [
          ...told.map(({ key, value }) => say.plain('count.one', { measure: nameOf(key, say), value })),
          ...[...reacted].filter((key) => isKey(`measure.${key}`)).map((key) => nameOf(key, say)),
        ]
        print(say.plain('count.online-fine', { name, numbers: numbers.join(', '), host: hostOf(account) }))
      } catch (error) {
        fine = false
        print(say.plain('count.online-wrong', { name, reason: reasonWords(reasonOf(error), say) }))
      }
    }
  await door.close()
  return fine
}

const nameOf = (key: string, say: Say) => (isKey(`measure.${key}`) ? say.plain(`measure.${key}` as Key) : key)

/** Milliseconds. */
const identityPatience = 20_000

type Seen = { posts: { publishedAt: number | null }[] }

function found(
  name: string,
  { posts }: Seen,
  key: 'line.online-fine' | 'line.online-other',
  say: Say,
): string {
  const newest = Math.max(...posts.map(({ publishedAt }) => publishedAt ?? 0), 0)
  const day = newest > 0 ? new Date(newest).toISOString().slice(0, 10) : '?'
  return say.plain(key, { name, count: posts.length, newest: day })
}

/** Where the two readers differ, at most five points: how many posts, then titles, links and dates in their order. */
export function differences(ours: Feed, theirs: SecondOpinion): string[] {
  if ('error' in theirs) return [theirs.error]
  const all: string[] = []
  if (ours.posts.length !== theirs.posts.length)
    all.push(`${ours.posts.length} / ${theirs.posts.length} posts`)
  else
    ours.posts.forEach((post, at) => {
      const other = theirs.posts[at]!
      if (folded(post.title) !== folded(other.title)) all.push(`“${post.title}” / “${other.title}”`)
      if (post.url !== null && other.url !== null && !sameAddress(post.url, other.url))
        all.push(`${post.url} / ${other.url}`)
      if ((post.publishedAt ?? post.updatedAt) !== other.publishedAt)
        all.push(`${dateOf(post.publishedAt)} / ${dateOf(other.publishedAt)}`)
    })
  return all.slice(0, 5)
}

/** rss-parser leaves relative addresses as they are. */
const sameAddress = (ours: string, theirs: string) =>
  ours === theirs || URL.parse(theirs, ours)?.href === URL.parse(ours)?.href

const dateOf = (at: number | null) => (at === null ? '-' : new Date(at).toISOString())

const charsetOf = (type = '') => /charset="?([^\s;"]+)/i.exec(type)?.[1] ?? null

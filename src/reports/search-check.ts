import { newMatcher } from '../analysis/matcher.ts'
import { type Answer, newDoor } from '../http.ts'
import { reasonOf } from '../model/oops.ts'
import { wholeText } from '../model/post.ts'
import {
  budgetKey,
  isSearch,
  limitsOf,
  placeTitles,
  readSearch,
  type SearchAccount,
} from '../model/search.ts'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import { wordsOf } from '../model/words.ts'
import type { Settings } from '../settings/settings.ts'
import { userAgentOf } from '../settings/user-agent.ts'
import { type Budget, BudgetSpent } from '../sources/places/budget.ts'
import { fetchSearch } from '../sources/places/index.ts'
import { hidden } from '../sources/places/refusal.ts'
import { searchHosts } from '../sources/places/trusted.ts'
import { reasonWords, type Say } from '../texts/texts.ts'

/**
 * Tries each search of the settings once and prints how its place answered: the status, how the answer begins, what our
 * reader made of it and how much of that would concern the team. False where one cannot be read; one that may not be
 * asked so often is only named.
 */
export async function checkSearches(
  { environment, teams }: Pick<Settings, 'environment' | 'teams'>,
  say: Say,
  print: (line: string) => void,
): Promise<boolean> {
  const door = newDoor({
    allowPrivate: [...environment.allowPrivate, ...searchHosts(teams)],
    userAgent: userAgentOf(environment),
  })
  const budgets = newBudgets()
  let fine = true
  for (const team of teams)
    for (const source of team.sources) {
      if (source.kind !== 'feed' || !isSearch(source.url)) continue
      const { url } = source
      const name = `${team.name}: ${source.name}`
      const account = team.searchAccounts?.find(({ key }) => key === readSearch(url)?.account) ?? null
      const answers: Answer[] = []
      try {
        const known = { url, etag: null, lastModified: null, bodyHash: null }
        const fetched = await fetchSearch(door, known, {
          now: Date.now(),
          account,
          budget: budgets(url, account),
          shown: (answer) => answers.push(answer),
        })
        const posts = fetched.unchanged ? [] : fetched.feed.posts
        for (const line of shown(name, url, { answers: answers.slice(0, 1), account }, say)) print(line)
        const newest = Math.max(...posts.map(({ publishedAt }) => publishedAt ?? 0), 0)
        const caught = posts.filter((post) => concerns(team, post)).length
        print(
          say.plain('line.online-place-read', {
            name,
            count: posts.length,
            caught,
            newest: newest > 0 ? new Date(newest).toISOString().slice(0, 10) : '?',
          }),
        )
        if (fetched.note)
          print(say.plain('line.online-unread', { name, reason: reasonWords(fetched.note, say) }))
      } catch (error) {
        if (!(error instanceof BudgetSpent)) fine = false
        for (const line of shown(name, url, { answers: answers.slice(-1), account }, say)) print(line)
        print(say.plain('line.online-unread', { name, reason: reasonWords(reasonOf(error), say) }))
      }
    }
  await door.close()
  return fine
}

/** How an answer begins, on one line; what somebody signs in with is no part of it. */
function shown(
  name: string,
  url: string,
  { answers, account }: { answers: Answer[]; account: SearchAccount | null },
  say: Say,
): string[] {
  const place = readSearch(url)?.place
  return answers.map(({ status, body }) => {
    const raw = hidden(Buffer.from(body.slice(0, 4_000)).toString('utf8'), account)
      .replace(/"(?:accessJwt|refreshJwt|access_token)"\s*:\s*"[^"]*"/g, '"…"')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, longestRaw)
      .toWellFormed()
    return say.plain('line.online-place', {
      ...{ name, status: `${status}`, raw },
      place: place ? placeTitles[place] : url,
    })
  })
}

function concerns({ topics }: Team, post: Parameters<typeof wholeText>[0] & { url: string | null }): boolean {
  const { match } = newMatcher(topics.map(({ query }) => ({ query })))
  return match(wordsOf(wholeText(post)), post).length > 0
}

/** Here and now, a place is asked no more often than it lets itself be asked in a minute. */
function newBudgets() {
  const used = new Map<string, number>()
  return (url: string, account: Parameters<typeof limitsOf>[1]): Budget =>
    async (count = 1) => {
      const search = readSearch(url)
      if (!search) return
      const key = budgetKey(search)
      const now = Date.now()
      const most = Math.min(...limitsOf(search.place, account).map((limit) => limit.most))
      used.set(key, (used.get(key) ?? 0) + count)
      if (used.get(key)! > most) throw new BudgetSpent(search.place, now + minute, now)
    }
}

const longestRaw = 300

import { z } from 'zod'
import { asked, bearer } from './asking.ts'
import type { PlatformReader } from './index.ts'

/** A repository on GitHub; with a token it may be asked more often. https://docs.github.com/rest/repos/repos */
export const readGithub: PlatformReader = async (account, way) => {
  const path = `/repos/${(account.who ?? '').split('/').map(encodeURIComponent).join('/')}`
  const headers = { accept: 'application/vnd.github+json', ...bearer(account) }
  const { stargazers_count } = await asked(account, path, repository, way, headers)
  return { now: { stars: stargazers_count }, days: [] }
}

const repository = z.object({ stargazers_count: z.number().int().nonnegative() })

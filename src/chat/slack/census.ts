import type { Census } from '../chat.ts'
import type { Introduction } from './introduction.ts'
import type { People } from './people.ts'

/**
 * How many people a workspace has, bots and those who left it aside; what the app's rights hide is said. Nobody can ask
 * Slack whether an app hears who leaves a channel: apps of earlier versions do not. Throws Unavailable.
 */
export function newCensus({ introduction, people }: { introduction: Introduction; people: People }) {
  return async function census(): Promise<Census> {
    const { scopes } = await introduction.ask()
    // Where Slack says nothing of rights, nobody knows.
    const lacks = (...needed: string[]) =>
      scopes.length === 0 ? [] : needed.filter((scope) => !scopes.includes(scope))
    const told = (missing: string[]) => ({
      key: 'count.slack-scopes' as const,
      values: { scopes: missing.join(', ') },
    })
    const hidden: Census['hidden'] = { leaves: { key: 'count.slack-leaves' } }
    const [reads, knows, hears] = [lacks('users:read'), lacks('channels:read'), lacks('channels:history')]
    if (reads.length > 0) hidden.members = told(reads)
    if (knows.length > 0) hidden.joins = hidden.leaves = told(knows)
    if (hears.length > 0) hidden.messages = told(hears)
    return { members: reads.length > 0 ? null : (await people.everybody()).length, hidden }
  }
}

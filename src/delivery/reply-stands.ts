import { accountKey, may } from '../model/person.ts'
import { type Approval, newest, type Reply } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import type { Parts } from '../store/store.ts'
import type { Key } from '../texts/texts.ts'
import { judged } from './reply-judged.ts'

/**
 * Why an approved reply is not to go out any more, as the key of a text; null where it still may. What holds is what
 * the team says now: its people, its policy, and what somebody did with the mention since it was approved.
 */
export async function standsNoMore(store: Parts, team: Team, reply: Reply): Promise<Key | null> {
  const mention = await store.mentions.get(team.name, reply.mention)
  if (!mention) return 'reply.stops-gone'
  const { state } = mention
  if ((state.is === 'answered' || state.is === 'ignored') && state.at > (await letGoAt(store, reply)))
    return state.is === 'answered' ? 'reply.stops-answered' : 'reply.stops-ignored'
  const { broken } = judged(team, mention, newest(reply).text).verdict
  if (broken.some((one) => one.do === 'refuse')) return 'reply.stops-rule'
  for (const approval of reply.approvals)
    if (!(await mayStill(store, team, approval, reply))) return 'reply.stops-role'
  return null
}

/** When somebody last said that it may go out. */
async function letGoAt(store: Parts, { team, id }: Reply): Promise<number> {
  const steps = await store.replies.steps(team, id)
  return steps.findLast(({ did }) => did === 'approved' || did === 'again')?.at ?? 0
}

/** Whether whoever approved it may still do so. Who is in a group only the chat knows: in doubt they may. */
async function mayStill(
  store: Parts,
  { people, groups = [] }: Team,
  { person, account }: Approval,
  { role }: Reply,
): Promise<boolean> {
  if (may('member', role) || groups.some((one) => may(one.role, role))) return true
  const theirs = new Set((account ? await store.people.sameAs([account]) : []).map(accountKey))
  return people.some(
    (one) =>
      may(one.role, role) &&
      (one.id === person || one.accounts.some((account) => theirs.has(accountKey(account)))),
  )
}

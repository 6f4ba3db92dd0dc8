import { instantOf } from '../../model/mapping.ts'
import { fieldsOf, type HookEvent, idOf, lineOf, posted, textOf, webOf } from './event.ts'

/**
 * Issues, discussions and their comments (https://docs.github.com/webhooks/webhook-events-and-payloads), told apart by
 * what the signed body holds, not by headers. Machines open many: what a bot wrote is passed over.
 */
export function readGithub(payload: unknown): HookEvent[] {
  const { action, comment, issue, discussion, repository } = fieldsOf(payload)
  const thread = issue ? 'issue' : discussion ? 'discussion' : null
  // Pull requests are the work of who makes it; a comment there is an issue's in GitHub's eyes.
  if (thread === null || 'pull_request' in fieldsOf(issue) || fieldsOf(repository).private === true) return []
  const parent = fieldsOf(thread === 'issue' ? issue : discussion)
  const given = comment === undefined ? parent : fieldsOf(comment)
  const number = idOf(given.id)
  if (number === null) return []
  const id = `${thread}${comment === undefined ? '' : '-comment'}:${number}`
  if (action === 'deleted') return [{ did: 'deleted', id }]
  if (action !== 'created' && action !== 'opened' && action !== 'edited') return []
  const user = fieldsOf(given.user)
  if (user.type === 'Bot') return []
  const [login, account] = [lineOf(user.login), idOf(user.id)]
  const post = posted({
    id,
    url: webOf(given.html_url),
    title: comment === undefined ? (lineOf(parent.title) ?? '') : '',
    text: textOf(given.body),
    author: login,
    publishedAt: instantOf(given.created_at),
    updatedAt: instantOf(given.updated_at),
    outlet: lineOf(fieldsOf(repository).full_name),
    network: 'forum',
    ...(account === null ? {} : { account: { where: 'github.com', who: account } }),
  })
  return [{ did: action === 'edited' ? 'edited' : 'posted', post }]
}

import type { Json } from '../nouns.ts'
import { Refusal, refusalFor } from '../refusal.ts'
import { problemsOf } from './blocks.ts'
import { type Complain, checkKeys, checkString, checkText } from './shapes.ts'

const keys = {
  modal: ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'],
  home: [] as string[],
}
const common = ['blocks', 'private_metadata', 'callback_id', 'external_id']

/** Throws what Slack would refuse a window or a home tab with. */
export function checkView(view: Json, type: 'modal' | 'home'): void {
  if (typeof view !== 'object' || view === null || view.type !== type)
    throw refusalFor('invalid_arguments', ['must be a valid enum value [json-pointer:/view/type]'])
  if (JSON.stringify(view).length > 250_000) throw new Refusal('view_too_large')
  const problems: string[] = []
  const complain: Complain = (at, reason) => problems.push(`${reason} [json-pointer:${at}]`)
  checkKeys(view, '/view', complain, [...common, ...keys[type]])
  if (type === 'modal') checkText(view.title, '/view/title', complain, { most: 24, kind: 'plain_text' })
  for (const name of ['submit', 'close'] as const)
    if (view[name] !== undefined)
      checkText(view[name], `/view/${name}`, complain, { most: 24, kind: 'plain_text' })
  if (view.private_metadata !== undefined)
    checkString(view.private_metadata, '/view/private_metadata', complain, { most: 3000, least: 0 })
  for (const name of ['callback_id', 'external_id'])
    if (view[name] !== undefined) checkString(view[name], `/view/${name}`, complain, { most: 255, least: 0 })
  if (!Array.isArray(view.blocks)) complain('/view/blocks', 'must provide an array')
  else problems.push(...problemsOf(view.blocks, '/view/blocks', 100))
  const asks = Array.isArray(view.blocks) && view.blocks.some((block: Json) => block?.type === 'input')
  if (type === 'modal' && asks && view.submit === undefined)
    complain('/view/submit', 'missing required field: submit')
  if (problems.length > 0) throw refusalFor('invalid_arguments', problems)
}

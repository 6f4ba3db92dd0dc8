import { checkView } from '../checks/modals.ts'
import { type Act, actOf } from '../delivery.ts'
import { describedView, newView, replaceView } from '../methods/views.ts'
import type { Json, View } from '../nouns.ts'
import { unescaped } from '../texts.ts'
import { filled, isEmpty } from '../windows.ts'
import { interactive, newTrigger, type Stage, sentBack } from './pieces.ts'

/** What people do with the window that is open before them. */
export function newSubmitting(stage: Stage) {
  const { host, team, deliver } = stage

  function open(user: string): View {
    const view = team.windows.get(user)?.at(-1)
    if (!view) throw new Error(`no window is open before ${user}`)
    return view
  }

  /** By the id of its block, its action id, or its label. */
  function fill(view: View, wanted: string, given: string | string[]) {
    const inputs = view.blocks.filter(({ type }) => type === 'input')
    const label = (block: Json) => unescaped(block.label.text)
    const block = inputs.find(
      (one) => one.block_id === wanted || one.element.action_id === wanted || label(one) === wanted,
    )
    if (!block) throw new Error(`there is no input “${wanted}” among ${inputs.map(label).join(', ')}`)
    const values = typeof given === 'string' ? [given] : given
    view.state.values[block.block_id]![block.element.action_id] = filled(block.element, values)
  }

  async function submits(user: string, values: Record<string, string | string[]>): Promise<Act> {
    const view = open(user)
    for (const [name, value] of Object.entries(values)) fill(view, name, value)
    for (const { type, block_id, element, label, optional } of view.blocks)
      if (type === 'input' && !optional && isEmpty(view.state.values[block_id]![element.action_id]))
        throw new Error(`“${unescaped(label.text)}” must be filled in`)
    const delivery = await deliver(team, 'interactive', {
      ...interactive(stage, user, 'view_submission'),
      trigger_id: newTrigger(stage, user, view.id),
      view: { ...describedView(team, view), state: sentBack(stage, view.state) },
      response_urls: [],
    })
    if (delivery.problem === null) follow(user, view, delivery.answer)
    return actOf([delivery])
  }

  function follow(user: string, view: View, answer: Json) {
    const stack = team.windows.get(user) ?? []
    if (answer?.response_action === 'errors') {
      const known = view.blocks.map(({ block_id }) => block_id)
      for (const block of Object.keys(answer.errors))
        if (!known.includes(block)) throw new Error(`the window has no block ${block} for an error`)
      view.errors = answer.errors
      return
    }
    view.errors = undefined
    if (answer?.response_action === 'update') return replaceView(host, view, answer.view)
    if (answer?.response_action === 'push') {
      checkView(answer.view, 'modal')
      return void team.windows.set(user, [...stack, newView(host, answer.view, view)])
    }
    if (answer?.response_action === 'clear' || view.clear_on_close) team.windows.delete(user)
    else team.windows.set(user, stack.slice(0, -1))
    host.happened()
  }

  async function closes(user: string): Promise<Act> {
    const view = open(user)
    const stack = team.windows.get(user)!
    if (view.clear_on_close) team.windows.delete(user)
    else team.windows.set(user, stack.slice(0, -1))
    host.happened()
    if (!view.notify_on_close) return actOf([])
    const payload = {
      ...interactive(stage, user, 'view_closed'),
      view: describedView(team, view),
      is_cleared: view.clear_on_close,
    }
    return actOf([await deliver(team, 'interactive', payload)])
  }

  return { submits, closes }
}

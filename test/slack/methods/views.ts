import { checkView } from '../checks/modals.ts'
import type { Host } from '../host.ts'
import type { Json, Trigger, View } from '../nouns.ts'
import { Refusal, refusalFor } from '../refusal.ts'
import type { Team } from '../team.ts'
import { keptBlocks } from '../texts.ts'
import { stateOf } from '../windows.ts'
import { type Asked, given, type Method } from './asked.ts'

/** How many windows may lie on one another. */
const mostStacked = 3

/** Windows and home tabs. */
export const views: Record<string, Method> = {
  'views.open': {
    run(asked) {
      const { host, team } = asked
      const { user } = useTrigger(asked)
      const view = newView(host, asked.params.view)
      team.windows.set(user, [view])
      return { view: describedView(team, view) }
    },
  },
  'views.push': {
    run(asked) {
      const { host, team } = asked
      const { user, within } = useTrigger(asked)
      const stack = team.windows.get(user) ?? []
      if (within === null || stack.length === 0) throw new Refusal('invalid_trigger_id')
      if (stack.length >= mostStacked) throw new Refusal('push_limit_reached')
      const view = newView(host, asked.params.view, stack.at(-1))
      team.windows.set(user, [...stack, view])
      return { view: describedView(team, view) }
    },
  },
  'views.update': {
    run(asked) {
      const { host, team, params } = asked
      const all = [...team.windows.values()].flat()
      const view = all.find(({ id, external_id }) =>
        params.view_id ? id === params.view_id : external_id === given(asked, 'external_id'),
      )
      if (!view) throw new Refusal('not_found')
      if (params.hash && params.hash !== view.hash) throw new Refusal('hash_conflict')
      replaceView(host, view, params.view)
      return { view: describedView(team, view) }
    },
  },
  'views.publish': {
    run(asked) {
      const { host, team, params } = asked
      const user = given(asked, 'user_id')
      if (!team.users.has(user)) throw new Refusal('user_not_found')
      checkView(params.view, 'home')
      const view = { ...newHome(host, params.view), ...keptView(host, params.view) }
      team.homes.set(user, view)
      return { view: describedView(team, view) }
    },
  },
}

/** A trigger opens one window, and only while it is young. */
function useTrigger(asked: Asked): Trigger {
  const { host, team } = asked
  const trigger = team.triggers.get(given(asked, 'trigger_id'))
  if (!trigger) throw refusalFor('invalid_trigger_id', ['invalid trigger_id'])
  if (host.now() - trigger.at > host.rules.triggerLife) throw new Refusal('expired_trigger_id')
  if (trigger.used) throw new Refusal('exchanged_trigger_id')
  checkView(asked.params.view, 'modal')
  trigger.used = true
  return trigger
}

/** A window, on top of another where there is one `below`. */
export function newView(host: Host, given: Json, below?: View): View {
  const id = host.id('V0')
  return {
    ...newHome(host, given),
    ...keptView(host, given),
    id,
    previous_view_id: below?.id ?? null,
    root_view_id: below?.root_view_id ?? id,
  }
}

/** Another content in the same window; what was typed stays where the same input is still there. Throws Refusal. */
export function replaceView(host: Host, view: View, given: unknown): void {
  checkView(given, 'modal')
  Object.assign(view, keptView(host, given, view.state), { hash: host.id('h'), errors: undefined })
}

const newHome = (host: Host, given: Json) => {
  const id = host.id('V0')
  return { id, type: given.type, hash: host.id('h'), previous_view_id: null, root_view_id: id }
}

function keptView(host: Host, given: Json, before?: View['state']) {
  const blocks = keptBlocks(host, given.blocks)
  return {
    callback_id: given.callback_id ?? '',
    private_metadata: given.private_metadata ?? '',
    external_id: given.external_id ?? '',
    title: given.title,
    submit: given.submit ?? null,
    close: given.close ?? null,
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    blocks,
    state: stateOf(blocks, before),
  }
}

/** A view as it travels. */
export function describedView(team: Team, { errors: _, ...view }: View) {
  return {
    ...view,
    team_id: team.id,
    app_id: team.bot.app,
    bot_id: team.bot.id,
    app_installed_team_id: team.id,
  }
}

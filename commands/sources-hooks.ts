import type { Asked } from '../src/chat/command.ts'
import type { Item } from '../src/chat/message.ts'
import { day } from '../src/model/time.ts'
import { hookPath, monthOf, refusals, type Webhook } from '../src/model/webhook.ts'
import { folded } from '../src/model/words.ts'
import type { HookHealth } from '../src/store/received.ts'
import { code, type Marked, together } from '../src/texts/marked.ts'

/** The webhooks of a team whose names begin so, as the list of sources shows them; no secret is ever shown. */
export async function hookItems(asked: Asked, named: string): Promise<Item[]> {
  const { store, team, now } = asked
  const hooks = (team.webhooks ?? []).filter(({ name }) => ` ${folded(name)}`.includes(` ${folded(named)}`))
  if (hooks.length === 0) return []
  const health = await store.received.health(team.name, now - day)
  return Promise.all(
    hooks.map(async (hook) => {
      const had = hook.cost ? await store.received.counted(team.name, hook.name, 'posts', monthOf(now)) : 0
      return itemOf(hook, health.get(hook.name), had, asked)
    }),
  )
}

function itemOf(hook: Webhook, health: HookHealth | undefined, had: number, asked: Asked): Item {
  const { say, now, team } = asked
  const { lastAt = null, waiting = 0, unreadable = 0, counts = new Map<string, number>() } = health ?? {}
  const received = (counts.get('received') ?? 0) + (counts.get('known') ?? 0)
  const facts = [
    lastAt === null ? say('hooks.never') : say('hooks.last', { time: say.at(lastAt, now, team.timeZone) }),
    received > 0 ? say('hooks.day', { count: received }) : null,
    waiting > 0 ? say('hooks.waiting', { count: waiting }) : null,
    unreadable > 0 ? say('hooks.unreadable', { count: unreadable }) : null,
  ]
  return {
    title: say.plain('hooks.title', { name: hook.name, kind: say.plain(`hooks.kind-${hook.kind}`) }),
    text: together([
      addressText(hook, asked),
      together(facts, ' · '),
      budgetText(hook, had, asked),
      refusedText(counts, asked),
    ]),
  }
}

function addressText(hook: Webhook, { say, publicUrl, team }: Asked): Marked {
  if (publicUrl === null) return say('hooks.no-door')
  const address = { marked: code(`${publicUrl.replace(/\/+$/u, '')}${hookPath(team.name, hook)}`) }
  return say(hook.signed.how === 'token' ? 'hooks.address-token' : 'hooks.address', { address })
}

function budgetText({ cost }: Webhook, had: number, { say }: Asked): Marked | null {
  if (!cost) return null
  const { price, budget, currency } = cost
  const spent = Math.round(had * price * 100) / 100
  const over = (had + 1) * price > budget
  const values = { spent: say.number(spent), budget: say.number(budget), currency, price: `${price}` }
  return say(over ? 'hooks.budget-over' : 'hooks.budget', values)
}

function refusedText(counts: ReadonlyMap<string, number>, { say }: Asked): Marked | null {
  const reasons = refusals.flatMap((why) => {
    const count = counts.get(why) ?? 0
    return count > 0 ? say.plain(`hooks.why-${why}`, { count }) : []
  })
  return reasons.length === 0 ? null : say('hooks.refused', { reasons: reasons.join(', ') })
}

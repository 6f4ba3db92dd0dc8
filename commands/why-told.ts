import type { Asked } from '../src/chat/command.ts'
import { reasonOfKept } from '../src/delivery/reason.ts'
import { tellingsOf } from '../src/delivery/routes.ts'
import { digestAfter } from '../src/model/digest.ts'
import type { Mention } from '../src/model/mention.ts'
import { dayStart } from '../src/model/time.ts'
import { unconfirmed } from '../src/store/outbox.ts'
import { type Marked, together } from '../src/texts/marked.ts'
import { reasonWords } from '../src/texts/texts.ts'

/**
 * Where a mention was told and by which route, or will be; else why nowhere. To who has just `added` it, what is due
 * is told right now.
 */
export async function told(asked: Asked, mention: Mention, { added = false } = {}): Promise<Marked> {
  const { team, store, say, now } = asked
  const [deliveries, digests] = await Promise.all([
    store.deliveries.about(team.name, `mention:${mention.id}`),
    store.digests.of(team.name, mention.id),
  ])
  if (deliveries.length + digests.length === 0) return untold(asked, mention)
  const byRoute = (words: Marked, route: string | null) =>
    together([words, route === null ? null : say('why.by-route', { route })], ', ')
  return together([
    ...deliveries.map(({ channel, state, at, reason, route }) => {
      const key = added && state === 'waiting' && at <= now ? 'add.told-now' : toldKey(state, reason)
      const facts = {
        channel,
        time: say.at(at, now, team.timeZone),
        reason: reason === null ? '-' : reasonWords(reasonOfKept(reason), say),
      }
      return byRoute(say(key, facts), route)
    }),
    ...digests.map(({ channel, route, dueAt }) => {
      const at = dueAt ?? digestAfter(now, team.digest, team.timeZone)
      const today = dayStart(at, team.timeZone) === dayStart(now, team.timeZone)
      const key = dueAt === null ? 'why.digest-waiting' : 'why.digest'
      return byRoute(
        say(today ? key : `${key}-day`, { channel, time: say.time(at, now, team.timeZone) }),
        route,
      )
    }),
  ])
}

function toldKey(state: string, reason: string | null) {
  if (state === 'told') return 'why.told-at'
  if (reason === unconfirmed) return 'why.told-unconfirmed'
  if (state === 'given-up') return 'why.told-given-up'
  return state === 'set-aside' ? 'why.told-set-aside' : 'why.told-waiting'
}

async function untold({ team, store, say, now }: Asked, mention: Mention): Promise<Marked> {
  const source = await store.posts.sourceOf(team.name, mention.id)
  if (source === `imported:${team.name}`) return say('why.told-imported')
  const routes = team.routes.map(({ name }) => name).join(', ')
  if (tellingsOf(mention, team, now).length === 0) return say('why.told-no-route', { routes })
  const [story] = await store.deliveries.ofStories(team.name, [mention.story], 0)
  return story ? say('why.told-story', { id: story.about.split(':')[1]! }) : say('why.told-nowhere')
}

import type { Message } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { FirstFetch } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'

/**
 * A feed that is read for the first time is full of old news: it is filed without a sound, and the team hears
 * once how much there was and how to see it.
 */
export async function tellFirstFetches(store: Store, teams: Team[], now: Instant): Promise<boolean> {
  let told = false
  for (const team of teams) {
    // Asked every second, and nearly always in vain.
    if ((await store.feeds.firstFetches(team.name, now)).length === 0) continue
    await store.together(async (store) => {
      await store.turns.take()
      const fetches = await store.feeds.firstFetches(team.name, now)
      if (fetches.length === 0) return
      const feeds = fetches.map(({ feedId }) => feedId)
      const about = `first:${team.name}:${feeds.join(',')}:${now}`
      const payload = firstMessage(team, fetches)
      const place = team.channels.watch
      await store.deliveries.add([{ team: team.name, rule: 'first', about, place, payload, dueAt: now }], now)
      await store.feeds.firstTold(team.name, feeds, now)
      told = true
    })
  }
  return told
}

function firstMessage(team: Team, fetches: FirstFetch[]): Message {
  const say = sayIn(team.locale)
  const sum = (what: 'filed' | 'aboutUs') => fetches.reduce((all, one) => all + one[what], 0)
  const [filed, aboutUs] = [sum('filed'), sum('aboutUs')]
  const feeds = fetches.map(({ feedId }) => feedId).join(',')
  return {
    title: say.plain('mentions.first-title', { count: fetches.length }),
    text: say('mentions.first', {
      filed: say.plain('mentions.first-filed', { count: filed }),
      about:
        aboutUs > 0
          ? say.plain('mentions.first-about', { count: aboutUs })
          : say.plain('mentions.first-none'),
    }),
    // A button holds little: of many feeds, all mentions are shown.
    buttons:
      aboutUs > 0
        ? [
            {
              action: 'mentions.show',
              label: say.plain('mentions.see-them'),
              value: feeds.length > 60 ? '' : feeds,
            },
          ]
        : [],
  }
}

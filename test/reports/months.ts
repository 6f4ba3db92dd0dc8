import type { Post } from '../../src/model/post.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import type { Store } from '../../src/store/store.ts'
import { nimbus } from '../world.ts'

/** Nimbus as a company: it may send mail, and compares itself with Lumeo. */
export const company: Team = {
  ...nimbus,
  sample: false,
  sources: ['Le Progrès', 'Mastodon'].map((name) => ({ name, kind: 'feed' as const, url: addressOf(name) })),
  people: nimbus.people.map((one) => ({ ...one, role: one.id === 'theo' ? ('staff' as const) : one.role })),
}

function addressOf(name: string): string {
  return `https://${name.toLowerCase().replace(/\W/g, '')}.example/feed`
}

/** 1 November 2026, midnight in Paris; the 1st of December at 09:00. */
export const november = Date.UTC(2026, 9, 31, 23)
export const december = Date.UTC(2026, 11, 1, 8)

type Hear = (posts: Post[], more?: { outlet?: string; teams?: string[] }) => Promise<unknown>
type World = {
  store: Store
  hear: Hear
  time: { now: number }
  post(text: string, more?: Partial<Post>): Post
}

/**
 * A month in which much happened: every day three mentions, on the 12th a story about a recall in fourteen places, a
 * competitor that is spoken of, answers, one crisis, a source that was away for a day.
 */
export async function richMonth({ store, hear, time, post }: World, team = 'nimbus') {
  for (let days = -35; days < 30; days++) {
    time.now = november + days * day + 10 * hour
    const past = days < 0
    const said = past ? calm.slice(0, 2) : calm
    await hear(
      said.map((text, nth) =>
        post(`${text} (${days}.${nth})`, {
          publishedAt: time.now + nth * hour,
          author: `ana${days}${nth}`,
          reach: 120,
        }),
      ),
    )
    if (days % 3 === 0)
      await hear([post(`La nouvelle lampe de Lumeo est arrivée ${days}`, { author: `leo${days}` })])
    if (days === 11) {
      for (const [nth, outlet] of outlets.entries())
        await hear(
          [
            post(recall, {
              title: 'Nimbus rappelle 3 000 lampes après un début d’incendie',
              url: `https://${outlet.toLowerCase().replace(/\W/g, '')}.example/rappel`,
              publishedAt: time.now + nth * 10 * minute,
              reach: 40_000 + nth * 1000,
              author: null,
            }),
          ],
          { outlet },
        )
      for (let nth = 0; nth < 9; nth++)
        await hear([
          post(`Ma lampe Nimbus a fondu, c’est une honte, je suis furieux ! (${nth})`, {
            publishedAt: time.now + (2 + nth) * hour,
            author: `ravi${nth}`,
            reach: 300 + nth,
          }),
        ])
    }
  }
  const negative = await store.mentions.list(team, { mood: 'negative', since: november }, { most: 200 })
  for (const [at, { id, heardAt }] of negative.entries()) {
    const promised = {
      ...{ team, mention: id, rule: 'Clients mécontents', within: 2 * hour, startedAt: heardAt },
      ...{ dueAt: heardAt + 2 * hour, remindAt: null, silence: null, silentAt: null, escalations: [] },
      ...{ reminded: false, late: false, escalated: 0, stopped: null },
    }
    await store.promises.begin([promised])
    if (at % 3 === 0) continue
    const when = heardAt + (at % 4 === 0 ? 3 : 1) * hour
    await store.mentions.step(team, id, { is: 'answered', by: 'Mia', at: when })
    await store.promises.stop(team, id, { why: 'answered', now: when })
  }
  const crisis = await store.incidents.open(
    team,
    {
      ...{
        cause: 'bad',
        topic: 'Nimbus',
        title: null,
        severity: 'serious',
        drill: false,
        places: [],
        seen: [],
      },
      ...{ from: november + 11 * day + 10 * hour, openedBy: null, plan: [] },
    },
    november + 11 * day + 11 * hour,
  )
  await store.incidents.move(crisis, ['firing'], 'over', { by: 'Mia', at: november + 13 * day + 9 * hour })
  // From the 20th to the 25th nobody knows what the newspaper wrote.
  const [paper] = company.sources.map(({ name }) => ({ name, url: addressOf(name) }))
  await store.feeds.watch(team, [paper!], november)
  const { id } = (await store.feeds.get(paper!.url))!
  const times = (days: number) => ({ now: november + days * day, nextAt: november + (days + 1) * day })
  await store.feeds.failed(id, { words: 'the server answers 503' }, times(19))
  await store.feeds.read(id, {}, times(24))
  time.now = december
}

/** A month in which hardly anything was said. */
export async function poorMonth({ hear, time, post }: World) {
  time.now = november + 9 * day
  await hear([post('Un mot sur Nimbus, la petite lampe de chevet', { author: 'ana' })])
  time.now = december
}

const calm = [
  'Ma lampe Nimbus éclaire très bien le salon, merci, je l’adore',
  'Vu une lampe Nimbus au magasin ce matin',
  'Quelqu’un sait si la lampe Nimbus se change facilement ?',
]
const recall =
  'Nimbus rappelle trois mille lampes de chevet vendues depuis septembre après un début d’incendie à Lyon. Le fabricant invite les clients à cesser de les utiliser et promet un échange gratuit. Le défaut viendrait d’un variateur.'
const outlets = [
  'Le Progrès',
  'Lyon Mag',
  'BFM',
  'Ouest-France',
  'Le Figaro',
  'Libération',
  '20 Minutes',
  'La Tribune',
  'LSA',
  'Les Échos',
  'France Bleu',
  'Rue89Lyon',
  'Capital',
  'Que Choisir',
]

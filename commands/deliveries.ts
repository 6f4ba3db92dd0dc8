import { type Asked, command } from '../src/chat/command.ts'
import type { Button, Item, Message } from '../src/chat/message.ts'
import { since, text } from '../src/chat/options.ts'
import { type List, pagesOf } from '../src/chat/pages.ts'
import { deliveryItem, queueText } from '../src/delivery/listed.ts'
import { Oops } from '../src/model/oops.ts'
import { may } from '../src/model/person.ts'
import { placesOf } from '../src/model/team.ts'
import { folded } from '../src/model/words.ts'
import type {
  DeliveryCounts,
  DeliveryCursor,
  DeliveryFilter,
  ListedDelivery,
} from '../src/store/delivery-list.ts'
import { type Marked, together } from '../src/texts/marked.ts'

const pages = pagesOf<DeliveryFilter, DeliveryCursor>(
  'deliveries',
  { back: 'deliveries.previous', on: 'deliveries.next', forgotten: 'deliveries.forgotten-list' },
  page,
)

export default command({
  name: 'deliveries',
  names: { fr: 'envois' },
  about: 'deliveries.about',
  for: 'staff',
  quiet: true,
  options: {
    channel: {
      ...text({ en: ['channel'], fr: ['canal', 'salon'] }, 'deliveries.channel'),
      read: (raw: string) => raw.trim().replace(/^#/, ''),
    },
    state: {
      kind: 'choice' as const,
      names: { en: ['state'], fr: ['état', 'statut'] },
      about: 'deliveries.state',
      read: (raw: string) => readState(raw),
      choices: ({ say }) =>
        states.map(({ state }) => ({ value: state, label: say.plain(`deliveries.choice-${state}`) })),
    },
    since: since({ en: ['since'], fr: ['depuis'] }, 'deliveries.since'),
  },

  async run(asked) {
    const { channel, state, since } = asked.options
    return page(asked, { filter: { channel: known(asked, channel), state, since }, trail: [] })
  },

  on: {
    page: pages.action,
    retry: {
      for: 'admin',
      quiet: true,
      label: 'deliveries.retry',
      async run({ team, person, about, store, say, now }) {
        const done = await store.together((store) =>
          store.deliveryList.retry(team.name, about, { by: person.name, now }),
        )
        if (!done) throw new Oops('deliveries.not-given-up')
        return { text: say(`deliveries.${done}`), quiet: true }
      },
    },
    dismiss: {
      for: 'admin',
      quiet: true,
      label: 'deliveries.dismiss',
      async run({ team, person, about, store, say, now }) {
        const done = await store.deliveryList.dismiss(team.name, about, { by: person.name, now })
        if (!done) throw new Oops('deliveries.not-given-up')
        return { text: say('deliveries.dismissed'), quiet: true }
      },
    },
  },
})

async function page(asked: Asked, list: List<DeliveryFilter, DeliveryCursor>): Promise<Message> {
  const { filter, trail } = list
  const { team, store, say } = asked
  const [counts, found, queues] = await Promise.all([
    store.deliveryList.counts(team.name, filter),
    store.deliveryList.list(team.name, filter, { after: trail.at(-1), most: pageSize + 1 }),
    trail.length === 0 ? store.deliveryList.queues(team.name, filter) : [],
  ])
  const narrowed = filterText(asked, filter)
  if (found.length === 0)
    return {
      title: say.plain('deliveries.none'),
      text: together([narrowed, say('deliveries.none-why')]),
      quiet: true,
    }
  const shown = found.slice(0, pageSize)
  const from = trail.length * pageSize + 1
  const all = counts['given-up'] + counts.waiting + counts.told
  const buttons = await pages.turns(asked, list, found.length > pageSize ? shown.at(-1)!.cursor : null)
  return {
    title: say.plain('deliveries.title'),
    text: together([summary(counts, say), narrowed]),
    fields: queues.slice(0, mostQueues).map((queue) => ({
      name: `#${queue.oldest.place.channel}`,
      value: queueText(queue, asked),
    })),
    items: shown.map((one) => itemOf(one, asked)),
    note: buttons.length > 0 ? say('deliveries.page', { from, to: from + shown.length - 1, all }) : undefined,
    buttons,
    quiet: true,
  }
}

/** What was given up may be tried again, or put out of sight, by those who may change how Vigie is set up. */
function itemOf(one: ListedDelivery, asked: Asked): Item {
  const item = deliveryItem(one, asked)
  if (one.state !== 'given-up' || !may(asked.person.role, 'admin')) return item
  const button = (action: 'retry' | 'dismiss'): Button => ({
    action: `deliveries.${action}`,
    label: asked.say.plain(`deliveries.${action}`),
    about: `delivery:${one.id}`,
  })
  return { ...item, buttons: [button('retry'), ...(one.dismissed ? [] : [button('dismiss')])] }
}

const summary = (counts: DeliveryCounts, say: Asked['say']) =>
  together(
    (['waiting', 'told', 'given-up', 'repeat'] as const)
      .filter((state) => state === 'told' || state === 'waiting' || counts[state] > 0)
      .map((state) => say(`deliveries.${state}`, { count: counts[state] })),
    ' · ',
  )

function filterText({ say, now, team }: Asked, { channel, state, since }: DeliveryFilter): Marked | null {
  const parts = [
    channel === undefined ? null : say('deliveries.only-channel', { channel }),
    state === undefined ? null : say(`deliveries.choice-${state}`),
    since === undefined ? null : say('deliveries.only-since', { time: say.time(since, now, team.timeZone) }),
  ]
  return parts.some((part) => part) ? together(parts, ' · ') : null
}

/** The team's channel of this name, however it is written. Throws Oops with those there are. */
function known({ team }: Asked, given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const channels = [...new Set(placesOf(team).map(({ channel }) => channel))]
  const found = channels.find((one) => one === given) ?? channels.find((one) => folded(one) === folded(given))
  if (found) return found
  throw new Oops('deliveries.no-channel', {
    given: given.slice(0, 80),
    channels: channels.map((one) => `#${one}`).join(', '),
  })
}

function readState(raw: string) {
  const wanted = folded(raw)
  const found = states.find(({ words }) => wanted !== '' && words.some((word) => word.startsWith(wanted)))
  if (!found) throw new Oops('deliveries.no-state', { given: raw })
  return found.state
}

const states = [
  { state: 'waiting' as const, words: ['waiting', 'wait', 'attente', 'en attente'] },
  { state: 'told' as const, words: ['told', 'sent', 'signale', 'signales', 'envoye', 'envoyes', 'dit'] },
  { state: 'given-up' as const, words: ['given up', 'failed', 'abandonne', 'abandonnes', 'echec', 'rate'] },
  { state: 'repeat' as const, words: ['repeats', 'possible repeats', 'doublons', 'doublons possibles'] },
]

const pageSize = 8
const mostQueues = 10

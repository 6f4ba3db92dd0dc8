import { type Asked, command } from '../src/chat/command.ts'
import type { Button, Item, Message } from '../src/chat/message.ts'
import { mentionItem } from '../src/delivery/mention.ts'
import { openWords } from '../src/delivery/promise-words.ts'
import { isRoundTheClock } from '../src/model/hours.ts'
import { isHeldBy, type Mention } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import { clockedOf, leftOf } from '../src/model/promise.ts'
import { folded } from '../src/model/words.ts'
import type { InboxFilter, InboxPlace } from '../src/store/inbox.ts'
import { type Marked, together } from '../src/texts/marked.ts'
import { found, move, shown } from './mention-of.ts'

export default command({
  name: 'inbox',
  names: { fr: 'boîte' },
  also: ['à-traiter'],
  about: 'inbox.about',
  for: 'staff',
  quiet: true,
  options: {
    which: {
      kind: 'choice',
      names: { en: ['which'], fr: ['lesquelles'] },
      about: 'inbox.which',
      loose: true,
      read: (raw: string) => readWhich(raw),
      choices: ({ say }) => whichs.map((which) => ({ value: which, label: say.plain(`inbox.${which}`) })),
    },
  },

  run: async (asked) => page(asked, { which: asked.options.which ?? 'all' }),

  on: {
    /** Another page, or another part of it. */
    page: {
      for: 'staff',
      quiet: true,
      run: async (asked) => ({ ...(await page(asked, readValue(asked.value))), instead: true }),
    },
    /** From a message that tells how many wait. */
    look: { for: 'staff', quiet: true, run: async (asked) => page(asked, readValue(asked.value)) },
    take: {
      for: 'staff',
      quiet: true,
      async run(asked) {
        await move(asked, 'taken', Number(asked.about))
        return { ...(await page(asked, readValue(asked.value))), instead: true }
      },
    },
    open: {
      for: 'staff',
      quiet: true,
      async run(asked) {
        const mention = await found(asked, asked.store, Number(asked.about))
        return { ...(await shown(asked, asked.store, mention)), quiet: true }
      },
    },
  },
})

const whichs = ['all', 'mine', 'unassigned', 'late'] as const
type Which = (typeof whichs)[number]

/** A page: what it is narrowed to, and the place after which it begins. */
type View = { which: Which; after?: InboxPlace | undefined }

async function page(asked: Asked, view: View): Promise<Message> {
  const { team, store, say, now, person } = asked
  const filter = filterOf(view.which, person)
  const [counts, places] = await Promise.all([
    store.inbox.count(team.name, filter, now),
    store.inbox.list(team.name, filter, { now, after: view.after, most: pageSize + 1 }),
  ])
  const here = places.slice(0, pageSize)
  const mentions = await store.mentions.these(
    team.name,
    here.map(({ id }) => id),
  )
  if (mentions.length === 0 && view.after) return page(asked, { which: view.which })
  const turns = turnsOf(asked, view, places.length > pageSize ? here.at(-1) : undefined)
  if (mentions.length === 0)
    return {
      title: say.plain('inbox.empty'),
      text: emptyText(asked, view.which),
      buttons: turns,
      quiet: true,
    }
  return {
    title: say.plain(view.which === 'all' ? 'inbox.title' : `inbox.title-${view.which}`, {
      count: counts.all,
    }),
    text: together(
      [
        counts.late > 0 && view.which !== 'late' ? say('inbox.counts-late', { count: counts.late }) : null,
        counts.unassigned > 0 && view.which !== 'unassigned'
          ? say('inbox.counts-free', { count: counts.unassigned })
          : null,
      ],
      ' · ',
    ),
    items: mentions.map((mention) => itemOf(asked, mention, view)),
    note: isRoundTheClock(clockedOf(team)) ? undefined : say('inbox.note'),
    buttons: turns,
    quiet: true,
  }
}

function itemOf({ team, say, now, person }: Asked, mention: Mention, view: View): Item {
  const { promised, state, snoozedUntil } = mention
  const item = mentionItem(mention, { say, now, team })
  const held =
    state.is !== 'taken'
      ? say('inbox.free')
      : isHeldBy(state, person)
        ? say('inbox.yours')
        : say('inbox.held', { name: state.by })
  const button = (action: 'take' | 'open', more: Partial<Button> = {}): Button => ({
    action: `inbox.${action}`,
    label: say.plain(`inbox.${action}`),
    value: heldIn(view),
    about: `mention:${mention.id}`,
    ...more,
  })
  return {
    ...item,
    ...(item.quote === undefined ? {} : { quote: short(item.quote) }),
    text: together([
      together(
        [
          promised ? promiseWords(mention) : say('inbox.no-promise'),
          held,
          snoozedUntil ? say('mention.snoozed', { time: say.at(snoozedUntil, now, team.timeZone) }) : null,
        ],
        ' · ',
      ),
      item.text ?? null,
    ]),
    buttons: [...(state.is === 'new' ? [button('take', { style: 'primary' })] : []), button('open')],
  }

  function promiseWords({ promised }: Mention): Marked {
    const time = say.at(promised!.dueAt, now, team.timeZone)
    if (promised!.dueAt >= now) return say('inbox.until', { time })
    const late = openWords(-leftOf(promised!, now, clockedOf(team)), say)
    return say('inbox.late-by', { late, time })
  }
}

function emptyText({ team, say }: Asked, which: Which): Marked {
  const file = `teams/${team.name}/team.yaml`
  if ((team.promises ?? []).length === 0 && which === 'all') return say('inbox.no-promises', { file })
  return say(`inbox.empty-${which}`, { file })
}

/** The other parts of the inbox, and the next page. */
function turnsOf({ say }: Asked, view: View, last: InboxPlace | undefined): Button[] {
  const turn = (label: string, to: View): Button => ({ action: 'inbox.page', label, value: heldIn(to) })
  return [
    ...(view.after ? [turn(say.plain('inbox.first'), { which: view.which })] : []),
    ...(last ? [turn(say.plain('inbox.next'), { ...view, after: last })] : []),
    ...whichs
      .filter((which) => which !== view.which)
      .map((which) => turn(say.plain(`inbox.${which}`), { which })),
  ]
}

const filterOf = (which: Which, { id, name }: Asked['person']): InboxFilter => ({
  who: which === 'mine' ? { id, name } : which === 'unassigned' ? which : 'all',
  late: which === 'late',
})

/** A page as a button holds it: `late`, `mine:1795511700000.17`. */
const heldIn = ({ which, after }: View) => (after ? `${which}:${after.due}.${after.id}` : which)

function readValue(value: string): View {
  const [, which, due, id] = /^(\w+)(?::(\d+)\.(\d+))?$/.exec(value) ?? []
  const known = whichs.find((one) => one === which)
  if (!known) throw new Oops('bot.old-button')
  return { which: known, after: due === undefined ? undefined : { due: Number(due), id: Number(id) } }
}

function readWhich(raw: string): Which {
  const wanted = folded(raw)
  const found = whichs.find((which) => wanted !== '' && words[which].some((word) => word.startsWith(wanted)))
  if (!found) throw new Oops('inbox.unread-which', { given: raw.slice(0, 60) })
  return found
}

const words: Record<Which, string[]> = {
  all: ['all', 'everything', 'toutes', 'tout', 'tous'],
  mine: ['mine', 'my', 'me', 'miennes', 'les miennes', 'mes', 'moi'],
  unassigned: ['unassigned', 'free', 'nobody', 'libres', 'personne', 'sans personne'],
  late: ['late', 'overdue', 'retard', 'en retard', 'tard'],
}

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text)

const pageSize = 5

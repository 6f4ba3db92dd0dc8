import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { type List, pagesOf } from '../src/chat/pages.ts'
import { source } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { may } from '../src/model/person.ts'
import { day } from '../src/model/time.ts'
import { folded } from '../src/model/words.ts'
import { type Choice, chooseFeed, type Draft } from './sources-add.ts'
import { askAgain } from './sources-again.ts'
import { called, recall } from './sources-draft.ts'
import { hookItems } from './sources-hooks.ts'
import { importPlan, type Plan } from './sources-import.ts'
import { itemOf } from './sources-item.ts'
import { keepSource } from './sources-keep.ts'
import { type Leaving, removeSource } from './sources-remove.ts'
import { budgetsText } from './sources-search.ts'

/** What the list is narrowed to, and how many sources the pages before hold. */
type Filter = { named: string }

const pages = pagesOf<Filter, number>(
  'sources',
  { back: 'sources.before', on: 'sources.after', forgotten: 'sources.forgotten' },
  shown,
)

export default command({
  name: 'sources',
  also: called('list', 'liste', 'lister'),
  about: 'sources.about',
  for: 'staff',
  quiet: true,
  options: {
    source: source({ en: ['source'], fr: ['source'] }, 'sources.named', () => true, { loose: true }),
  },

  run: (asked) => shown(asked, { filter: { named: asked.options.source ?? '' }, trail: [] }),

  on: {
    page: pages.action,
    /** A source that died is asked once more. */
    again: askAgain,
    /** A feed that was tried becomes a source. */
    keep: {
      for: 'admin',
      quiet: true,
      run: async (asked) => keepSource(asked, await recall<Draft>(asked, asked.value)),
    },
    /** One of several feeds of a page. */
    choose: {
      for: 'admin',
      quiet: true,
      run: async (asked) => chooseFeed(asked, await recall<Choice>(asked, asked.value.split('.')[0]!)),
    },
    import: {
      for: 'admin',
      quiet: true,
      run: async (asked) => importPlan(asked, await recall<Plan>(asked, asked.value)),
    },
    remove: {
      for: 'admin',
      quiet: true,
      run: async (asked) => removeSource(asked, await recall<Leaving>(asked, asked.value)),
    },
    cancel: {
      for: 'staff',
      quiet: true,
      run: async ({ say }) => ({ quiet: true, text: say('watch.cancelled'), instead: true }),
    },
  },
})

async function shown(asked: Asked, list: List<Filter, number>): Promise<Message> {
  const { store, team, say, now, person } = asked
  const [all, activity, kept] = await Promise.all([
    store.feeds.health(team.name),
    store.sourceActivity.of(team.name, now - 7 * day),
    store.addedSources.list(team.name),
  ])
  const wanted = folded(list.filter.named)
  const found = all.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`))
  const hooks = await hookItems(asked, list.filter.named)
  if (found.length + hooks.length === 0 && wanted !== '') {
    const sources = all.slice(0, mostNamed).map(({ name }) => name)
    const given = list.filter.named
    throw new Oops('sources.none-named', {
      given,
      sources: `${sources.join(', ') || '-'}${all.length > mostNamed ? '…' : ''}`,
    })
  }
  const failing = found.filter(({ failure }) => failure)
  const paused = found.filter(({ pausedAt }) => pausedAt !== null)
  // What cannot be heard comes first, what nobody reads last: of many sources only some fit.
  const sources = [
    ...failing,
    ...found.filter((one) => !failing.includes(one) && !paused.includes(one)),
    ...paused,
  ]
  const from = list.trail.at(-1) ?? 0
  const to = from + onePage
  const file = team.sources.find(({ at }) => at)?.at?.file
  return {
    title: say.plain('sources.title', { count: sources.length + hooks.length }),
    text: failing.length > 0 && from === 0 ? say('sources.unheard', { count: failing.length }) : undefined,
    items: [
      ...sources.slice(from, to).map((one) =>
        itemOf(one, {
          ...asked,
          activity: activity.get(one.url),
          kept: kept.find(({ url }) => url === one.url),
        }),
      ),
      ...(to < sources.length ? [] : hooks),
    ],
    ...(from === 0
      ? await allowances(
          asked,
          found.map(({ url }) => url),
        )
      : {}),
    buttons: await pages.turns(asked, list, to < sources.length ? to : null),
    note: may(person.role, 'admin')
      ? say(file ? 'sources.how' : 'sources.how-chat', { file: file ?? '' })
      : file
        ? say('sources.add', { file })
        : undefined,
    quiet: true,
  }
}

/** What is left of what places allow, where there are searches. */
async function allowances(asked: Asked, urls: string[]): Promise<Pick<Message, 'fields'>> {
  const value = await budgetsText(asked, urls)
  return value === null ? {} : { fields: [{ name: asked.say.plain('sources.budgets'), value }] }
}

const onePage = 20
const mostNamed = 20

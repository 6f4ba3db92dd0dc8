import { type Asked, command, type Pressed } from '../src/chat/command.ts'
import { comparedTo, cutBy, isGrain, named, topicList } from '../src/chat/kpi-options.ts'
import type { Message } from '../src/chat/message.ts'
import { period } from '../src/chat/period.ts'
import { Oops } from '../src/model/oops.ts'
import { lastDays } from '../src/model/period.ts'
import { may } from '../src/model/person.ts'
import { folded } from '../src/model/words.ts'
import { readyToDraw } from '../src/reports/chart.ts'
import { accountsOf, channelsOf, readAsked, type Wanted } from '../src/reports/kpi/asked.ts'
import { catalogue, measuredOf } from '../src/reports/kpi/catalogue.ts'
import { checkParts } from '../src/reports/kpi/check-parts.ts'
import { measureMessage } from '../src/reports/kpi/measure-message.ts'
import { measureOption } from '../src/reports/kpi/measure-option.ts'
import { shortList } from '../src/reports/kpi/outside.ts'
import { overviewMessage } from '../src/reports/kpi/overview-message.ts'
import { topicsMessage } from '../src/reports/kpi/topics-message.ts'

export default command({
  name: 'kpi',
  also: ['kpis', 'indicateurs', 'chiffres', 'numbers'],
  about: 'kpi.about',
  for: 'staff',
  quiet: true,
  options: {
    measure: measureOption({ en: ['measure', 'number'], fr: ['mesure', 'indicateur'] }, 'kpi.measure', {
      loose: true,
    }),
    period: period({ en: ['period', 'days'], fr: ['période', 'jours'] }, 'kpi.period'),
    by: cutBy({ en: ['by', 'per'], fr: ['par'] }, 'kpi.by'),
    topic: topicList({ en: ['topic', 'topics'], fr: ['sujet', 'sujets'] }, 'kpi.topic'),
    with: comparedTo({ en: ['with', 'versus'], fr: ['avec', 'contre'] }, 'kpi.with'),
    account: named({ en: ['account'], fr: ['compte'] }, 'kpi.account'),
    channel: named({ en: ['channel'], fr: ['salon', 'canal'] }, 'kpi.channel'),
  },

  async run(asked) {
    const { measure: words = {}, period, by, topic, with: beside, account, channel } = asked.options
    if (topic && words.topic && !topic.includes(words.topic)) throw new Oops('kpi.topic-twice')
    if (beside && topic && topic.length > 1) throw new Oops('kpi.with-topics')
    const days = period ?? words.period ?? lastDays(usualDays, asked.now, asked.team.timeZone)
    return shown(asked, {
      measure: words.measure?.key ?? null,
      period: days,
      grain: by && isGrain(by) ? by : null,
      by: by && !isGrain(by) ? by : null,
      topics: topic ?? (words.topic ? [words.topic] : []),
      ...(account ? { account: among(await accountsIn(asked), account, 'kpi.no-account') } : {}),
      ...(channel ? { channel: among(channelsOf(asked.team), channel, 'kpi.no-channel') } : {}),
      // The days before are what a number is compared with anyway.
      beside: beside === undefined || beside === 'before' ? null : beside,
    })
  },

  on: {
    /** What a menu or a button leads to: `value` is an `askedKey`. */
    show: { for: 'staff', quiet: true, run: follow },
    period: { for: 'staff', quiet: true, run: follow },
    /** For all who read the channel. */
    share: {
      for: 'staff',
      run: async (asked: Asked & Pressed) => {
        const { selects: _, buttons: __, ...message } = await follow(asked, true)
        return { ...message, quiet: false }
      },
    },
  },
})

async function follow(asked: Asked & Pressed, nameless = false): Promise<Message> {
  const wanted = readAsked(asked.value, asked.team)
  if (!wanted) throw new Oops('kpi.forgotten')
  // Who wrote is for whoever asked, not for all who read the channel.
  return shown(asked, nameless && wanted.by === 'author' ? { ...wanted, by: null } : wanted, nameless)
}

/** What was asked for, as a message: all numbers, one of them, or one of several topics. */
async function shown(asked: Asked, wanted: Wanted, nameless = false): Promise<Message> {
  const { team, store, say, now } = asked
  const facts = { store, team, now }
  readyToDraw()
  const goals = await store.goals.of(team.name)
  const exports = asked.commands.some(({ name }) => name === 'kpi-export')
  const several = wanted.topics.length > 1
  const key = wanted.measure ?? (several || wanted.by || wanted.grain ? 'volume' : null)
  if (key === null) return overviewMessage(facts, wanted, { say, goals })
  const { measure } = measuredOf(key)
  const whole = { ...wanted, measure: key }
  checkParts(measure, whole, say)
  const shown = { say, goals, exports, nameless, aims: may(asked.person.role, 'approver') }
  if (!several) return measureMessage(facts, whole, shown)
  if (wanted.beside) throw new Oops('kpi.with-topics')
  if (wanted.by) throw new Oops('kpi.by-topics')
  return topicsMessage(facts, whole, shown)
}

/** Those of the settings, and those that a file named. */
async function accountsIn({ store, team }: Asked): Promise<string[]> {
  const keys = catalogue.map(({ measure }) => measure.key)
  const ever = { from: '0000-01-01', to: '9999-12-31' }
  return [
    ...new Set([
      ...accountsOf(team),
      ...(await store.measureValues.accounts(team.name, keys, ever, mostAccounts)),
    ]),
  ]
}

/** The one that is meant. Throws Oops where there is none. */
function among(names: string[], given: string, key: 'kpi.no-account' | 'kpi.no-channel'): string {
  const wanted = folded(given)
  const found = names.filter((name) => wanted !== '' && folded(name).startsWith(wanted))
  const exact = found.find((name) => folded(name) === wanted)
  if (exact ?? found.length === 1) return exact ?? found[0]!
  throw new Oops(key, { given, names: shortList(names) || '–' })
}

/** More accounts than any team has. */
const mostAccounts = 1_000

/** What is shown where nobody names days: as long on the first of a month as on its last. */
const usualDays = 30

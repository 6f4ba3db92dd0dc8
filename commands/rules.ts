import { type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Item, Message } from '../src/chat/message.ts'
import { ruleAsks, ruleManner } from '../src/chat/rule-words.ts'
import type { Rule } from '../src/model/rule.ts'
import { day } from '../src/model/time.ts'
import type { RuleAlert } from '../src/store/rules.ts'
import { plain, together } from '../src/texts/marked.ts'
import { triedNamed } from './rules-try.ts'

/** The team's rules, what they ask for and how often they rang; they stand in its settings. */
export default command({
  name: 'rules',
  names: { fr: 'règles' },
  also: ['rule', 'règle'],
  about: 'rules.about',
  for: 'staff',
  quiet: true,
  options: {},
  run: ruleList,
  on: {
    try: {
      for: 'staff',
      quiet: true,
      run: (asked: Asked & Pressed) => triedNamed(asked, asked.value, asked.now - 30 * day),
    },
  },
})

async function ruleList(asked: Asked): Promise<Message> {
  const { store, team, say, now } = asked
  const rules = team.rules ?? []
  if (rules.length === 0) return { text: say('rules.none'), quiet: true }
  const alerts = await store.rules.alerts(team.name, now - 30 * day)
  return {
    title: say.plain('rules.title', { count: rules.length }),
    items: rules.slice(0, mostShown).map((rule) =>
      itemOf(
        asked,
        rule,
        alerts.filter((one) => one.rule === rule.name),
      ),
    ),
    note: together([
      rules.length > mostShown ? say('rules.more', { count: rules.length - mostShown }) : null,
      say('rules.note'),
    ]),
    about: 'rules:all',
    quiet: true,
  }
}

function itemOf({ say, now, team }: Asked, rule: Rule, alerts: RuleAlert[]): Item {
  const rang = alerts.filter(({ did }) => did === 'raised' || did === 'joined')
  const quiet = alerts.length - rang.length
  const last = rang.at(-1)
  return {
    title: rule.name,
    text: together([
      plain(ruleAsks(rule, say)),
      plain(ruleManner(rule, team, say)),
      together(
        [
          say('rules.rang', { count: rang.length }),
          quiet > 0 ? say('rules.quiet', { count: quiet }) : null,
          last ? say('rules.last', { time: say.at(last.at, now, team.timeZone) }) : null,
          rule.at ? plain(`${rule.at.file}:${rule.at.line}`) : null,
        ],
        ' · ',
      ),
    ]),
    buttons:
      rule.name.length <= 60
        ? [{ action: 'rules.try', label: say.plain('rules.try'), value: rule.name, about: 'rules:all' }]
        : [],
  }
}

const mostShown = 10

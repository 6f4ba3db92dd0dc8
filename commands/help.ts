import { type Asked, type Command, command, mayDo } from '../src/chat/command.ts'
import type { Item, Message } from '../src/chat/message.ts'
import { type Option, text } from '../src/chat/options.ts'
import { isCalled, shownName, usageOf } from '../src/chat/usage.ts'
import { may } from '../src/model/person.ts'
import { type Marked, marked, together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'

export default command({
  name: 'help',
  names: { fr: 'aide' },
  about: 'help.about',
  for: 'member',
  quiet: true,
  options: { command: text({ en: ['command'], fr: ['commande'] }, 'help.command', { loose: true }) },

  async run(asked) {
    const wanted = asked.options.command?.replace(/^\//, '')
    const mine = asked.commands.filter((one) => !one.hidden && mayDo(one, asked.person, asked.by))
    const one = mine.find((command) => wanted && isCalled(command, wanted))
    return one ? explain(one, mine, asked) : overview(mine, asked)
  },
})

function overview(mine: Command[], { team, person, say }: Asked): Message {
  const facts = {
    team: team.title,
    role: say.plain(`role.${person.role}`),
    sources: say.plain('help.sources', { count: team.sources.length }),
    topics: say.plain('help.topics', { count: team.topics.length }),
  }
  return {
    title: say.plain('help.title'),
    text: may(person.role, 'staff') ? say('help.intro-staff', facts) : say('help.intro-member', facts),
    items: mine.filter((one) => !isShortened(one, mine)).map((one) => itemOf(one, mine, say)),
    note: say('help.note'),
  }
}

/** A command, with the names of its verbs where they are so many that they would fill the list. */
function itemOf(one: Command, mine: Command[], say: Say): Item {
  const verbs = verbsOf(one, mine)
  const names = verbs.map((verb) => marked`/${shownName(verb, say.locale)}`)
  const shortened = verbs.length >= many ? together(names, ' · ') : null
  return { title: usageOf(one, say), text: together([say(one.about), shortened]) }
}

const isShortened = (one: Command, mine: Command[]) =>
  mine.some((noun) => one.name.startsWith(`${noun.name} `) && verbsOf(noun, mine).length >= many)

const verbsOf = ({ name }: Command, mine: Command[]) => mine.filter((one) => one.name.startsWith(`${name} `))

const many = 3

function explain(one: Command, mine: Command[], { say }: Asked): Message {
  const verbs = verbsOf(one, mine)
  return {
    title: usageOf(one, say),
    text: say(one.about),
    items: [
      ...Object.values(one.options).map((option) => ({
        title: `${option.names[say.locale][0]}:`,
        text: together([say(option.about), ...marksOf(option, say)], ' · '),
      })),
      ...verbs.map((verb) => ({ title: usageOf(verb, say), text: say(verb.about) })),
    ],
    note: say('help.note'),
  }
}

const marksOf = (option: Option<unknown>, say: Asked['say']): Marked[] => [
  ...(option.required ? [say('help.required')] : []),
  ...(option.loose ? [say('help.loose')] : []),
]

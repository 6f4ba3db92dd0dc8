import { type Asked, type Command, command, mayDo } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { type Option, text } from '../src/chat/options.ts'
import { isCalled, usageOf } from '../src/chat/usage.ts'
import { may } from '../src/model/person.ts'
import { type Marked, together } from '../src/texts/marked.ts'

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
    items: mine.map((one) => ({ title: usageOf(one, say), text: say(one.about) })),
    note: say('help.note'),
  }
}

function explain(one: Command, mine: Command[], { say }: Asked): Message {
  const verbs = mine.filter(({ name }) => name.startsWith(`${one.name} `))
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

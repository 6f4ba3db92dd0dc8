import type { Bot, Happened, Heard, MessageOffer, Offer } from '../chat/chat.ts'
import { type Command, mayDo } from '../chat/command.ts'
import type { Choice } from '../chat/message.ts'
import { namesOf, shownName, usageOf } from '../chat/usage.ts'
import type { Person } from '../model/person.ts'
import { folded } from '../model/words.ts'
import { sayIn } from '../texts/texts.ts'
import type { ToCommand, Understood } from './understanding.ts'

/** What may be typed, chosen and right-clicked, as it is shown to whoever looks. */
export function newMenus({
  commands,
  understand,
  whoAsks,
}: {
  commands: Command[]
  understand(heard: Heard): Understood
  whoAsks(by: Happened): Person
}): Pick<Bot, 'offers' | 'messageActions' | 'complete'> {
  function offers(by: Happened): Offer[] {
    const person = whoAsks(by)
    const say = sayIn(person.locale)
    return commands
      .filter((command) => !command.hidden && mayDo(command, person, by))
      .map((command) => ({
        id: command.name,
        name: shownName(command, say.locale),
        also: namesOf(command).filter((name) => name !== shownName(command, say.locale)),
        about: say.plain(command.about),
        usage: usageOf(command, say),
      }))
  }

  function messageActions(by: Happened): MessageOffer[] {
    const person = whoAsks(by)
    const say = sayIn(person.locale)
    const offers = commands.flatMap(({ name, onMessage = {} }) =>
      Object.entries(onMessage)
        .filter(([, action]) => mayDo(action, person, by))
        .map(([verb, { label, on }]) => ({ action: `${name}.${verb}`, label: say.plain(label), on })),
    )
    return offers.sort((one, other) => Number(one.on === 'all') - Number(other.on === 'all'))
  }

  function complete(heard: Heard & { kind: 'command' }, option: string, typed: string): Choice[] {
    try {
      const { command, team, say } = understand(heard) as ToCommand
      const choices = command.options[option]?.choices?.({ team, say, now: heard.at }) ?? []
      const wanted = folded(typed)
      const fits = choices.filter(({ label }) => folded(label).includes(wanted))
      return fits
        .sort(
          (a, b) => Number(folded(b.label).startsWith(wanted)) - Number(folded(a.label).startsWith(wanted)),
        )
        .slice(0, 25)
    } catch {
      return []
    }
  }

  return { offers, messageActions, complete }
}

import { Oops } from '../model/oops.ts'
import { day } from '../model/time.ts'
import { newId } from '../store/id.ts'
import type { Key } from '../texts/texts.ts'
import type { Action, Asked } from './command.ts'
import type { Button, Message } from './message.ts'

/** A list as somebody reads it: what it is narrowed to, and the ends of the pages before this one. */
export type List<Filter, Cursor> = { filter: Filter; trail: Cursor[] }

/**
 * The pages of a command's list. `action` shows the one a button leads to, and has to stand in the command as
 * `page`; `turns` gives the buttons of a page, where `end` is its last place when more follows. Where they lead is
 * remembered for a day, for this person alone; `forgotten` is said after that.
 */
export function pagesOf<Filter, Cursor>(
  command: string,
  words: Record<'back' | 'on' | 'forgotten', Key>,
  show: (asked: Asked, list: List<Filter, Cursor>) => Promise<Message>,
) {
  const keyOf = ({ team, person }: Asked, value: string) => `${command}:${team.name}:${person.id}:${value}`

  const action: Action = {
    for: 'staff',
    quiet: true,
    async run(asked) {
      const list = await asked.store.memory.get<List<Filter, Cursor>>(keyOf(asked, asked.value))
      if (!list) throw new Oops(words.forgotten)
      return { ...(await show(asked, list)), instead: true }
    },
  }

  async function turn(asked: Asked, label: Key, list: List<Filter, Cursor>): Promise<Button> {
    const value = newId(asked.now).slice(-12)
    await asked.store.memory.set(keyOf(asked, value), list, day)
    return { action: `${command}.page`, label: asked.say.plain(label), value }
  }

  async function turns(asked: Asked, { filter, trail }: List<Filter, Cursor>, end: Cursor | null) {
    return [
      ...(trail.length > 0 ? [await turn(asked, words.back, { filter, trail: trail.slice(0, -1) })] : []),
      ...(end !== null ? [await turn(asked, words.on, { filter, trail: [...trail, end] })] : []),
    ]
  }

  return { action, turns }
}

import { loading } from '../bodies.ts'
import { wordsOf } from '../eyes.ts'
import { begin } from '../interactions.ts'
import { shownModal } from '../modal-shown.ts'
import type { Answered } from '../people.ts'
import type { FirstAnswer, Interaction, Message, World } from '../world.ts'

/** Begins an interaction and waits for its first answer, at most as long as Discord does. */
export function ask(world: World, done: Omit<Parameters<typeof begin>[1], 'heard'>): Promise<Answered> {
  const began = performance.now()
  const later: Message[] = []
  let listeners: (() => void)[] = []
  return new Promise((resolve) => {
    const answered = (first: FirstAnswer | null) => {
      clearTimeout(timer)
      const after = performance.now() - began
      resolve({
        kind: first?.kind ?? 'none',
        after,
        inTime: first !== null && after < 3_000,
        quiet: first?.quiet ?? false,
        choices: first?.choices ?? [],
        modal: first?.modal ? shownModal(first.modal) : null,
        words: async (patience) => {
          const message = await whole(first, patience)
          return message && wordsOf(world, message)
        },
        message: async (patience) => (await whole(first, patience))?.id ?? null,
      })
    }
    const heard: Interaction['heard'] = (what) => {
      if (what.kind !== 'later') return answered(what)
      later.push(what.message)
      for (const listen of listeners) listen()
    }
    const interaction = begin(world, { ...done, heard })
    const timer = setTimeout(() => {
      interaction.state = 'dead'
      answered(null)
    }, world.deadline)
  })

  /** The message that answers in the end: a deferred one once it is filled, after an empty update what follows it. */
  async function whole(first: FirstAnswer | null, patience = 5_000): Promise<Message | null> {
    const there = () => {
      if (first?.kind === 'message' || first?.kind === 'update') return first.message
      const filled = first?.message && !(first.message.flags & loading) && first.kind === 'deferred'
      return filled ? first.message : (later[0] ?? null)
    }
    if (there() || first === null || first.kind === 'choices') return there()
    await new Promise<void>((resolve) => {
      listeners = [...listeners, resolve]
      setTimeout(resolve, patience).unref()
    })
    return there()
  }
}

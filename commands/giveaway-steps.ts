import { command } from '../src/chat/command.ts'
import { text } from '../src/chat/options.ts'
import { called, giveawayNamed, whichOption } from './giveaway-find.ts'
import { takeStep } from './giveaway-step.ts'

const options = { giveaway: whichOption }

/** The four steps that somebody takes with a giveaway, typed; its buttons do the same. */
export const giveawayPause = command({
  name: 'giveaway pause',
  names: { fr: 'tirage suspendre' },
  also: called('pause', 'suspendre', 'suspend'),
  about: 'giveaway.pause-about',
  for: 'staff',
  quiet: true,
  options,
  run: async (asked) => takeStep(asked, await giveawayNamed(asked, asked.options.giveaway, 'pause'), 'pause'),
})

export const giveawayResume = command({
  name: 'giveaway resume',
  names: { fr: 'tirage reprendre' },
  also: called('resume', 'unpause', 'continue', 'reprendre', 'reprend'),
  about: 'giveaway.resume-about',
  for: 'staff',
  quiet: true,
  options,
  run: async (asked) =>
    takeStep(asked, await giveawayNamed(asked, asked.options.giveaway, 'resume'), 'resume'),
})

export const giveawayEnd = command({
  name: 'giveaway end',
  names: { fr: 'tirage terminer' },
  also: called('end', 'close', 'draw', 'terminer', 'clore', 'finir', 'fin', 'tirer'),
  about: 'giveaway.end-about',
  for: 'staff',
  quiet: true,
  options,
  run: async (asked) => takeStep(asked, await giveawayNamed(asked, asked.options.giveaway, 'end'), 'end'),
})

export const giveawayCancel = command({
  name: 'giveaway cancel',
  names: { fr: 'tirage annuler' },
  also: called('cancel', 'annuler', 'annule', 'drop'),
  about: 'giveaway.cancel-about',
  for: 'staff',
  quiet: true,
  options: {
    ...options,
    reason: text({ en: ['reason', 'why'], fr: ['raison', 'pourquoi'] }, 'giveaway.reason'),
  },
  async run(asked) {
    const { giveaway, reason } = asked.options
    return takeStep(asked, await giveawayNamed(asked, giveaway, 'cancel'), 'cancel', reason || null)
  },
})

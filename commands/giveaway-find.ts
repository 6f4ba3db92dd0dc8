import type { Asked } from '../src/chat/command.ts'
import { text } from '../src/chat/options.ts'
import { shortName } from '../src/delivery/giveaway-words.ts'
import { type Giveaway, mayNow, stateAt, type Verb } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { folded } from '../src/model/words.ts'

/** `/tirage start` and `/giveaway lancer` are understood, too. */
export const called = (...verbs: string[]) =>
  ['giveaway', 'giveaways', 'tirage', 'tirages'].flatMap((noun) =>
    verbs.map((verb) => (verb === '' ? noun : `${noun} ${verb}`)),
  )

export const whichOption = text({ en: ['giveaway', 'number'], fr: ['tirage', 'numéro'] }, 'giveaway.which', {
  loose: true,
})

/**
 * The giveaway that is meant, by its number or words of its prize; of those with which this can be done now the only
 * one, where none is named. Throws Oops with those there are.
 */
export async function giveawayNamed(asked: Asked, given: string | undefined, verb?: Verb): Promise<Giveaway> {
  const { store, team } = asked
  const all = await store.giveaways.list(team.name, 200)
  if (all.length === 0) throw new Oops('giveaway.none')
  const named = (some: Giveaway[]) =>
    some
      .slice(0, 10)
      .map((one) => `${one.id} (${shortName(one, 40)})`)
      .join(', ') || '-'
  const wanted = given?.trim().replace(/^#/u, '') ?? ''
  if (wanted === '') {
    const possible = verb ? all.filter((one) => mayNow(verb, one, asked.now)) : all
    if (possible.length === 1) return possible[0]!
    throw possible.length === 0
      ? new Oops('giveaway.none-named', { given: '…', all: named(all) })
      : new Oops('giveaway.say-which', { all: named(possible) })
  }
  const numbered = /^\d{1,9}$/u.test(wanted) ? await store.giveaways.get(team.name, Number(wanted)) : null
  if (numbered) return numbered
  const words = ` ${folded(wanted)}`
  const near = all.filter(
    ({ prizes }) => words.trim() !== '' && prizes.some(({ name }) => ` ${folded(name)}`.includes(words)),
  )
  if (near.length > 1) throw new Oops('giveaway.say-which', { all: named(near) })
  if (!near[0]) throw new Oops('giveaway.none-named', { given: wanted.slice(0, 80), all: named(all) })
  return near[0]
}

/** The one that a button is about. Throws Oops where it is none of the team's. */
export async function giveawayPressed({ store, team }: Asked, about: string): Promise<Giveaway> {
  const found = /^\d{1,9}$/u.test(about) ? await store.giveaways.get(team.name, Number(about)) : null
  if (!found) throw new Oops('bot.old-button')
  return found
}

/** Throws Oops where that cannot be done with it any more. */
export function needsNow(asked: Asked, verb: Verb, giveaway: Giveaway) {
  if (!mayNow(verb, giveaway, asked.now)) throw notNow(asked, giveaway)
}

export const notNow = ({ say, now }: Asked, giveaway: Giveaway) =>
  new Oops('giveaway.not-now', {
    id: String(giveaway.id),
    state: say.plain(`giveaway.state-${stateAt(giveaway, now)}`),
  })

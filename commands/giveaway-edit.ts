import { command } from '../src/chat/command.ts'
import { aboutOf } from '../src/delivery/giveaway-words.ts'
import { type Giveaway, isTighter, limits, type Terms } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { together } from '../src/texts/marked.ts'
import { called, giveawayNamed, needsNow, notNow, whichOption } from './giveaway-find.ts'
import { termOptions, termsOf, warningsOf } from './giveaway-terms.ts'

/**
 * Changes what is still open; who is in stays in. Conditions are asked again at the draw, so that once people are in
 * nothing is asked for that they did not agree to.
 */
export default command({
  name: 'giveaway edit',
  names: { fr: 'tirage modifier' },
  also: called('edit', 'change', 'modifier', 'modifie', 'changer'),
  about: 'giveaway.edit-about',
  for: 'staff',
  quiet: true,
  options: { giveaway: whichOption, ...termOptions, prize: { ...termOptions.prize, loose: false } },

  async run(asked) {
    const { store, team, person, say, now, options } = asked
    const { giveaway: which, ...given } = options
    const giveaway = await giveawayNamed(asked, which, 'edit')
    needsNow(asked, 'edit', giveaway)
    const named = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]))
    if (named.length === 0) throw new Oops('giveaway.nothing-to-edit')
    const terms = await termsOf(asked, given, giveaway)
    if ((given.until ?? given.lasts) !== undefined && terms.endsAt - now < limits.shortest)
      throw new Oops('giveaway.too-short', { seconds: limits.shortest / 1000 })
    const what = JSON.stringify({ from: changed(giveaway, terms), by: named })
    const done = await store.together(async (store) => {
      const { conditions } = (await store.giveaways.get(team.name, giveaway.id))!
      const until = (given.until ?? given.lasts) !== undefined
      const edited = { by: person.name, what, at: now, until }
      if (!(await store.giveaways.edit(giveaway.id, terms, edited))) return false
      // Counted once nobody else can enter before this is done.
      const { entrants } = (await store.giveaways.get(team.name, giveaway.id))!
      if (given.bonus !== undefined && entrants > 0) throw new Oops('giveaway.fixed-bonus')
      if (isTighter(terms.conditions, conditions) && entrants > 0) throw new Oops('giveaway.fixed-conditions')
      await store.living.touch(team.name, aboutOf(giveaway), { soon: true })
      return true
    })
    if (!done) throw notNow(asked, (await store.giveaways.get(team.name, giveaway.id))!)
    return {
      quiet: true,
      text: together([say('giveaway.did-edit', { id: String(giveaway.id) }), ...warningsOf(terms, asked)]),
    }
  },
})

/** What stood there before, of what was changed. */
function changed(before: Giveaway, after: Terms): Partial<Terms> {
  const names = Object.keys(after) as (keyof Terms)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, before[name]]),
  )
}

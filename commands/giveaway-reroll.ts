import { type Asked, command } from '../src/chat/command.ts'
import { text } from '../src/chat/options.ts'
import { voiceOf } from '../src/delivery/giveaway.ts'
import { nextPlaces, passOn } from '../src/delivery/giveaway-draw.ts'
import { nextNotice } from '../src/delivery/giveaway-notices.ts'
import { aboutOf } from '../src/delivery/giveaway-words.ts'
import type { Giveaway, Winner } from '../src/model/giveaway.ts'
import { Oops, Unavailable } from '../src/model/oops.ts'
import { folded } from '../src/model/words.ts'
import { called, giveawayNamed, needsNow, whichOption } from './giveaway-find.ts'
import { longestReason } from './giveaway-step.ts'

/** A prize goes to the next of the order that was drawn, for a reason that everybody can read. */
export default command({
  name: 'giveaway reroll',
  names: { fr: 'tirage suivant' },
  also: called('reroll', 'next', 'suivant', 'retirage', 'remplacer', 'replace'),
  about: 'giveaway.reroll-about',
  for: 'staff',
  quiet: true,
  options: {
    giveaway: whichOption,
    winner: text({ en: ['winner'], fr: ['gagnant'] }, 'giveaway.winner', { required: true }),
    reason: text({ en: ['reason', 'why'], fr: ['raison', 'pourquoi'] }, 'giveaway.reason', {
      required: true,
    }),
  },

  async run(asked) {
    const { store, team, person, say, chats, options } = asked
    const { winner: wanted = '', reason = '' } = options
    const note = reason.replace(/\s+/gu, ' ').trim()
    if (note === '') throw new Oops('bot.not-in-form', { field: say.plain('giveaway.why') })
    if (note.length > longestReason) throw new Oops('giveaway.reason-long', { most: longestReason })
    const giveaway = await giveawayNamed(asked, options.giveaway, 'reroll')
    needsNow(asked, 'reroll', giveaway)
    if (giveaway.forgottenAt !== null) throw new Oops('giveaway.forgotten', { id: String(giveaway.id) })
    // Somebody else may pass on another prize at the same moment: then the next place is another.
    for (let tries = 3; tries > 0; tries--) {
      const loser = await winnerNamed(asked, giveaway, wanted)
      const now = asked.now
      const places = await nextPlaces({ store, chats, now, patient: false }, giveaway, loser.prize)
      const claimUntil = giveaway.claimFor === null ? null : now + giveaway.claimFor
      const loss = { place: loser.place, reason: 'staff' as const, note, by: person.name }
      const next = await store.together(async (store) => {
        await store.turns.take()
        if (!(await passOn(store, giveaway, loss, { ...places, claimUntil, now }))) return undefined
        const all = await store.giveawayWinners.all(giveaway.id)
        const lost = all.find(({ place }) => place === loser.place)!
        const next = all.find((one) => one.prize === loser.prize && !one.lost) ?? null
        if (next && claimUntil !== null) await store.giveaways.reopen(giveaway.id, now)
        const notice = nextNotice(giveaway, { lost, next }, voiceOf(team, now))
        await store.living.notice(team.name, aboutOf(giveaway), `next-${loser.place}`, notice, now)
        await store.living.touch(team.name, aboutOf(giveaway), { soon: true })
        return next
      })
      if (next === undefined) continue
      const name = loser.who?.name ?? say.plain('giveaway.somebody')
      if (!next) return { quiet: true, text: say('giveaway.nobody-left') }
      return {
        quiet: true,
        text: say('giveaway.did-reroll', { name, next: next.who?.name ?? say.plain('giveaway.somebody') }),
      }
    }
    throw new Unavailable('prizes of one giveaway are passed on by several at once')
  },
})

/** Who has a prize, by name or by the number that the list of winners shows. Throws Oops with those who do. */
async function winnerNamed({ store }: Asked, giveaway: Giveaway, given: string): Promise<Winner> {
  const having = (await store.giveawayWinners.all(giveaway.id)).filter(({ lost }) => !lost)
  const wanted = folded(given)
  const nameOf = (one: Winner) => folded(one.who?.name ?? '')
  const numbered = /^\s*#?(\d{1,4})[.)]?\s*$/u.exec(given)?.[1]
  const exact = having.filter((one) => wanted !== '' && nameOf(one) === wanted)
  const near = having.filter((one) => wanted !== '' && nameOf(one).startsWith(wanted))
  const found =
    (exact.length === 1 ? exact[0] : undefined) ??
    (numbered === undefined ? undefined : having.find(({ prize }) => prize === Number(numbered))) ??
    (near.length === 1 ? near[0] : undefined)
  if (found) return found
  const all = having
    .slice(0, 20)
    .map(({ prize, who, receipt }) => `${prize}. ${who?.name ?? receipt.slice(0, 8)}`)
  throw new Oops('giveaway.no-winner-named', {
    id: String(giveaway.id),
    given: given.slice(0, 80),
    all: all.join(', ') || '-',
  })
}

import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { aboutOf } from '../src/delivery/giveaway-words.ts'
import { prizesOf } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { accountKey } from '../src/model/person.ts'
import { together } from '../src/texts/marked.ts'
import { called, giveawayPressed } from './giveaway-find.ts'

/** For a private conversation, where no message with a button stands. */
export default command({
  name: 'giveaway claim',
  names: { fr: 'tirage réclamer' },
  also: called('claim', 'réclamer', 'reclame'),
  about: 'giveaway.claim-about',
  for: 'member',
  quiet: true,
  options: {},

  async run(asked) {
    const { store, team } = asked
    const won = await store.giveawayWinners.of(team.name, await accountsOf(asked))
    const ids = [...new Set(won.map(({ id }) => id))]
    if (ids.length === 0) throw new Oops('giveaway.nothing-to-claim')
    const said = []
    for (const id of ids) said.push(await claim(asked, String(id)))
    return { quiet: true, text: together(said.map(({ text }) => text)) }
  },
})

/** A winner takes what is theirs: once is enough, and once more does no harm. Throws Oops. */
export async function claim(asked: Asked, about: string): Promise<Message> {
  const { store, say, now, team } = asked
  const giveaway = await giveawayPressed(asked, about)
  const keys = new Set((await accountsOf(asked)).map((one) => accountKey(one)))
  const mine = (await store.giveawayWinners.all(giveaway.id)).filter(
    ({ who }) => who && keys.has(accountKey(who.account)),
  )
  if (mine.length === 0) throw new Oops('giveaway.nothing-to-claim')
  const having = mine.find(({ lost }) => !lost)
  if (!having) throw new Oops('giveaway.claim-over')
  const claimed = await store.together(async (store) => {
    if (!(await store.giveawayWinners.claim(giveaway.id, having.place, now))) return false
    await store.living.touch(team.name, aboutOf(giveaway), { soon: true })
    return true
  })
  if (!claimed && !having.claimedAt) {
    const after = (await store.giveawayWinners.all(giveaway.id)).find(({ place }) => place === having.place)
    if (!after?.claimedAt) throw new Oops(after?.lost ? 'giveaway.claim-over' : 'giveaway.claim-late')
  }
  return { quiet: true, text: say('giveaway.claimed', { prize: prizesOf(giveaway)[having.prize - 1] ?? '' }) }
}

/** All accounts of whoever asks, as they are joined now: whom they entered as may be another by then. */
const accountsOf = ({ store, person, by }: Asked) => store.people.sameAs([by.account, ...person.accounts])

import { randomBytes } from 'node:crypto'
import { command } from '../src/chat/command.ts'
import type { Form, Input } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { giveawayMessage, voiceOf } from '../src/delivery/giveaway.ts'
import { aboutOf, channelWords } from '../src/delivery/giveaway-words.ts'
import { commitmentOf, receiptOf } from '../src/model/draw.ts'
import { limits } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { together } from '../src/texts/marked.ts'
import type { Key, Say } from '../src/texts/texts.ts'
import { called } from './giveaway-find.ts'
import { placesNamed } from './giveaway-places.ts'
import { termOptions, termsOf, warningsOf } from './giveaway-terms.ts'

/** Begins a giveaway: in one line, or in a window that asks for the prize and the end. */
export default command({
  name: 'giveaway start',
  names: { fr: 'tirage lancer' },
  also: called('start', 'new', 'add', 'create', 'lancer', 'lance', 'nouveau', 'creer', 'ajouter', 'demarrer'),
  about: 'giveaway.start-about',
  for: 'staff',
  quiet: true,
  options: {
    ...termOptions,
    channel: text(
      { en: ['channel', 'channels', 'in'], fr: ['canal', 'canaux', 'salon'] },
      'giveaway.channel',
    ),
  },

  form: (options, { say }) =>
    options.prize === undefined || (options.until === undefined && options.lasts === undefined)
      ? startForm(say, options)
      : null,

  async run(asked) {
    const { store, team, person, say, now, options } = asked
    if (options.prize === undefined) throw new Oops('giveaway.no-prize')
    const places = await placesNamed(asked, options.channel)
    const nothing = { roles: [], without: [], accountAge: null, memberAge: null, question: null }
    const before = {
      prizes: [],
      terms: null,
      conditions: nothing,
      bonuses: [],
      endsAt: null,
      claimFor: limits.claim,
      places,
    }
    const terms = await termsOf(asked, options, before)
    if (terms.endsAt - now < limits.shortest)
      throw new Oops('giveaway.too-short', { seconds: limits.shortest / 1000 })
    const seed = randomBytes(32).toString('hex')
    const given = {
      ...terms,
      team: team.name,
      draw: receiptOf(randomBytes(26)),
      places,
      seed,
      commitment: commitmentOf(seed),
      chain: await asked.chain().catch(() => null),
      by: person.name,
    }
    const giveaway = await store.together(async (store) => {
      const id = await store.giveaways.start(given, now)
      const giveaway = (await store.giveaways.get(team.name, id))!
      const message = giveawayMessage(giveaway, { winners: [], cancelled: null }, voiceOf(team, now))
      await store.living.begin(team.name, aboutOf(giveaway), { places, message, now })
      return giveaway
    })
    const time = say.at(giveaway.endsAt, now, team.timeZone)
    return {
      quiet: true,
      text: together([
        say('giveaway.started', { id: String(giveaway.id), channels: channelWords(giveaway, say), time }),
        ...warningsOf(terms, asked),
      ]),
    }
  },
})

/** What a giveaway needs, and what most have. What was typed already stands in it. */
function startForm(say: Say, given: Record<string, unknown>): Form {
  const input = (name: string, label: Key, hint: Key | null, more: Partial<Input> = {}): Input => ({
    name,
    label: say.plain(label),
    kind: 'line',
    ...(hint ? { hint: say.plain(hint) } : {}),
    ...more,
  })
  const all = [
    input('prize', 'giveaway.prizes', 'giveaway.prize', { required: true, kind: 'text', most: 2000 }),
    input('until', 'giveaway.ends', 'giveaway.until', { required: true, most: 100 }),
    input('winners', 'giveaway.winners', null, { most: 3 }),
    input('role', 'giveaway.conditions', 'giveaway.role', { most: 200 }),
    input('terms', 'giveaway.terms', null, { kind: 'text', most: limits.termsLength }),
  ]
  return {
    title: say.plain('giveaway.start-about'),
    inputs: all.filter(
      ({ name }) => given[name] === undefined && !(name === 'until' && given.lasts !== undefined),
    ),
  }
}

import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Item, Message } from '../src/chat/message.ts'
import { aboutOf, channelWords, shortName, stateWords } from '../src/delivery/giveaway-words.ts'
import type { Giveaway } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { may } from '../src/model/person.ts'
import { proofOfGiveaway } from '../src/reports/giveaway-proof.ts'
import { proofFiles } from '../src/reports/proof-page.ts'
import { link, plain, together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { claim } from './giveaway-claim.ts'
import { enter, leave, standing } from './giveaway-enter.ts'
import { called, giveawayNamed, giveawayPressed, needsNow, whichOption } from './giveaway-find.ts'
import { lookCloser, stepButtons, winnersFrom } from './giveaway-look.ts'
import { takeStep } from './giveaway-step.ts'

/** The giveaways there are, and what people do with their messages. */
export default command({
  name: 'giveaway',
  names: { fr: 'tirage' },
  also: called('', 'list', 'liste', 'lister', 'show', 'voir'),
  about: 'giveaway.about',
  for: 'member',
  quiet: true,
  options: { giveaway: whichOption },

  async run(asked) {
    if (asked.options.giveaway === undefined) return list(asked)
    const giveaway = await giveawayNamed(asked, asked.options.giveaway)
    return isStaff(asked) ? lookCloser(asked, giveaway) : standing(asked, giveaway)
  },

  on: {
    enter: forAll((asked) => enter(asked, null)),
    /** The same where a question has to be answered. */
    answer: {
      ...forAll((asked) => enter(asked, asked.values.answer ?? '')),
      form: answerForm,
      label: 'giveaway.enter',
    },
    mine: forAll(async (asked) => standing(asked, await giveawayPressed(asked, asked.about))),
    leave: forAll(leave),
    claim: forAll((asked) => claim(asked, asked.about)),
    proof: forAll(proof),
    look: forStaff(async (asked) => lookCloser(asked, await giveawayPressed(asked, asked.about))),
    winners: forStaff(async (asked) =>
      winnersFrom(asked, await giveawayPressed(asked, asked.about), Number(asked.value) || 0),
    ),
    pause: forStaff(async (asked) => takeStep(asked, await giveawayPressed(asked, asked.about), 'pause')),
    resume: forStaff(async (asked) => takeStep(asked, await giveawayPressed(asked, asked.about), 'resume')),
    end: forStaff(async (asked) => takeStep(asked, await giveawayPressed(asked, asked.about), 'end')),
    /** What cannot be undone is asked for twice. */
    cancel: forStaff(async (asked) => sureToCancel(asked, await giveawayPressed(asked, asked.about))),
    'cancel-sure': {
      ...forStaff(async (asked) =>
        takeStep(
          asked,
          await giveawayPressed(asked, asked.about),
          'cancel',
          asked.values.why?.trim() || null,
        ),
      ),
      form: whyForm,
      label: 'giveaway.cancel',
    },
  },
})

function forAll(run: (asked: Asked & Pressed) => Promise<Message>): Action {
  return { for: 'member', quiet: true, run }
}

function forStaff(run: (asked: Asked & Pressed) => Promise<Message>): Action {
  return { for: 'staff', quiet: true, run }
}

function answerForm(say: Say): Form {
  return {
    title: say.plain('giveaway.answer-title'),
    inputs: [
      { name: 'answer', label: say.plain('giveaway.your-answer'), kind: 'line', required: true, most: 200 },
    ],
  }
}

function whyForm(say: Say): Form {
  return {
    title: say.plain('giveaway.cancel'),
    inputs: [{ name: 'why', label: say.plain('giveaway.why'), kind: 'line', most: 300 }],
  }
}

const isStaff = ({ person }: Asked) => may(person.role, 'staff')

async function list(asked: Asked): Promise<Message> {
  const { store, team, say } = asked
  const all = await store.giveaways.list(team.name, shown)
  if (all.length === 0)
    return { quiet: true, text: say(isStaff(asked) ? 'giveaway.none-how' : 'giveaway.none') }
  return {
    title: say.plain('giveaway.list-title', { count: all.length }),
    items: all.map((one) => itemOf(asked, one)),
    note: isStaff(asked) ? say('giveaway.how-staff') : undefined,
    quiet: true,
    team: team.name,
  }
}

function itemOf(asked: Asked, giveaway: Giveaway): Item {
  const { say } = asked
  const about = aboutOf(giveaway)
  const own = giveaway.state === 'running' || giveaway.state === 'paused'
  const mine = { action: 'giveaway.mine', label: say.plain('giveaway.mine'), about }
  const look = { action: 'giveaway.look', label: say.plain('giveaway.look'), about }
  return {
    title: say.plain('giveaway.item', { id: String(giveaway.id), prize: shortName(giveaway) }),
    text: together(
      [
        plain(stateWords(giveaway, asked)),
        say('giveaway.count', { count: giveaway.entrants }),
        say('giveaway.in', { channels: channelWords(giveaway, say) }),
      ],
      ' · ',
    ),
    buttons: isStaff(asked) ? [look, ...stepButtons(asked, giveaway)] : own ? [mine] : [],
  }
}

function sureToCancel(asked: Asked, giveaway: Giveaway): Message {
  const { say } = asked
  needsNow(asked, 'cancel', giveaway)
  return {
    quiet: true,
    text: say('giveaway.sure-cancel', { id: String(giveaway.id), prize: shortName(giveaway) }),
    buttons: [{ action: 'giveaway.cancel-sure', label: say.plain('giveaway.cancel'), style: 'danger' }],
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

/** The proof as it stands, after every reroll, for whoever wants to check it. */
async function proof(asked: Asked & Pressed): Promise<Message> {
  const { store, team, chats, say, publicUrl, person } = asked
  const giveaway = await giveawayPressed(asked, asked.about)
  const made = await proofOfGiveaway(store, giveaway, { team, chats })
  if (!made) throw new Oops('giveaway.no-proof')
  const files = proofFiles(made, person.locale)
  const at = publicUrl === null ? null : `${publicUrl.replace(/\/$/u, '')}/draws/${giveaway.draw}`
  return {
    quiet: true,
    title: say.plain('giveaway.proof-title', { id: giveaway.id }),
    text: together([
      say('giveaway.proof-text'),
      at === null ? null : say('giveaway.proof-at', { where: { marked: link(at, at) } }),
    ]),
    // The page holds the whole proof: beyond this both would be too large for a chat.
    files: giveaway.entrants > 20_000 ? files.slice(0, 1) : files,
  }
}

const shown = 10

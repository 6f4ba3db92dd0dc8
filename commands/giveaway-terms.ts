import type { Asked } from '../src/chat/command.ts'
import { end, fits, lengthOrNone, prizes, several, wordsOrNone } from '../src/chat/giveaway-options.ts'
import { number, type OptionValue } from '../src/chat/options.ts'
import { length } from '../src/chat/until.ts'
import {
  type Bonus,
  type Conditions,
  type Group,
  limits,
  type Prize,
  type Terms,
  winnersOf,
} from '../src/model/giveaway.ts'
import { sharingIn, stakeIn, stakeInPrize, taggingIn } from '../src/model/giveaway-words.ts'
import { Oops } from '../src/model/oops.ts'
import { type ChatName, kindOfChat } from '../src/model/person.ts'
import type { Place } from '../src/model/team.ts'
import { folded } from '../src/model/words.ts'
import type { Marked } from '../src/texts/marked.ts'

/** What may be said of a giveaway when it starts, and changed while it runs. */
export const termOptions = {
  prize: prizes({ en: ['prize', 'prizes'], fr: ['lot', 'lots', 'prix'] }, 'giveaway.prize', { loose: true }),
  until: end({ en: ['until', 'ends'], fr: ['fin'] }, 'giveaway.until'),
  lasts: length({ en: ['for', 'lasts', 'duration'], fr: ['durée', 'pendant'] }, 'giveaway.lasts'),
  winners: number({ en: ['winners'], fr: ['gagnants'] }, 'giveaway.winners'),
  terms: wordsOrNone(
    { en: ['terms', 'rules'], fr: ['règlement', 'règles'] },
    'giveaway.terms',
    'giveaway.terms-long',
    limits.termsLength,
  ),
  role: several({ en: ['role', 'roles'], fr: ['rôle', 'rôles'] }, 'giveaway.role'),
  without: several({ en: ['without', 'not'], fr: ['sans', 'sauf'] }, 'giveaway.without'),
  account: lengthOrNone({ en: ['account'], fr: ['compte'] }, 'giveaway.account'),
  member: lengthOrNone({ en: ['member'], fr: ['membre'] }, 'giveaway.member'),
  bonus: several({ en: ['bonus'], fr: ['bonus'] }, 'giveaway.bonus'),
  claim: lengthOrNone({ en: ['claim'], fr: ['délai', 'réclamer'] }, 'giveaway.claim-for'),
  question: wordsOrNone(
    { en: ['question'], fr: ['question'] },
    'giveaway.question',
    'giveaway.question-long',
    limits.questionLength,
  ),
  answer: several({ en: ['answer', 'answers'], fr: ['réponse', 'réponses'] }, 'giveaway.answer'),
}

type Given = { [Name in keyof typeof termOptions]?: OptionValue<(typeof termOptions)[Name]> }

/** What was said, put on what stood before. Throws Oops with what cannot be. */
export async function termsOf(
  asked: Asked,
  given: Given,
  before: Omit<Terms, 'endsAt'> & { endsAt: number | null; places: Place[] },
): Promise<Terms> {
  const endsAt = given.lasts === undefined ? (given.until ?? before.endsAt) : asked.now + given.lasts
  if (endsAt === null) throw new Oops('bot.not-in-form', { field: asked.say.plain('giveaway.ends') })
  const claimFor = given.claim === undefined ? before.claimFor : given.claim
  if (claimFor !== null && (claimFor < limits.claimShortest || claimFor > limits.claimLongest))
    throw new Oops('giveaway.claim-span')
  const terms: Terms = {
    prizes: withWinners(given.prize ?? before.prizes, given.winners, given.prize !== undefined),
    terms: given.terms === undefined ? before.terms : given.terms,
    conditions: await conditionsOf(asked, given, before.conditions, before.places),
    bonuses: given.bonus === undefined ? before.bonuses : await bonusesOf(asked, given.bonus, before.places),
    endsAt,
    claimFor,
  }
  noStake(terms)
  return terms
}

/** `winners:3` of one prize is three of it; of several each says its own number. */
function withWinners(prizes: Prize[], winners: number | undefined, fresh: boolean): Prize[] {
  const [only, ...others] = prizes
  const all =
    winners !== undefined && only && others.length === 0 && (only.count === 1 || !fresh)
      ? [{ ...only, count: winners }]
      : prizes
  const count = winnersOf({ prizes: all })
  if (count < 1 || count > limits.winners || all.some((one) => one.count < 1))
    throw new Oops('giveaway.many-winners', { most: limits.winners, count })
  if (winners !== undefined && winners !== count)
    throw new Oops('giveaway.winners-differ', { prizes: count, winners })
  return all
}

async function conditionsOf(
  asked: Asked,
  given: Given,
  before: Conditions,
  places: Place[],
): Promise<Conditions> {
  const { role, without, account, member } = given
  const [accountAge, memberAge] = [account ?? null, member ?? null]
  for (const { chat } of places) {
    const words = { chat: chatWords(asked, chat) }
    const tells = asked.chats.get(chat)?.tells
    if (accountAge !== null && !tells?.accountSince) throw new Oops('giveaway.unchecked-account', words)
    if (memberAge !== null && !tells?.memberSince) throw new Oops('giveaway.unchecked-member', words)
  }
  return {
    roles: role === undefined ? before.roles : await groupsNamed(asked, role, places),
    without: without === undefined ? before.without : await groupsNamed(asked, without, places),
    accountAge: account === undefined ? before.accountAge : accountAge,
    memberAge: member === undefined ? before.memberAge : memberAge,
    question: questionOf(given, before.question),
  }
}

function questionOf({ question, answer }: Given, before: Conditions['question']): Conditions['question'] {
  if (question === null) return null
  const asks = question ?? before?.asks
  const accepts = answer ?? (question === undefined ? before?.accepts : undefined)
  if (asks === undefined && accepts === undefined) return null
  if (asks === undefined) throw new Oops('giveaway.question-missing')
  const right = (accepts ?? []).filter((one) => folded(one) !== '').slice(0, limits.answers)
  if (right.length === 0) throw new Oops('giveaway.answer-missing')
  for (const one of right) fits(one, 'giveaway.question-long', limits.questionLength)
  return { asks, accepts: right }
}

/** `VIP +3`: a role, and how many entries more. */
async function bonusesOf(asked: Asked, given: string[], places: Place[]): Promise<Bonus[]> {
  const all = await Promise.all(
    given.map(async (one) => {
      const [, name, count] = /^(.*\S)\s*[:=]?\s*[+x×:= ]\s*(\d{1,4})$/u.exec(one) ?? []
      const entries = Number(count)
      if (name === undefined || entries < 1 || entries > limits.bonus)
        throw new Oops('giveaway.no-bonus', { given: one.slice(0, 80), most: limits.bonus })
      const role = name.replace(/\s*[:=+x×]\s*$/u, '').trim()
      return (await groupsNamed(asked, [role], places)).map((group) => ({ ...group, entries }))
    }),
  )
  const bonuses = all.flat()
  // Named twice it would count twice, and show once.
  const double = bonuses.find(({ group }, at) => bonuses.findIndex((one) => one.group === group) < at)
  if (double) throw new Oops('giveaway.double-bonus', { role: double.name })
  return bonuses
}

/** The roles of these names in every chat where it is held. Throws Oops with those there are. */
async function groupsNamed(asked: Asked, names: string[], places: Place[]): Promise<Group[]> {
  if (names.length === 0) return []
  const found: Group[] = []
  for (const chat of new Set(places.map(({ chat }) => chat))) {
    const words = chatWords(asked, chat)
    const all = await asked.chats
      .get(chat)
      ?.groups?.()
      .catch(() => null)
    if (!all) throw new Oops('giveaway.no-roles', { chat: words })
    for (const given of names) {
      const one = groupNamed(all, given)
      const roles = all.map(({ name }) => name).slice(0, 30)
      if (!one)
        throw new Oops('giveaway.no-role', {
          given: given.slice(0, 80),
          chat: words,
          roles: roles.join(', ') || '-',
        })
      found.push({ group: one.group, name: one.name })
    }
  }
  return found
}

/** By name, or by what a chat makes of a mention: `<@&123>`. */
function groupNamed(all: Group[], given: string): Group | undefined {
  const [, id] = /^<[@!](?:&|subteam\^)(\w+)[^>]*>$/u.exec(given) ?? []
  if (id !== undefined) return all.find(({ group }) => group.endsWith(`/${id}`))
  const wanted = folded(given)
  if (wanted === '') return undefined
  const near = all.filter(({ name }) => folded(name).startsWith(wanted))
  return all.find(({ name }) => folded(name) === wanted) ?? (near.length === 1 ? near[0] : undefined)
}

const chatWords = ({ say }: Asked, chat: ChatName) => say.plain(`deliveries.chat-${kindOfChat(chat)}`)

/** A stake makes a giveaway a lottery. Throws Oops with the words. */
function noStake({ prizes, terms, conditions }: Terms) {
  const found = [
    ...prizes.map(({ name }) => stakeInPrize(name)),
    ...[terms ?? '', conditions.question?.asks ?? ''].map(stakeIn),
  ]
  for (const words of found) {
    if (words !== null) throw new Oops('giveaway.stake', { words })
  }
}

/** What is allowed here and may break the rules of a network. */
export function warningsOf({ prizes, terms, conditions }: Terms, { say }: Asked): Marked[] {
  const text = [...prizes.map(({ name }) => name), terms ?? '', conditions.question?.asks ?? ''].join(' ; ')
  const [sharing, tagging] = [sharingIn(text), taggingIn(text)]
  return [
    ...(sharing === null ? [] : [say('giveaway.sharing', { words: sharing })]),
    ...(tagging === null ? [] : [say('giveaway.tagging', { words: tagging })]),
  ]
}

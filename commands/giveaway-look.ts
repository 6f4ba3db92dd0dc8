import type { Asked } from '../src/chat/command.ts'
import type { Button, Field, Message } from '../src/chat/message.ts'
import { fieldLetters, inParts } from '../src/delivery/giveaway.ts'
import { suspectsLine } from '../src/delivery/giveaway-notices.ts'
import {
  aboutOf,
  channelWords,
  conditionLines,
  prizeLines,
  shortName,
  stateWords,
} from '../src/delivery/giveaway-words.ts'
import { allowed, type Giveaway, mayNow, prizesOf } from '../src/model/giveaway.ts'
import { suspectsIn } from '../src/model/giveaway-groups.ts'
import { kindOfChat } from '../src/model/person.ts'
import { day } from '../src/model/time.ts'
import { type Marked, plain, together } from '../src/texts/marked.ts'

/** A giveaway as its team sees it: where it stands, who takes part from where, what looks odd, what can be done. */
export async function lookCloser(asked: Asked, giveaway: Giveaway): Promise<Message> {
  const { store, say, now, team } = asked
  const { id, entrants, weight, conditions } = giveaway
  const [byChat, young, winners] = await Promise.all([
    store.giveawayEntries.byChat(id),
    store.giveawayEntries.young(id, 90 * day),
    store.giveawayWinners.all(id),
  ])
  const facts = winners.map(winnerFacts(asked, giveaway))
  const named = inParts(facts, fieldLetters)[0] ?? []
  const suspects = suspectsIn(young)
  const time = (at: number) => say.time(at, now, team.timeZone)
  const who = conditionLines(conditions, say)
  const fields: (Field | null)[] = [
    { name: say.plain('giveaway.prizes'), value: prizeLines(giveaway, say) },
    {
      name: say.plain('giveaway.entrants'),
      value: together(
        [say('giveaway.count', { count: entrants }), say('giveaway.entries', { count: weight })],
        ' · ',
      ),
    },
    byChat.length > 1
      ? {
          name: say.plain('giveaway.by-chat'),
          value: plain(
            byChat
              .map(
                ({ chat, count }) =>
                  `${say.plain(`deliveries.chat-${kindOfChat(chat)}`)} ${say.number(count)}`,
              )
              .join(' · '),
          ),
        }
      : null,
    who.length > 0 ? { name: say.plain('giveaway.conditions'), value: together(who) } : null,
    winners.length > 0
      ? {
          name: say.plain('giveaway.winners-field'),
          value: together(named),
        }
      : null,
    suspects.length > 0
      ? {
          name: say.plain('giveaway.suspects-title', { id }),
          value: together(suspects.slice(0, 3).map((one) => suspectsLine(one, { say, time }))),
        }
      : null,
  ]
  return {
    title: say.plain('giveaway.item', { id: String(id), prize: shortName(giveaway) }),
    text: together([
      plain(
        `${stateWords(giveaway, asked)} · ${say.plain('giveaway.in', { channels: channelWords(giveaway, say) })}`,
      ),
      ...(await rolesGone(asked, giveaway)),
    ]),
    fields: fields.filter((field) => field !== null),
    note: suspects.length > 0 ? say('giveaway.suspects-note', { id }) : undefined,
    buttons: [
      ...(named.length < facts.length ? [moreWinners(asked, named.length)] : []),
      ...stepButtons(asked, giveaway),
    ],
    about: aboutOf(giveaway),
    team: giveaway.team,
    quiet: true,
  }
}

/** All who won from there on (`from` of them were shown), as many as a message holds. */
export async function winnersFrom(asked: Asked, giveaway: Giveaway, from: number): Promise<Message> {
  const { store, say } = asked
  const facts = (await store.giveawayWinners.all(giveaway.id)).map(winnerFacts(asked, giveaway))
  const [lines = []] = inParts(facts.slice(from), 2000)
  const next = from + lines.length
  return {
    title: say.plain('giveaway.won-title', { prize: shortName(giveaway) }),
    text: together(lines),
    note: say('deliveries.page', { from: Math.min(from + 1, next), to: next, all: facts.length }),
    buttons: next < facts.length ? [moreWinners(asked, next)] : [],
    about: aboutOf(giveaway),
    team: giveaway.team,
    quiet: true,
  }
}

const moreWinners = ({ say }: Asked, from: number): Button => ({
  action: 'giveaway.winners',
  label: say.plain('giveaway.more-winners'),
  value: String(from),
})

/** `2. Ravi: Halo lamp · claimed`, and why not where they lost it. */
const winnerFacts =
  ({ say }: Asked, giveaway: Giveaway) =>
  ({
    place,
    prize,
    who,
    receipt,
    claimedAt,
    lost,
  }: Awaited<ReturnType<Asked['store']['giveawayWinners']['all']>>[number]): Marked =>
    together(
      [
        say('giveaway.won-prize', {
          nth: place,
          name: who?.name ?? receipt.slice(0, 8),
          prize: prizesOf(giveaway)[prize - 1] ?? '',
        }),
        claimedAt ? say('giveaway.has-claimed') : null,
        lost ? plain(lost.note ?? say.plain(lostKeys[lost.reason])) : null,
      ],
      ' · ',
    )

const lostKeys = {
  ineligible: 'giveaway.passed-conditions',
  unclaimed: 'giveaway.late-claim',
  staff: 'giveaway.passed-conditions',
} as const

/** Roles that were deleted since: nobody can show them any more. */
async function rolesGone(
  { chats, say }: Asked,
  { id, state, places, conditions }: Giveaway,
): Promise<Marked[]> {
  if (!(allowed.edit as string[]).includes(state)) return []
  const gone: Marked[] = []
  for (const chat of new Set(places.map(({ chat }) => chat))) {
    const existing = await chats
      .get(chat)
      ?.groups?.()
      .catch(() => null)
    if (!existing) continue
    const keys = new Set(existing.map(({ group }) => group))
    const here = conditions.roles.filter(({ group }) => group.startsWith(`${kindOfChat(chat)}:`))
    for (const { group, name } of here)
      if (!keys.has(group))
        gone.push(
          say('giveaway.role-gone', {
            role: name,
            chat: say.plain(`deliveries.chat-${kindOfChat(chat)}`),
            id,
          }),
        )
  }
  return gone
}

/** What can be done with it now. */
export function stepButtons({ say, now }: Asked, giveaway: Giveaway): Button[] {
  const verbs = (['pause', 'resume', 'end', 'cancel'] as const).filter((verb) => mayNow(verb, giveaway, now))
  const proof =
    giveaway.drawnAt === null ? [] : [{ action: 'giveaway.proof', label: say.plain('giveaway.proof') }]
  return [
    ...verbs.map((verb) => ({
      action: `giveaway.${verb}`,
      label: say.plain(`giveaway.${verb}`),
      about: aboutOf(giveaway),
      ...(verb === 'cancel' ? { style: 'danger' as const } : {}),
    })),
    ...proof.map((one) => ({ ...one, about: aboutOf(giveaway) })),
  ]
}

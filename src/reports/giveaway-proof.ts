import type { Chat } from '../chat/chat.ts'
import { newKeeping } from '../keeping.ts'
import { type Proof, proofOf } from '../model/draw-proof.ts'
import { frozenKey, type Giveaway, headline, prizesOf } from '../model/giveaway.ts'
import type { ChatName } from '../model/person.ts'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import type { Parts } from '../store/store.ts'

/** The proof of a giveaway as it stands now; null before it is drawn, and where nobody took part. */
export async function proofOfGiveaway(
  store: Parts,
  giveaway: Giveaway,
  { team, chats }: { team: Pick<Team, 'title'>; chats: ReadonlyMap<ChatName, Pick<Chat, 'linkTo'>> },
): Promise<Proof | null> {
  const { id, draw, seed, chain, round, value, startedAt, frozenAt, publishedAt, drawnAt } = giveaway
  if (drawnAt === null || frozenAt === null || publishedAt === null) return null
  const links = async (about: string, rule: 'living' | 'notice') => {
    const told = await store.giveaways.told(giveaway.team, about, rule)
    return told.flatMap(({ chat, spot }) => chats.get(chat)?.linkTo?.(spot) ?? [])
  }
  const about = `giveaway:${id}`
  const winners = await store.giveawayWinners.all(id)
  const facts = {
    id: draw,
    title: headline(giveaway),
    organiser: team.title,
    prizes: prizesOf(giveaway),
    seed,
    chain,
    committed: { at: startedAt, links: await links(about, 'living') },
    frozen: {
      at: frozenAt,
      publishedAt,
      round,
      links: await links(`${about}/${frozenKey(giveaway)}`, 'notice'),
    },
    drawnAt,
    value,
    rerolls: winners
      .flatMap(({ place, lost }) => (lost ? [{ place, ...lost }] : []))
      .sort((one, other) => one.nth - other.nth)
      .map(({ place, reason, note, at }) => ({ place, reason, note, at })),
  }
  // Frozen entries never change: their hash stands for them.
  const name = JSON.stringify([facts, giveaway.entriesHash])
  return keptProofs.get(name, async () => proofOf({ ...facts, entries: await store.giveawayEntries.all(id) }))
}

/**
 * A draw of many entries takes a moment to be worked out, which nobody who presses a button or opens a page again and
 * again shall cost everybody else: the last few are kept for a while.
 */
const keptProofs = newKeeping<Proof>({ most: 3, length: 5 * minute })

/** The proof that is published under an id; null where there is none, or none yet. */
export async function proofOfDraw(
  store: Parts,
  draw: string,
  { teams, chats }: { teams: Team[]; chats: ReadonlyMap<ChatName, Pick<Chat, 'linkTo'>> },
): Promise<Proof | null> {
  const giveaway = await store.giveaways.ofDraw(draw)
  if (!giveaway) return null
  const team = teams.find(({ name }) => name === giveaway.team) ?? { title: giveaway.team }
  return proofOfGiveaway(store, giveaway, { team, chats })
}

import type { Asked } from '../src/chat/command.ts'
import { keepReply } from '../src/delivery/reply-life.ts'
import { Oops } from '../src/model/oops.ts'
import { accountKey } from '../src/model/person.ts'
import { newest, type Reply, type ReplyDeed } from '../src/model/reply.ts'
import type { Doer } from '../src/model/reply-moves.ts'
import type { Parts } from '../src/store/store.ts'

/** The reply that a message is about, by its number; 0 where that is none. */
export const idIn = (about: string): number => (/^\d{1,15}$/.test(about) ? Number(about) : 0)

/** The version that a button stands for; 0 where it says none. */
export const versionIn = (value: string): number => (/^\d{1,9}$/.test(value) ? Number(value) : 0)

/** Throws Oops where it is none of the team's. */
export async function replyOf({ team }: Pick<Asked, 'team'>, store: Parts, id: number): Promise<Reply> {
  const reply = await store.replies.get(team.name, id)
  if (!reply) throw new Oops('reply.none', { id: String(id || '?') })
  return reply
}

/** Who asks, with every account that is theirs. */
export async function doerOf({ person, by }: Asked, store: Pick<Parts, 'people'>): Promise<Doer> {
  const accounts = await store.people.sameAs([...person.accounts, by.account])
  return {
    ...{ person: person.id, name: person.name, role: person.role, account: by.account },
    accounts: accounts.map(accountKey),
  }
}

/** What a step leads to, and how it is called; null where nothing changes. */
export type Move = { after: Reply; did: ReplyDeed; what?: string | null } | null

/** The next step of a reply, decided on it as it stands now and kept with what it means, in one transaction. */
export const change = (
  asked: Asked,
  id: number,
  decide: (reply: Reply, by: Doer, store: Parts) => Move | Promise<Move>,
): Promise<Reply | null> =>
  asked.store.together(async (store) => {
    await store.turns.take()
    const before = await replyOf(asked, store, id)
    const by = await doerOf(asked, store)
    const move = await decide(before, by, store)
    if (!move) return null
    const { after, ...did } = move
    return keepReply(store, asked.team, before, after, { ...did, by: signed(asked), at: asked.now })
  })

/** Who did it, by name for people and under a pseudonym for the trail. */
export const signed = ({ person, seal }: Asked) => ({
  name: person.name,
  sealed: seal('trail', person.id),
})

/** The text of a version, for who changes it. */
export const textOf = (reply: Reply, version: number): string =>
  (reply.versions.find(({ nth }) => nth === version) ?? newest(reply)).text

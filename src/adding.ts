import { addressKey } from './model/address.ts'
import { networkOf } from './model/network.ts'
import type { Post } from './model/post.ts'
import type { Team } from './model/team.ts'
import type { Addition } from './store/additions.ts'
import { type Given, identityOf, isSame } from './store/identity.ts'
import type { Store } from './store/store.ts'

type ByHand = Omit<Addition, 'at'>
type Batch = { source: string; outlet: string; teams: string[]; posts: Post[]; byHand: ByHand }

/**
 * Takes a post that a person pasted or reported and hands it to intake. Gives the mention it became, or the one
 * that was there before; null when no topic of the team finds it and none is named.
 */
export function newAdding({ store, hear }: { store: Store; hear: (batch: Batch) => Promise<unknown> }) {
  return async (team: Team, given: Given, byHand: ByHand) => {
    const post = { ...given, id: identityOf(given), network: networkOf(given) }
    const source = `${byHand.how}:${team.name}`
    const before = await known(team, source, post)
    if (before !== null) return { mention: before, known: true }
    await hear({ source, outlet: post.outlet ?? team.title, teams: [team.name], posts: [post], byHand })
    const mention = await store.posts.mentionOf(team.name, source, post.id)
    return mention === null ? null : { mention, known: false }
  }

  async function known({ name }: Team, source: string, post: Post): Promise<number | null> {
    const again = await store.posts.mentionOf(name, source, post.id)
    const address = addressKey(post.url)
    if (again !== null || address === null) return again
    const there = (await store.posts.mentioned(name, [address])).get(address) ?? []
    const found = isEmpty(post) ? there[0] : there.find((one) => isSame(post, one))
    return found?.mention ?? null
  }
}

/** An address alone means whatever is there. */
const isEmpty = ({ title, text }: Post) => `${title}${text}`.trim() === ''

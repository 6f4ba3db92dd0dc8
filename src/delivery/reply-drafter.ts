import { type Drafts, draftsFor, type LanguageModel } from '../drafting/drafting.ts'
import type { Mention } from '../model/mention.ts'
import type { Team } from '../model/team.ts'
import { identityFor } from '../publish/identities.ts'
import { limitOf } from '../publish/limits.ts'
import type { Store } from '../store/store.ts'
import type { Say } from '../texts/texts.ts'

/** Proposals for a mention, the best first, in words of the reader's language (`say`). `by`: who asks, null where a rule does. */
export type Drafter = (asked: {
  team: Team
  mention: Mention
  by: { name: string } | null
  say: Say
}) => Promise<Drafts>

/** Drafts from what the team has at hand: its canned replies, what it answered before, a language model where there is one. */
export const newDrafter =
  ({ store, model }: { store: Pick<Store, 'replies'>; model: LanguageModel | null }): Drafter =>
  async ({ team, mention, by, say }) =>
    draftsFor({
      ...{ mention, team, by, say, model },
      approved: await store.replies.approved(team.name, { language: mention.language, most: remembered }),
      limits: limitOf(mention.post.network, identityFor(team, mention.post)),
    })

/** So many of the team's own replies are looked through. */
const remembered = 300

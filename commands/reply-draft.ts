import type { Asked } from '../src/chat/command.ts'
import type { Item, Message } from '../src/chat/message.ts'
import { clean } from '../src/chat/shorten.ts'
import { moveMention } from '../src/delivery/mention-life.ts'
import { approvalPlaces, judged, neededFor, policyOf } from '../src/delivery/reply-judged.ts'
import { beginReply } from '../src/delivery/reply-life.ts'
import type { Mention } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import type { Verdict } from '../src/model/policy.ts'
import { type Draft, type DraftHow, isOver } from '../src/model/reply.ts'
import { day } from '../src/model/time.ts'
import { newId } from '../src/store/id.ts'
import type { Parts } from '../src/store/store.ts'
import { plain, together } from '../src/texts/marked.ts'
import { signed } from './reply-find.ts'

/** What fits into the window where it is changed, in every chat: a longer reply could not be changed without losing its end. */
export const longestReply = 3000

/** Throws Oops where it is none of the team's, or no longer kept. */
export async function mentionOf({ team }: Pick<Asked, 'team'>, store: Parts, id: number): Promise<Mention> {
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id || '?') })
  if (mention.post.deletedAt !== undefined) throw new Oops('mention.gone-no-reply', { id: String(id) })
  return mention
}

/** A text that may be asked approval for, and what is said of it. Throws Oops where it is empty or too long for its network. */
export function readText(asked: Pick<Asked, 'team'>, mention: Mention, given: string) {
  const text = clean(given).trim()
  if (text === '') throw new Oops('reply.empty')
  const { verdict, identity } = judged(asked.team, mention, text)
  const { length, most } = tooLong(text, verdict) ?? {}
  if (length !== undefined && most !== undefined)
    throw new Oops('reply.too-long', { length, most, over: length - most })
  return { text, verdict, identity }
}

const tooLong = (text: string, { tooLong }: Verdict) =>
  tooLong ?? (text.length > longestReply ? { length: text.length, most: longestReply } : null)

/** A reply begins, and waits for approval; what its author should know of it. Throws Oops. */
export async function propose(
  asked: Asked,
  id: number,
  given: { text: string; how: DraftHow },
): Promise<Message> {
  const { team, now, say, by: heard } = asked
  return asked.store.together(async (store) => {
    await store.turns.take()
    const mention = await mentionOf(asked, store, id)
    const { text, verdict, identity } = readText(asked, mention, given.text)
    const others = await store.replies.ofMention(team.name, mention.id)
    const open = others.find((one) => !isOver(one))
    if (open) throw new Oops('reply.open-already', { id: String(open.id) })
    const { id: person, name } = asked.person
    const reply = await beginReply(
      store,
      team,
      {
        ...{ team: team.name, mention: mention.id, language: mention.language },
        ...neededFor(verdict),
        ...{ identity: identity?.name ?? null, expiresAt: now + policyOf(team).expires },
        version: { text, how: given.how, by: { person, name, account: heard.account } },
      },
      { by: signed(asked), at: now },
    )
    // Whoever answers has it.
    if (mention.state.is === 'new') {
      const taken = { is: 'taken' as const, by: name, id: person, at: now }
      await moveMention(store, team, mention, taken, { by: { id: person, name }, now })
    }
    const channels = approvalPlaces(team)
      .map(({ channel }) => `#${channel}`)
      .join(', ')
    const answered = others.some(({ state }) => state === 'published')
    return {
      quiet: true,
      text: together([
        say('reply.drafted', { id: String(reply.id), channels }),
        verdict.broken.some((one) => one.do === 'refuse') ? say('reply.drafted-breaks') : null,
        answered ? say('reply.answered-before') : null,
      ]),
    }
  })
}

type Proposals = { mention: number; drafts: Draft[] }

/** What might be answered, the best first, each with why it is offered; kept for a day. */
export async function proposals(asked: Asked, id: number): Promise<Message> {
  const { store, team, say, person } = asked
  const mention = await mentionOf(asked, store, id)
  const { drafts, note } = await asked.drafts({ team, mention, by: person, say })
  const key = newId(asked.now).slice(-16)
  await store.memory.set(memoryKey(asked, key), { mention: id, drafts } satisfies Proposals, day)
  return {
    quiet: true,
    title: say.plain('reply.proposals', { id: String(id) }),
    ...(drafts.length === 0 ? { text: say('reply.proposals-none') } : {}),
    items: drafts.map((draft, nth) => itemOf(asked, { draft, nth, value: `${key}.${nth}` })),
    buttons: [{ action: 'reply.write', label: say.plain('reply.write') }],
    note: together([note === null ? null : plain(note), say('reply.proposals-note')]),
    about: `mention:${id}`,
  }
}

const itemOf = (
  { say }: Asked,
  { draft, nth, value }: { draft: Draft; nth: number; value: string },
): Item => ({
  title: say.plain('reply.proposal', { nth: nth + 1 }),
  quote: draft.text,
  text: plain(draft.why),
  buttons: [
    { action: 'reply.use', label: say.plain('reply.use'), value, style: 'primary' },
    { action: 'reply.first', label: say.plain('reply.edit-first'), value },
  ],
})

/** One of the proposals, whose it was. Throws Oops once it is forgotten. */
export async function proposed(
  asked: Pick<Asked, 'team' | 'store'>,
  { about, value }: { about: string; value: string },
): Promise<{ mention: number; draft: Draft }> {
  const [key = '', nth] = value.split('.')
  const kept = await asked.store.memory.get<Proposals>(memoryKey(asked, key))
  const draft = kept?.drafts[Number(nth)]
  if (!kept || !draft) throw new Oops('reply.proposals-old', { id: about })
  return { mention: kept.mention, draft }
}

const memoryKey = ({ team }: Pick<Asked, 'team'>, key: string) => `proposals:${team.name}:${key}`

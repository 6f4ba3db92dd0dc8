import type { Mention } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import { isOver } from '../model/reply.ts'
import { refuse } from '../model/reply-moves.ts'
import type { Team } from '../model/team.ts'
import type { FiledPost } from '../store/post-ends.ts'
import type { Parts } from '../store/store.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import { aboutIncident } from './incident-life.ts'
import { tellMention } from './mention-life.ts'
import { keepReply } from './reply-life.ts'
import { beginsOf, withoutPages, withoutPost } from './without-post.ts'

/**
 * A post is gone at its place, and goes here: what it said and who wrote it, in the store and in every message that
 * shows it. Its alerts say so, nobody is to answer it any more, and what was counted stays. To be run in a transaction
 * that took its turn.
 */
export async function postGone(store: Parts, teams: Team[], post: FiledPost, now: Instant) {
  if (post.deletedAt !== null) return
  await store.postEnds.erase(post, now)
  for (const { id, team: name } of post.mentions) {
    const team = teams.find((one) => one.name === name)
    if (team) await mentionGone(store, team, { id, post }, now)
  }
}

async function mentionGone(
  store: Parts,
  team: Team,
  { id, post }: { id: number; post: FiledPost },
  now: Instant,
) {
  const say = sayIn(team.locale)
  await endReplies(store, team, id, { why: say.plain('mention.gone-reply'), now })
  await store.promises.stop(team.name, id, { why: 'deleted', now })
  await store.promises.hush(team.name, id)
  await store.promises.wake(team.name, id)
  await store.letters.drop(team.name, id)
  await tellMention(store, team, id, now)
  // What waits to be told of it has nothing to tell.
  await store.setAside.withhold(team.name, id)
  const mention = await store.mentions.get(team.name, id)
  if (mention) {
    await takeOutQuotes(store, team, { mention, post }, say)
    await tellStory(store, team, mention, now)
  }
  for (const incident of await store.incidents.standing(team.name))
    await store.living.touch(team.name, aboutIncident(incident.id), { soon: true })
}

/** What is already going out, or may be out, stays as it is. */
async function endReplies(
  store: Parts,
  team: Team,
  mention: number,
  { why, now }: { why: string; now: Instant },
) {
  for (const reply of await store.replies.ofMention(team.name, mention)) {
    if (isOver(reply) || !stoppable.has(reply.state))
      // What it answers is quoted there as well.
      await store.living.touch(team.name, `reply:${reply.id}`, { soon: true })
    else
      await keepReply(store, team, reply, refuse(reply, why), {
        did: 'refused',
        what: why,
        by: null,
        at: now,
      })
  }
}

const stoppable = new Set(['waiting', 'approved', 'by-hand', 'stuck'])

/** What tells its story leads there no more. */
async function tellStory(store: Parts, team: Team, { id, story }: Mention, now: Instant) {
  const abouts = (await store.deliveries.ofStories(team.name, [story], 0)).map(({ about }) => about)
  for (const about of new Set(abouts))
    if (about !== `mention:${id}`) await tellMention(store, team, Number(about.split(':')[1]), now, 'itself')
}

/** News, digests, lists of what is late and reports show posts among others. */
async function takeOutQuotes(
  store: Parts,
  team: Team,
  { mention, post }: { mention: Mention; post: FiledPost },
  say: Say,
) {
  const begins = beginsOf([post.title, post.text, post.was?.title ?? null, post.was?.text ?? null])
  const words = [...(post.url === null ? [] : [post.url]), ...begins]
  if (words.length === 0) return
  const title = mention.post.outlet
  const text = say('mention.number', { id: String(mention.id) })
  const shown = { url: post.url, begins, instead: { title, words: say.plain('mention.gone-short'), text } }
  for (const { id, sheet } of await store.postEnds.reports(team.name, words)) {
    await store.postEnds.rewrite(id, withoutPost(sheet, shown))
    for (const { id: told, payload } of await store.postEnds.telling(team.name, `report:${id}`))
      await store.postEnds.reword(told, withoutPost(withoutPages(payload), shown))
  }
  for (const { id, payload } of await store.postEnds.quoting(team.name, { since: post.heardAt, words }))
    await store.postEnds.reword(id, withoutPost(payload, shown))
}

import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { source } from '../src/chat/source-options.ts'
import { Oops } from '../src/model/oops.ts'
import { day } from '../src/model/time.ts'
import { together } from '../src/texts/marked.ts'
import { called, feedNotInSettings, keptSource, remember, saysWhoRemoved } from './sources-draft.ts'

export default command({
  name: 'sources remove',
  names: { fr: 'sources retirer' },
  also: called(
    'remove',
    'delete',
    'unfollow',
    'retirer',
    'retire',
    'supprimer',
    'supprime',
    'enlever',
    'enleve',
  ),
  about: 'sources.remove-about',
  for: 'admin',
  quiet: true,
  options: {
    source: source(
      { en: ['source', 'name'], fr: ['source', 'nom'] },
      'sources.which',
      ({ added }) => added !== undefined,
      {
        required: true,
        loose: true,
      },
    ),
  },

  async run(asked) {
    const { store, team, say, now } = asked
    const { name, url, feedId } = await keptSource(asked, asked.options.source)
    const activity = await store.sourceActivity.of(team.name, now - 7 * day)
    const posts = say.plain('sources.week', { count: activity.get(url)?.posts ?? 0 })
    const value = await remember(asked, { name, feedId } satisfies Leaving)
    return {
      title: say.plain('sources.remove-title', { name }),
      text: say('sources.remove-text', { posts }),
      buttons: [
        { action: 'sources.remove', label: say.plain('watch.remove'), value, style: 'danger' },
        { action: 'sources.cancel', label: say.plain('watch.cancel'), value },
      ],
      quiet: true,
    }
  },
})

/** A source that somebody was asked about, and what it was called then. */
export type Leaving = { name: string; feedId: number }

/** Removes it, once, whatever it is called by now. Throws Oops with who was faster. */
export async function removeSource(asked: Asked, { name, feedId }: Leaving): Promise<Message> {
  const { store, team, person, say, now } = asked
  const gone = await store.together(async (store) => {
    await store.turns.take()
    const there = await store.addedSources.ofFeed(team.name, feedId)
    if (!there) return null
    feedNotInSettings(asked, there.url)
    await store.addedSources.remove(team.name, there.key, { by: person.name, at: now })
    return there
  })
  await asked.refresh()
  if (!gone) {
    await saysWhoRemoved(asked, name)
    throw new Oops('sources.unknown', { given: name, sources: '-' })
  }
  return {
    quiet: true,
    text: together([
      say('sources.removed', { name: gone.name }),
      gone.name === name ? null : say('sources.renamed', { before: name }),
    ]),
    instead: true,
  }
}

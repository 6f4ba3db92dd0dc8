import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { source } from '../src/chat/source-options.ts'
import { day } from '../src/model/time.ts'
import { keyOf } from '../src/sources/source-names.ts'
import { called, keptSource, remember, saysWhoRemoved } from './sources-draft.ts'

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
    const { name, url } = await keptSource(asked, asked.options.source)
    const activity = await store.sourceActivity.of(team.name, now - 7 * day)
    const posts = say.plain('sources.week', { count: activity.get(url)?.posts ?? 0 })
    const value = await remember(asked, { name })
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

/** Removes it, once. Throws Oops with who was faster. */
export async function removeSource(asked: Asked, { name }: { name: string }): Promise<Message> {
  const { store, team, person, say, now } = asked
  const by = { by: person.name, at: now }
  const gone = await store.together((store) => store.addedSources.remove(team.name, keyOf(name), by))
  await asked.refresh()
  if (!gone) await saysWhoRemoved(asked, name)
  return { quiet: true, text: say('sources.removed', { name }), instead: true }
}

import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { day } from '../src/model/time.ts'
import { called, keptTopic, remember, saysWhoRemoved } from './watch-draft.ts'

export default command({
  name: 'watch remove',
  names: { fr: 'veille retirer' },
  also: called('remove', 'delete', 'retirer', 'retire', 'supprimer', 'supprime', 'enlever', 'enleve'),
  about: 'watch.remove-about',
  for: 'admin',
  quiet: true,
  options: {
    name: text({ en: ['name', 'topic'], fr: ['nom', 'sujet'] }, 'watch.name', {
      required: true,
      loose: true,
    }),
  },

  async run(asked) {
    const { store, team, say, now } = asked
    const { name, text } = await keptTopic(asked, asked.options.name)
    const counts = await store.topics.counts(team.name, now - 7 * day)
    const mentions = say.plain('watch.mentions', { count: counts.get(name) ?? 0 })
    const value = await remember(asked, { name, text })
    return {
      title: say.plain('watch.remove-title', { name }),
      text: say('watch.remove-text', { mentions }),
      buttons: [
        { action: 'watch.remove', label: say.plain('watch.remove'), value, style: 'danger' },
        { action: 'watch.cancel', label: say.plain('watch.cancel'), value },
      ],
    }
  },
})

/** Removes it, once. Throws Oops with who was faster. */
export async function removeTopic(asked: Asked, name: string, key: string): Promise<Message> {
  const { store, team, person, say, now } = asked
  const by = { by: person.name, at: now }
  const gone = await store.together((store) => store.topics.remove(team.name, key, by))
  if (!gone) await saysWhoRemoved(asked, name)
  return { quiet: true, text: say('watch.removed', { name }), instead: true }
}

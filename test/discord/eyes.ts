import { channelNamed, messageNamed, userNamed } from './acts/find.ts'
import { button, type Component, loading, selects, textDisplay } from './bodies.ts'
import { partsOf } from './checks/parts.ts'
import { shownModal } from './modal-shown.ts'
import type { People, Shown } from './people.ts'
import { can, sees } from './permissions.ts'
import { plainWords } from './words.ts'
import type { Message, World } from './world.ts'

type Eyes = Pick<People, 'sees' | 'shown' | 'threadOf' | 'threadsIn' | 'modalOf' | 'pinged' | 'reactionsOf'>

/** What people see, as plain words. */
export function newEyes(world: World): Eyes {
  const shown = (name: string, channelName: string): Shown[] => {
    const user = userNamed(world, name)
    const channel = channelNamed(world, channelName, user)
    if (!sees(world, channel, user) || !can(world, channel, user, 'ReadMessageHistory')) return []
    return (world.messages.get(channel.id) ?? [])
      .filter(({ only }) => only === null || only === user)
      .map((message) => ({
        id: message.id,
        by: world.users.get(message.author)!.name,
        words: wordsOf(world, message),
        quiet: message.only !== null,
        buttons: buttonsOf(message).map(({ label, emoji }) => label ?? emoji?.name ?? ''),
      }))
  }
  return {
    shown,
    sees: (user, channel) => shown(user, channel).map(({ words }) => words),
    threadOf: (user, message) =>
      world.channels.has(message) ? shown(user, message).map(({ words }) => words) : [],
    threadsIn(name) {
      const { id: parent } = channelNamed(world, name)
      const threads = [...world.channels.values()].filter(({ thread }) => thread?.parent === parent)
      return threads.map(({ id, name }) => ({ id, name }))
    },
    modalOf: (user) => {
      const open = world.modals.get(userNamed(world, user))
      return open ? shownModal(open.modal) : null
    },
    pinged: (message) => messageNamed(world, message).pinged,
    reactionsOf: (message) =>
      Object.fromEntries(
        [...messageNamed(world, message).reactions].map(([emoji, users]) => [
          emoji,
          [...users].map((id) => world.users.get(id)!.name),
        ]),
      ),
  }
}

export const buttonsOf = ({ components }: Message): Component[] =>
  [...partsOf(components)].map(({ part }) => part).filter(({ type }) => type === button)

export const menusOf = ({ components }: Message): Component[] =>
  [...partsOf(components)].map(({ part }) => part).filter(({ type }) => selects.includes(type))

/** Everything that can be read of a message, line by line; `…` while it is thought about. */
export function wordsOf(world: World, message: Message): string {
  const marked = (text?: string | null) => plainWords(text ?? '', (kind, id) => nameOf(world, kind, id))
  if (message.flags & loading) return '…'
  const { content, embeds, components, attachments, poll } = message
  const lines = [
    marked(content),
    ...embeds.flatMap(({ author, title, description, fields, footer }) => [
      // What stands small above and below is no markdown: a backslash there is seen.
      author?.name,
      marked(title),
      marked(description),
      ...(fields ?? []).map(({ name, value }) => `${marked(name)} : ${marked(value)}`),
      footer?.text,
    ]),
    ...[...partsOf(components)].map(({ part }) => partWords(part, marked)),
    ...attachments.map(({ name, description }) => `📎 ${name}${description ? ` (${description})` : ''}`),
    poll && `${poll.question?.text} ${(poll.answers ?? []).map((one) => one.poll_media?.text).join(' / ')}`,
  ]
  return lines.filter(Boolean).join('\n')
}

function partWords(part: Component, marked: (text?: string) => string): string | undefined {
  if (part.type === button) return `[${part.label ?? part.emoji?.name ?? ''}]`
  if (part.type === textDisplay) return marked(part.content)
  if (!selects.includes(part.type)) return undefined
  const chosen = (part.options ?? []).filter((one) => one.default).map((one) => one.label)
  return `[${chosen.length > 0 ? chosen.join(', ') : (part.placeholder ?? '')} ▾]`
}

function nameOf(world: World, kind: '@' | '@&' | '#', id: string): string {
  if (kind === '#') return `#${world.channels.get(id)?.name ?? 'unknown'}`
  if (kind === '@') return `@${world.users.get(id)?.display ?? 'unknown-user'}`
  const roles = [...world.guilds.values()].flatMap((guild) => [...guild.roles.values()])
  return `@${roles.find((role) => role.id === id)?.name ?? 'unknown-role'}`
}

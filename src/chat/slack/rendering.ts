import type { Account, ChatName } from '../../model/person.ts'
import { accountKey } from '../../model/person.ts'
import { chatOf, isChannelOf, type Locale, type Team } from '../../model/team.ts'
import type { Store } from '../../store/store.ts'
import { type Say, sayIn } from '../../texts/texts.ts'
import type { Message } from '../message.ts'
import { keepWhole } from '../whole.ts'
import type { Channels } from './channels.ts'
import type { Known } from './menus.ts'
import type { People } from './people.ts'
import { renderSlack, type SlackMessage } from './render.ts'

type Parts = { name: ChatName; teams: Team[]; store: Store; channels: Channels; people: People }

export type Rendering = ReturnType<typeof newRendering>

/** Messages as Slack takes them, in the language of whoever reads them, with a way to the whole where it is cut. */
export function newRendering({ name, teams, store, channels, people }: Parts) {
  const here = () => teams.filter((team) => chatOf(team, 'slack') === name)
  const usual = (): Locale => (here()[0] ?? teams[0])?.locale ?? 'en'

  /** `key` is the one by which the whole is kept: the delivery's, or that of what is changed. */
  async function render(message: Message, say: Say, more: { delivery?: string; key?: string } = {}) {
    const { delivery, key = delivery } = more
    const known = await choicesFor(message)
    const first = renderSlack(message, say, { ...known, delivery })
    // What only passes is not kept anywhere: who votes in an anonymous poll counts on that.
    if (!first.cut || message.fleeting) return first
    const whole = await keepWhole(store.memory, message, key)
    return renderSlack(message, say, { ...known, delivery, whole })
  }

  /** What the menus of a message choose from; without it where Slack does not say. */
  async function choicesFor({ selects = [] }: Message): Promise<Known> {
    const wanted = new Set(selects.map(({ of }) => of))
    const [rooms, groups] = await Promise.all([
      wanted.has('channels') ? channels.list().catch(() => []) : [],
      wanted.has('groups') ? people.groups().catch(() => []) : [],
    ])
    return {
      ...(wanted.has('channels') ? { channels: new Map(rooms.map(({ name, id }) => [name, id])) } : {}),
      ...(wanted.has('groups') ? { groups } : {}),
    }
  }

  return {
    render,
    /** The voice of a channel's team, by any of its names. */
    voiceIn(...names: string[]): Say {
      const team = here().find((team) => names.some((channel) => isChannelOf(team, { chat: name, channel })))
      return sayIn(team?.locale ?? usual())
    },
    /** The voice of somebody: as in the settings, else as in Slack, else as where they are. */
    voiceOf(account: Account, more: { language?: string; channel: string }): Say {
      const known = here()
        .flatMap((team) => team.people)
        .find(({ accounts }) => accounts.some((one) => accountKey(one) === accountKey(account)))
      const spoken = more.language?.slice(0, 2)
      const own = spoken === 'fr' || spoken === 'en' ? spoken : null
      if (known || own) return sayIn(known?.locale ?? own!)
      return this.voiceIn(more.channel)
    },
  }
}

/** What the methods of chat.* take of it. */
export function payloadOf({ files: _, cut: __, ...payload }: SlackMessage): Payload {
  return payload
}

export type Payload = Omit<SlackMessage, 'files' | 'cut'>

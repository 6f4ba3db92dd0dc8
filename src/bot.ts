import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { newExcuses } from './bot/excusing.ts'
import { newMenus } from './bot/menus.ts'
import { newPace } from './bot/pace.ts'
import { formOf } from './bot/reading.ts'
import { idOf, run } from './bot/running.ts'
import { newUnderstanding } from './bot/understanding.ts'
import type { Asking } from './chat/asking.ts'
import type { Bot, Chat, Heard, Overheard } from './chat/chat.ts'
import type { Asked, Command, HeardPost } from './chat/command.ts'
import type { Form, Message } from './chat/message.ts'
import { type Drafter, newDrafter } from './delivery/reply-drafter.ts'
import type { Door } from './http.ts'
import type { Chain } from './model/drand.ts'
import { Oops, Unavailable } from './model/oops.ts'
import type { ChatName, Person } from './model/person.ts'
import type { Instant } from './model/post.ts'
import { isChannelOf, type Team } from './model/team.ts'
import type { FirstReading } from './store/added-sources.ts'
import type { Addition } from './store/additions.ts'
import type { Given } from './store/identity.ts'
import type { Store } from './store/store.ts'

type Parts = {
  teams: Team[]
  store: Store
  commands: Command[]
  clock: () => Instant
  log: Logger
  /** Hands a post over to intake on somebody's word. */
  hear?(team: Team, post: Given, byHand: Omit<Addition, 'at'>): Promise<HeardPost | null>
  /** Brings the teams' topics up to date. */
  refresh?: () => Promise<void>
  /** All that Vigie speaks in. */
  chats?: ReadonlyMap<ChatName, Chat>
  /** Which public values decide draws. */
  chain?: () => Promise<Chain | null>
  publicUrl?: string | null
  /** Takes what is said where Vigie listens. */
  overhear?: (said: Overheard) => Promise<void>
  /** Called when something was done: what it changed may have to be told. */
  done?: () => void
  /** The way out to addresses that people name. */
  door?: Door
  /** See Asked. */
  seal?: Asked['seal']
  /** What mentions might be answered; without a language model where it is missing. */
  drafts?: Drafter
  /** Asks a place what a search finds: see Asked. */
  search?: Asked['search']
  /** Waits a little for the first reading of a source that a team just added. */
  firstReading?: (team: string, key: string) => Promise<FirstReading | null>
}

const deaf = async () => {
  throw new Unavailable('this bot was given no intake')
}
const noSecret = () => {
  throw new Unavailable('this bot was given no secret')
}

const noPlaces = () => {
  throw new Unavailable('this bot asks no places')
}

const closedDoor: Door = {
  get: async () => {
    throw new Unavailable('this bot was given no way out')
  },
  close: async () => {},
}

/** What people type, press and tap comes in, a Message goes out, the same for every chat. */
export function newBot({
  teams,
  store,
  commands,
  clock,
  log,
  hear = deaf,
  refresh,
  chats = new Map(),
  chain = async () => null,
  publicUrl = null,
  overhear = async () => {},
  done = () => {},
  door = closedDoor,
  seal = noSecret,
  drafts = newDrafter({ store, model: null }),
  firstReading = async () => null,
  search = noPlaces,
}: Parts): Bot {
  const tooFast = newPace(clock)
  const { understand, whoAsks } = newUnderstanding(teams, commands)
  const excuse = newExcuses({ teams, whoAsks, clock, log })
  const menus = newMenus({ commands, understand, whoAsks })

  function before(heard: Heard) {
    try {
      const to = understand(heard)
      if (heard.kind === 'command' && 'command' in to) {
        const form = formOf(to, heard)
        return { quiet: to.command.quiet ?? false, ...(form ? { form } : {}) }
      }
      if (!('action' in to)) return { quiet: true }
      const quiet = to.action.quiet ?? true
      const answered = heard.kind === 'reaction' || ('values' in heard && heard.values)
      return to.action.form && !answered ? { quiet, form: to.action.form(to.say) } : { quiet }
    } catch {
      return { quiet: true }
    }
  }

  async function fill(heard: Heard, form: Form): Promise<Form> {
    try {
      const to = understand(heard)
      if (!('action' in to) || !('fill' in to.action) || !to.action.fill) return form
      const { value = '' } = heard.kind === 'button' ? heard : {}
      const filled = to.action.fill({ team: to.team, store, about: idOf(heard), value })
      const known = await Promise.race([
        filled,
        sleep(fillPatience, {} as Record<string, string>, { ref: false }),
      ])
      return {
        ...form,
        inputs: form.inputs.map((input) => ({ ...input, value: known[input.name] ?? input.value ?? '' })),
      }
    } catch (err) {
      log.warn({ err, kind: heard.kind, chat: heard.chat }, 'a form could not be filled')
      return form
    }
  }

  async function answer(heard: Heard): Promise<Message | null> {
    try {
      if (tooFast(heard)) throw new Oops('bot.too-fast')
      await refresh?.()
      const to = understand(heard)
      const person = await remember(heard, to)
      const here = { by: person.name, channel: heard.channel }
      const asked: Asked = {
        ...to,
        teams,
        person,
        channel: heard.channel,
        now: clock(),
        store,
        commands,
        chat: heard.chat,
        chats,
        by: heard,
        chain,
        publicUrl,
        hear: (post, more) => hear(to.team, post, { ...here, ...more }),
        door,
        seal,
        refresh: async () => refresh?.(),
        drafts,
        firstReading: (key) => firstReading(to.team.name, key),
        search,
      }
      const said = await run(to, heard, asked)
      done()
      return said && { ...said, ...teamOf(heard, to.team) }
    } catch (error) {
      return excuse(error, heard)
    }
  }

  async function remember(heard: Heard, { person, team }: Asking): Promise<Person> {
    // A crowd that presses one button at once is met together.
    const id = await store.grouped((store) =>
      store.people.meet(heard.account, heard.name, team.locale, clock()),
    )
    return person.id === '' ? { ...person, id: `person-${id}` } : person
  }

  /** What is said where Vigie listens; a mistake there is ours alone. */
  async function overheard(said: Overheard) {
    await overhear(said).catch((err) => log.error({ err, chat: said.chat }, 'what was overheard is lost'))
  }

  return { before, fill, answer, ...menus, overhear: overheard }
}

/** An answer about another team than the channel's says so: its buttons shall ask that team again. */
const teamOf = (heard: Heard, team: Team): { team?: string } =>
  isChannelOf(team, heard) ? {} : { team: team.name }

/** Milliseconds: Slack and Discord take a window within three seconds of the press, or not at all. */
const fillPatience = 800

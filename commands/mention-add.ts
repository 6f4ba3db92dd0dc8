import type { HeardMessage } from '../src/chat/chat.ts'
import { type Asked, command, type HeardPost } from '../src/chat/command.ts'
import { address, pasted, readAddress, said } from '../src/chat/given.ts'
import type { Form, Input, Message } from '../src/chat/message.ts'
import { text, topic } from '../src/chat/options.ts'
import { mentionMessage } from '../src/delivery/mention.ts'
import { networks } from '../src/model/network.ts'
import { Oops } from '../src/model/oops.ts'
import { longestKept } from '../src/model/post.ts'
import { day } from '../src/model/time.ts'
import { folded, visible } from '../src/model/words.ts'
import { newId } from '../src/store/id.ts'
import type { Given } from '../src/store/identity.ts'
import { together } from '../src/texts/marked.ts'
import type { Key, Say } from '../src/texts/texts.ts'
import { told } from './why-told.ts'

export default command({
  name: 'mention add',
  names: { fr: 'mention ajouter' },
  about: 'add.about',
  for: 'staff',
  quiet: true,
  options: {
    text: pasted({ en: ['text'], fr: ['texte'] }, 'add.text'),
    address: address({ en: ['address', 'link', 'url'], fr: ['adresse', 'lien', 'url'] }, 'add.address'),
    author: text({ en: ['author'], fr: ['auteur'] }, 'add.author'),
    outlet: text({ en: ['outlet', 'source'], fr: ['média', 'source'] }, 'add.outlet'),
    date: said({ en: ['date'], fr: ['date'] }, 'add.date'),
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'add.topic'),
  },

  form: (options, { say }) => {
    const { text, address } = parted(options)
    return text === '' ? formOf(address ?? '', say) : null
  },

  async run(asked) {
    const { author, outlet, date, topic = null } = asked.options
    const { text, address } = parted(asked.options)
    if (text === '' && address === null) throw new Oops('add.nothing')
    const where = outlet ? oneLine(outlet) : address ? new URL(address).hostname.replace(/^www\./, '') : null
    const given = {
      url: address,
      title: '',
      text,
      author: author ? oneLine(author) : null,
      publishedAt: date ?? null,
      updatedAt: null,
      outlet: where ?? asked.say.plain('add.by-hand'),
      network: networks.find((one) => outlet && folded(outlet) === one) ?? null,
    }
    return added(asked, { given, how: 'pasted', topic })
  },

  on: {
    /** What no topic found is about this one. */
    about: {
      for: 'staff',
      quiet: true,
      async run(asked) {
        const [key = '', number] = asked.value.split(':')
        const kept = await asked.store.memory.get<Asking>(memoryKey(asked, key))
        const topic = kept?.topics[Number(number)]
        if (!kept || topic === undefined) throw new Oops('add.forgotten')
        return { ...(await added(asked, { ...kept, topic })), instead: true }
      },
    },
  },

  onMessage: {
    report: {
      for: 'staff',
      label: 'add.report',
      on: 'people',
      quiet: true,
      run: (asked) =>
        added(asked, { given: reported(asked.message, asked.channel), how: 'reported', topic: null }),
    },
  },
})

/** A message of a chat as a post: its own id says which, so that it is reported once. */
function reported({ id, by, text, author, url, at }: HeardMessage, channel: string): Given {
  if (isEmpty(text)) throw new Oops('add.no-text')
  const said = { id, url, title: '', text, author, publishedAt: at, updatedAt: null }
  return { ...said, outlet: `#${channel}`, network: by?.chat ?? null }
}

type Adding = { given: Given; how: 'pasted' | 'reported'; topic: string | null }
type Asking = Omit<Adding, 'topic'> & { topics: string[] }

async function added(asked: Asked, { given, how, topic }: Adding): Promise<Message> {
  const found = await asked.hear(given, { how, topic })
  if (found) return shown(asked, given, found)
  if (asked.team.topics.some(({ name }) => name === topic)) throw new Oops('add.refused')
  return whichTopic(asked, { given, how })
}

/** The mention, and where it is told; or that it was known before, and from where. */
async function shown(asked: Asked, given: Given, { mention: id, known }: HeardPost): Promise<Message> {
  const { team, store, say, now } = asked
  const mention = await store.mentions.get(team.name, id)
  if (!mention) throw new Oops('mention.none', { id: String(id) })
  const outlets = await store.mentions.outlets(team.name, mention.story)
  const card = mentionMessage(mention, outlets, { say, now, team })
  const heard = { time: say.at(mention.heardAt, now, team.timeZone), outlet: mention.post.outlet }
  const notes = [
    given.text === '' ? say('add.without-text') : null,
    given.text.length > longestKept ? say('add.cut', { count: longestKept }) : null,
  ]
  return {
    ...card,
    text: known ? say('add.known', { id: String(id), ...heard }) : say('add.added', { id: String(id) }),
    fields: [
      ...(card.fields ?? []),
      { name: say.plain('why.told'), value: await told(asked, mention, { added: true }) },
    ],
    ...(known ? {} : { note: together([card.note, ...notes]) }),
  }
}

/** No topic finds it, and somebody says that it concerns the team: they know which one it is about. */
async function whichTopic(asked: Asked, kept: Omit<Adding, 'topic'>): Promise<Message> {
  const { team, store, say, now } = asked
  const topics = team.topics.map(({ name }) => name)
  if (topics.length === 0) throw new Oops('add.no-topics')
  const key = newId(now).slice(-12)
  // One unit more than is kept still tells that it was cut.
  const given = { ...kept.given, text: kept.given.text.slice(0, longestKept + 1) }
  await store.memory.set(memoryKey(asked, key), { ...kept, given, topics } satisfies Asking, day)
  const buttons = topics.slice(0, mostButtons)
  return {
    title: say.plain('add.which'),
    text: say('add.which-why'),
    note: topics.length > mostButtons ? say('add.which-more') : undefined,
    buttons: buttons.map((label, at) => ({ action: 'mention add.about', label, value: `${key}:${at}` })),
    quiet: true,
  }
}

const memoryKey = ({ team, person }: Asked, key: string) => `add:${team.name}:${person.id}:${key}`

/** An address that stands before the words, or alone, is the address. */
function parted({ text = '', address }: { text?: string | undefined; address?: string | undefined }) {
  const [, first, rest = ''] = /^(https?:\/\/\S+)\s*([\s\S]*)$/iu.exec(text.trim()) ?? []
  const leading = first === undefined ? undefined : readAddress(first)
  const taken = leading !== undefined && (address === undefined || address === leading)
  const words = taken ? rest : text
  return { address: address ?? leading ?? null, text: isEmpty(words) ? '' : words.trim() }
}

function formOf(address: string, say: Say): Form {
  const line = (name: string, label: Key, hint?: Key): Input => ({
    name,
    label: say.plain(label),
    kind: 'line',
    ...(hint ? { hint: say.plain(hint) } : {}),
  })
  return {
    title: say.plain('add.about'),
    submit: say.plain('add.submit'),
    inputs: [
      { ...line('address', 'add.address', 'add.address-hint'), value: address },
      { name: 'text', label: say.plain('add.text'), kind: 'text', most: 10_000 },
      line('author', 'add.author'),
      line('outlet', 'add.outlet'),
      line('date', 'add.date'),
    ],
  }
}

const isEmpty = (text: string) => visible(text).trim() === ''
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim().slice(0, 200)

/** Chats hold no more than 25 on a message. */
const mostButtons = 20

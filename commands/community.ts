import { type Asked, command } from '../src/chat/command.ts'
import type { Field, Item, Message } from '../src/chat/message.ts'
import { day, dayIn, hour } from '../src/model/time.ts'
import type { ChannelMood, Question } from '../src/store/community.ts'
import { plain, together } from '../src/texts/marked.ts'

/** How the channels are doing in which the team listens: their mood, questions that wait, newcomers. */
export default command({
  name: 'community',
  names: { fr: 'communauté' },
  about: 'community.about',
  for: 'staff',
  quiet: true,
  options: {},

  async run(asked) {
    const { team, store, say, now } = asked
    const listens = team.listens ?? []
    if (listens.length === 0) return { title: say.plain('community.title'), text: say('community.none') }
    const from = dayIn(now - 6 * day, team.timeZone)
    const [moods, open, newcomers] = await Promise.all([
      store.community.moods(team.name, from),
      store.community.open(team.name, now - hour),
      store.community.ungreeted(team.name, { from: now - 14 * day, to: now - day }),
    ])
    return {
      title: say.plain('community.title'),
      text: say('community.week', { channels: listens.map(({ channel }) => `#${channel}`).join(', ') }),
      fields: [
        ...moods.map((one) => moodField(asked, one)),
        ...(newcomers.length > 0
          ? [{ name: say.plain('community.newcomers'), value: plain(newcomers.join(', ')) }]
          : []),
      ],
      items: open.map((one) => questionItem(asked, one)),
      note: together([open.length === 0 ? say('community.answered') : null, say('community.note')]),
    } satisfies Message
  },
})

function moodField({ say }: Asked, { place, said, ...moods }: ChannelMood): Field {
  const shares = (['negative', 'neutral', 'positive'] as const).map((mood) =>
    say(`mentions.${mood}`, { count: moods[mood] }),
  )
  const net = said === 0 ? 0 : Math.round((100 * (moods.positive - moods.negative)) / said)
  return {
    name: `#${place.channel}`,
    value: together(
      [
        say('community.said', { count: said }),
        together(shares, ', '),
        say('digest.net', { net: net > 0 ? `+${net}` : say.number(net) }),
      ],
      ' · ',
    ),
  }
}

const questionItem = ({ say, now, team }: Asked, { place, name, text, url, askedAt }: Question): Item => ({
  title: `${name ?? '…'} · #${place.channel}`,
  ...(url ? { url } : {}),
  ...(text ? { quote: text } : {}),
  text: say('community.waits', { time: say.since(askedAt, now, team.timeZone) }),
})

import { type Asked, command } from '../src/chat/command.ts'
import type { Item } from '../src/chat/message.ts'
import { isSamples, type SourceHealth } from '../src/store/feeds.ts'
import { reasonWords } from '../src/texts/texts.ts'

export default command({
  name: 'sources',
  about: 'sources.about',
  for: 'staff',
  quiet: true,
  options: {},

  async run(asked) {
    const { store, team, say } = asked
    const all = await store.feeds.health(team.name)
    // What cannot be heard comes first: of many sources only some fit.
    const sources = [...all.filter(({ failure }) => failure), ...all.filter(({ failure }) => !failure)]
    const file = team.sources[0]?.at.file
    return {
      title: say.plain('sources.title', { count: sources.length }),
      items: sources.map((source) => itemOf(source, asked)),
      note: file ? say('sources.add', { file }) : undefined,
    }
  },
})

function itemOf(source: SourceHealth, { say, now, team }: Asked): Item {
  const { name, url, failure, failingSince, lastReadAt, nextAt } = source
  const time = (at: number) => say.time(at, now, team.timeZone)
  if (isSamples(url)) return { title: name, text: say('sources.samples') }
  const item = { title: name, url }
  if (failure !== null)
    return {
      ...item,
      text: say('sources.failing', {
        since: time(failingSince!),
        failure: reasonWords(failure, say),
        next: time(nextAt),
      }),
    }
  if (lastReadAt === null) return { ...item, text: say('sources.waiting') }
  return {
    ...item,
    mood: 'positive',
    text: say('sources.fine', { time: time(lastReadAt), next: time(nextAt) }),
  }
}

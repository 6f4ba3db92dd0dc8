import { command } from '../src/chat/command.ts'
import { isSearch } from '../src/model/search.ts'
import { writeOpml } from '../src/sources/opml.ts'
import { called } from './sources-draft.ts'

export default command({
  name: 'sources export',
  names: { fr: 'sources exporter' },
  also: called('export', 'exporter', 'exporte'),
  about: 'sources.export-about',
  for: 'staff',
  quiet: true,
  options: {},

  async run({ team, say }) {
    const sources = team.sources.flatMap((one) =>
      one.kind === 'feed' && !isSearch(one.url)
        ? [{ name: one.name, url: one.url, folder: one.folder ?? null }]
        : [],
    )
    const searches = team.sources.filter((one) => one.kind === 'feed' && isSearch(one.url)).length
    const title = say.plain('sources.export-title', { team: team.title })
    const words = say.plain('sources.title', { count: sources.length })
    return {
      title,
      text:
        sources.length > 0 ? say('sources.exported', { count: sources.length }) : say('sources.export-none'),
      files:
        sources.length > 0
          ? [
              {
                name: `sources-${team.name}.opml`,
                type: 'text/x-opml',
                base64: Buffer.from(writeOpml(title, sources)).toString('base64'),
                says: words,
              },
            ]
          : [],
      ...(searches > 0 ? { note: say('sources.searches-left', { count: searches }) } : {}),
      quiet: true,
    }
  },
})

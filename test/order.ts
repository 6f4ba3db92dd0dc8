import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest begins first, so that no core waits for it in the end. A run writes down how long each file
 * took, but a clean clone knows nothing yet: these are named. Those that mostly wait (for processes that are killed,
 * for time-outs) and those that compute take turns, so that the former leave the cores to the latter.
 */
const longest = [
  'faults/giveaways',
  'commands/poll-property',
  'main',
  'analysis/bursts/stories',
  'faults/kills',
  'model/draw',
  'faults/publishing',
  'import',
  'web/page',
  'schedule/publishing',
  'faults/polls',
  'schedule/noticing',
  'chat/replies-everywhere',
  'schedule/feed-life',
  'chat/slack-faults',
  'chat/discord-render-property',
  'import-down',
  'analysis/matcher',
  'detect',
  'schedule/giveaways-property',
  'store/restart-faults',
  'store/start-faults',
  'schedule/moments',
  'commands/reply-races',
  'store/stored',
  'schedule/clocks',
].map((name) => `/test/${name}.test.ts`)

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const nth = longest.findIndex((name) => moduleId.endsWith(name))
      return nth === -1 ? longest.length : nth
    }
    // By project, as its workers keep what they have loaded; the rest as Vitest sorts it.
    const project = (one: TestSpecification) => one.project.name
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => project(a).localeCompare(project(b)) || place(a) - place(b))
  }
}

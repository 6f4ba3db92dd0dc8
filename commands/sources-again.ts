import type { Action } from '../src/chat/command.ts'

/** Asks sources that died once more, at once: `value` names their feeds, all of the team's where it is empty. */
export const askAgain: Action = {
  for: 'staff',
  quiet: true,
  run: async ({ store, team, say, now, value }) => {
    const ids = value === '' ? null : value.split(',').map(Number).filter(Number.isSafeInteger)
    const count = await store.feeds.askAgain(team.name, ids, now)
    return {
      quiet: true,
      text: count > 0 ? say('sources.again-asked', { count }) : say('sources.again-needless'),
    }
  },
}

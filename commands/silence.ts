import { command } from '../src/chat/command.ts'
import { text, topic } from '../src/chat/options.ts'
import { causeMood } from '../src/chat/silence-options.ts'
import { until } from '../src/chat/until.ts'
import { Oops } from '../src/model/oops.ts'
import { incidentList } from './crisis-list.ts'

/** Keeps crisis alerts of a topic, or of all, quiet until a moment, for a reason that all can read. */
export default command({
  name: 'silence',
  also: ['crisis silence', 'crise silence', 'mute', 'crisis mute', 'crise taire'],
  about: 'crisis.silence-about',
  for: 'staff',
  quiet: true,
  options: {
    reason: text({ en: ['reason', 'why'], fr: ['raison', 'pourquoi'] }, 'crisis.silence-reason', {
      required: true,
      loose: true,
    }),
    until: until({ en: ['until', 'for'], fr: ["jusqu'à", 'jusque', 'pendant'] }, 'crisis.silence-how-long', {
      required: true,
    }),
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'crisis.silence-topic'),
    mood: causeMood({ en: ['mood'], fr: ['tonalité'] }, 'crisis.silence-mood'),
  },

  async run(asked) {
    const { store, team, person, now, options } = asked
    const { topic = null, mood = null, until, reason } = options
    if (until > now + longestSilence) throw new Oops('crisis.silence-long')
    await store.silences.add(
      team.name,
      { topic, mood, until, reason: reason.slice(0, 300), by: person.name },
      now,
    )
    return incidentList(asked)
  },

  on: {
    end: {
      for: 'staff',
      quiet: true,
      async run(asked) {
        const { store, team, person, now, value } = asked
        if (!(await store.silences.end(team.name, Number(value), person.name, now)))
          throw new Oops('crisis.silence-over')
        return { ...(await incidentList(asked)), instead: true }
      },
    },
  },
})

const longestSilence = 31 * 24 * 3_600_000

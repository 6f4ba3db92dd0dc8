import { type Asked, command } from '../src/chat/command.ts'
import { scenario, startOrStop } from '../src/chat/drill-options.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { drillOf, startDrill } from '../src/delivery/drill-life.ts'
import { endIncident } from '../src/delivery/incident-life.ts'
import { drillLength, type Scenario } from '../src/model/drill.ts'
import { Oops } from '../src/model/oops.ts'
import { isRead } from './crisis-find.ts'
import { placesIn } from './poll-where.ts'

/** A storm that is made up, so that the first true one is not the first one. */
export default command({
  name: 'crisis drill',
  names: { fr: 'crise exercice' },
  also: ['drill', 'exercise', 'exercice', 'simulation', 'simuler'].flatMap((verb) => [
    `crisis ${verb}`,
    `crise ${verb}`,
  ]),
  about: 'drill.about',
  for: 'admin',
  quiet: true,
  options: {
    do: startOrStop({ en: ['do'], fr: ['faire'] }, 'drill.do'),
    scenario: scenario({ en: ['scenario'], fr: ['scénario'] }, 'drill.scenario'),
    in: text({ en: ['in', 'channel'], fr: ['dans', 'canal'] }, 'drill.in'),
  },
  run: (asked) =>
    asked.options.do === 'stop'
      ? stop(asked)
      : start(asked, asked.options.scenario ?? null, asked.options.in),
})

async function start(asked: Asked, scenario: Scenario | null, given: string | undefined): Promise<Message> {
  const { store, team, person, say, now } = asked
  const places = given ? await placesIn(asked, given) : [team.channels.alerts]
  const read = places.find((place) => isRead(asked, place))
  if (read) throw new Oops('drill.community', { channel: read.channel })
  await store.together(async (store) => {
    await store.turns.take()
    await startDrill(store, team, { by: person.name, places, scenario, now })
  })
  const time = say.at(now + drillLength, now, team.timeZone)
  return { text: say('drill.started', { channel: places[0]!.channel, time }), quiet: true }
}

async function stop({ store, team, person, say, now }: Asked): Promise<Message> {
  await store.together(async (store) => {
    await store.turns.take()
    const drill = await drillOf(store, team)
    if (!drill) throw new Oops('drill.none')
    await endIncident(store, drill, { by: person.name, now })
  })
  return { text: say('drill.stopped'), quiet: true }
}

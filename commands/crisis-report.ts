import { type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { number } from '../src/chat/options.ts'
import { Oops } from '../src/model/oops.ts'
import { incidentReport, reportMessage } from '../src/reports/incident-report.ts'
import { incidentNumbered, pressed } from './crisis-find.ts'

/** What happened in a crisis, for whoever was not there and for the next time: of the last one where none is named. */
export default command({
  name: 'crisis report',
  names: { fr: 'crise bilan' },
  also: ['report', 'bilan', 'rapport', 'debrief'].flatMap((verb) => [`crisis ${verb}`, `crise ${verb}`]),
  about: 'crisis-report.about',
  for: 'staff',
  quiet: true,
  options: {
    number: number({ en: ['number'], fr: ['numéro'] }, 'crisis-report.which', { loose: true }),
  },
  async run(asked) {
    const { store, options } = asked
    const incident =
      options.number === undefined
        ? await newest(asked)
        : await incidentNumbered(asked, store, options.number)
    return { ...(await report({ ...asked, about: String(incident.id) })), quiet: true }
  },
})

/** The same of the one that a button is about, in the language of who asks. */
export async function report(asked: Asked & Pick<Pressed, 'about'>): Promise<Message> {
  const { store, team, say, now } = asked
  const incident = await pressed(asked, store)
  return reportMessage(await incidentReport(store, team, incident, now), { say, now, team })
}

/** What is open comes first: its report so far. */
async function newest({ store, team }: Asked) {
  const [incident] = await store.incidents.list(team.name, 1)
  if (!incident) throw new Oops('crisis-report.none-yet')
  return incident
}

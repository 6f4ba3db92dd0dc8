import { command } from '../src/chat/command.ts'
import { severity } from '../src/chat/crisis-options.ts'
import { number } from '../src/chat/options.ts'
import { tellNow } from '../src/delivery/incident-life.ts'
import { Oops } from '../src/model/oops.ts'
import { onlyOpen, shown } from './crisis-find.ts'
import { resume } from './crisis-steps.ts'

const called = (...verbs: string[]) => verbs.flatMap((verb) => [`crisis ${verb}`, `crise ${verb}`])
const which = number({ en: ['number'], fr: ['numéro'] }, 'crisis.which')

/** How grave it is, as somebody judges it. */
export const crisisSeverity = command({
  name: 'crisis severity',
  names: { fr: 'crise gravité' },
  also: called('severity', 'gravité'),
  about: 'crisis.severity-about',
  for: 'staff',
  quiet: true,
  options: {
    severity: {
      ...severity({ en: ['severity'], fr: ['gravité'] }, 'crisis.open-severity', { required: true }),
      loose: true,
    },
    number: which,
  },
  async run(asked) {
    const { store, team, person, now, options } = asked
    const { id } = await onlyOpen(asked, options.number)
    await store.together(async (store) => {
      await store.turns.take()
      const incident = (await store.incidents.get(team.name, id))!
      if (incident.severity === options.severity) return
      const changed = { ...incident, severity: options.severity }
      await store.incidents.change(id, { severity: options.severity })
      await store.incidents.step(id, { did: 'severity', what: options.severity, by: person.name, at: now })
      await tellNow(store, team, changed, now)
    })
    return { ...(await shown(asked, store, id)), quiet: true }
  },
})

/** Lets planned posts and drafts go out again. */
export const crisisResume = command({
  name: 'crisis resume',
  names: { fr: 'crise reprendre' },
  also: called('resume', 'unfreeze', 'reprendre', 'dégeler'),
  about: 'crisis.resume-about',
  for: 'staff',
  quiet: true,
  options: { number: { ...which, loose: true } },
  async run(asked) {
    const { id, state } = await onlyOpen(asked, asked.options.number)
    if (state === 'over') throw new Oops('crisis.is-over')
    return resume({ ...asked, about: String(id) })
  },
})

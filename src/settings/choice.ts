import { Oops } from '../model/oops.ts'
import { nearest } from './nearest.ts'
import { shown } from './problem.ts'

/** The one of the known words that was given; throws Oops with the nearest where it is none of them. */
export function choose<Known extends string>(given: string, known: readonly Known[]): Known {
  const chosen = known.find((word) => word === given)
  if (chosen === undefined) throw choiceOops(shown(given), known)
  return chosen
}

/** What to say of a word that is none of the known ones. */
export function choiceOops(given: string, known: readonly string[]): Oops {
  const near = nearest(given, known)
  const values = { given, known: known.join(', ') }
  return near ? new Oops('settings.choice-near', { ...values, near }) : new Oops('settings.choice', values)
}

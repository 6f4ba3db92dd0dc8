import { Oops } from '../model/oops.ts'
import { lengthOf } from './every.ts'
import { shown } from './problem.ts'

/**
 * How long something takes: `30 s`, `15 min`, `2 h`, « 1 jour », in milliseconds; `none` is none at all, where that is
 * allowed. Throws Oops.
 */
export const readLength =
  ({ least, most }: { least: Named; most: Named }) =>
  (text: string): number => {
    const length = /^\s*(?:none|aucune?)\s*$/iu.test(text) ? 0 : lengthOf(text)
    if (length === null) throw new Oops('settings.length', { given: shown(text) })
    if (length < least.ms || length > most.ms)
      throw new Oops('settings.length-range', { given: shown(text), least: least.said, most: most.said })
    return length
  }

/** A length, and how people read it. */
type Named = { ms: number; said: string }

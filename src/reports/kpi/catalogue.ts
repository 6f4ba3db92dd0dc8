import { Oops } from '../../model/oops.ts'
import { communityMeasures } from './community-measures.ts'
import { importedMeasures } from './imported-measures.ts'
import type { Measured } from './measured.ts'
import { mentionMeasures } from './mention-measures.ts'
import { platformMeasures } from './platform-measures.ts'
import { workMeasures } from './work-measures.ts'

/** Every measure there is, in the order in which people read them. */
export const catalogue: readonly Measured[] = [
  ...mentionMeasures,
  ...workMeasures,
  ...communityMeasures,
  ...platformMeasures,
  ...importedMeasures,
]

/** A measure by its key. Oops where there is none. */
export function measuredOf(key: string): Measured {
  const found = catalogue.find(({ measure }) => measure.key === key)
  if (!found) throw new Oops('measure.none', { key })
  return found
}

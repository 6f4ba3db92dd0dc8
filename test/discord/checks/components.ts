import { type Component, componentsV2 } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'
import { partsOf } from './parts.ts'
import { checkRow } from './rows.ts'
import { checkSecondGeneration } from './second-generation.ts'

/** The buttons and menus of a message: five rows, or forty parts of the second generation. */
export function checkComponents(components: Component[], flags: number, to: Complaints, at: Path) {
  const place = [...at, 'components']
  if (flags & componentsV2) checkSecondGeneration(components, to, place)
  else {
    to.list(components, place, 0, 5)
    for (const [n, one] of components.entries()) checkRow(one, to, [...place, n])
  }
  checkIds(components, to, place)
}

/** No two parts of a message or form go by the same id. */
export function checkIds(components: Component[], to: Complaints, at: Path) {
  const seen = new Set<string>()
  for (const { part, path } of partsOf(components, at)) {
    if (!part.custom_id) continue
    if (seen.has(part.custom_id))
      to.complain(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      )
    seen.add(part.custom_id)
  }
}

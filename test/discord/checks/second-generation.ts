import { button, type Component, row, textDisplay } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'
import { partsOf } from './parts.ts'
import { checkButton, checkRow } from './rows.ts'

const section = 9
/** What may stand at the top of a message of the second generation, and inside a container. */
const layouts = [row, section, textDisplay, 12, 13, 14, 17]

/** Texts, sections and containers: forty parts, and 4,000 characters over all of them. */
export function checkSecondGeneration(components: Component[], to: Complaints, at: Path) {
  const everything = [...partsOf(components, at)]
  if (everything.length > 40) to.complain(at, 'BASE_TYPE_MAX_LENGTH', 'Must be 40 or fewer in length.')
  const text = everything.reduce(
    (sum, { part }) => sum + (part.type === textDisplay ? (part.content ?? '').length : 0),
    0,
  )
  if (text > 4000)
    to.complain(
      at,
      'COMPONENT_TEXT_SIZE_EXCEEDED',
      'The total text of the components exceeds 4000 characters',
    )
  for (const [n, one] of components.entries())
    if (!layouts.includes(one.type))
      to.complain([...at, n, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" cannot stand here.')
  for (const { part, path } of everything) {
    if (part.type === row) checkRow(part, to, path)
    if (part.type === textDisplay) to.text(part.content, [...path, 'content'], 1, 4000)
    if (part.type === section) {
      to.list(part.components ?? [], [...path, 'components'], 1, 3)
      if (!part.accessory) to.complain([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required')
      else if (part.accessory.type === button) checkButton(part.accessory, to, [...path, 'accessory'])
    }
  }
}

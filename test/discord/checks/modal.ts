import { type Component, label, row, selects, textDisplay, textInput } from '../bodies.ts'
import { type Complaints, newComplaints, type Path } from '../refusal.ts'
import type { Modal } from '../world.ts'
import { checkIds } from './components.ts'
import { checkSelect } from './rows.ts'

// Uploads, radio buttons and check boxes, which nobody here looks into.
const newer = [19, 21, 22, 23]

/** Throws what Discord would find wrong with a form. */
export function checkModal(modal: Modal) {
  const to = newComplaints()
  to.text(modal.title, ['data', 'title'], 1, 45)
  to.text(modal.custom_id, ['data', 'custom_id'], 1, 100)
  const place = ['data', 'components']
  const components = modal.components ?? []
  to.list(components, place, 1, 5)
  for (const [n, one] of components.entries()) checkPart(one, to, [...place, n])
  checkIds(components, to, place)
  to.settle()
}

function checkPart(one: Component, to: Complaints, at: Path) {
  if (one.type === row) {
    const inside = one.components ?? []
    to.list(inside, [...at, 'components'], 1, 1)
    for (const [n, part] of inside.entries()) {
      const place = [...at, 'components', n]
      if (part.type !== textInput)
        to.complain([...place, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (4,).')
      to.text(part.label, [...place, 'label'], 1, 45)
      checkInput(part, to, place)
    }
  } else if (one.type === label) {
    to.text(one.label, [...at, 'label'], 1, 45)
    to.text(one.description, [...at, 'description'], 0, 100)
    const place = [...at, 'component']
    if (!one.component) to.complain(place, 'BASE_TYPE_REQUIRED', 'This field is required')
    else if (one.component.type === textInput) {
      if (one.component.label)
        to.complain(
          [...place, 'label'],
          'LABEL_COMPONENT_NESTED_LABEL',
          'An input in a label has none of its own',
        )
      checkInput(one.component, to, place)
    } else if (selects.includes(one.component.type)) checkSelect(one.component, to, place)
    else if (!newer.includes(one.component.type))
      to.complain([...place, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" cannot stand in a label.')
  } else if (one.type !== textDisplay)
    to.complain([...at, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')
}

function checkInput(one: Component, to: Complaints, at: Path) {
  to.text(one.custom_id, [...at, 'custom_id'], 1, 100)
  if (!one.style) to.complain([...at, 'style'], 'BASE_TYPE_REQUIRED', 'This field is required')
  to.number(one.style, [...at, 'style'], 1, 2)
  to.number(one.min_length, [...at, 'min_length'], 0, 4000)
  to.number(one.max_length, [...at, 'max_length'], 1, 4000)
  to.text(one.placeholder, [...at, 'placeholder'], 0, 100)
  to.text(one.value, [...at, 'value'], 0, one.max_length ?? 4000)
  if ((one.min_length ?? 0) > (one.max_length ?? 4000))
    to.complain([...at, 'min_length'], 'TEXT_INPUT_MIN_LENGTH', 'min_length must not exceed max_length')
}

import { button, type Component, channelSelect, row, selects, stringSelect } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'

const link = 5
const premium = 6

/** A row of buttons, or with one menu. */
export function checkRow(one: Component, to: Complaints, at: Path) {
  if (one.type !== row)
    return to.complain([...at, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')
  const inside = one.components ?? []
  to.list(inside, [...at, 'components'], 1, 5)
  let width = 0
  for (const [n, part] of inside.entries()) {
    const place = [...at, 'components', n]
    // A menu takes the whole width of a row, a button a fifth of it.
    width += part.type === button ? 1 : 5
    if (width > 5)
      to.complain(
        place,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      )
    if (part.type === button) checkButton(part, to, place)
    else if (selects.includes(part.type)) checkSelect(part, to, place)
    else
      to.complain(
        [...place, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
      )
  }
}

export function checkButton(one: Component, to: Complaints, at: Path) {
  to.number(one.style, [...at, 'style'], 1, premium)
  if (!one.style) to.complain([...at, 'style'], 'BASE_TYPE_REQUIRED', 'This field is required')
  to.text(one.label, [...at, 'label'], 0, 80)
  if (!one.label && !one.emoji && one.style !== premium)
    to.complain([...at, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required')
  if (one.style === link) {
    if (!one.url) to.complain([...at, 'url'], 'BASE_TYPE_REQUIRED', 'This field is required')
    to.text(one.url, [...at, 'url'], 0, 512)
    to.address(one.url, [...at, 'url'], ['http:', 'https:', 'discord:'])
    if (one.custom_id)
      to.complain(
        [...at, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
        'A custom id and url cannot both be specified',
      )
  } else to.text(one.custom_id, [...at, 'custom_id'], 1, 100)
}

/** A menu, in a message or in a form. */
export function checkSelect(one: Component, to: Complaints, at: Path) {
  to.text(one.custom_id, [...at, 'custom_id'], 1, 100)
  to.text(one.placeholder, [...at, 'placeholder'], 0, 150)
  to.number(one.min_values, [...at, 'min_values'], 0, 25)
  to.number(one.max_values, [...at, 'max_values'], 1, 25)
  if ((one.min_values ?? 1) > (one.max_values ?? 1))
    to.complain(
      [...at, 'min_values'],
      'SELECT_COMPONENT_MIN_VALUES',
      'min_values must be equal to or less than max_values',
    )
  if (one.type === channelSelect || one.type !== stringSelect) return
  const options = one.options ?? []
  to.list(options, [...at, 'options'], 1, 25)
  if (options.length < (one.max_values ?? 1))
    to.complain(
      [...at, 'options'],
      'BASE_TYPE_BAD_LENGTH',
      `Must be between ${one.max_values} and 25 in length.`,
    )
  if (options.filter((option) => option.default).length > (one.max_values ?? 1))
    to.complain([...at, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'Too many default values')
  for (const [n, option] of options.entries()) {
    to.text(option.label, [...at, 'options', n, 'label'], 1, 100)
    to.text(option.value, [...at, 'options', n, 'value'], 1, 100)
    to.text(option.description, [...at, 'options', n, 'description'], 0, 100)
    if (options.findIndex(({ value }) => value === option.value) < n)
      to.complain(
        [...at, 'options', n],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      )
  }
}

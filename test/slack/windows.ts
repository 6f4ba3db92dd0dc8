import type { Json } from './nouns.ts'
/** Everything in blocks that somebody may press, choose or fill in, with the block it stands in. */
export function partsOf(blocks: Json[]): { block: Json; element: Json }[] {
  return blocks.flatMap((block) => {
    const elements =
      block.type === 'actions' ? block.elements : [block.type === 'input' ? block.element : block.accessory]
    return elements.filter((one: Json) => one?.action_id).map((element: Json) => ({ block, element }))
  })
}

/** What stands in the inputs of blocks: what was there before where the same input is still there. */
export function stateOf(blocks: Json[], before?: { values: Record<string, Record<string, Json>> }) {
  const values: Record<string, Record<string, Json>> = {}
  for (const { block, element } of partsOf(blocks)) {
    if (/button|overflow/u.test(element.type)) continue
    values[block.block_id] ??= {}
    values[block.block_id]![element.action_id] =
      before?.values[block.block_id]?.[element.action_id] ?? untouched(element)
  }
  return { values }
}

const fieldOf = (type: string): [name: string, several: boolean] => {
  const several = type.startsWith('multi_') || type === 'checkboxes'
  const s = several ? 's' : ''
  if (/users_select/u.test(type)) return [`selected_user${s}`, several]
  if (/channels_select/u.test(type)) return [`selected_channel${s}`, several]
  if (/conversations_select/u.test(type)) return [`selected_conversation${s}`, several]
  if (/select|radio_buttons|checkboxes|overflow/u.test(type)) return [`selected_option${s}`, several]
  if (/datetimepicker/u.test(type)) return ['selected_date_time', false]
  if (/datepicker/u.test(type)) return ['selected_date', false]
  if (/timepicker/u.test(type)) return ['selected_time', false]
  return ['value', false]
}

function untouched(element: Json) {
  const [name, several] = fieldOf(element.type)
  const first = element[name === 'value' ? 'initial_value' : name.replace('selected', 'initial')]
  return { type: element.type, [name]: first ?? (several ? [] : null) }
}

/** What a person put into an element. `offered` are the options of a menu that looks them up. Throws when it cannot be. */
export function filled(element: Json, values: string[], offered: Json[] = []) {
  const [name, several] = fieldOf(element.type)
  const most = element.max_selected_items ?? (several ? Number.POSITIVE_INFINITY : 1)
  if (values.length > most) throw new Error(`no more than ${most} may be chosen`)
  if (name === 'value') checkTyped(element, values[0] ?? '')
  const all = name.startsWith('selected_option')
    ? values.map((value) => optionOf(element, value, offered))
    : values
  return { type: element.type, [name]: several ? all : (all[0] ?? null) }
}

function checkTyped({ min_length, max_length = 3000 }: Json, text: string) {
  if (text.length > max_length) throw new Error(`it takes at most ${max_length} characters`)
  if (min_length && text.length < min_length) throw new Error(`it takes at least ${min_length} characters`)
}

/** By its value or by what it says. */
function optionOf(element: Json, wanted: string, offered: Json[]) {
  const groups = (element.option_groups ?? []).flatMap((group: Json) => group.options)
  const all = [...(element.options ?? []), ...groups, ...offered]
  const found = all.find((one) => one.value === wanted) ?? all.find((one) => one.text.text === wanted)
  if (!found) throw new Error(`there is no option “${wanted}” among ${all.map((one) => one.text.text)}`)
  return found
}

/** An input that must be filled in and is not. */
export const isEmpty = (state: Json) => {
  const value = state?.[fieldOf(state.type)[0]]
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

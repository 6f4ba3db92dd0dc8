import { type Component, label, row, selects, stringSelect, textInput } from './bodies.ts'
import type { ShownInput, ShownModal } from './people.ts'
import type { Modal } from './world.ts'

/** A form as its person sees it. */
export const shownModal = ({ title, custom_id, components }: Modal): ShownModal => ({
  title,
  customId: custom_id,
  inputs: inputsOf(components).map(({ part, caption, hint }) => shownInput(part, caption, hint)),
})

/** The inputs of a form with what stands above them, whether they lie in rows or in labels. */
export const inputsOf = (components: Component[]) =>
  components.flatMap((one): { part: Component; caption: string; hint: string }[] => {
    if (one.type === row)
      return (one.components ?? []).map((part) => ({ part, caption: part.label ?? '', hint: '' }))
    if (one.type === label && one.component)
      return [{ part: one.component, caption: one.label ?? '', hint: one.description ?? '' }]
    return []
  })

const shownInput = (part: Component, caption: string, hint: string): ShownInput => ({
  customId: part.custom_id!,
  label: caption,
  hint: hint || (part.placeholder ?? ''),
  kind: part.type === textInput ? (part.style === 2 ? 'text' : 'line') : 'select',
  required: part.required ?? true,
  value:
    part.value ??
    (part.options ?? [])
      .filter((one) => one.default)
      .map(({ value }) => value)
      .join(','),
  choices:
    part.type === stringSelect
      ? (part.options ?? []).map((one) => ({ label: one.label!, value: one.value! }))
      : [],
})

export const isMenu = (part: Component) => selects.includes(part.type)

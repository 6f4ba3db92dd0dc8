import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Say } from '../../texts/texts.ts'
import type { Form, Input } from '../message.ts'
import { clean, oneLine, shorten } from '../shorten.ts'
import { most } from './limits.ts'
import { optionsOf } from './menus.ts'
import { packChoice } from './packing.ts'
import { isSaid, plainText } from './plain.ts'
import { escapedLength, newRoom } from './room.ts'

/**
 * A form as a window; `say` is the asker's voice. What was asked before comes back in `private_metadata`: at most 3,000
 * characters, so longer things are kept elsewhere.
 */
export function renderModal(form: Form, say: Say, private_metadata: string): ModalView {
  if (private_metadata.length > most.privateMetadata)
    throw new RangeError(`private_metadata takes ${most.privateMetadata} characters at most`)
  const title = isSaid(form.title) ? oneLine(form.title) : 'Vigie'
  const { submit = '' } = form
  const short = line(title, most.modalTitle)
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata,
    title: plainText(short),
    submit: plainText(line(isSaid(submit) ? submit : say.plain('slack.submit'), most.modalTitle)),
    close: plainText(line(say.plain('slack.cancel'), most.modalTitle)),
    blocks: [
      // A window's title is short; nobody should have to guess the rest.
      ...(short === title ? [] : [heading(title)]),
      ...form.inputs.slice(0, most.modalBlocks - 1).map((input) => inputBlock(input, say)),
    ],
  }
}

/** By which a window of ours is known when it is sent off. */
export const formId = 'vigie-form'

const heading = (title: string): KnownBlock => ({
  type: 'section',
  text: plainText(line(title, most.plainText)),
})

function inputBlock(input: Input, say: Say): InputBlock {
  const { name, label, hint = '', required = false } = input
  const about = isSaid(label) ? line(label, most.inputLabel) : name
  const small = isSaid(hint) ? line(hint, most.inputLabel) : ''
  return {
    type: 'input',
    block_id: name.slice(0, most.id),
    label: plainText(about),
    optional: !required,
    ...(small ? { hint: plainText(small) } : {}),
    element: elementOf(input, say),
  }
}

function elementOf({ kind, value, choices = [], most: many }: Input, say: Say): InputBlock['element'] {
  const options = kind === 'choice' ? optionsOf(choices, newRoom()) : []
  if (options.length > 0) {
    const picked = options.find((option) => value !== undefined && option.value === packChoice(value))
    return {
      type: 'static_select',
      action_id: valueId,
      options,
      placeholder: plainText(line(say.plain('slack.choose'), most.placeholder)),
      ...(picked ? { initial_option: picked } : {}),
    }
  }
  const longest = Math.max(1, Math.min(many ?? most.inputValue, most.inputValue))
  const written = shorten(clean(value ?? ''), longest)
  return {
    type: 'plain_text_input',
    action_id: valueId,
    multiline: kind === 'text',
    max_length: longest,
    ...(written === '' ? {} : { initial_value: written }),
  }
}

/** In each block of a window there is one thing to fill in. */
export const valueId = 'value'

const line = (text: string, length: number) => shorten(oneLine(text), length, escapedLength)

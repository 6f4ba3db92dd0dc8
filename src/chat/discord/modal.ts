import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Say } from '../../texts/texts.ts'
import type { Form, Input } from '../message.ts'
import { clean, oneLine, shorten } from '../shorten.ts'
import { kind, most } from './limits.ts'
import { optionsOf } from './menu.ts'
import { isSeen } from './parts.ts'

/**
 * A form as Discord's window: an input below its label each, a choice as a menu. Discord takes five inputs: of more,
 * those that are not required give way. Throws where more than five are required: a bug of the command.
 */
export function renderModal(
  { title, inputs }: Form,
  say: Say,
  customId: string,
): APIModalInteractionResponseCallbackData {
  const required = inputs.filter(({ required }) => required)
  if (required.length > most.inputs) throw new Error(`the form “${title}” asks for ${required.length} things`)
  const others = inputs.filter(({ required }) => !required).slice(0, most.inputs - required.length)
  const shown = inputs.filter((input) => required.includes(input) || others.includes(input))
  return {
    custom_id: customId,
    title: line(title, most.modalTitle),
    components: shown.map((input) => labelOf(input, say)),
  }
}

function labelOf(input: Input, say: Say): APILabelComponent {
  const { choices = [], label, hint } = input
  const menu = input.kind === 'choice' && isMenu(choices)
  // What is cut off a label is said below it; what a menu cannot hold is typed.
  const below = [
    label.length > most.inputLabel ? label : '',
    hint ?? '',
    choices.length > 0 && !menu
      ? say.plain('discord.one-of', { choices: choices.map(({ label }) => label).join(', ') })
      : '',
  ].filter(isSeen)
  return {
    type: kind.label,
    label: line(label, most.inputLabel),
    ...(below.length > 0 ? { description: shorten(oneLine(below.join(' · ')), most.inputHint) } : {}),
    component: (menu ? menuOf(input) : textOf(input)) as APILabelComponent['component'],
  }
}

function textOf({ name, kind: wanted, required = false, value, most: length = most.inputValue }: Input) {
  const known = value === undefined ? '' : clean(value)
  const longest = Math.min(Math.max(length, 1), most.inputValue)
  return {
    type: kind.textInput,
    custom_id: name,
    style: wanted === 'text' ? styles.text : styles.line,
    required,
    max_length: Math.max(longest, Math.min(known.length, most.inputValue)),
    ...(known === '' ? {} : { value: shorten(known, most.inputValue) }),
  }
}

function menuOf({ name, required = false, value, choices = [] }: Input) {
  return {
    type: kind.stringSelect,
    custom_id: name,
    required,
    min_values: required ? 1 : 0,
    max_values: 1,
    options: optionsOf(choices, value === undefined ? [] : [value]),
  }
}

const isMenu = (choices: { value: string }[]) =>
  choices.length > 0 &&
  choices.length <= most.options &&
  choices.every(({ value }) => value !== '' && value.length <= most.option)

const line = (text: string, length: number) => (isSeen(text) ? shorten(oneLine(text), length) : '…')

const styles = { line: 1, text: 2 }

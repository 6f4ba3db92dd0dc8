import { isDeepStrictEqual } from 'node:util'
import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types'
import type { Json } from '../nouns.ts'
import { type Complain, checkKeys, checkList, checkString, checkText, checkUrl } from './shapes.ts'

type Check = (element: Json, at: string, complain: Complain) => void
type Kind = (ActionsBlockElement | InputBlockElement | SectionBlockAccessory)['type']
type Where = 'actions' | 'input' | 'section'
type Rule = { where: Where[]; keys: string[]; check: Check }

const everywhere: Where[] = ['actions', 'input', 'section']
const choosing = ['action_id', 'placeholder', 'confirm', 'focus_on_load']
const several = [...choosing, 'max_selected_items']

const select = (keys: string[], check: Check = () => {}): Rule => ({
  where: everywhere,
  keys: [...several, ...keys],
  check(element, at, complain) {
    if (element.placeholder) checkPlain(element.placeholder, `${at}/placeholder`, complain, 150)
    if (element.max_selected_items !== undefined && !(element.max_selected_items >= 1))
      complain(`${at}/max_selected_items`, 'must be at least 1')
    check(element, at, complain)
  },
})
const ticks: Rule = {
  where: everywhere,
  keys: ['action_id', 'options', 'initial_options', 'initial_option', 'confirm', 'focus_on_load'],
  check: (element, at, complain) => checkOptions(element.options, `${at}/options`, complain, 10),
}
const typed = (keys: string[], more: Check = () => {}): Rule => ({
  where: ['input'],
  keys: ['action_id', 'placeholder', 'initial_value', 'dispatch_action_config', 'focus_on_load', ...keys],
  check(element, at, complain) {
    if (element.placeholder) checkPlain(element.placeholder, `${at}/placeholder`, complain, 150)
    if (element.initial_value !== undefined)
      checkString(element.initial_value, `${at}/initial_value`, complain, { least: 0 })
    more(element, at, complain)
  },
})
const dated = (keys: string[]): Rule => ({ where: everywhere, keys: [...choosing, ...keys], check: () => {} })

/** What may stand where, by its kind; kinds that are not here are refused. */
const rules: Partial<Record<Kind, Rule>> = {
  button: {
    where: ['actions', 'section'],
    keys: ['action_id', 'text', 'value', 'url', 'style', 'confirm', 'accessibility_label'],
    check(button, at, complain) {
      checkPlain(button.text, `${at}/text`, complain, 75)
      if (button.value !== undefined) checkString(button.value, `${at}/value`, complain, { most: 2000 })
      if (button.url !== undefined) checkUrl(button.url, `${at}/url`, complain)
      if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger')
        complain(`${at}/style`, 'must be a valid enum value')
    },
  },
  static_select: select(['options', 'option_groups', 'initial_option'], checkStatic),
  multi_static_select: select(['options', 'option_groups', 'initial_options'], checkStatic),
  external_select: select(['min_query_length', 'initial_option']),
  multi_external_select: select(['min_query_length', 'initial_options']),
  users_select: select(['initial_user']),
  multi_users_select: select(['initial_users']),
  channels_select: select(['initial_channel', 'response_url_enabled']),
  multi_channels_select: select(['initial_channels']),
  conversations_select: select(['initial_conversation', 'filter', 'default_to_current_conversation']),
  multi_conversations_select: select(['initial_conversations', 'filter', 'default_to_current_conversation']),
  overflow: {
    where: ['actions', 'section'],
    keys: ['action_id', 'options', 'confirm'],
    check: (element, at, complain) => checkOptions(element.options, `${at}/options`, complain, 5),
  },
  checkboxes: ticks,
  radio_buttons: ticks,
  datepicker: dated(['initial_date']),
  timepicker: dated(['initial_time', 'timezone']),
  datetimepicker: dated(['initial_date_time']),
  plain_text_input: typed(['multiline', 'min_length', 'max_length'], (element, at, complain) => {
    if (element.max_length > 3000) complain(`${at}/max_length`, 'must be less than 3001')
  }),
  email_text_input: typed([]),
  url_text_input: typed([]),
  number_input: typed(['is_decimal_allowed', 'min_value', 'max_value']),
}

/** An element of an actions block, the input of an input block, or what stands beside a section. */
export function checkElement(element: Json, where: Where, at: string, complain: Complain) {
  const rule = rules[element?.type as Kind]
  if (!rule?.where.includes(where)) return complain(`${at}/type`, `unsupported type: ${element?.type}`)
  checkKeys(element, at, complain, rule.keys)
  if (element.action_id !== undefined)
    checkString(element.action_id, `${at}/action_id`, complain, { most: 255 })
  if (element.confirm !== undefined) checkConfirm(element.confirm, `${at}/confirm`, complain)
  rule.check(element, at, complain)
}

function checkStatic(element: Json, at: string, complain: Complain) {
  const groups = element.option_groups
  if (!groups) checkOptions(element.options, `${at}/options`, complain, 100)
  else
    for (const [n, group] of checkList(groups, `${at}/option_groups`, complain, 100).entries()) {
      checkPlain(group?.label, `${at}/option_groups/${n}/label`, complain, 75)
      checkOptions(group?.options, `${at}/option_groups/${n}/options`, complain, 100)
    }
  const offered = [...(element.options ?? []), ...(groups ?? []).flatMap((group: Json) => group.options)]
  const chosen = [element.initial_option, ...(element.initial_options ?? [])].filter(Boolean)
  for (const one of chosen)
    if (!offered.some((option) => isDeepStrictEqual(option, one)))
      complain(`${at}/initial_option`, 'must be one of the options')
}

function checkOptions(given: unknown, at: string, complain: Complain, most: number) {
  for (const [n, option] of checkList(given, at, complain, most).entries()) {
    checkKeys(option, `${at}/${n}`, complain, ['text', 'value', 'description', 'url'])
    checkText(option?.text, `${at}/${n}/text`, complain, { most: 75 })
    checkString(option?.value, `${at}/${n}/value`, complain, { most: 150 })
    if (option?.description) checkText(option.description, `${at}/${n}/description`, complain, { most: 75 })
  }
}

function checkConfirm(confirm: Json, at: string, complain: Complain) {
  checkPlain(confirm.title, `${at}/title`, complain, 100)
  checkText(confirm.text, `${at}/text`, complain, { most: 300 })
  checkPlain(confirm.confirm, `${at}/confirm`, complain, 30)
  checkPlain(confirm.deny, `${at}/deny`, complain, 30)
}

const checkPlain = (given: unknown, at: string, complain: Complain, most: number) =>
  checkText(given, at, complain, { most, kind: 'plain_text' })

import type {
  ActionsBlock,
  InputBlock,
  KnownBlock,
  MessageAttachment,
  MessageMetadata,
  ModalView,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'

/** What is sent to chat.postMessage and its sisters. */
export type Sent = {
  text?: string
  blocks?: KnownBlock[]
  attachments?: MessageAttachment[]
  metadata?: MessageMetadata
}

/** Everything in a message that Slack would refuse or cut, in words; empty when it takes all of it as it is. */
export function problemsOf({ text, blocks = [], attachments = [], metadata }: Sent): string[] {
  const problems = newProblems()
  const inBars = attachments.flatMap((one) => (one.blocks ?? []) as KnownBlock[])
  const all = [...blocks, ...inBars]
  problems.most('blocks', all.length, 50)
  problems.text('text', text, 4000, true)
  if (all.length === 0 && !text) problems.add('nothing is said')
  for (const { color } of attachments) problems.unless(/^#[0-9a-f]{6}$/i.test(color ?? ''), `colour ${color}`)
  blocksIn(all, problems)
  problems.most('letters of all blocks', lettersOf(all), 13_000)
  for (const value of Object.values(metadata?.event_payload ?? {}))
    problems.unless(typeof value === 'string', 'metadata is no text')
  problems.unless(/^\w*$/.test(metadata?.event_type ?? ''), 'event_type')
  return problems.found
}

/** The same of a window. */
export function problemsOfView(view: ModalView): string[] {
  const problems = newProblems()
  problems.most('blocks', view.blocks.length, 100)
  for (const part of ['title', 'submit', 'close'] as const) problems.plain(part, view[part], 24)
  problems.most('private_metadata', view.private_metadata?.length ?? 0, 3000)
  problems.most('callback_id', view.callback_id?.length ?? 0, 255)
  if (!view.submit && view.blocks.some(({ type }) => type === 'input')) problems.add('no submit')
  blocksIn(view.blocks as KnownBlock[], problems)
  return problems.found
}

/** What would be more than words to who reads it: mentions, commands to the client, addresses, emoji, moments. */
export function liveIn({ text = '', blocks = [], attachments = [] }: Sent): string[] {
  const all = [...blocks, ...attachments.flatMap((one) => (one.blocks ?? []) as KnownBlock[])]
  const live: string[] = text.match(/<[^>]*>|:[^\s:\u200b]{1,100}:/g) ?? []
  walk(all, ({ type = '', text: said, url, emoji, ...more }) => {
    const words = typeof said === 'string' ? said : ''
    if (type === 'mrkdwn') live.push(...(words.match(inMrkdwn) ?? []))
    if (type === 'plain_text' && emoji !== false) live.push(`emoji of ${words}`)
    if (type === 'plain_text') live.push(...(words.match(/<[^>]*>/g) ?? []))
    if (pieces.includes(type)) live.push(JSON.stringify({ type, ...more }))
    if (type === 'link') live.push(`<${url}>`)
  })
  return live
}

// A bare address is none as long as the text is verbatim.
const inMrkdwn = /<[^>]*>|:[^\s:`]{1,100}:|(?<!`)\*[^*\n]+\*|(?<!`)\b_[^_\n]+_\b|~[^~\n]+~|```|^&gt;.*/gm

/** What stands in a rich text besides words; `link` and `date` are told apart by whoever asks. */
const pieces = ['user', 'channel', 'usergroup', 'broadcast', 'emoji', 'team', 'color']

function blocksIn(blocks: KnownBlock[], problems: Problems) {
  const ids = blocks.flatMap(({ block_id }) => block_id ?? [])
  if (new Set(ids).size < ids.length) problems.add('a block_id twice')
  for (const id of ids) problems.most('block_id', id.length, 255)
  for (const block of blocks) blockIn(block, problems)
  walk(blocks, (object) => {
    if (typeof object.url === 'string')
      problems.unless(/^https?:\/\/\S+$/.test(object.url), `url ${object.url}`)
    if (typeof object.url === 'string') problems.most('url', object.url.length, 3000)
    if (object.type === 'mrkdwn') problems.unless(object.verbatim === true, 'mrkdwn that is not verbatim')
  })
}

function blockIn(block: KnownBlock, problems: Problems) {
  switch (block.type) {
    case 'header':
      return problems.plain('header', block.text, 150)
    case 'section':
      if (!block.text && !block.fields?.length) problems.add('an empty section')
      if (block.text) problems.text('section', block.text.text, 3000, true)
      problems.most('fields', block.fields?.length ?? 0, 10)
      for (const field of block.fields ?? []) problems.text('field', field.text, 2000, true)
      if (block.accessory) elementIn(block.accessory, problems)
      return
    case 'context':
      problems.within('context', block.elements.length, 1, 10)
      for (const element of block.elements)
        if ('text' in element) problems.text('context', element.text, 2000, true)
      return
    case 'actions':
      problems.within('actions', block.elements.length, 1, 25)
      sameIds(block.elements, problems)
      for (const element of block.elements) elementIn(element, problems)
      return
    case 'input':
      problems.plain('label', block.label, 2000)
      if (block.hint) problems.plain('hint', block.hint, 2000)
      return elementIn(block.element, problems)
    case 'rich_text':
      problems.unless(block.elements.length > 0, 'an empty rich_text')
      for (const part of block.elements) {
        problems.unless(part.elements.length > 0, `an empty ${part.type}`)
        for (const piece of part.elements) if ('text' in piece) problems.text('rich_text', piece.text, 12_000)
      }
      return
    default:
      problems.add(`a block ${block.type}, which we do not use`)
  }
}

type Element =
  | NonNullable<SectionBlock['accessory']>
  | ActionsBlock['elements'][number]
  | InputBlock['element']

function elementIn(element: Element, problems: Problems) {
  problems.within('action_id', ('action_id' in element && element.action_id?.length) || 0, 1, 255)
  if ('placeholder' in element && element.placeholder) problems.plain('placeholder', element.placeholder, 150)
  if ('max_selected_items' in element && element.max_selected_items !== undefined)
    problems.within('chosen', element.max_selected_items, 1, 100)
  if (element.type === 'button') {
    problems.plain('button', element.text, 75)
    problems.most('button value', element.value?.length ?? 0, 2000)
  }
  if (element.type === 'plain_text_input') {
    problems.within('max_length', element.max_length ?? 3000, 1, 3000)
    problems.most('initial_value', element.initial_value?.length ?? 0, element.max_length ?? 3000)
  }
  if (element.type === 'static_select')
    optionsIn(element.options ?? [], [element.initial_option ?? []].flat(), problems)
  if (element.type === 'multi_static_select')
    optionsIn(element.options ?? [], element.initial_options ?? [], problems)
}

function optionsIn(options: PlainTextOption[], picked: PlainTextOption[], problems: Problems) {
  problems.within('options', options.length, 1, 100)
  const values = options.map(({ value }) => value)
  if (new Set(values).size < values.length) problems.add('an option twice')
  for (const { text, value } of options) {
    problems.plain('option', text, 75)
    problems.within('option value', value?.length ?? 0, 1, 75)
  }
  const known = options.map((option) => JSON.stringify(option))
  if (picked.some((one) => !known.includes(JSON.stringify(one))))
    problems.add('an initial option that is none of the options')
}

function sameIds(elements: ActionsBlock['elements'], problems: Problems) {
  const ids = elements.map((element) => ('action_id' in element ? element.action_id : ''))
  if (new Set(ids).size < ids.length) problems.add('an action_id twice')
}

/** As measured: all texts, and a hundred for each block. */
function lettersOf(blocks: KnownBlock[]): number {
  let letters = 100 * blocks.length
  walk(blocks, ({ type, text, fallback, url }) => {
    const said = typeof text === 'string' ? text : ''
    const escapes = type === 'text' ? (said.match(/[&<>]/g)?.length ?? 0) * 4 : 0
    letters += said.length + escapes + (fallback?.length ?? 0) + (type === 'link' ? (url?.length ?? 0) : 0)
  })
  return letters
}

type Thing = {
  type?: string
  text?: unknown
  url?: string
  fallback?: string
  emoji?: boolean
  verbatim?: boolean
}

/** Looks at every object within. */
function walk(value: unknown, visit: (thing: Thing) => void) {
  if (Array.isArray(value)) for (const one of value) walk(one, visit)
  else if (value && typeof value === 'object') {
    visit(value)
    for (const one of Object.values(value)) walk(one, visit)
  }
}

type Problems = ReturnType<typeof newProblems>

function newProblems() {
  const found: string[] = []
  const add = (problem: string) => void found.push(problem)
  const within = (what: string, count: number, least: number, most: number) => {
    if (count < least || count > most) add(`${what}: ${count}, not ${least} to ${most}`)
  }
  const text = (what: string, said: string | undefined, most: number, escaped = false) => {
    within(what, said?.length ?? 0, 1, most)
    if (said && !said.isWellFormed()) add(`${what}: half a character`)
    if (escaped && /&(?!(?:amp|lt|gt);)/.test(said ?? '')) add(`${what}: a broken entity`)
    if (escaped && said !== undefined && said.trim() === '') add(`${what}: blanks alone`)
  }
  return {
    found,
    add,
    within,
    text,
    most: (what: string, count: number, most: number) => within(what, count, 0, most),
    unless: (fine: boolean, problem: string) => (fine ? undefined : add(problem)),
    plain(what: string, object: { type: string; text: string } | undefined, most: number) {
      if (object && object.type !== 'plain_text') add(`${what}: ${object.type}`)
      text(what, object?.text, most, true)
    },
  }
}

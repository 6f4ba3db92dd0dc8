import type { KnownBlock } from '@slack/types'
import type { Json } from '../nouns.ts'
import { checkElement } from './elements.ts'
import { checkRich } from './rich.ts'
import { type Complain, checkKeys, checkList, checkString, checkText, checkUrl } from './shapes.ts'

type Rule = { keys: string[]; check(block: Json, at: string, complain: Complain): void }

/** What each kind of block may hold. Kinds that are not here are refused, Slack's newest too: we use none of them. */
const rules: Partial<Record<KnownBlock['type'], Rule>> = {
  section: {
    keys: ['text', 'fields', 'accessory', 'expand'],
    check(block, at, complain) {
      if (block.text === undefined && block.fields === undefined)
        complain(at, 'missing required field: text or fields')
      if (block.text !== undefined) checkText(block.text, `${at}/text`, complain)
      if (block.fields !== undefined)
        for (const [n, field] of checkList(block.fields, `${at}/fields`, complain, 10).entries())
          checkText(field, `${at}/fields/${n}`, complain, { most: 2000 })
      if (block.accessory?.type === 'image') checkImage(block.accessory, `${at}/accessory`, complain)
      else if (block.accessory !== undefined)
        checkElement(block.accessory, 'section', `${at}/accessory`, complain)
    },
  },
  divider: { keys: [], check: () => {} },
  header: {
    keys: ['text', 'level'],
    check: (block, at, complain) =>
      checkText(block.text, `${at}/text`, complain, { most: 150, kind: 'plain_text' }),
  },
  context: {
    keys: ['elements'],
    check(block, at, complain) {
      for (const [n, one] of checkList(block.elements, `${at}/elements`, complain, 10).entries())
        if (one?.type === 'image') checkImage(one, `${at}/elements/${n}`, complain)
        else checkText(one, `${at}/elements/${n}`, complain)
    },
  },
  actions: {
    keys: ['elements'],
    check(block, at, complain) {
      const all = checkList(block.elements, `${at}/elements`, complain, 25)
      for (const [n, one] of all.entries()) checkElement(one, 'actions', `${at}/elements/${n}`, complain)
      const ids = all.map((one) => one?.action_id).filter((id) => id !== undefined)
      for (const id of repeated(ids)) complain(`${at}/elements`, `action_id already exists: ${id}`)
    },
  },
  image: { keys: ['image_url', 'slack_file', 'alt_text', 'title'], check: checkImage },
  input: {
    keys: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check(block, at, complain) {
      checkText(block.label, `${at}/label`, complain, { most: 2000, kind: 'plain_text' })
      if (block.hint !== undefined)
        checkText(block.hint, `${at}/hint`, complain, { most: 2000, kind: 'plain_text' })
      checkElement(block.element, 'input', `${at}/element`, complain)
    },
  },
  rich_text: { keys: ['elements'], check: checkRich },
  markdown: {
    keys: ['text'],
    check: (block, at, complain) => checkString(block.text, `${at}/text`, complain, { most: 12_000 }),
  },
  table: {
    keys: ['rows', 'column_settings'],
    check(block, at, complain) {
      for (const [n, row] of checkList(block.rows, `${at}/rows`, complain, 100).entries())
        for (const [m, cell] of checkList(row, `${at}/rows/${n}`, complain, 20).entries())
          if (cell?.type === 'rich_text') checkRich(cell, `${at}/rows/${n}/${m}`, complain)
          else if (cell?.type !== 'raw_text')
            complain(`${at}/rows/${n}/${m}/type`, `unsupported type: ${cell?.type}`)
    },
  },
}

/** What is wrong with blocks, in Slack's words, each with where it is; nothing where they are right. */
export function problemsOf(blocks: Json[], at: string, most: number): string[] {
  const problems: string[] = []
  const complain: Complain = (place, reason) => problems.push(`${reason} [json-pointer:${place}]`)
  if (blocks.length > most) complain(at, `no more than ${most} items allowed`)
  for (const [n, block] of blocks.entries()) {
    const rule = rules[block?.type as KnownBlock['type']]
    const place = `${at}/${n}`
    if (!rule) {
      complain(`${place}/type`, `unsupported type: ${block?.type}`)
      continue
    }
    checkKeys(block, place, complain, [...rule.keys, 'block_id'])
    if (block.block_id !== undefined)
      checkString(block.block_id, `${place}/block_id`, complain, { most: 255, least: 0 })
    rule.check(block, place, complain)
  }
  const ids = blocks.map((block) => block?.block_id).filter((id) => id)
  for (const id of repeated(ids)) complain(at, `block_id already exists: ${id}`)
  if (blocks.filter((block) => block?.type === 'table').length > 1)
    complain(at, 'only one table is allowed per message')
  return problems
}

function checkImage(image: Json, at: string, complain: Complain) {
  checkString(image.alt_text, `${at}/alt_text`, complain, { most: 2000 })
  if (image.slack_file === undefined)
    checkUrl(image.image_url, `${at}/image_url`, complain, ['http:', 'https:'])
  if (image.title !== undefined)
    checkText(image.title, `${at}/title`, complain, { most: 2000, kind: 'plain_text' })
}

const repeated = (ids: string[]) => [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))]

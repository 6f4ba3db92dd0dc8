import type { RichTextBlockElement } from '@slack/types'
import type { Json } from '../nouns.ts'
import { type Complain, checkKeys, checkList, checkString, checkUrl } from './shapes.ts'

const parts: Record<RichTextBlockElement['type'], string[]> = {
  rich_text_section: ['elements'],
  rich_text_list: ['elements', 'style', 'indent', 'offset', 'border'],
  rich_text_quote: ['elements', 'border'],
  rich_text_preformatted: ['elements', 'border', 'language'],
}
const runs: Record<string, string[]> = {
  text: ['text', 'style'],
  link: ['url', 'text', 'style', 'unsafe'],
  emoji: ['name', 'unicode', 'style', 'url'],
  user: ['user_id', 'style'],
  usergroup: ['usergroup_id', 'style'],
  channel: ['channel_id', 'style'],
  broadcast: ['range', 'style'],
  date: ['timestamp', 'format', 'fallback', 'url', 'style'],
  color: ['value', 'style'],
}
const styles = ['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink']

/** A block of rich text: sections, lists, quotes, code. */
export function checkRich(block: Json, at: string, complain: Complain) {
  for (const [n, part] of checkList(block.elements, `${at}/elements`, complain, 1000).entries())
    checkPart(part, `${at}/elements/${n}`, complain)
}

function checkPart(part: Json, at: string, complain: Complain) {
  const known = parts[part?.type as RichTextBlockElement['type']]
  if (!known) return complain(`${at}/type`, `unsupported type: ${part?.type}`)
  checkKeys(part, at, complain, known)
  const list = part.type === 'rich_text_list'
  if (list && part.style !== 'bullet' && part.style !== 'ordered')
    complain(`${at}/style`, 'must be a valid enum value')
  for (const [n, one] of checkList(part.elements, `${at}/elements`, complain, 1000, list ? 1 : 0).entries()) {
    const place = `${at}/elements/${n}`
    if (!list) checkRun(one, place, complain)
    else if (one?.type !== 'rich_text_section') complain(`${place}/type`, `unsupported type: ${one?.type}`)
    else checkPart(one, place, complain)
  }
}

function checkRun(run: Json, at: string, complain: Complain) {
  const known = runs[run?.type]
  if (!known) return complain(`${at}/type`, `unsupported type: ${run?.type}`)
  checkKeys(run, at, complain, known)
  if (run.type === 'text') checkString(run.text, `${at}/text`, complain, { most: 12_000 })
  if (run.type === 'link') checkUrl(run.url, `${at}/url`, complain)
  if (run.type === 'broadcast' && !['here', 'channel', 'everyone'].includes(run.range))
    complain(`${at}/range`, 'must be a valid enum value')
  for (const style of Object.keys(run.style ?? {}))
    if (!styles.includes(style)) complain(`${at}/style`, `invalid additional property: ${style}`)
}

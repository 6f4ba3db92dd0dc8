import type { Instant } from '../../model/post.ts'
import type { Node } from '../../texts/marked.ts'
import { lettersOf } from './letters.ts'
import { readable } from './marks.ts'
import { lineBreak, newPage, type Page, put, words } from './page.ts'

/** A piece of Marked text, or a moment that everybody sees by their own clock ("2 hours ago"). */
export type Mark = Node | { kind: 'time'; at: Instant }

/** `cut` says that something found no room. */
export type Written = { text: string; cut: boolean }

/**
 * Marked text as Discord's markdown in at most `most` characters; what is over ends in "…". No escape, no markup and
 * nothing that people see as one character is ever cut in two.
 */
export function written(marks: Mark[], most: number): Written {
  const { marks: ample, cut } = readable(marks, most)
  const whole = write(ample, most)
  if (!whole.full && !cut) return { text: tidy(whole.text), cut: whole.lost }
  return { text: most < 1 ? '' : `${tidy(write(ample, most - 1).text)}…`, cut: true }
}

/** Discord drops blanks at the end, and would show the `>` of a line that nothing follows. */
function tidy(text: string): string {
  const end = text.trimEnd()
  return end === '>' || end.endsWith('\n>') ? tidy(end.slice(0, -1)) : end
}

function write(marks: Mark[], most: number): Page {
  const page = newPage(most)
  writeAll(page, marks)
  return page
}

function writeAll(page: Page, marks: Mark[]) {
  for (const mark of marks) {
    if (page.full) return
    writeOne(page, mark)
  }
}

function writeOne(page: Page, mark: Mark) {
  if (mark.kind === 'text') words(page, mark.text)
  else if (mark.kind === 'break') lineBreak(page)
  else if (mark.kind === 'bold') wrap(page, '**', mark.nodes)
  else if (mark.kind === 'italic') wrap(page, '_', mark.nodes)
  else if (mark.kind === 'code') codeOf(page, mark.text)
  else if (mark.kind === 'link') linkOf(page, mark)
  else if (mark.kind === 'quote') quotation(page, mark.nodes)
  else if ('at' in mark) put(page, `<t:${Math.floor(mark.at / 1000)}:R>`)
}

function quotation(page: Page, nodes: Node[]) {
  if (page.text !== '' && !page.below && !page.text.endsWith('\n') && !put(page, '\n')) return
  if (!put(page, '> ', 'start')) return
  page.quoted = true
  writeAll(page, nodes)
  page.quoted = false
  page.below = true
  page.place = 'start'
}

/** Markup around what is inside; none where there is nothing to see, or where it stands already. */
function wrap(page: Page, sign: string, nodes: Node[]) {
  if (page.active.includes(sign)) return writeAll(page, nodes)
  const before = { ...page }
  if (!put(page, sign)) return
  const start = page.text.length
  page.most -= sign.length
  page.active += sign
  page.place = 'inside'
  writeAll(page, nodes)
  page.most += sign.length
  page.active = before.active
  if (page.text.slice(start).trim() === '') Object.assign(page, { ...before, full: page.full })
  else {
    page.text += sign
    page.closed = sign[0]!
  }
}

function codeOf(page: Page, text: string) {
  if (!put(page, '`')) return
  const start = page.text.length
  for (const { letter } of lettersOf(text)) {
    if (page.text.length + letter.length + 1 <= page.most) page.text += letter
    else {
      page.full = true
      break
    }
  }
  if (page.text.length === start) page.text = page.text.slice(0, -1)
  else {
    page.text += '`'
    page.closed = '`'
  }
}

/** A link whose label would pass for an address says where it leads; without room for both, the label is left. */
function linkOf(page: Page, { text, url }: { text: string; url: string }) {
  const open = looksLikeAddress.test(text)
  const rest = open ? ` <${url}>` : `](${url})`
  if (rest.length + Math.min(text.length, 40) > page.most - page.text.length) {
    page.lost = true
    return words(page, text)
  }
  if (!open && !put(page, '[')) return
  const start = page.text.length
  page.most -= rest.length
  if (!open) page.place = 'inside'
  words(page, open ? text : text.replace(/\[/g, '(').replace(/\]/g, ')'))
  page.most += rest.length
  if (page.text.length > start) page.text += rest
  else page.text = page.text.slice(0, start - (open ? 0 : 1))
  page.closed = ''
}

const looksLikeAddress = /https?:\/\//i

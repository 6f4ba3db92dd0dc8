// @ts-check
/** @import { Node as Marks } from '../../texts/marked.ts' */
import { element } from './element.js'

/** Draws a tree of marks. @param {Marks[]} marks @returns {(Node | string)[]} */
export const drawMarks = (marks) => marks.map(drawMark)

/** @param {Marks} mark */
function drawMark(mark) {
  switch (mark.kind) {
    case 'bold':
      return element('strong', {}, ...drawMarks(mark.nodes))
    case 'italic':
      return element('em', {}, ...drawMarks(mark.nodes))
    case 'quote':
      return element('blockquote', {}, ...drawMarks(mark.nodes))
    case 'code':
      return element('code', {}, mark.text)
    case 'link':
      return drawLink(mark.text, mark.url)
    case 'break':
      return element('br')
    default:
      return mark.text
  }
}

/** A link that opens apart and tells nothing; just its words when it is no web address. @param {string} words @param {string | null} url */
export const drawLink = (words, url) =>
  url && /^https?:\/\//i.test(url)
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words)
    : element('span', {}, words)

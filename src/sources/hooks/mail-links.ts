import { addressKey } from '../../model/address.ts'
import { decodeXml } from '../entities.ts'
import { plain, plainLine } from '../plain-text.ts'
import { unwrapped } from './unwrap.ts'

/** A link of a mail that leads to something to read: how it is called there, and what stands behind it. */
export type MailLink = { url: string; title: string; text: string }

/** The links of a mail's markup that lead to something to read, each address once; `sender` is where it came from. */
export function linksIn(html: string, sender: string | null): MailLink[] {
  const found = new Map<string, MailLink>()
  const page = shownOf(html)
  let current: { link: MailLink; behind: string } | null = null
  let open: { url: string; from: number } | null = null
  let outside = 0
  let left = mostTags
  const pause = (to: number) => {
    if (current && current.behind.length < mostBehind) current.behind += `${page.slice(outside, to)} `
  }
  for (const tag of page.matchAll(/<(\/?)a\b[^<>]{0,4000}>/gi)) {
    if (left-- === 0 || found.size > mostLinks) break
    const [whole, closes] = tag
    const end = tag.index + whole.length
    if (open === null) pause(tag.index)
    if (open !== null) {
      const title = plainLine({
        text: page.slice(open.from, Math.min(tag.index, open.from + mostTitle)),
        as: 'html',
      })
      const link = linkOf(open.url, title, sender)
      if (link) {
        const key = addressKey(link.url) ?? link.url
        const known = found.get(key)
        // A picture and a headline may lead to the same: the longer words are the headline.
        if (known && known.title.length < title.length) known.title = title
        if (!known) {
          finish(current)
          current = { link, behind: '' }
          found.set(key, link)
        }
      }
      outside = end
      open = null
    }
    if (closes === '') {
      const href = hrefIn(whole)
      open = href === null ? null : { url: href, from: end }
      outside = end
    } else outside = end
  }
  if (open === null) pause(page.length)
  finish(current)
  return [...found.values()]
}

/** Without what nobody sees. One pass: what is never closed ends the mail. */
function shownOf(html: string): string {
  const opening = /<(?:!--|(style|script|head|title)\b)/gi
  let shown = ''
  let from = 0
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const closing = closings[found[1]?.toLowerCase() ?? 'comment']!
    closing.lastIndex = found.index
    const end = closing.exec(html)
    shown += `${html.slice(from, found.index)} `
    from = end ? end.index + end[0].length : html.length
    opening.lastIndex = from
  }
  return shown + html.slice(from)
}

const closings: Record<string, RegExp> = {
  comment: /-->/g,
  style: /<\/style\s*>/gi,
  script: /<\/script\s*>/gi,
  head: /<\/head\s*>/gi,
  title: /<\/title\s*>/gi,
}

function finish(current: { link: MailLink; behind: string } | null) {
  if (!current) return
  const text = plain({ text: current.behind, as: 'html' }).replace(/\s+/gu, ' ').trim()
  current.link.text = text.slice(0, mostText)
}

/** Those of a mail without markup: an address on a line, the words before it are its title. */
export function linksInText(text: string, sender: string | null): MailLink[] {
  const found = new Map<string, MailLink>()
  for (const part of text.slice(0, mostPlain).split(/\n\s*\n/u)) {
    const url = /https?:\/\/[^\s<>"]{4,2000}/i.exec(part)
    if (!url || found.size > mostLinks) continue
    const [title = '', ...more] = part
      .slice(0, url.index)
      .split('\n')
      .map((line) => line.slice(0, mostTitle).replace(/^[\s<>*\-–—•[\]()]+|[\s<>[\]()]+$/gu, ''))
      .filter((line) => line !== '')
    const link = linkOf(url[0].replace(/[)\].,;]+$/u, ''), title, sender)
    if (link)
      found.set(addressKey(link.url) ?? link.url, { ...link, text: more.join(' ').slice(0, mostText) })
  }
  return [...found.values()]
}

function linkOf(written: string, title: string, sender: string | null): MailLink | null {
  const url = unwrapped(written)
  if (url === null || title.length < shortest || (title.length < 80 && errands.test(title))) return null
  const { hostname, pathname } = new URL(url)
  // What leads back to whoever sent it changes an alert, or ends it.
  if (sender !== null && (hostname === sender || hostname.endsWith(`.${sender}`))) return null
  if (services.test(hostname + pathname)) return null
  return { url, title: title.slice(0, mostTitle), text: '' }
}

function hrefIn(tag: string): string | null {
  const [, double, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? []
  const written = double ?? single ?? bare
  return written === undefined ? null : decodeXml(written)
}

/** What mails offer besides what they are about. */
const errands =
  /unsubscri|d[ée]sabonn|d[ée]sinscri|preferences|pr[ée]f[ée]rences|edit (?:this )?alert|modifier (?:cette |l.)?alerte|(?:see|view) (?:more|all) |plus de r[ée]sultats|tous? (?:les |vos )?r[ée]sultats|in (?:your )?browser|navigateur|privacy|confidentialit[ée]|flag as|non pertinent|signaler|feedback|sign in|log ?in|se connecter|mentions l[ée]gales|terms of/i
const services =
  /^(?:www\.)?google\.[a-z.]+\/(?:alerts|url|search|preferences)|^(?:support|accounts|policies)\.google\.com\/|^(?:www\.|app\.|alerts\.)?talkwalker\.com\/|^(?:www\.)?facebook\.com\/sharer|^(?:www\.)?(?:twitter|x)\.com\/(?:share|intent)|^(?:www\.)?linkedin\.com\/share/i

/** No headline is so short, and many a button is. */
const shortest = 8
const mostTags = 4_000
const mostLinks = 300
const mostTitle = 1_000
const mostBehind = 4_000
const mostText = 600
const mostPlain = 200_000

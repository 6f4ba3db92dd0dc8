import { addressKey } from '../../model/address.ts'
import { instantOf, valueIn, wordOf } from '../../model/mapping.ts'
import type { Webhook } from '../../model/webhook.ts'
import { type HookEvent, posted } from './event.ts'
import { formIn, isForm } from './form.ts'
import { linksIn, linksInText } from './mail-links.ts'

/**
 * An alert that came by mail (Google Alerts, Talkwalker, a newsletter), as a provider of mail hands it on: Mailgun's
 * form, Postmark's, CloudMailin's or SendGrid's fields. What it links to are the posts. Null where somebody sent it who
 * may not.
 */
export function readMail(raw: Buffer, type: string | null, hook: Webhook): HookEvent[] | null {
  const field = fieldsOf(raw, type)
  const sender = /[^\s<>"@]+@([^\s<>"]+)/.exec(field(names.from) ?? '')
  const [address = '', domain = null] = [...(sender ?? [])].map((one) => one.toLowerCase())
  if (hook.from.length > 0 && !hook.from.some((one) => maySend(one, address))) return null
  const links = linksIn(field(names.html) ?? '', domain)
  const all = links.length > 0 ? links : linksInText(field(names.text) ?? '', domain)
  const at = instantOf(field(names.date))
  return all.map(({ url, title, text }) => ({
    did: 'posted',
    post: posted({
      id: addressKey(url) ?? url,
      url,
      title,
      text,
      publishedAt: at,
      outlet: new URL(url).hostname.replace(/^www\./, ''),
      network: hook.network,
    }),
  }))
}

/** `alerts@example.org`, or everybody at `@example.org` and below. */
function maySend(allowed: string, address: string): boolean {
  if (!allowed.startsWith('@')) return address === allowed
  return address.endsWith(allowed) || address.endsWith(`.${allowed.slice(1)}`)
}

/** The first field there is of several names; a dot leads into what a field holds. */
function fieldsOf(raw: Buffer, type: string | null) {
  const form = isForm(type ?? '') ? formIn(raw, type ?? '') : null
  const json: unknown = form ? null : JSON.parse(raw.toString())
  const value = (name: string) => (form ? form.get(name) : valueIn(json, name))
  return (names: string[]) => {
    for (const name of names) {
      const given = value(name)
      const found = wordOf(Array.isArray(given) ? given[0] : given)
      if (found !== null) return found
    }
    return null
  }
}

const names = {
  from: ['FromFull.Email', 'from', 'From', 'headers.from', 'sender', 'envelope.from'],
  html: ['HtmlBody', 'body-html', 'html', 'stripped-html'],
  text: ['TextBody', 'body-plain', 'plain', 'text'],
  date: ['Date', 'date', 'headers.date', 'timestamp'],
}

import { expect, test } from 'vitest'
import { formIn } from '../../../src/sources/hooks/form.ts'
import { readMail } from '../../../src/sources/hooks/mail.ts'
import { linksIn, linksInText } from '../../../src/sources/hooks/mail-links.ts'
import { unwrapped } from '../../../src/sources/hooks/unwrap.ts'
import { hookOf } from '../../web/hook-world.ts'

const wrapped = (url: string) =>
  `https://www.google.com/url?rct=j&amp;sa=t&amp;url=${encodeURIComponent(url)}&amp;ct=ga&amp;usg=AOv`

// The shape of an alert as Google sends it, with words of our own.
const alert = `<html><head><title>Alerte</title><style>a{}</style></head><body><table>
  <tr><td><a href="https://www.google.com/alerts?hl=fr"><img src="logo.png"></a></td></tr>
  <tr><td><a href="${wrapped('https://www.lejournal.example/nimbus-leve?utm_source=alert&id=3')}">
    <span><b>Nimbus</b> lève 5 millions d’euros</span></a>
    <div>Le Journal</div><div>La jeune pousse lyonnaise <b>Nimbus</b>, connue pour ses lampes, &hellip;</div>
    <a href="https://www.google.com/alerts/share?ru=1">Facebook</a> <a href="https://www.google.com/alerts/feedback?x=1">Signaler comme non pertinent</a></td></tr>
  <tr><td><a href="${wrapped('https://blog.example/lampes')}">Dix lampes pour l’hiver</a><div>Dont une de Nimbus.</div></td></tr>
  <tr><td><a href="https://www.google.com/alerts/edit?s=1">Modifier cette alerte</a>
    <a href="https://www.google.com/alerts/remove?s=1">Se désabonner de tout</a></td></tr></table></body></html>`

test('an alert by mail becomes what it links to, out of its wrappers, with the words behind', () => {
  expect(linksIn(alert, 'google.com')).toEqual([
    {
      url: 'https://www.lejournal.example/nimbus-leve?id=3',
      title: 'Nimbus lève 5 millions d’euros',
      text: 'Le Journal La jeune pousse lyonnaise Nimbus, connue pour ses lampes, …',
    },
    { url: 'https://blog.example/lampes', title: 'Dix lampes pour l’hiver', text: 'Dont une de Nimbus.' },
  ])
})

test('providers name the same things differently; a form may be of several parts', () => {
  const mail = hookOf('mail', { from: ['@google.com'] })
  const from = 'Google Alerts <googlealerts-noreply@google.com>'
  const date = 'Sat, 21 Nov 2026 14:30:00 +0100'
  const json = (fields: object) => readMail(Buffer.from(JSON.stringify(fields)), 'application/json', mail)
  const parts = Object.entries({ from, subject: 'Alerte', 'body-html': alert, Date: date })
    .map(([name, value]) => `--b0und\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
  const attached = '--b0und\r\nContent-Disposition: form-data; name="body-html"; filename="x"\r\n\r\n<a>\r\n'
  const all = [
    json({ From: from, FromFull: { Email: 'googlealerts-noreply@google.com' }, HtmlBody: alert, Date: date }),
    json({ headers: { from, date }, html: alert }),
    json({ from, html: alert, date }),
    readMail(
      Buffer.from(String(new URLSearchParams({ from, 'body-html': alert, Date: date }))),
      'application/x-www-form-urlencoded',
      mail,
    ),
    readMail(Buffer.from(`${attached}${parts}--b0und--\r\n`), 'multipart/form-data; boundary="b0und"', mail),
  ]
  for (const events of all) {
    expect(events).toHaveLength(2)
    expect(events![0]).toMatchObject({
      did: 'posted',
      post: {
        id: 'lejournal.example/nimbus-leve?id=3',
        outlet: 'lejournal.example',
        publishedAt: Date.UTC(2026, 10, 21, 13, 30),
      },
    })
  }
  expect(json({ from: 'x <x@evil.example>', html: alert })).toBe(null)
  expect(json({ from: 'x <x@notgoogle.com>', html: alert })).toBe(null)
  expect(json({ from: 'x <x@alerts.google.com>', html: alert })).toHaveLength(2)
})

test('a mail without markup: an address on a line, the words before it are its title', () => {
  const text = `Google Alertes - Nimbus\n\n*Nimbus* lève 5 millions\nLe Journal\nLa jeune pousse\n<https://www.google.com/url?rct=j&url=https://lejournal.example/a&ct=ga>\n\nVoir tous les résultats\n<https://www.google.com/alerts/x>`
  expect(linksInText(text, 'google.com')).toEqual([
    {
      url: 'https://lejournal.example/a',
      title: 'Nimbus* lève 5 millions',
      text: 'Le Journal La jeune pousse',
    },
  ])
})

test.each([
  ['https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb%3Fc%3D1', 'https://a.example/b?c=1'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=05',
    'https://a.example/b',
  ],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT', 'https://a.example/'],
  ['https://urldefense.com/v3/__https://a.example/b__;!!x', 'https://a.example/b'],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-5Fc&d=x', 'https://a.example/b_c'],
  [
    'https://w.example/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fa.example%252F',
    'https://a.example/',
  ],
  ['https://a.example/b?utm_source=x&utm_medium=y&id=3&fbclid=z', 'https://a.example/b?id=3'],
  ['https://a.example/?url=javascript:alert(1)', 'https://a.example/?url=javascript:alert(1)'],
  ['javascript:alert(1)', null],
  ['https://user:word@a.example/', null],
])('%s leads to %s', (written, url) => {
  expect(unwrapped(written)).toBe(url)
})

test('a hostile mail costs little time', () => {
  const began = performance.now()
  for (const html of [
    '<a '.repeat(300_000),
    '<a href=x>'.repeat(100_000),
    '<!--'.repeat(250_000),
    '<style>'.repeat(140_000),
    `<a href="${'x'.repeat(900_000)}">`,
    '<a href="https://a.example/1">'.repeat(30_000) + '</a>'.repeat(30_000),
  ])
    linksIn(html, null)
  linksInText('https://'.repeat(100_000), null)
  expect(formIn(Buffer.from('--b\r\n'.repeat(200_000)), 'multipart/form-data; boundary=b')?.size).toBe(0)
  expect(performance.now() - began).toBeLessThan(3_000)
})

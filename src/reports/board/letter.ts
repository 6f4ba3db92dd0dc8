import type { Mail } from '../../model/mail.ts'
import { sayIn } from '../../texts/texts.ts'
import type { DrawnSheet } from './drawn.ts'
import { fileName } from './message.ts'
import { mailPage } from './page.ts'
import { plainReport } from './plain.ts'
import type { Sheet } from './sheet.ts'

/** A report as a letter: the page with its charts, the same as plain text, the PDF beside it. */
export function letterOf(
  sheet: Sheet,
  { pdf, charts }: DrawnSheet,
  { mail, from }: { mail: Mail; from: string },
) {
  const say = sayIn(sheet.locale)
  const before = [
    ...(mail.mayRepeat ? [say.plain('mail.may-repeat')] : []),
    ...(pdf ? [say.plain('mail.attached')] : []),
  ]
  const name = fileName(sheet, say)
  return {
    from,
    to: mail.address,
    subject: say.plain('mail.subject', { title: sheet.title, period: sheet.period }),
    messageId: mail.messageId,
    date: mail.madeAt,
    html: mailPage(sheet, { before }),
    text: plainReport(sheet, { before }),
    files: [
      ...charts.map((base64, at) => ({
        name: `${name}-${at + 1}.png`,
        type: 'image/png',
        base64,
        cid: `chart-${at + 1}`,
      })),
      ...(pdf ? [{ name: `${name}.pdf`, type: 'application/pdf', base64: pdf }] : []),
    ],
  }
}

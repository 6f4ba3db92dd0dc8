import type { Asked, Pressed } from '../src/chat/command.ts'
import { Oops } from '../src/model/oops.ts'
import type { Account } from '../src/model/person.ts'
import { newestComment, type Report, type ReportPlan } from '../src/model/report.ts'
import type { Team } from '../src/model/team.ts'
import { mailKey, type Targets } from '../src/reports/board/report-life.ts'
import type { Parts } from '../src/store/store.ts'
import type { Say } from '../src/texts/texts.ts'

/** The report that a button or a reaction is about. Throws Oops where there is none. */
export async function reportOf(
  { team }: Pick<Asked, 'team'>,
  store: Parts,
  about: string,
  more: { hold?: boolean } = {},
): Promise<Report> {
  const id = /^\d{1,9}$/.test(about) ? Number(about) : 0
  const report = await store.reports.get(team.name, id, more)
  if (!report) throw new Oops('report.none', { id: about })
  return report
}

export const planOf = (
  { reports = [] }: Pick<Team, 'reports'>,
  { plan }: Pick<Report, 'plan'>,
): ReportPlan | null => reports.find(({ name }) => name === plan) ?? null

/** Which version a button was about; of a reaction the one that its message shows. */
export const versionIn = (value: string, report: Report): number =>
  /^\d{1,6}$/.test(value) ? Number(value) : newestComment(report).nth

/** Who does it, as an approval keeps them. */
export const doerOf = ({
  person,
  by,
}: Asked & Pressed): { id: string; name: string; role: typeof person.role; account: Account } => ({
  id: person.id,
  name: person.name,
  role: person.role,
  account: by.account,
})

/** Channels by their names, addresses by how many there are: not everybody in a chat is to read them. */
export function placesWords({ places, mail }: Targets, say: Say): string {
  const all = [
    ...places.map(({ channel }) => `#${channel}`),
    ...(mail.length > 0 ? [say.plain('report.mailed-to', { count: mail.length })] : []),
  ]
  return all.length > 0 ? all.join(', ') : say.plain('report.places-none')
}

/** The same of where it was sent. */
export const sentWords = ({ sent }: Pick<Report, 'sent'>, say: Say): string =>
  placesWords(
    {
      places: sent.filter(({ to }) => !to.startsWith(mailKey(''))).map(({ to }) => placeIn(to)),
      mail: sent.filter(({ to }) => to.startsWith(mailKey(''))).map(({ to }) => to),
    },
    say,
  )

/** As `placeKey` writes it. */
function placeIn(key: string) {
  const at = key.indexOf(':#')
  return { chat: key.slice(0, at) as 'local', channel: key.slice(at + 2) }
}

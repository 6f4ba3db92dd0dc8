import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readSettings } from '../../src/settings/settings.ts'

/** A settings folder with these files, gone again after the test. */
export async function folderOf(files: Record<string, string | Buffer>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'vigie-settings-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), content)
  }
  return dir
}

/** The settings of a folder with these files; problems name them as they are named here. */
export async function settingsOf(files: Record<string, string | Buffer>, env: Record<string, string> = {}) {
  const dir = await folderOf(files)
  const { problems, ...settings } = await readSettings(dir, env)
  return { ...settings, problems: problems.map((one) => ({ ...one, file: one.file.replace(`${dir}/`, '') })) }
}

/** The settings of one team, named acme. */
export const teamOf = (yaml: string | Buffer, env: Record<string, string> = {}) =>
  settingsOf({ 'teams/acme/team.yaml': yaml }, env)

const acme = `title: Acme
chat: slack
locale: en
timeZone: Europe/London
quiet: { from: "22:00", to: "07:00" }
keep: { texts: 30 }
channels:
  alerts: "#brand"
  watch: "#watch"
  community: "discord:#fans"
people:
  mia:
    name: Mia
    role: admin
    locale: fr
    accounts: ["slack:T1/U1", "local:mia"]
  noor: { name: Noor, accounts: ["slack:T1/U2"] }
topics:
  - name: Acme
    kind: brand
    query: Acme
  - { name: Rival, kind: competitor, query: [Rival, '"the rival"'] }
sources:
  - name: News
    feed: https://news.example/rss
  - { name: Blog, feed: "https://blog.example/feed" }
`

/** Settings without a mistake, with some lines (by number, from 1) written otherwise; null takes a line out. */
export const acmeWith = (lines: Record<number, string | null> = {}) =>
  acme
    .split('\n')
    .map((line, at) => (lines[at + 1] === undefined ? line : lines[at + 1]))
    .filter((line) => line !== null)
    .join('\n')

import { breathe } from '../breath.ts'
import { feedKey } from '../model/feed-address.ts'
import type { Oops } from '../model/oops.ts'
import type { SourceSetting } from '../model/team.ts'
import { type Opml, readOpml } from './opml.ts'
import { folderNamed, keyOf, nameFor, newNaming } from './source-names.ts'

/** A source as it is to be added. */
export type PlannedSource = { name: string; key: string; url: string; folder: string | null; every: null }

/** What an OPML file would bring: new sources, how many are watched already or stand in it twice, what is wrong, whether its end is missing. */
export type OpmlPlan = {
  fresh: PlannedSource[]
  known: number
  twice: number
  wrong: { line: number; why: Oops }[]
  cut: boolean
}

/** Compares an OPML file with the sources of a team. Throws Oops for what is no OPML. */
export async function planOpml(text: string, sources: SourceSetting[]): Promise<OpmlPlan> {
  const { outlines, wrong, cut }: Opml = await readOpml(text)
  const watched = new Set(sources.flatMap((one) => (one.kind === 'feed' ? [feedKey(one.url)] : [])))
  const naming = newNaming(new Set(sources.map(({ name }) => keyOf(name))))
  const seen = new Set<string>()
  const plan: OpmlPlan = { fresh: [], known: 0, twice: 0, wrong, cut }
  for (const { url, name: title, folders } of outlines) {
    await breathe()
    const address = feedKey(url)
    if (seen.has(address)) plan.twice++
    else if (watched.has(address)) plan.known++
    else {
      const name = naming(nameFor(title, url))
      plan.fresh.push({ name, key: keyOf(name), url, folder: folderNamed(folders), every: null })
    }
    seen.add(address)
  }
  return plan
}

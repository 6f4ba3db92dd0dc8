import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { freeName, keyOf, newNaming } from '../src/sources/source-names.ts'
import type { FirstReading } from '../src/store/added-sources.ts'
import type { Marked } from '../src/texts/marked.ts'
import { type Draft, namesOf, notWatched } from './sources-add.ts'

/** A feed becomes a source; says what its first reading filed, where that is known in time. Throws Oops. */
export async function keepSource(asked: Asked, draft: Draft): Promise<Message> {
  const { store, team, person, now, say } = asked
  // Whoever pressed twice has what they wanted.
  const again = (await store.addedSources.named(team.name, keyOf(draft.name)))?.url === draft.url
  if (!again) await notWatched(asked, draft.url)
  const name = again ? draft.name : freeName(draft.name, namesOf(asked))
  const key = keyOf(name)
  await store.together(async (store) => {
    await store.turns.take()
    const by = { by: person.name, at: now }
    const naming = newNaming(new Set([...namesOf(asked), key]))
    const more = (draft.more ?? []).map((url) => {
      const other = naming(name)
      return { ...draft, url, name: other, key: keyOf(other) }
    })
    const [added] = await store.addedSources.add(team.name, [{ ...draft, name, key }, ...more], by)
    const there = added ?? (await store.addedSources.named(team.name, key))
    if (there?.url !== draft.url) throw new Oops('sources.taken', { name })
  })
  await asked.refresh()
  return {
    title: say.plain('sources.kept-title', { name }),
    text: readingText(await asked.firstReading(key), asked),
    quiet: true,
    instead: true,
  }
}

function readingText(reading: FirstReading | null, { say, team }: Asked): Marked {
  if (reading === null) return say('sources.kept-soon', { channel: team.channels.watch.channel })
  if ('failure' in reading) return say('sources.kept-failed')
  const { filed, aboutUs } = reading
  return say('sources.kept-filed', {
    filed: say.plain('mentions.first-filed', { count: filed }),
    about:
      aboutUs > 0 ? say.plain('mentions.first-about', { count: aboutUs }) : say.plain('mentions.first-none'),
  })
}

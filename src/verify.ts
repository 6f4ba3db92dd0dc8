import { open } from 'node:fs/promises'
import { checkProof } from './draw/check.ts'
import type { Proof } from './model/draw-proof.ts'
import { Oops } from './model/oops.ts'
import type { Say } from './texts/texts.ts'

/**
 * Checks the proof in a file. True where it holds: the winners go out, one a line as JSON; false where it does not,
 * with all that is wrong. Throws Oops where the file cannot be read as one.
 */
export async function verify(
  file: string,
  { say, tell, print }: { say: Say; tell: (words: string) => void; print: (line: string) => void },
): Promise<boolean> {
  const verified = await checkProof(await jsonIn(file))
  if (!verified.holds) {
    tell(say.plain('draw.holds-not'))
    for (const { key, values } of verified.why) tell(`- ${say.plain(key, values)}`)
    return false
  }
  const { proof, winners, trust } = verified
  for (const { prize, place, receipt } of winners)
    print(JSON.stringify({ prize: proof.prizes[prize - 1], place, receipt }))
  tell(say.plain('draw.holds', { count: winners.length }))
  tell(say.plain(`draw.trust-${trust}`))
  tell(say.plain('draw.compare'))
  for (const line of published(proof, say)) tell(`- ${line}`)
  return true
}

/** What only the chat can show: that all this was published, and when. */
const published = ({ committed, frozen }: Proof, say: Say) => [
  say.plain('draw.compare-commitment', { at: committed.at, hash: committed.commitment }),
  say.plain('draw.compare-entries', { at: frozen.publishedAt, hash: frozen.entriesHash }),
  ...(frozen.round === null
    ? []
    : [say.plain('draw.compare-round', { at: frozen.publishedAt, round: String(frozen.round) })]),
]

async function jsonIn(file: string): Promise<unknown> {
  const text = await textIn(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof Oops) throw error
    throw new Oops('draw.file-missing', { file, reason: error.code ?? error.message })
  })
  // The page holds the proof as well, and is what most people have.
  const page = /^<!doctype html>[\s\S]*<script type="application\/json" id="proof">([^<]*)<\/script>/i.exec(
    text,
  )
  try {
    return JSON.parse(page ? page[1]! : text)
  } catch {
    throw new Oops('draw.file-json', { file })
  }
}

/** Never more than a proof can be: whatever the file claims to be, and however long it goes on. */
async function textIn(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      length += chunk.length
      if (length > most) throw new Oops('draw.file-large', { file, most: most / 2 ** 20 })
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Bytes. A million entries fit in. */
const most = 96 * 2 ** 20

import type { Json } from '../nouns.ts'
import { Refusal, refusalFor } from '../refusal.ts'
import type { Team } from '../team.ts'
import { problemsOf } from './blocks.ts'

const mostBlocks = 50
/** What all the words of the blocks may have together; nobody documents it. */
const mostOfAll = 13_200

type Said = { text?: unknown; blocks?: unknown; attachments?: unknown; metadata?: unknown }

/** Throws what Slack would refuse a message with. `most` is what its text may have (an edit's is shorter). */
export function checkMessage(team: Team, said: Said, most = 40_000): void {
  const blocks = listOf(said.blocks, 'invalid_blocks_format')
  const attachments = listOf(said.attachments, 'invalid_attachments')
  const text = said.text === undefined || said.text === null ? '' : String(said.text)
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0) throw new Refusal('no_text')
  if (text.length > most && most < 40_000) throw new Refusal('msg_too_long')
  if (attachments.length > 100) throw new Refusal('too_many_attachments')

  const inside = attachments.flatMap((attachment) => attachment.blocks ?? [])
  const problems = [
    ...problemsOf(blocks, '/blocks', mostBlocks),
    ...problemsOf(inside, '/attachments/blocks', mostBlocks),
    ...lostFiles(team, [...blocks, ...inside]),
  ]
  if (problems.length > 0) throw refusalFor('invalid_blocks', problems)
  if (wordsOf([...blocks, ...inside]) > mostOfAll) throw new Refusal('msg_blocks_too_long')
  if (said.metadata !== undefined) checkMetadata(said.metadata)
}

function listOf(given: unknown, error: string): Json[] {
  if (given === undefined || given === null || given === '') return []
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'object' || one === null))
    throw new Refusal(error)
  return given
}

/** How many characters of text stand anywhere in blocks. */
export function wordsOf(given: unknown): number {
  if (Array.isArray(given)) return given.reduce((sum: number, one) => sum + wordsOf(one), 0)
  if (typeof given !== 'object' || given === null) return 0
  return Object.entries(given).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : wordsOf(value)),
    0,
  )
}

const lostFiles = (team: Team, blocks: Json[]): string[] =>
  blocks.flatMap((block, n) =>
    block?.type === 'image' && block.slack_file && !team.files.get(block.slack_file.id)?.done
      ? [`invalid slack file [json-pointer:/blocks/${n}/slack_file]`]
      : [],
  )

function checkMetadata(metadata: Json): void {
  const { event_type: type, event_payload: payload } = metadata ?? {}
  if (typeof metadata !== 'object' || typeof type !== 'string' || !/^\w{1,255}$/u.test(type))
    throw new Refusal('invalid_metadata_format')
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new Refusal('invalid_metadata_format')
  for (const value of Object.values(payload)) if (value === null) throw new Refusal('invalid_metadata_schema')
  if (JSON.stringify(payload).length > 8_000) throw new Refusal('metadata_too_large')
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { proofJson, proofOf } from '../src/model/draw-proof.ts'
import { Oops, reasonOf } from '../src/model/oops.ts'
import { pageOf } from '../src/reports/proof-page.ts'
import { reasonWords, sayIn } from '../src/texts/texts.ts'
import { verify } from '../src/verify.ts'
import { lamps, lampsProof } from './draws.ts'
import { bareEnvironment } from './program.ts'

// `vigie verify` as scripts see it: what it prints where, and how it ends.

async function file(content: string | Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-verify-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'proof.json')
  await writeFile(path, content)
  return path
}

async function verified(args: string[], lang = 'C') {
  const child = spawn(process.execPath, ['src/main.ts', 'verify', ...args], {
    env: { ...bareEnvironment, LANG: lang },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = { out: '', err: '' }
  child.stdout.on('data', (text) => (told.out += text))
  child.stderr.on('data', (text) => (told.err += text))
  const [code] = await once(child, 'close')
  return { code, ...told }
}

/** The same within this process, for the many. */
async function here(path: string) {
  const [out, err] = [[] as string[], [] as string[]]
  const tell = (words: string) => void err.push(`${words}\n`)
  const print = (line: string) => void out.push(`${line}\n`)
  const holds = await verify(path, { say: sayIn('en'), tell, print }).catch((error) => {
    if (!(error instanceof Oops)) throw error
    tell(reasonWords(reasonOf(error), sayIn('en')))
    return false
  })
  return { holds, out: out.join(''), err: err.join('') }
}

describe('vigie verify', { timeout: 60_000 }, () => {
  test('says who won, whom one has to trust, and what to compare with the chat', async () => {
    const { code, out, err } = await verified([await file(proofJson(lampsProof()))])
    expect([
      code,
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ]).toEqual([
      0,
      lampsProof().winners.map(({ prize, ...one }) => ({ prize: lamps.prizes[prize - 1], ...one })),
    ])
    expect(err).toMatch(
      /^The draw holds: worked out anew, it gives the same 3 winners\.\nNobody could have chosen/,
    )
    expect(err).toContain(lampsProof().committed.commitment)
    expect(err).toContain(lampsProof().frozen.entriesHash)
  })

  test('takes the page as well', async () => {
    const { holds, out } = await here(await file(pageOf(lampsProof(), 'fr').html))
    expect([holds, out.trim().split('\n').length]).toEqual([true, 3])
  })

  test('says what does not hold, in the language of the machine, and no winner', async () => {
    const proof = lampsProof()
    proof.winners[0]!.receipt = 'a'.repeat(26)
    const { code, out, err } = await verified([await file(proofJson(proof))], 'fr_FR.UTF-8')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^Le tirage n’est pas exact\.\n- La preuve n’est pas celle de son empreinte/)
    expect(err).toMatch(/\n- Les gagnants ne sont pas ceux que donne le tirage\.\n$/)
  })

  test('checks that the chain signed the value', async () => {
    const value = { ...lamps.value!, round: lamps.value!.round + 1 }
    const frozen = { ...lamps.frozen, round: value.round }
    const { holds, err } = await here(
      await file(proofJson(proofOf({ ...lamps, value, frozen, drawnAt: lamps.drawnAt + 5000 }))),
    )
    expect(holds).toBe(false)
    expect(err).toMatch(/- The random value was not signed by the public source/)
  })

  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /is no JSON/],
    ['no JSON', '{"format":', /is no JSON/],
    ['letters that are none', Buffer.from([0xff, 0xfe, 0x00]), /is no JSON/],
    ['brackets without end', '['.repeat(500_000), /is no JSON/],
    [
      'brackets within brackets',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      /no proof of a draw|is no JSON/,
    ],
    ['another thing', '{"entries":[]}', /see format/],
    ['null', 'null', /no proof of a draw/],
    [
      'a negative weight',
      proofJson(lampsProof()).replace('"weight":1', '"weight":-1'),
      /see entries\[\d+\]\.weight/,
    ],
    [
      'a weight in words',
      proofJson(lampsProof()).replace('"weight":1', '"weight":"1"'),
      /see entries\[\d+\]\.weight/,
    ],
    [
      'a weight beyond all',
      proofJson(lampsProof()).replace('"weight":1', '"weight":1e400'),
      /see entries\[\d+\]\.weight/,
    ],
    ['a receipt twice', twice(), /appears twice/],
    ['colours for the terminal', '{"\\u001b[31mred":1}', /see \?\[31mred/],
  ])('%s is answered with what is wrong', async (_, content, words) => {
    const { out, err } = await here(await file(content))
    expect(out).toBe('')
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at |\u001b/)
  })

  test('a file of 50 MB, one that is too large, one without end, a folder, and none at all', async () => {
    const path = await file('')
    const handle = await open(path, 'w')
    await handle.write(`{"format":"${'x'.repeat(50 * 2 ** 20)}"}`)
    expect(await here(path)).toMatchObject({ holds: false, err: expect.stringMatching(/see format/) })
    await handle.truncate(2 ** 32)
    await handle.close()
    for (const one of [path, '/dev/zero'])
      expect(await here(one)).toMatchObject({ holds: false, err: expect.stringMatching(/larger than 96 MB/) })
    expect(await here(join(path, '..'))).toMatchObject({ holds: false, err: expect.stringMatching(/EISDIR/) })
    expect(await here('/nowhere.json')).toMatchObject({ holds: false, err: expect.stringMatching(/ENOENT/) })
    expect(await verified(['/nowhere.json'])).toEqual({
      code: 1,
      out: '',
      err: '/nowhere.json cannot be read: ENOENT\n',
    })
  })

  test('without a file it says how it is used', async () => {
    expect(await verified([])).toMatchObject({ code: 2, out: '' })
    expect(await verified(['a', 'b'])).toMatchObject({ code: 2 })
  })
})

function twice() {
  const proof = lampsProof()
  proof.entries[1] = proof.entries[0]!
  return proofJson(proof)
}

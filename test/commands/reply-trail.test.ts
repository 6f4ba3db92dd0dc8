import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { endReply } from '../../src/delivery/reply-life.ts'
import { day, minute } from '../../src/model/time.ts'
import { openStore } from '../../src/store/store.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { checkTrails } from '../../src/trail.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry, words } from './reply-world.ts'

test('everything that is done with a reply stands in the trail, without anybody’s name or words', async () => {
  const { mia, noor, heard, asked, store, time } = await newReplyWorld()
  const mention = await heard(...broken)
  await mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  await noor.presses('Refuser', await asked(), { why: 'Trop sec, Mia.' })
  await mia.presses('Modifier', await asked(), { text: `${sorry} Pardon, Ravi.` })
  await noor.presses('Valider', await asked())
  await noor.presses('Arrêter', await asked())
  await noor.presses('Valider', await asked())
  time.now += minute
  await store.replies.begin('nimbus', 1, time.now)
  const said = { is: 'unsure' as const, why: 'no answer to Mia' }
  await store.together((store) => endReply(store, nimbusOnMastodon, 1, said, time.now))
  await mia.presses('Elle est partie', await asked(), { where: 'https://mamot.fr/@nimbus/9' })

  const steps = await store.trail.of('nimbus', 'reply:1')
  expect(steps.map(({ did }) => did)).toEqual([
    'reply-drafted',
    'reply-refused',
    'reply-edited',
    'reply-approved',
    'reply-stopped',
    'reply-approved',
    'reply-publishing',
    'reply-unsure',
    'reply-published',
  ])
  // The same person has the same pseudonym, another one another; Vigie has none.
  const [drafted, refused, , approved, , , publishing] = steps
  expect(drafted!.who).toMatch(/^[\w-]{22}$/)
  expect(refused!.who).toBe(approved!.who)
  expect(drafted!.who).not.toBe(refused!.who)
  expect(publishing!.who).toBeNull()
  expect(steps.map(({ detail }) => JSON.parse(detail))).toMatchObject([
    { version: 1, state: 'waiting', approvals: 0 },
    { version: 1, state: 'refused' },
    { version: 2, state: 'waiting' },
    { version: 2, state: 'approved', approvals: 1 },
    { state: 'waiting', approvals: 0 },
    { state: 'approved' },
    { state: 'publishing' },
    { state: 'unsure' },
    { state: 'published' },
  ])
  const whole = JSON.stringify(steps)
  for (const personal of ['Mia', 'mia', 'Noor', 'noor', 'Ravi', 'ravi', 'excuses', 'sec', 'mamot'])
    expect(whole).not.toContain(personal)
  expect(await store.trail.check('nimbus')).toMatchObject({ is: 'whole', head: { seq: 9 } })
})

test('the words of a reply are erased in their time; what was done with it, and the trail, stay', async () => {
  const { mia, noor, heard, asked, store, time, reply } = await newReplyWorld()
  const mention = await heard(...broken)
  await mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  await noor.presses('Refuser', await asked(), { why: 'Trop sec.' })
  await store.replies.forget('nimbus', time.now)
  expect((await reply()).versions[0]!.text).toBe(sorry)
  time.now += 100 * day
  await store.replies.forget('nimbus', time.now - 90 * day)
  expect(await reply()).toMatchObject({ state: 'refused', why: null, versions: [{ text: '' }] })
  expect(words(await mia.types(`/pourquoi ${mention}`))).toMatch(/Noor l’a refusée/)
  await store.posts.forget(time.now + 4000 * day)
  await store.replies.forget('nimbus', time.now - 90 * day)
  expect(await store.replies.get('nimbus', 1)).toBeNull()
  expect(await store.trail.check('nimbus')).toMatchObject({ is: 'whole', head: { seq: 2 } })
})

test('the command line says where a trail ends, and where it was tampered with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-trail-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = await openStore(folder)
  for (const at of [1, 2, 3])
    await store.trail.add('nimbus', { did: 'reply-approved', about: `reply:${at}`, who: 'p8rJ', at })
  await store.close()
  const checked = async (asked: { head?: string; team?: string } = {}) => {
    const out: string[] = []
    const say = sayIn('en')
    const hear = (line: string) => void out.push(line)
    const whole = await checkTrails(
      { data: folder, databaseUrl: null },
      { ...asked, say, tell: hear, print: hear },
    )
    return { whole, out }
  }
  const { whole, out } = await checked()
  expect(whole).toBe(true)
  expect(JSON.parse(out[0]!)).toMatchObject({
    team: 'nimbus',
    seq: 3,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const { hash } = JSON.parse(out[0]!)
  expect(await checked({ head: `3:${hash.slice(0, 12)}` })).toMatchObject({ whole: true })
  await expect(checked({ head: 'x' })).rejects.toThrow('trail.no-head')
  await expect(checked({ team: 'nobody' })).rejects.toThrow('trail.no-team')

  const db = new DatabaseSync(join(folder, 'vigie.db'))
  expect(() => db.exec('update trail set who = null')).toThrow('only ever added to')
  db.exec('drop trigger trail_not_deleted; delete from trail where seq = 3')
  db.close()
  expect((await checked()).whole).toBe(true)
  expect(await checked({ head: `3:${hash.slice(0, 12)}` })).toEqual({
    whole: false,
    out: ['Trail of nimbus: its end was cut off, from step 3 on. Compare with a backup.'],
  })
})

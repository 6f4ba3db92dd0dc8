import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Letter, sendMail, tryServer } from '../../src/mail/mail.ts'
import { mailRest } from '../../src/model/mail.ts'
import { reasonWords, sayIn } from '../../src/texts/texts.ts'
import { mailServer, says } from './server.ts'

const letter: Letter = {
  from: 'Nimbus <rapports@nimbus.example>',
  to: 'ines@nimbus.example',
  subject: 'Nimbus : rapport à la direction, novembre 2026',
  messageId: '<01abc@nimbus.example>',
  date: Date.UTC(2026, 11, 1, 7, 30),
  html: '<p>113 mentions</p>',
  text: '113 mentions',
  files: [
    { name: 'rapport.pdf', type: 'application/pdf', base64: Buffer.from('%PDF-1.3').toString('base64') },
  ],
}
const hasty = { patience: { connect: 400, answer: 400 } }
const words = (why: Parameters<typeof reasonWords>[0]) => reasonWords(why, sayIn('en'))

test('a letter arrives with its page, its plain text and its file, under the id that it keeps', async () => {
  const { at, taken } = await mailServer()
  const outcome = await sendMail(at, letter)
  expect(outcome.is).toBe('sent')
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain('Message-ID: <01abc@nimbus.example>')
  expect(taken[0]).toContain('Content-Type: multipart/mixed')
  expect(taken[0]).toMatch(/text\/plain[\s\S]*113 mentions[\s\S]*text\/html[\s\S]*<p>113 mentions<\/p>/)
  expect(taken[0]).toContain('filename=rapport.pdf')
  expect(taken[0]).toContain('Auto-Submitted: auto-generated')
})

test('what strangers wrote breaks no header', async () => {
  const { at, taken } = await mailServer()
  const subject = 'Rappel\r\nBcc: everybody@evil.example\r\n\r\n<script>'
  const name = 'a\r\nContent-Type: text/html\r\n.pdf'
  await sendMail(at, { ...letter, subject, files: [{ ...letter.files[0]!, name }] })
  expect(taken[0]).not.toMatch(/^Bcc:/im)
  expect(taken[0]).toMatch(/^Subject: Rappel Bcc: everybody@evil\.example\s+<script>\r?$/m)
  expect(taken[0]!.match(/^Content-Type: text\/html/gim)).toHaveLength(1)
})

test('a password never travels in the open: without TLS nobody is signed in, and the cure is said', async () => {
  const asked: string[] = []
  const { at } = await mailServer({
    onAuth: ({ password }, _session, done) => {
      asked.push(String(password))
      done(null, { user: 1 })
    },
  })
  const outcome = await sendMail({ ...at, tls: 'needed', user: 'mia', password: 'geheim' }, letter, hasty)
  expect(outcome.is).toBe('later')
  expect(outcome.is !== 'sent' && words(outcome.why)).toContain('STARTTLS')
  expect(asked).toEqual([])
})

test('a certificate that nobody vouches for is not believed', async () => {
  const { at, taken } = await mailServer({ disabledCommands: [] })
  const outcome = await sendMail({ ...at, tls: 'needed' }, letter, hasty)
  expect(outcome.is !== 'sent' && words(outcome.why)).toContain('certificate')
  const implicit = await mailServer({ secure: true })
  const other = await sendMail({ ...implicit.at, tls: 'always' }, letter, hasty)
  expect(other.is !== 'sent' && words(other.why)).toContain('certificate')
  expect([...taken, ...implicit.taken]).toEqual([])
})

test('a wrong password, a full mailbox, an address that is none: each with its cure', async () => {
  const { at } = await mailServer({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(says(535, 'no such luck')),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('full')
        ? done(says(452, 'mailbox full'))
        : address.startsWith('gone')
          ? done(says(550, 'no such user'))
          : done(),
  })
  const signed = await sendMail({ ...at, user: 'mia', password: 'geheim' }, letter)
  expect(signed).toMatchObject({ is: 'later', why: { key: 'mail.auth' } })
  expect(JSON.stringify(signed)).not.toContain('geheim')
  expect(await sendMail(at, { ...letter, to: 'full@nimbus.example' })).toMatchObject({
    is: 'later',
    why: { key: 'mail.later', values: { code: 452 } },
  })
  expect(await sendMail(at, { ...letter, to: 'gone@nimbus.example' })).toMatchObject({
    is: 'refused',
    why: { key: 'mail.refused', values: { code: 550 } },
  })
})

test('a server that says 421 at the door, one that hangs, one that is not there: later, in time', async () => {
  const busy = await mailServer({ onConnect: (_session, done) => done(says(421, 'too busy')) })
  expect(await sendMail(busy.at, letter)).toMatchObject({
    is: 'later',
    why: { key: 'mail.later', values: { code: 421 } },
  })

  const held: Socket[] = []
  const mute = createServer((socket) => void held.push(socket))
  mute.listen(0, '127.0.0.1')
  await once(mute, 'listening')
  onTestFinished(() => {
    for (const socket of held) socket.destroy()
    mute.close()
  })
  const { port } = mute.address() as { port: number }
  const began = performance.now()
  expect(await sendMail({ ...busy.at, port }, letter, hasty)).toMatchObject({
    is: 'later',
    why: { key: 'mail.hangs' },
  })
  expect(performance.now() - began).toBeLessThan(5_000)

  const nobody = { ...busy.at, port: 1 }
  expect(await sendMail(nobody, letter, hasty)).toMatchObject({
    is: 'later',
    why: { key: 'mail.unreachable' },
  })
  expect(await tryServer(nobody, hasty.patience)).toMatchObject({ key: 'mail.unreachable' })
})

test('a server that talks on and never ends is left in time', async () => {
  const talking = createServer((socket) => {
    socket.write('220-patience\r\n')
    const more = setInterval(() => socket.write('220-patience\r\n'), 50)
    socket.on('error', () => {}).on('close', () => clearInterval(more))
  })
  talking.listen(0, '127.0.0.1')
  await once(talking, 'listening')
  onTestFinished(() => void talking.close())
  const { port } = talking.address() as { port: number }
  const at = { host: '127.0.0.1', port, tls: 'never', user: null, password: null } as const
  const patience = { connect: 60_000, answer: 60_000, whole: 400 }
  expect(await sendMail(at, letter, { patience })).toMatchObject({ is: 'later', why: { key: 'mail.hangs' } })
  expect(await tryServer(at, patience)).toMatchObject({ key: 'mail.hangs' })
})

test('where the line is cut after the last byte, nobody knows: unsure; before it, surely not taken', async () => {
  const after = await mailServer({ onData: (stream) => void stream.resume().on('end', () => after.cut()) })
  expect(await sendMail(after.at, letter)).toMatchObject({ is: 'unsure' })

  const mute = await mailServer({ onData: (stream) => void stream.resume() })
  expect(await sendMail(mute.at, letter, hasty)).toMatchObject({ is: 'unsure', why: { key: 'mail.hangs' } })

  const before = await mailServer({ onRcptTo: () => before.cut() })
  expect(await sendMail(before.at, letter)).toMatchObject({ is: 'later' })

  const large = { ...letter.files[0]!, base64: Buffer.alloc(8_000_000).toString('base64') }
  const midway = await mailServer({ onData: (stream) => void stream.once('data', () => midway.cut()) })
  expect(await sendMail(midway.at, { ...letter, files: [large] })).toMatchObject({ is: 'later' })

  const refusing = await mailServer({
    onData: (stream, _session, done) => void stream.resume().on('end', () => done(says(552, 'too large'))),
  })
  expect(await sendMail(refusing.at, letter)).toMatchObject({ is: 'refused', why: { values: { code: 552 } } })
})

test('a mail that is refused for now is tried again for a day, ever more seldom', () => {
  const rests = Array.from({ length: 9 }, (_, tries) => mailRest(tries + 1))
  expect(rests.at(-1)).toBeNull()
  const known = rests.filter((rest) => rest !== null)
  expect(known.toSorted((a, b) => a - b)).toEqual(known)
  expect(known.reduce((sum, rest) => sum + rest, 0)).toBeGreaterThan(20 * 3_600_000)
})

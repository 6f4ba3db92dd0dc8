import { expect, test } from 'vitest'
import { problemText } from '../../src/problems.ts'
import { knownSecrets } from '../../src/settings/known-secrets.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

/** Acme's settings with these lines in front of its people, the first in line 11. */
const withLines = (...lines: string[]) => acmeWith({ 11: [...lines, 'people:'].join('\n') })
const server =
  'mail: { from: "Acme <reports@acme.example>", host: smtp.acme.example, user: mia, password: env:ACME_MAIL }'
const env = { ACME_MAIL: 'a-long-password' }

test('a report says to whom, when and for whom; the rest is as most people want it', async () => {
  const { teams, problems } = await teamOf(
    withLines(
      server,
      'reports:',
      '  - { name: Board, every: month, to: "slack:#board", mail: [ines@acme.example, "hugo@acme.example"], comment: ask, approve: true }',
      '  - { name: Team, every: week, to: watch }',
      '  - { name: Daily, every: day, at: "18:00", mail: mia@acme.example }',
    ),
    env,
  )
  expect(problems).toEqual([])
  expect(teams[0]!.reports).toEqual([
    {
      ...{
        name: 'Board',
        reader: 'board',
        every: 'month',
        on: 1,
        at: '08:30',
        comment: 'ask',
        approve: true,
      },
      ...{ to: { chat: 'slack', channel: 'board' }, mail: ['ines@acme.example', 'hugo@acme.example'] },
      place: { file: 'teams/acme/team.yaml', line: 13 },
    },
    {
      ...{ name: 'Team', reader: 'team', every: 'week', on: 'monday', at: '08:30', comment: 'draft' },
      ...{ approve: false, to: 'watch', mail: [], place: { file: 'teams/acme/team.yaml', line: 14 } },
    },
    {
      ...{ name: 'Daily', reader: 'team', every: 'day', on: null, at: '18:00', comment: 'draft' },
      ...{
        approve: false,
        to: null,
        mail: ['mia@acme.example'],
        place: { file: 'teams/acme/team.yaml', line: 15 },
      },
    },
  ])
  expect(teams[0]!.mail).toEqual({
    from: 'Acme <reports@acme.example>',
    server: { host: 'smtp.acme.example', port: 587, tls: 'needed', user: 'mia', password: 'a-long-password' },
  })
})

test('one server serves all teams, and no password of it comes to light', async () => {
  const smtp = {
    SMTP_URL: 'smtps://mia%40acme.example:s3cr3t-word@smtp.acme.example',
    SMTP_FROM: 'reports@acme.example',
  }
  const yaml = withLines('reports: [{ name: Board, every: month, mail: ines@acme.example }]')
  const { teams, tokens, problems } = await teamOf(yaml, smtp)
  expect(problems).toEqual([])
  expect(teams[0]!.mail).toEqual({
    from: 'reports@acme.example',
    server: {
      host: 'smtp.acme.example',
      port: 465,
      tls: 'always',
      user: 'mia@acme.example',
      password: 's3cr3t-word',
    },
  })
  expect(knownSecrets({ teams, tokens }, {})).toContain('s3cr3t-word')
  const wrong = await teamOf(yaml, { SMTP_URL: 'mia:s3cr3t-word@smtp.acme.example' })
  expect(JSON.stringify(wrong.problems.map((one) => problemText(one, sayIn('en'))))).not.toContain('s3cr3t')
})

const mistakes: [lines: string[], said: RegExp][] = [
  [
    ['reports: [{ name: A, every: month, on: monday, to: watch }]'],
    /:11: .*“monday” does not go with “every: month”/,
  ],
  [['reports: [{ name: A, every: month, on: 31, to: watch }]'], /:11: .*31/],
  [['reports: [{ name: A, every: week, on: 3, to: watch }]'], /“3” does not go with “every: week”/],
  [['reports: [{ name: A, every: month }]'], /report “A” is sent to nobody/],
  [['reports: [{ name: A, every: month, mail: ines@acme.example }]'], /need a mail server/],
  [
    ['mail: { host: smtp.acme.example }', 'reports: [{ name: A, every: day, mail: ines@acme.example }]'],
    /need a sender/,
  ],
  [
    ['reports: [{ name: A, every: month, to: watch, mail: "Ines, Hugo" }]'],
    /“Ines, Hugo” is no mail address/,
  ],
  [
    ['reports:', '  - { name: A, every: day, to: watch }', '  - { name: a, every: week, to: watch }'],
    /:13: /,
  ],
  [[server, 'reports: [{ name: A, every: day, mail: [i@acme.example, I@acme.example] }]'], /I@acme\.example/],
  [['mail: { from: a@b.example, host: smtp.b.example, password: env:ACME_MAIL }'], /password without a user/],
  [['mail: { from: a@b.example, user: mia }'], /“user” only goes with a server/],
  [
    ['mail: { from: a@b.example, host: smtp.b.example, secure: false, user: mia, password: env:ACME_MAIL }'],
    /travel in the open/,
  ],
  [['mail: { from: "a@b.example\\nBcc: x@y.example", host: smtp.b.example }'], /no mail address/],
  [['mail: { from: a@b.example, host: "smtp://b.example:25" }'], /no server’s name/],
]

test.each(mistakes)('%s: says what is wrong, and the cure', async (lines, said) => {
  const { problems } = await teamOf(withLines(...lines), env)
  const words = problems.map((one) => problemText(one, sayIn('en'))).join('\n')
  expect(words).toMatch(said)
})

test('a channel belongs to one team, the one that only a report names too', async () => {
  const report = (title: string) =>
    acmeWith({
      1: `title: ${title}`,
      8: `  alerts: "#${title}"`,
      9: `  watch: "#w-${title}"`,
      10: `  community: "discord:#c-${title}"`,
      11: 'reports: [{ name: B, every: day, to: "slack:#board" }]\npeople:',
    })
  const { problems } = await settingsOf({
    'teams/one/team.yaml': report('one'),
    'teams/two/team.yaml': report('two'),
  })
  expect(problems.map(({ key }) => key)).toContain('settings.channel-shared')
})

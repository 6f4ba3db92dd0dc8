import { expect, onTestFinished, test, vi } from 'vitest'
import type { Team } from '../../src/model/team.ts'
import { newBusyWorld } from '../commands/kpi-world.ts'
import { openDiscord } from '../discord/stand-in.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newDiscordWorld, onDiscord } from './discord-world.ts'
import { newChatOn, nimbusInSlack } from './slack-world.ts'

// Node's own undici is the first one here, as it is where Vigie is started: else discord.js sends its forms through another.
vi.hoisted(() => new FormData())

const busy = (team: Team) => newBusyWorld({ teams: [team] })

test('in Slack numbers are read, chosen, shown with their chart, and aimed at', async () => {
  const { bot, store } = await busy(nimbusInSlack)
  const slack = await newSlackStandIn({})
  onTestFinished(() => slack.close())
  const { workspace } = slack
  await newChatOn(slack.apiUrl, workspace, store, {}).start(bot)
  const mia = () => workspace.sees('U0MIA', 'veille').join('\n')
  const last = () => workspace.messages('veille').at(-1)!

  await workspace.types('U0MIA', 'veille', '/vigie kpi')
  await slack.eventually(() => mia().includes('Ce qui a le plus bougé'))
  expect(mia()).toMatch(/Part de voix 7\d/)
  expect(workspace.sees('U0NOOR', 'veille')).toEqual([])
  // A quiet answer holds no picture in Slack: it comes in the conversation with Vigie.
  await slack.eventually(() => workspace.files.length === 1)
  expect(workspace.files[0]).toMatchObject({ name: 'kpi-tonalite.png' })

  await workspace.chooses('U0MIA', last(), 'Expliquer un chiffre, avec son graphique', ['Mentions · 100'])
  await slack.eventually(() => mia().includes('Publications qui mentionnent votre marque'))
  await slack.eventually(() => workspace.files.length === 2)
  await workspace.presses('U0MIA', last(), 'Montrer au salon')
  await slack.eventually(
    () =>
      workspace
        .sees('U0NOOR', 'veille')
        .join()
        .match(/Mentions\s: 100/) !== null,
  )

  await workspace.types('U0MIA', 'veille', '/kpi objectif mentions cible:"au moins 200"')
  await slack.eventually(() => mia().includes('au moins 200 par mois'))
  await workspace.types('U0MIA', 'veille', '/kpi mesure:"part de voix" période:2026-10-15..2026-10-01')
  await slack.eventually(() => mia().includes('avant de commencer'))
}, 60_000)

test('on Discord measures and days complete themselves, and a chart comes with its words', async () => {
  // The ids of a stand-in are the same in each.
  const ids = await openDiscord()
  await ids.close()
  const team = onDiscord(ids)
  const { bot, store } = await busy(team)
  const { discord } = await newDiscordWorld({ parts: { store, teams: [team] } }, bot)

  const offered = await discord.completes('mia', 'veille', 'kpi show', 'measure', 'voix')
  expect(offered).toMatchObject({
    kind: 'choices',
    choices: [{ name: 'Part de voix', value: 'share-of-voice' }],
  })
  const one = await discord.types('mia', 'veille', 'kpi show', {
    measure: 'volume',
    by: 'week',
  })
  expect(one).toMatchObject({ inTime: true, quiet: true })
  const words = await one.words()
  expect(words).toMatch(/Mentions\s: 100/)
  expect(words).toMatch(/📎 kpi-volume\.png \(Mentions[\s\S]*Par semaine/)
  const all = await discord.types('mia', 'veille', 'kpi show', {})
  expect(await all.words()).toMatch(/Ce qui a le plus bougé[\s\S]*📎 kpi-tonalite\.png/)
  const shown = discord.shown('mia', 'veille').at(-1)!.id
  const chosen = await discord.chooses('mia', shown, 'Expliquer un chiffre, avec son graphique', [
    'Mentions · 100',
  ])
  expect(await chosen.words()).toMatch(/Définition[\s\S]*📎 kpi-volume\.png/)
  const aimed = await discord.types('noor', 'veille', 'kpi goal', { measure: 'volume', alert: '>900' })
  expect(await aimed.words()).toContain('Alert: over 900 in 7 days')
}, 60_000)

import { expect, onTestFinished, test } from 'vitest'
import type { Team } from '../../src/model/team.ts'
import { feed, link, newWeb, page, rss } from '../commands/sites.ts'
import { openDiscord } from '../discord/stand-in.ts'
import { newSlackStandIn } from '../slack/stand-in.ts'
import { newDiscordWorld, onDiscord } from './discord-world.ts'
import { newChatOn, nimbusInSlack } from './slack-world.ts'

/** A site with two feeds, as a team adds them. */
async function newPress(team: Team) {
  const web = await newWeb({ teams: [team] })
  web.served.set('/', page(link('/une.xml', 'À la une') + link('/culture.xml', 'Culture')))
  web.served.set('/une.xml', feed(rss('La une', ['Nimbus brille', 'Il pleut'])))
  web.served.set('/culture.xml', feed(rss('Culture', ['Un film'])))
  return web
}

test('in Slack a source is chosen, kept and exported', async () => {
  const { bot, store, base } = await newPress(nimbusInSlack)
  const slack = await newSlackStandIn({})
  onTestFinished(() => slack.close())
  const { workspace } = slack
  await newChatOn(slack.apiUrl, workspace, store, {}).start(bot)
  const mia = () => workspace.sees('U0MIA', 'veille').join('\n')
  const last = () => workspace.messages('veille').at(-1)!

  await workspace.types('U0MIA', 'veille', `/sources ajouter <${base}|127.0.0.1>`)
  await slack.eventually(() => mia().includes('propose 2 flux'))
  await workspace.chooses('U0MIA', last(), 'Choisir un flux', ['À la une · /une.xml'])
  await slack.eventually(() => mia().includes('Pas encore gardée'))
  await workspace.presses('U0MIA', last(), 'Garder')
  await slack.eventually(() => mia().includes('2 publications classées sans bruit'))
  expect((await store.addedSources.list()).map(({ name, by }) => [name, by])).toEqual([['La une', 'Mia']])
  expect(workspace.sees('U0NOOR', 'veille')).toEqual([])

  await workspace.types('U0MIA', 'veille', '/sources exporter')
  await slack.eventually(() => workspace.files.length === 1)
  expect(workspace.files[0]!.name).toBe('sources-nimbus.opml')
})

test('on Discord a source is chosen and kept, its name completes itself, and the export is attached', async () => {
  // The ids of a stand-in are the same in each.
  const ids = await openDiscord()
  await ids.close()
  const team = onDiscord(ids)
  const { bot, store, base } = await newPress(team)
  const { discord } = await newDiscordWorld({ parts: { store, teams: [team] } }, bot)
  const shown = () => discord.shown('mia', 'veille').at(-1)!.id

  const several = await discord.types('mia', 'veille', 'sources add', { address: base })
  expect(several).toMatchObject({ inTime: true, quiet: true })
  expect(await several.words()).toContain('propose 2 flux')
  const chosen = await discord.chooses('mia', shown(), 'Choisir un flux', ['Culture · /culture.xml'])
  expect(await chosen.words()).toMatch(/Pas encore gardée\s: Culture/)
  const kept = await discord.presses('mia', shown(), 'Garder')
  expect(await kept.words()).toContain('1 publication classée sans bruit')
  const offered = await discord.completes('mia', 'veille', 'sources pause', 'source', 'cul')
  expect(offered).toMatchObject({ kind: 'choices', choices: [{ name: 'Culture' }] })
  expect((await discord.types('mia', 'veille', 'sources import', {})).kind).toBe('modal')
  const exported = await discord.types('mia', 'veille', 'sources exporter', {})
  expect(await exported.words()).toContain('sources-nimbus.opml')
  expect(await (await discord.types('mia', 'veille', 'sources show', {})).words()).toContain('Culture')
})

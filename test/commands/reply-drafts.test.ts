import { expect, test } from 'vitest'
import type { Drafter } from '../../src/delivery/reply-drafter.ts'
import { hour } from '../../src/model/time.ts'
import { anyMention } from '../../src/model/when.ts'
import { broken, newReplyWorld, withPolicy, words } from './reply-world.ts'

/** Two proposals for every mention: a canned reply, and what was answered before. */
const drafts: Drafter = async ({ mention, by }) => ({
  drafts: [
    {
      text: `Bonjour ${mention.post.author}, désolés pour cette panne.`,
      language: 'fr',
      how: { is: 'canned', name: 'panne' },
      why: `réponse type « panne »${by ? ` pour ${by.name}` : ''}`,
    },
    {
      text: 'Merci de nous l’avoir dit !',
      language: 'fr',
      how: { is: 'similar', reply: 12, why: 'panne' },
      why: 'réponse 12',
    },
  ],
  note: 'Le modèle n’a pas répondu à temps.',
})

const newDrafting = (given: Parameters<typeof newReplyWorld>[0] = {}) => newReplyWorld({ drafts, ...given })

test('from the alert: Vigie proposes, somebody takes one, somebody else approves it', async () => {
  const { mia, noor, heard, alert, asked, reply } = await newDrafting()
  const mention = await heard(...broken)
  const proposals = await mia.presses('Proposer une réponse', await alert(mention))
  expect(proposals.quiet).toBe(true)
  expect(words(proposals)).toMatch(
    /^Réponses possibles à la mention 1\nProposition 1\nBonjour ravi, désolés[\s\S]*réponse type « panne » pour Mia\nProposition 2\n[\s\S]*Le modèle n’a pas répondu à temps\.\nRien ne part avant/,
  )
  expect(words(await mia.presses('Prendre celle-ci', proposals))).toMatch(
    /La réponse 1 attend une validation/,
  )
  expect(words(await asked())).toContain(
    'Réponse, version 1, d’après la réponse type « panne », choisie par Mia',
  )
  expect(words(await mia.presses('Valider', await asked()))).toMatch(/Quelqu’un d’autre/)
  await noor.presses('Valider', await asked())
  expect((await reply()).state).toBe('approved')
})

test('a proposal may be changed before anybody else sees it', async () => {
  const { bot, mia, heard, asked, alert, time, reply } = await newDrafting()
  const mention = await heard(...broken)
  const proposals = await mia.presses('Proposer une réponse', await alert(mention))
  const [first] = proposals.items!
  const change = first!.buttons![1]!
  const account = { chat: 'local' as const, workspace: 'local', user: 'mia' }
  const by = { chat: 'local' as const, account, name: 'Mia', channel: 'e-reputation', at: time.now }
  const heardPress = {
    ...by,
    kind: 'button' as const,
    action: change.action,
    value: change.value!,
    about: proposals.about!,
  }
  const { form } = bot.before(heardPress)
  expect((await bot.fill!(heardPress, form!)).inputs[0]!.value).toBe(
    'Bonjour ravi, désolés pour cette panne.',
  )
  await mia.presses('La modifier d’abord', proposals, { text: 'Bonjour Ravi, une neuve part demain.' })
  expect((await reply()).versions).toMatchObject([
    { text: 'Bonjour Ravi, une neuve part demain.', by: { name: 'Mia' } },
  ])
  expect(words(await asked())).toContain('Bonjour Ravi, une neuve part demain.')
})

test('somebody writes it themselves, from the proposals or by a right-click on the alert', async () => {
  const { noor, heard, alert, asked } = await newDrafting()
  const mention = await heard(...broken)
  const { about } = await alert(mention)
  const proposals = await noor.rightClicks('reply.draft', { by: null, about: about! }, 'e-reputation')
  expect(words(proposals)).toMatch(/^Replies to mention 1/)
  await noor.presses('Write it myself', proposals, { text: 'On s’en occupe.' })
  expect(words(await asked())).toContain('Réponse, version 1, par Noor')
})

test('proposals are forgotten after a day, and those of another team never found', async () => {
  const { mia, heard, alert } = await newDrafting()
  const mention = await heard(...broken)
  const proposals = await mia.presses('Proposer une réponse', await alert(mention))
  const again = {
    ...proposals,
    items: proposals.items!.map((item) => ({
      ...item,
      buttons: item.buttons!.map((one) => ({ ...one, value: 'nobody.0' })),
    })),
  }
  expect(words(await mia.presses('Prendre celle-ci', again))).toMatch(
    /plus d’un jour\. Demandez-en d’autres avec \/répondre mention:1/,
  )
})

test('where nothing fits, that is said, and the first reply is written by hand', async () => {
  const { mia, heard } = await newReplyWorld({ drafts: async () => ({ drafts: [], note: null }) })
  const mention = await heard(...broken)
  const said = await mia.types(`/répondre mention:${mention}`)
  expect(words(said)).toMatch(/Rien dans l’équipe ne convient encore/)
  expect(said.buttons!.map(({ label }) => label)).toEqual(['L’écrire moi-même'])
})

const byRule = withPolicy({
  drafts: [
    { name: 'pannes', when: { ...anyMention, moods: ['negative'] }, why: { fr: 'négatif', en: 'negative' } },
  ],
})

test('for mentions that a rule names Vigie drafts by itself, once, and never publishes by itself', async () => {
  const { mia, noor, heard, replies, asked, store, reply, time } = await newDrafting({ teams: [byRule] })
  const bad = await heard(...broken)
  const good = await heard('J’adore ma lampe Nimbus, merci !', { url: 'https://mamot.fr/@theo/333333333333' })
  await replies.look()
  await replies.look()
  expect((await store.replies.ofMention('nimbus', bad)).length).toBe(1)
  expect(await store.replies.ofMention('nimbus', good)).toEqual([])
  expect(words(await asked())).toContain('Réponse, version 1, d’après la réponse type « panne » :')
  time.now += hour
  expect(await store.replies.due(time.now, ['nimbus'])).toEqual([])
  expect((await store.replies.steps('nimbus', 1))[0]).toMatchObject({ did: 'drafted', by: null })
  // Nobody wrote it: whoever may approve may approve it.
  await mia.presses('Valider', await asked())
  expect(await reply()).toMatchObject({ state: 'approved', approvals: [{ name: 'Mia' }] })
  expect(words(await noor.types('/why 1'))).toMatch(/14:30 Vigie drafted it\n15:30 Mia approved version 1/)
})

test('what was filed with the past, or somebody has in hand, is not drafted for', async () => {
  const { mia, heard, hear, post, replies, store, alert } = await newDrafting({ teams: [byRule] })
  await hear([post('Ma Nimbus est en panne depuis lundi', { url: 'https://mamot.fr/@ravi/444444444444' })], {
    first: true,
  })
  const mention = await heard(...broken)
  await mia.presses('Je m’en occupe', await alert(mention))
  await replies.look()
  expect(await store.replies.open('nimbus', 10)).toEqual([])
})

test('at night what Vigie drafted by itself waits for the morning; what somebody drafts does not', async () => {
  const { mia, heard, replies, store, time } = await newDrafting({ teams: [byRule] })
  // 23:30 in Paris.
  time.now += 9 * hour
  await heard(...broken)
  await replies.look()
  const due = async (id: number) =>
    (await store.deliveries.about('nimbus', `reply:${id}`)).map(({ at }) => at - time.now)
  expect(await due(1)).toEqual([7.5 * hour])
  const other = await heard('Nimbus me répond enfin', { url: 'https://mamot.fr/@theo/555555555555' })
  await mia.types(`/répondre mention:${other} réponse:"Avec plaisir !"`)
  expect(await due(2)).toEqual([0])
})

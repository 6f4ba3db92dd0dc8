import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import { judge } from '../../src/model/policy.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { mentionOf, mood } from '../model/mentions-made.ts'
import { approvedTo, characters, drafting, modelThatWrites, nimbus } from './story.ts'

const hows = async (...asked: Parameters<typeof drafting>) =>
  (await drafting(...asked)).drafts.map(({ how }) => (how.is === 'canned' ? how.name : how.is))

test('the reply that is ready for what the mention is about comes first, with the reason', async () => {
  const { drafts, note } = await drafting('Ma lampe Nimbus est en panne, une honte')
  expect(note).toBeNull()
  expect(drafts[0]).toMatchObject({
    how: { is: 'canned', name: 'panne' },
    language: 'fr',
    why: 'Ready reply “panne”: the mention speaks of panne, sentiment negative',
  })
  expect(drafts[0]!.text).toMatch(/^Bonjour Ravi/u)
  expect(drafts[1]!.how).toEqual({ is: 'canned', name: 'critique' })
})

test.each([
  ['fr', 'negative', 'Toujours pas reçu mon colis Nimbus', 'livraison'],
  ['fr', 'negative', 'Le SAV de Nimbus ne répond pas', 'service-client'],
  ['fr', 'negative', 'Remboursez ma lampe Nimbus', 'remboursement'],
  ['fr', 'neutral', 'Où acheter un variateur pour ma lampe Nimbus ?', 'piece-detachee'],
  ['fr', 'neutral', 'Quelle ampoule pour ma lampe Nimbus ?', 'ampoule'],
  ['fr', 'positive', 'J’adore ma lampe Nimbus', 'merci'],
  ['fr', 'negative', 'La lampe Nimbus est trop chère', 'prix'],
  ['fr', 'negative', 'Ma lampe Brume est rappelée', 'rappel'],
  ['fr', 'neutral', 'Vu une lampe Nimbus dans un film', 'merci-du-partage'],
  ['en', 'negative', 'My Nimbus lamp stopped working', 'breakdown'],
  ['en', 'negative', 'Nimbus customer service never replied', 'customer-service'],
  ['en', 'positive', 'Love my Nimbus lamp', 'thanks'],
  ['en', 'neutral', 'Does anybody know the bulb of this Nimbus lamp?', 'bulb'],
] as const)('%s, %s: %s', async (language, feels, text, expected) => {
  expect((await hows(text, { language, feels }))[0]).toBe(expected)
})

test('a draft speaks the mention’s language, and none is offered in one that the team has no replies for', async () => {
  expect((await drafting('Mi lámpara Nimbus no funciona', { language: 'es' })).drafts).toEqual([])
  const { drafts } = await drafting('Ma lampe Nimbus est en panne', { language: null })
  expect(drafts[0]!.language).toBe('fr')
})

test('a competitor’s troubles are no business of ours', async () => {
  const topics = [{ name: 'Lumeo', kind: 'competitor' as const, mood: mood('negative') }]
  expect((await drafting('Ma lampe Lumeo est en panne', { topics })).drafts).toEqual([])
})

test('two posts alike do not get the same words', async () => {
  const [one, two] = await Promise.all([1, 2].map((id) => drafting('Ma lampe Nimbus est en panne', { id })))
  expect(one!.drafts[0]!.how).toEqual(two!.drafts[0]!.how)
  expect(one!.drafts[0]!.text).not.toBe(two!.drafts[0]!.text)
  const again = await drafting('Ma lampe Nimbus est en panne', { id: 1 })
  expect(again.drafts[0]!.text).toBe(one!.drafts[0]!.text)
})

test('a wording that was approved lately comes last, whoever it greeted', async () => {
  const { drafts } = await drafting('Ma lampe Nimbus est en panne', { id: 1 })
  const said = approvedTo('autre chose', drafts[0]!.text.replace('Ravi', 'Gérard P.'), { topics: ['Lumeo'] })
  const next = await drafting('Ma lampe Nimbus est en panne', { id: 1, approved: [said] })
  expect(next.drafts[0]!.how).toEqual({ is: 'canned', name: 'panne' })
  expect(next.drafts[0]!.text).not.toBe(drafts[0]!.text)
})

test('every draft is as long as the network takes, and breaks no rule that refuses', async () => {
  for (const most of [500, 300, 240]) {
    const { drafts } = await drafting('Ma lampe Nimbus est en panne, le SAV ne répond pas', {
      limits: characters(most),
    })
    expect(drafts.length, `${most}`).toBeGreaterThan(0)
    for (const { text } of drafts) expect([...text].length).toBeLessThanOrEqual(most)
  }
  expect((await drafting('Ma lampe Nimbus est en panne', { limits: characters(20) })).drafts).toEqual([])
})

test('who signs is named by the first name, where a reply is signed', async () => {
  const { drafts } = await drafting('Ma lampe Nimbus est en panne', {
    post: { network: 'reviews' },
    limits: characters(2000),
  })
  expect(drafts[0]!.text).toMatch(/\n\nMia, pour l’équipe Nimbus$/u)
  const rule = await drafting('Ma lampe Nimbus est en panne', {
    post: { network: 'reviews' },
    limits: characters(2000),
    by: null,
  })
  expect(rule.drafts[0]!.text).not.toContain('pour l’équipe')
})

test.each([
  ['@ravi_v@mastodon.example', 'Bonjour ravi_v'],
  ['@amelie.bsky.social', 'Bonjour amelie'],
  ['Gérard P.', 'Bonjour Gérard P'],
  ['@<script>alert(1)</script>', 'Bonjour'],
  ['@everyone', 'Bonjour'],
  ['La rédaction', 'Bonjour'],
  ['*Le Gras*', 'Bonjour'],
  ['{marque}', 'Bonjour'],
  ['\u202egnizama', 'Bonjour gnizama'],
  ['4815162342', 'Bonjour'],
  [null, 'Bonjour'],
])('%s is greeted: %s', async (author, greeting) => {
  const { drafts } = await drafting('Ma lampe Nimbus est en panne', { post: { author } })
  expect(/^[^,.]*/u.exec(drafts[0]!.text)![0]).toBe(greeting)
})

test('what the team answered to a mention like this one comes with the reason, said to whom it is for', async () => {
  const approved = [
    approvedTo(
      'Le transformateur de ma lampe Brume chauffe énormément la nuit',
      'Bonjour Gérard P., débranchez-la : un transformateur neuf vous attend en message privé.',
    ),
    approvedTo('Livraison en retard, colis perdu', 'Bonjour Lucie, écrivez-nous.'),
  ]
  const { drafts } = await drafting('Mon transformateur de lampe Brume chauffe la nuit, énormément', {
    approved,
  })
  expect(drafts[0]).toMatchObject({
    text: 'Bonjour Ravi, débranchez-la : un transformateur neuf vous attend en message privé.',
    how: { is: 'similar', reply: approved[0]!.reply },
  })
  expect(drafts[0]!.why).toMatch(/^Approved before, for a similar mention \(\d+%\): .*transformateur/u)
  expect(drafts.filter(({ how }) => how.is === 'similar')).toHaveLength(1)
})

test('whom the old reply spoke to is not named again', async () => {
  const approved = [
    approvedTo('Ma lampe clignote le soir', 'Bonjour Lucie. Oui, Lucie, le variateur en est la cause.', {
      author: '@Lucie@mamot.fr',
    }),
  ]
  const { drafts } = await drafting('Ma lampe clignote le soir', { approved })
  expect(drafts[0]!.text).toBe('Bonjour Ravi. Oui, Ravi, le variateur en est la cause.')
})

test('an old reply that shows somebody’s order number is not offered again', async () => {
  const approved = [
    approvedTo('Ma lampe Nimbus clignote le soir', 'Votre commande n° 2026-118842 part demain.'),
  ]
  expect(await hows('Ma lampe Nimbus clignote le soir', { approved })).not.toContain('similar')
})

test('a reply in another language, or to a mention with one word in common, is not similar', async () => {
  const approved = [
    approvedTo('My lamp flickers every evening', 'Hello.', { language: 'en' }),
    approvedTo('Ma lampe est belle', 'Merci.'),
  ]
  expect(await hows('Ma lampe clignote le soir', { approved })).not.toContain('similar')
})

test('at most five, each text once', async () => {
  const approved = Array.from({ length: 8 }, (_, nth) =>
    approvedTo(
      'Ma lampe Nimbus clignote le soir',
      nth < 4 ? 'Bonjour, écrivez-nous en privé.' : `Bonjour, réponse ${'abcd'[nth - 4]}.`,
    ),
  )
  const { drafts } = await drafting('Ma lampe Nimbus clignote le soir', { approved })
  expect(drafts).toHaveLength(5)
  expect(new Set(drafts.map(({ text }) => text)).size).toBe(5)
})

test('what is delicate gets only replies that were made for it, and no model is asked', async () => {
  const model = modelThatWrites('Merci')
  const { drafts, note } = await drafting('Ma lampe Nimbus est en panne, mon avocat vous écrira', { model })
  expect(drafts.map(({ how }) => how)).toEqual([{ is: 'canned', name: 'juridique' }])
  expect(note).toMatch(/^A delicate mention.*legal action/u)
  const hate = await drafting('Sale arabe, rentre dans ton pays avec ta lampe Nimbus', { model })
  expect(hate.drafts).toEqual([])
  expect(hate.note).toMatch(/hate/u)
  expect(model.asked).toEqual([])
})

test('what is delicate in two ways gets the replies for both', async () => {
  const all = await hows('Ma lampe Nimbus a pris feu, mon avocat vous écrira')
  expect(all.toSorted()).toEqual(['juridique', 'securite'])
})

test('a mention that shows somebody’s number gets the reply that protects them', async () => {
  expect(await hows('Nimbus, rappelez-moi au 06 39 98 12 34')).toEqual(['donnees-visibles'])
})

test('what a model writes is marked as such, and stands among the others', async () => {
  const model = modelThatWrites('Bonjour Ravi, merci de votre message. Quel modèle avez-vous ?')
  const { drafts, note } = await drafting('Ma lampe Nimbus est en panne', { model })
  expect(note).toBeNull()
  const written = drafts.find(({ how }) => how.is === 'model')!
  expect(written).toMatchObject({ how: { is: 'model', model: 'small-model' }, language: 'fr' })
  expect(written.why).toBe('Written by the language model small-model: read every word of it')
})

test('what a model does not do becomes a note, and the others are there', async () => {
  const broken = {
    name: 'small-model',
    write: () => Promise.reject(new Unavailable('no', { key: 'draft.model-busy' })),
  }
  const { drafts, note } = await drafting('Ma lampe Nimbus est en panne', { model: broken, say: sayIn('fr') })
  expect(note).toBe('Le modèle de langage n’a rien proposé\u00a0: il est trop sollicité pour l’instant.')
  expect(drafts[0]!.how).toEqual({ is: 'canned', name: 'panne' })
})

test('a bug of ours flies on', async () => {
  const buggy = { name: 'x', write: () => Promise.reject(new TypeError('x is not a function')) }
  await expect(drafting('Ma lampe Nimbus est en panne', { model: buggy })).rejects.toThrow(TypeError)
})

test('a model’s draft that nobody could approve is not offered', async () => {
  for (const text of ['Bonjour, nous vous remboursons dès demain.', 'Appelez Paul au 06 39 98 12 34.']) {
    const { drafts } = await drafting('Ma lampe Nimbus est en panne', { model: modelThatWrites(text) })
    expect(drafts.map(({ how }) => how.is)).not.toContain('model')
  }
})

test('without a text there is nothing that a model could answer', async () => {
  const model = modelThatWrites('Merci')
  await drafting(null, { model })
  expect(model.asked).toEqual([])
})

test('all that is offered keeps to what the policy refuses, for every sample mention', async () => {
  const said = [
    'en panne',
    'trop cher',
    'SAV muet',
    'colis perdu',
    'remboursez',
    'merci',
    'chauffe',
    'bug du site',
  ]
  for (const [nth, text] of said.entries()) {
    const mention = mentionOf(`Lampe Nimbus : ${text}`, { id: nth })
    for (const { text } of (await drafting(mention.post.text, { id: nth })).drafts) {
      const at = {
        mention,
        network: mention.post.network,
        language: 'fr',
        policy: nimbus.policy!,
        public: true,
      } as const
      expect(judge(text, at).broken.filter((one) => one.do === 'refuse')).toEqual([])
    }
  }
})

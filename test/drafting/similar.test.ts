import { expect, test } from 'vitest'
import { saidAgain } from '../../src/drafting/again.ts'
import { similarReplies } from '../../src/drafting/similar.ts'
import { approvedTo } from './story.ts'

// What customers complain about, each thing in two or three people's words.
const complaints: [about: string, text: string][] = [
  ['parcel', 'Toujours pas reçu mon colis Nimbus, commandé il y a trois semaines'],
  ['parcel', 'Trois semaines que j’ai commandé ma lampe Nimbus et le colis n’est jamais arrivé, rien reçu'],
  ['parcel', 'Nimbus, où est mon colis ? Commande passée le mois dernier, pas reçu'],
  ['heat', 'Ma lampe Brume chauffe énormément, le transformateur est brûlant'],
  ['heat', 'Le transformateur de ma Nimbus devient brûlant au bout d’une heure'],
  ['heat', 'Normal que le transfo de la Brume soit brûlant ? Ça chauffe fort'],
  ['service', 'Le SAV de Nimbus ne répond pas, quatre mails sans réponse'],
  ['service', 'Quatre mails au service client Nimbus, aucune réponse'],
  ['service', 'Impossible de joindre le SAV Nimbus, personne ne répond au téléphone'],
  ['refund', 'Retour accepté il y a un mois, toujours aucun remboursement de Nimbus'],
  ['refund', 'Nimbus a reçu mon retour mais le remboursement ne vient pas'],
  ['refund', 'J’attends le remboursement de ma lampe depuis un mois'],
  ['flicker', 'Ma lampe Nimbus clignote le soir quand on baisse le variateur'],
  ['flicker', 'Le variateur de ma Nimbus fait clignoter la lampe'],
  ['flicker', 'Elle clignote ! Ma liseuse Nimbus clignote dès que je la tamise'],
  ['price', '149 euros la liseuse Nimbus, c’est hors de prix'],
  ['price', 'Les lampes Nimbus ont encore augmenté, trop cher pour moi'],
  ['website', 'Le formulaire de retour du site Nimbus plante sur mon téléphone'],
  ['website', 'Votre site plante au moment de payer'],
  ['damaged', 'L’abat-jour est arrivé cassé dans le carton'],
  ['damaged', 'Carton abîmé et abat-jour cassé à l’arrivée, merci le transporteur'],
  ['noise', 'Ma lampe grésille la nuit, un bruit insupportable'],
  ['noise', 'Un grésillement permanent dans ma lampe de chevet, insupportable la nuit'],
]

test('of complaints in other words, the most alike is about the same thing, or there is none', () => {
  const all = complaints.map(([about, text]) => approvedTo(text, about))
  const outcomes = all.map(({ mention, text }, nth) => {
    const [best] = similarReplies(
      mention,
      all.filter((_, other) => other !== nth),
    )
    return best ? (best.text === text ? 'right' : `wrong: ${mention.text}`) : 'none'
  })
  expect(outcomes.filter((one) => one.startsWith('wrong'))).toEqual([])
  expect(outcomes.filter((one) => one === 'right').length).toBeGreaterThanOrEqual(20)
})

test('the reason names the mention’s own words, not the brand’s name nor what everybody says', () => {
  const [best] = similarReplies(approvedTo('Le transfo de la Nimbus est brûlant, merci', '').mention, [
    approvedTo('Transformateur Nimbus brûlant, merci bien', 'x'),
    approvedTo('Nimbus, merci', 'y'),
  ])
  expect(best!.words).toEqual(['transfo', 'brulant'])
})

test('another topic or another mood keeps mentions apart', () => {
  const text = 'Le variateur fait clignoter la lampe du salon'
  const { mention } = approvedTo('Le variateur fait clignoter la lampe', '')
  const alike = (more: object) => similarReplies(mention, [approvedTo(text, 'x', more)])[0]?.alike ?? 0
  expect(alike({ topics: ['Lumeo'] })).toBeLessThan(alike({}))
  expect(alike({ mood: 'positive' })).toBeLessThan(alike({}))
  expect(alike({ language: 'en' })).toBe(0)
})

test('of two that are equally alike, the newer one', () => {
  const text = 'Le variateur fait clignoter la lampe'
  const all = [approvedTo(text, 'older'), approvedTo(text, 'newer')]
  expect(similarReplies(approvedTo(text, '').mention, all).map((one) => one.text)).toEqual(['newer', 'older'])
})

test('mentions without words are like nothing', () => {
  for (const text of [null, '', '!!!', '💡', 'merci'])
    expect(
      similarReplies({ ...approvedTo('', '').mention, text }, [approvedTo('', ''), approvedTo('merci', '')]),
    ).toEqual([])
})

test.each([
  ['Bonjour Gérard P., débranchez-la.', 'Ravi', 'Bonjour Ravi, débranchez-la.'],
  ['Bonjour Gérard P., débranchez-la.', null, 'Bonjour, débranchez-la.'],
  ['Bonjour lucie_b, merci.', 'Ravi', 'Bonjour Ravi, merci.'],
  ['Bonjour Lucie\u202f! Merci.', 'Ravi', 'Bonjour Ravi\u202f! Merci.'],
  ['Bonjour, merci.', 'Ravi', 'Bonjour, merci.'],
  ['Bonjour Lucie. Oui… non...', 'Gérard P.', 'Bonjour Gérard P. Oui… non...'],
  ['Bonjour à tous, merci.', 'Ravi', 'Bonjour à tous, merci.'],
  ['Bonjour et merci. Oui.', 'Ravi', 'Bonjour et merci. Oui.'],
  ['Merci Gérard P., votre message nous touche.', null, 'Merci, votre message nous touche.'],
  ['Merci beaucoup, à bientôt.', 'Ravi', 'Merci beaucoup, à bientôt.'],
  ['Un grand merci Lucie. Belle journée.', 'Ravi', 'Un grand merci Ravi. Belle journée.'],
  ['@lucie_b@social.example Bonjour Lucie, merci.', 'Ravi', 'Bonjour Ravi, merci.'],
  ['Hello Tom, thanks.', null, 'Hello, thanks.'],
  ['Hi there, thanks.', 'Ravi', 'Hi there, thanks.'],
  ['Thank you, Tom: it works.', 'Ravi', 'Thank you Ravi: it works.'],
  ['Bonjour Ravi,\n\nOui.\n\nMia, pour l’équipe Nimbus', 'Theo', 'Bonjour Theo,\n\nOui.'],
  ['Oui, c’est réparable.', 'Ravi', 'Oui, c’est réparable.'],
])('%j to %s: %j', (text, name, expected) => {
  expect(saidAgain(text, name)).toBe(expected)
})

test('whom it greeted is gone from the rest as well, where it is known', () => {
  expect(saidAgain('Bonjour Lucie, et encore merci Lucie.', 'Ravi', 'Lucie')).toBe(
    'Bonjour Ravi, et encore merci Ravi.',
  )
  expect(saidAgain('Bonjour Lucie. Oui, Lucie, bien sûr.', null, 'Lucie')).toBe('Bonjour. Oui, bien sûr.')
  expect(saidAgain('Bonjour Lucie, et encore merci Lucie.', null, 'Lucie')).toBe('Bonjour, et encore merci.')
})

test('a short name is no part of other words', () => {
  expect(saidAgain('Bonjour Al, le général a aimé. Allô, Al ?', 'Tom', 'Al')).toBe(
    'Bonjour Tom, le général a aimé. Allô, Tom ?',
  )
  expect(saidAgain('Bonjour, et merci Jean-Luc (C++).', 'Tom', 'Jean-Luc (C++)')).toBe(
    'Bonjour, et merci Tom.',
  )
})

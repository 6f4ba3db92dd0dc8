import { describe, expect, test } from 'vitest'
import {
  type Conditions,
  hindrancesOf,
  isTighter,
  oddsOf,
  prizesOf,
  weightOf,
} from '../../src/model/giveaway.ts'
import { suspectsIn } from '../../src/model/giveaway-groups.ts'
import { sharingIn, stakeIn, stakeInPrize, taggingIn } from '../../src/model/giveaway-words.ts'
import { day, hour, minute } from '../../src/model/time.ts'

const now = Date.UTC(2026, 10, 22)

describe('a stake is found however it is put', () => {
  for (const text of [
    '5 € pour participer',
    'Participation : 2,50 €',
    'Achetez un ticket et tentez votre chance',
    'Frais d’inscription de 3 euros',
    'Tombola payante, lots nombreux',
    '2€ le ticket',
    'avec obligation d’achat',
    'Une caution de 10 € remboursée après le tirage',
    'Pay $5 to enter',
    'Buy a ticket',
    'Entry fee: 3 pounds',
    '$2 per entry',
    'purchase required',
    'refundable: a deposit of 10 € refunded later',
    'Send 5 euros to take part',
    'PÀYEZ 1 EUR POUR JOUER',
    'Entrée : 5 €',
    'Mise : 2 €',
    'Free! Buy a ticket to enter',
    'Donate to enter',
    'Envoyez 2 € pour participer',
  ])
    test(text, () => expect(stakeIn(text)).not.toBeNull())
})

describe('what costs nothing is no stake', () => {
  for (const text of [
    'Un bon d’achat de 50 €',
    'Deux places pour le salon, d’une valeur de 50 €',
    'Gratuit et sans obligation d’achat',
    'Participation gratuite',
    'No purchase necessary',
    'Free to enter, no entry fee',
    'A 50 € voucher',
    'Lampe Halo (99 €)',
    'Ouvert aux membres. Un lot par personne.',
    'Two tickets for the concert',
    'La mise en service est offerte',
    'Envoyez une photo pour participer',
    'Donnez votre avis pour participer',
    'Send us a photo to enter',
    '2 livres par personne',
    'Free entry for everybody',
  ])
    test(text, () => expect(stakeIn(text)).toBeNull())
})

test('a price among the prizes is what they are worth, and who must pay to enter is found there too', () => {
  for (const text of ['2 places à 45 €', 'Billet 50 €', 'Une entrée à 30 € au musée', 'A ticket for 40 €'])
    expect(stakeInPrize(text), text).toBeNull()
  for (const text of ['Une lampe (5 € pour participer)', 'Lampe, participation 2 €', 'Lamp, pay $5 to enter'])
    expect(stakeInPrize(text), text).not.toBeNull()
})

test('sharing and tagging are found in both languages, and nothing else is', () => {
  for (const text of [
    'Partagez ce post pour participer',
    'Pour participer, repostez notre annonce',
    'Share this post to enter',
    'RT + follow',
    'Retweet to win',
  ])
    expect(sharingIn(text), text).not.toBeNull()
  for (const text of [
    'Identifiez deux amis en commentaire',
    'Mentionnez un ami',
    'Tag a friend',
    'tag 3 friends below',
  ])
    expect(taggingIn(text), text).not.toBeNull()
  for (const text of ['Une lampe à partager en famille', 'A lamp for you and a friend', 'Étiquette offerte'])
    expect([sharingIn(text), taggingIn(text)], text).toEqual([null, null])
})

const open = { roles: [], without: [], accountAge: null, memberAge: null, question: null }

test('every condition that is missing is named; what a chat does not say is not guessed', () => {
  const vip = { group: 'discord:1/2', name: 'VIP' }
  const conditions = { ...open, roles: [vip], accountAge: 30 * day, memberAge: 7 * day }
  expect(hindrancesOf(open, {}, now)).toEqual([])
  expect(hindrancesOf(conditions, {}, now).map(({ is }) => is)).toEqual(['unknown', 'unknown', 'unknown'])
  const young = { groups: [], accountSince: now - day, memberSince: now + hour }
  expect(hindrancesOf(conditions, young, now)).toEqual([
    { is: 'role', groups: ['VIP'] },
    { is: 'account-age', needed: 30 * day, has: day },
    { is: 'member-age', needed: 7 * day, has: 0 },
  ])
  const old = { groups: [vip.group], accountSince: now - 30 * day, memberSince: now - 7 * day }
  expect(hindrancesOf(conditions, old, now)).toEqual([])
  expect(hindrancesOf({ ...open, without: [vip] }, old, now)).toEqual([{ is: 'without', groups: ['VIP'] }])
})

test('entries of several groups add up; prizes come in their order; odds are never more than certain', () => {
  const bonuses = [
    { group: 'a', name: 'A', entries: 3 },
    { group: 'b', name: 'B', entries: 2 },
  ]
  expect(weightOf(bonuses, { groups: ['a', 'b', 'c'] })).toBe(6)
  expect(weightOf(bonuses, {})).toBe(1)
  const prizes = [
    { name: 'lamp', count: 2 },
    { name: 'voucher', count: 1 },
  ]
  expect(prizesOf({ prizes })).toEqual(['lamp', 'lamp', 'voucher'])
  expect(oddsOf({ weight: 1, of: 4, entrants: 4, prizes: 1 })).toBeCloseTo(0.25)
  expect(oddsOf({ weight: 1, of: 3, entrants: 3, prizes: 5 })).toBe(1)
})

test('young accounts that were made together are shown, old ones and single ones are not', () => {
  const made = (name: string, since: number | null) => ({ name, accountSince: since, at: now })
  const together = [0, 1, 2, 3].map((nth) => made(`alt${nth}`, now - 3 * day + nth * 10 * minute))
  const old = [0, 1, 2].map((nth) => made(`old${nth}`, now - 900 * day + nth * minute))
  const single = [made('one', now - 10 * day), made('two', now - 20 * day), made('nobody knows', null)]
  expect(suspectsIn([...old, ...together.toReversed(), ...single])).toEqual([
    {
      names: ['alt0', 'alt1', 'alt2', 'alt3'],
      from: now - 3 * day,
      to: now - 3 * day + 30 * minute,
      count: 4,
    },
  ])
})

test('among many young accounts those that came far closer together than the rest are shown, and nobody by chance', () => {
  const made = (name: string, since: number) => ({ name, accountSince: since, at: now })
  // One every nine minutes for as long as counts: a chain of an hour’s gaps would hold them all.
  const crowd = Array.from({ length: 14_000 }, (_, nth) => made(`one${nth}`, now - (nth + 1) * 9 * minute))
  expect(suspectsIn(crowd)).toEqual([])
  const alts = Array.from({ length: 12 }, (_, nth) => made(`alt${nth}`, now - 9 * day + nth * 4_000))
  const [group, ...others] = suspectsIn([...crowd, ...alts])
  expect(others).toEqual([])
  expect(group!.names.filter((name) => name.startsWith('alt')).length).toBeGreaterThanOrEqual(9)
  expect(group!.count).toBeLessThanOrEqual(14)
})

test('conditions are tighter where somebody who might enter may not any more', () => {
  const role = (name: string) => ({ group: `discord:1/${name}`, name })
  const [a, b] = [role('a'), role('b')]
  const tighter: [Partial<Conditions>, Partial<Conditions>][] = [
    [{}, { roles: [a] }],
    [{ roles: [a, b] }, { roles: [a] }],
    [{ roles: [a] }, { roles: [b] }],
    [{}, { without: [a] }],
    [{}, { accountAge: 1 }],
    [{ memberAge: 1 }, { memberAge: 2 }],
  ]
  const whole = (some: Partial<Conditions>): Conditions => ({ ...open, ...some })
  for (const [before, after] of tighter) {
    expect(isTighter(whole(after), whole(before)), JSON.stringify(after)).toBe(true)
    expect(isTighter(whole(before), whole(before))).toBe(false)
  }
  expect(isTighter(whole({}), whole({ roles: [a], without: [b], accountAge: 5 }))).toBe(false)
  expect(isTighter(whole({ roles: [a, b] }), whole({ roles: [a] }))).toBe(false)
})

import { expect, test } from 'vitest'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { newGiveawayWorld } from './giveaway-world.ts'

type World = Awaited<ReturnType<typeof newGiveawayWorld>>

async function started(line: string, more?: Parameters<typeof newGiveawayWorld>[0]) {
  const world = await newGiveawayWorld(more)
  const said = await world.mia.types(line)
  await world.settle()
  return { ...world, said }
}

/** From its end to its winners: the hash is told, a round goes by, the value is there. */
async function drawn(world: World, length = hour) {
  await world.after(length)
  await world.after(30_000)
  await world.after(5_000)
}

const living = async ({ seen, wordsOf }: World, user = 'theo') =>
  wordsOf((await seen(user)).find(({ message }) => message.about === 'giveaway:1')!.message)

test('a giveaway in one line: people enter with a button, see their odds, one wins and claims', async () => {
  const world = await started('/tirage lancer "Une lampe Halo" durée:1h')
  const { mia, theo, ravi, lea, wordsOf, store, team } = world
  expect(wordsOf(world.said)).toContain('Le tirage 1 part dans #communaute.')
  expect(await living(world)).toContain('🎁 Tirage au sort : Une lampe Halo')
  expect(await living(world)).toContain('0 personne')

  const first = wordsOf(await theo.presses('🎉 Participer'))
  expect(first).toContain('You are in for “Une lampe Halo”.')
  expect(first).toContain('as many prizes as people')
  expect(first).toMatch(/receipt, to find yourself in the proof: [a-z2-7]{26}/)
  expect(wordsOf(await ravi.presses('🎉 Participer'))).toContain(
    '1 chance sur 2, soit environ 50 % de gagner',
  )
  await lea.presses('🎉 Participer')
  expect(wordsOf(await lea.presses('Me retirer'))).toContain('Vous ne participez plus')
  await world.after(31_000)
  expect(await living(world)).toContain('2 personnes')

  await world.after(hour - 31_000)
  expect((await mia.sees()).at(-1)).toMatch(
    /Participations closes : Une lampe Halo\n2 personnes, 2 chances\. .*empreinte de toutes les participations est [0-9a-f]{64}\n.*drand/s,
  )
  expect(await living(world)).toContain('le tirage est en cours')
  await world.after(30_000)
  await world.after(3_000)
  const said = (await mia.sees()).findLast((words) => words.includes('Les gagnants'))!
  expect(said).toMatch(/🎉 Les gagnants : Une lampe Halo\n1\. (Theo|Ravi)\n/)
  const winner = said.includes('Theo') ? theo : ravi
  const loser = winner === theo ? ravi : theo
  expect((await winner.sees()).at(-1)).toMatch(/You won: Une lampe Halo|Vous avez gagné : Une lampe Halo/)
  expect(wordsOf(await loser.presses('🎁 Réclamer mon lot'))).toMatch(
    /rien à réclamer|nothing for you to claim/,
  )
  expect(wordsOf(await winner.presses('🎁 Réclamer mon lot'))).toMatch(/est à vous|is yours/)
  await world.settle()
  expect(await living(world)).toContain('lot réclamé')
  const giveaway = (await store.giveaways.get('nimbus', 1))!
  expect(giveaway.state).toBe('closed')
  const proof = (await proofOfGiveaway(store, giveaway, { team, chats: new Map() }))!
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })
  expect(JSON.stringify(proof)).not.toMatch(/theo|ravi/i)
})

test('in English, from a form, with terms and several prizes', async () => {
  const world = await newGiveawayWorld({ team: { locale: 'en' } })
  const form = await world.noor.form('/giveaway start')
  expect(form?.inputs.map(({ name }) => name)).toEqual(['prize', 'until', 'winners', 'role', 'terms'])
  const said = await world.noor.types('/giveaway start', 'communaute', {
    prize: '2 x Halo lamp\n1 x 50 € voucher',
    until: 'in 2 days',
    terms: 'Open to all. *Not* run by anybody else.',
  })
  expect(world.wordsOf(said)).toContain('Giveaway 1 is on its way to #communaute')
  await world.settle()
  const shown = await living(world)
  expect(shown).toContain('🎁 Giveaway: 2 × Halo lamp, 50 € voucher')
  expect(shown).toContain('*Not* run by anybody else.')
  expect(shown).toContain('Winners have 2 days to claim.')
  for (const one of ['theo', 'ravi', 'lea', 'tom']) await world.person(one).presses('🎉 Enter')
  await drawn(world, 2 * day)
  expect(await living(world)).toMatch(
    /Winners: 1\. \w+: Halo lamp · until .*\n2\. \w+: Halo lamp · until .*\n3\. \w+: 50 € voucher/,
  )
})

test('a double click, a retry and a press of an old button are one entry', async () => {
  const world = await started('/tirage lancer lampe durée:1h')
  const { bot, theo, store, clock, seen } = world
  const about = (await seen('theo')).find(({ message }) => message.about)!.message.about!
  const press = () =>
    bot.answer({
      chat: 'local',
      account: { chat: 'local', workspace: 'local', user: 'theo' },
      name: 'Theo',
      channel: 'communaute',
      at: clock(),
      kind: 'button',
      action: 'giveaway.enter',
      about,
    })
  const all = await Promise.all([press(), press(), press()])
  expect(all.map((one) => world.wordsOf(one!)).filter((words) => words.includes('Good luck'))).toHaveLength(1)
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(1)
  expect(world.wordsOf(await theo.presses('🎉 Participer'))).toContain('You are in')
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(1)
})

test('who goes in and out all the time is asked to wait', async () => {
  const world = await started('/tirage lancer lampe durée:1h')
  const words = []
  for (let nth = 0; nth < 4; nth++) {
    words.push(world.wordsOf(await world.ravi.presses('🎉 Participer')))
    words.push(world.wordsOf(await world.ravi.presses('Me retirer').catch(() => ({ text: undefined }))))
  }
  expect(words.join('\n')).toContain('plusieurs fois de suite')
  await world.after(61_000)
  expect(world.wordsOf(await world.ravi.presses('🎉 Participer'))).toMatch(/vous participez/i)
})

test('each condition that is missing is named, to that person alone', async () => {
  const world = await started(
    '/tirage lancer lampe durée:1h rôle:équipe compte:"300 jours" membre:"60 jours" question:"Quelle couleur ?" réponse:"rouge; écarlate"',
  )
  const refused = world.wordsOf(await world.ravi.presses('🎉 Participer', { answer: 'rouge' }))
  expect(refused).toContain('c’est réservé aux membres ayant Équipe.')
  expect(refused).toContain('votre compte a 100 jours, il en faut 300 jours.')
  expect(refused).toContain('vous êtes membre depuis 50 jours, il faut 60 jours.')
  expect(world.wordsOf(await world.noor.presses('🎉 Participer', { answer: 'bleu' }))).toContain(
    'not the answer',
  )
  expect(world.wordsOf(await world.noor.presses('🎉 Participer', { answer: ' ROUGE ! ' }))).toContain(
    'You are in',
  )
  expect((await world.theo.sees()).join('\n')).not.toContain('réservé')
  expect(await living(world)).toContain('Quelle couleur ?')
})

test('a role keeps people out, another gives more entries that everybody can see', async () => {
  const world = await started('/tirage lancer lampe durée:1h bonus:"Équipe +3"')
  expect(await living(world)).toContain('Équipe : +3')
  expect(world.wordsOf(await world.noor.presses('🎉 Participer'))).toContain('You are in')
  expect(world.wordsOf(await world.ravi.presses('🎉 Participer'))).toContain(
    '1 chance sur 5, soit environ 20 %',
  )
  expect(world.wordsOf(await world.noor.types('/giveaway 1'))).toContain('2 people')
  await world.after(31_000)
  expect(await living(world)).toContain('2 personnes · 5 chances')
  await world.mia.types('/tirage lancer vase durée:1h sans:équipe')
  await world.settle()
  expect(world.wordsOf(await world.noor.presses('🎉 Participer'))).toContain(
    'members with Équipe cannot take part',
  )
})

test('whoever does not claim in time is followed by the next in the order, and so on to its end', async () => {
  const world = await started('/tirage lancer lampe durée:1h délai:"1h"')
  for (const one of ['theo', 'ravi', 'lea']) await world.person(one).presses('🎉 Participer')
  await drawn(world)
  const order = [(await world.store.giveawayWinners.all(1))[0]!.who!.name]
  for (let nth = 0; nth < 2; nth++) {
    await world.after(hour + minute)
    const last = (await world.store.giveawayWinners.all(1)).find(({ lost }) => !lost)!
    order.push(last.who!.name)
    expect((await world.mia.sees()).at(-1)).toContain(`${order.at(-2)} n’a pas réclamé « lampe » à temps.`)
    expect((await world.mia.sees()).at(-1)).toContain(`est ${order.at(-1)}, en position ${nth + 2}`)
    expect(
      (await world.person(order.at(-1)!.toLowerCase()).sees()).filter((words) =>
        /Vous avez gagné|You won/.test(words),
      ),
    ).toHaveLength(1)
  }
  expect(new Set(order).size).toBe(3)
  await world.after(hour + minute)
  expect((await world.mia.sees()).at(-1)).toContain('Il ne reste personne')
  const giveaway = (await world.store.giveaways.get('nimbus', 1))!
  expect(giveaway.state).toBe('closed')
  const proof = await proofOfGiveaway(world.store, giveaway, { team: world.team, chats: new Map() })
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })
})

test('a reroll takes the next of the same order, says why, and the proof still holds', async () => {
  const world = await started('/tirage lancer lampe durée:1h délai:aucun gagnants:2')
  for (const one of ['theo', 'ravi', 'lea', 'tom']) await world.person(one).presses('🎉 Participer')
  await drawn(world)
  const { store, mia, wordsOf } = world
  expect((await store.giveaways.get('nimbus', 1))!.state).toBe('closed')
  const before = await store.giveawayWinners.all(1)
  expect(wordsOf(await mia.types('/tirage suivant 1 gagnant:2 raison:""'))).toMatch(
    /Raison|Pourquoi|pourquoi/i,
  )
  const said = wordsOf(await mia.types('/tirage suivant 1 gagnant:2 raison:"employé de Nimbus"'))
  expect(said).toContain(`gagne à la place de ${before[1]!.who!.name}`)
  await world.settle()
  expect((await world.theo.sees()).at(-1)).toContain('Mia dit pourquoi : employé de Nimbus')
  const after = await store.giveawayWinners.all(1)
  expect(after.map(({ place, prize, lost }) => [place, prize, lost?.reason ?? null])).toEqual([
    [1, 1, null],
    [2, 2, 'staff'],
    [3, 2, null],
  ])
  expect(wordsOf(await mia.types('/tirage suivant 1 gagnant:Personne raison:x'))).toContain('Aucun gagnant')
  const giveaway = (await store.giveaways.get('nimbus', 1))!
  const proof = await proofOfGiveaway(store, giveaway, { team: world.team, chats: new Map() })
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })
})

test('paused nobody enters and the end moves; edited everybody sees it; cancelled nobody wins', async () => {
  const world = await started('/tirage lancer lampe durée:1h')
  const { mia, theo, store, wordsOf } = world
  await theo.presses('🎉 Participer')
  expect(wordsOf(await mia.types('/tirage suspendre'))).toContain('Le tirage 1 est suspendu')
  await world.settle()
  expect(await living(world)).toContain('En pause')
  const endsAt = (await store.giveaways.get('nimbus', 1))!.endsAt
  await world.after(3 * hour)
  expect((await store.giveaways.get('nimbus', 1))!.state).toBe('paused')
  await mia.types('/tirage reprendre 1')
  expect((await store.giveaways.get('nimbus', 1))!.endsAt).toBe(endsAt + 3 * hour)
  expect(
    wordsOf(await mia.types('/tirage modifier 1 lot:"Deux lampes" gagnants:2 règlement:"Ouvert à tous"')),
  ).toContain('Le tirage 1 est modifié')
  await world.settle()
  expect(await living(world)).toContain('2 × Deux lampes')
  expect(await living(world)).toContain('Ouvert à tous')
  expect(wordsOf(await mia.types('/tirage modifier 1 bonus:"Équipe +2"'))).toContain('ne changent plus')
  await mia.types('/tirage')
  await mia.presses('Annuler')
  expect(wordsOf(await mia.presses('Annuler', { why: 'lot cassé' }))).toContain('Le tirage 1 est annulé')
  await world.settle()
  expect(await living(world)).toContain('Annulé par Mia : lot cassé')
  await world.after(2 * hour)
  expect((await store.giveaways.get('nimbus', 1))!.state).toBe('cancelled')
  expect(wordsOf(await mia.types('/tirage terminer 1'))).toContain(
    'Ce n’est plus possible : le tirage 1 est annulé',
  )
})

test('a stake is refused with the reason; sharing and tagging bring a warning', async () => {
  const { mia, wordsOf, store } = await newGiveawayWorld()
  const refused = wordsOf(
    await mia.types('/tirage lancer "Une lampe" durée:1h règlement:"5 € pour participer"'),
  )
  expect(refused).toContain('« 5 € pour participer » demande de l’argent')
  expect(await store.giveaways.list('nimbus', 5)).toEqual([])
  const warned = wordsOf(
    await mia.types(
      '/tirage lancer "Une lampe" durée:1h règlement:"Partagez ce post et identifiez deux amis"',
    ),
  )
  expect(warned).toContain('interdisent de demander un partage')
  expect(warned).toContain('identifier des amis')
  expect(await store.giveaways.list('nimbus', 5)).toHaveLength(1)
})

test('what cannot be is refused with its cure', async () => {
  const { mia, theo, wordsOf, store, time } = await newGiveawayWorld()
  const refusals: [string, RegExp][] = [
    ['/tirage lancer lampe fin:2020-01-01', /déjà passé/],
    ['/tirage lancer lampe durée:2s', /au moins 10 secondes/],
    [`/tirage lancer "${'l'.repeat(5_000)}" durée:1h`, /au plus 250 caractères ; celui-ci en a 5.?000/],
    ['/tirage lancer lampe durée:1h rôle:Introuvable', /pas de rôle « Introuvable » sur .*Équipe/s],
    ['/tirage lancer lampe durée:1h canal:#nulle-part', /ne connaît pas de canal « nulle-part »/],
    ['/tirage lancer lampe durée:1h canal:irc:#jeux', /ne parle pas dans « irc »/],
    ['/tirage lancer lampe durée:1h gagnants:9999', /de 1 à 500 gagnants/],
    ['/tirage lancer "2 x lampe; 1 x bon" durée:1h gagnants:7', /pour 3 personnes, et il y a 7 gagnants/],
    ['/tirage lancer lampe durée:1h bonus:VIP', /n’indique pas de nombre/],
    ['/tirage lancer lampe durée:1h bonus:"Équipe +5000"', /n’indique pas de nombre/],
    ['/tirage lancer lampe durée:1h question:"Combien ?"', /bonnes réponses/],
    ['/tirage lancer lampe durée:1h réponse:42', /n’ont pas de question/],
    ['/tirage lancer lampe durée:1h délai:1s', /de 10 minutes à 14 jours/],
    ['/tirage terminer 17', /Il n’y a aucun tirage/],
    ['/tirage lancer lampe fin:"quand il pleuvra"', /n’est pas un moment/],
  ]
  for (const [line, words] of refusals) {
    time.now += 2_000
    expect(wordsOf(await mia.types(line)), line).toMatch(words)
  }
  expect(wordsOf(await theo.types('/giveaway start lamp for:1h'))).toContain('takes the role')
  expect(await store.giveaways.list('nimbus', 5)).toEqual([])
})

test('thirty days after the draw nobody is named any more, and the proof still holds', async () => {
  const world = await started('/tirage lancer lampe durée:1h délai:aucun')
  for (const one of ['theo', 'ravi', 'lea']) await world.person(one).presses('🎉 Participer')
  await drawn(world)
  const { store, time } = world
  const before = await proofOfGiveaway(store, (await store.giveaways.get('nimbus', 1))!, {
    team: world.team,
    chats: new Map(),
  })
  expect(await store.giveawayEntries.forget(time.now - 30 * day, time.now, ['nimbus'])).toEqual([])
  time.now += 30 * day + minute
  expect(await store.giveawayEntries.forget(time.now - 30 * day, time.now, ['nimbus'])).toEqual([
    { id: 1, team: 'nimbus' },
  ])
  const giveaway = (await store.giveaways.get('nimbus', 1))!
  const after = await proofOfGiveaway(store, giveaway, { team: world.team, chats: new Map() })
  expect({ ...after, committed: null, frozen: null, fingerprint: null }).toEqual({
    ...before,
    committed: null,
    frozen: null,
    fingerprint: null,
  })
  expect(verifyProof(JSON.parse(JSON.stringify(after)))).toMatchObject({ holds: true })
  const kept = JSON.stringify([
    await store.giveawayWinners.all(1),
    await store.giveawayEntries.byChat(1),
    giveaway,
  ])
  expect(kept).not.toMatch(/theo|ravi|lea"/i)
  expect(world.wordsOf(await world.mia.types('/tirage suivant 1 gagnant:1 raison:x'))).toContain('effacés')
})

test('accounts made together are shown to the team, and take part like everybody', async () => {
  const world = await started('/tirage lancer lampe durée:1h')
  const { bot, clock, store } = world
  for (let nth = 0; nth < 4; nth++)
    await bot.answer({
      chat: 'local',
      account: { chat: 'local', workspace: 'local', user: `new-${nth}` },
      name: `Alt${nth}`,
      channel: 'communaute',
      at: clock(),
      kind: 'button',
      action: 'giveaway.enter',
      about: 'giveaway:1',
      accountSince: clock() - 3 * day + nth * minute,
    })
  await world.theo.presses('🎉 Participer')
  const looked = world.wordsOf(await world.mia.types('/tirage 1'))
  expect(looked).toContain('4 comptes créés entre')
  expect(looked).toContain('Alt0, Alt1, Alt2, Alt3')
  expect(world.wordsOf(await world.theo.types('/giveaway 1'))).not.toContain('Alt0')
  await world.after(hour)
  expect((await world.mia.sees('e-reputation')).join('\n')).toContain('Alt0, Alt1, Alt2, Alt3')
  expect((await world.theo.sees()).join('\n')).not.toContain('Alt0')
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(5)
})

test('held in two channels it has one count, and whoever is in from one is in from the other', async () => {
  const world = await newGiveawayWorld()
  await world.mia.types('/tirage lancer lampe durée:1h canal:"#communaute #veille"')
  await world.settle()
  await world.noor.presses('🎉 Participer', {}, 'veille')
  await world.theo.presses('🎉 Participer')
  expect(world.wordsOf(await world.noor.presses('🎉 Participer'))).toContain('You are in')
  await world.after(31_000)
  for (const channel of ['communaute', 'veille'])
    expect((await world.noor.sees(channel)).join('\n')).toContain('2 personnes')
  await drawn(world)
  for (const channel of ['communaute', 'veille'])
    expect(
      (await world.noor.sees(channel)).filter((words) => words.includes('Les gagnants : lampe')),
    ).toHaveLength(1)
})

test('a clock that is set back puts nothing off for ever, and lets nobody in twice', async () => {
  const world = await started('/tirage lancer lampe durée:1h')
  await world.theo.presses('🎉 Participer')
  world.time.now -= 5 * hour
  expect(world.wordsOf(await world.theo.presses('🎉 Participer'))).toContain('You are in')
  await world.ravi.presses('🎉 Participer')
  world.time.now += 5 * hour
  await world.after(hour)
  world.time.now -= 2 * hour
  for (let nth = 0; nth < 5; nth++) await world.after(40 * minute)
  expect(await world.store.giveaways.get('nimbus', 1)).toMatchObject({ state: 'drawn', entrants: 2 })
})

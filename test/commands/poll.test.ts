import { beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newWorld, nimbus, read as readWhole } from '../world.ts'

type World = Awaited<ReturnType<typeof newWorld>>

/** With every blank the same. */
const read = (message: Message) => readWhole(message).replace(/[\u00a0\u202f]/gu, ' ')

/** What a poll's message says in its channel, a moment later. */
async function standing(
  { living, store, time }: World,
  id: number,
  channel = 'e-reputation',
): Promise<Message> {
  time.now += 2_000
  await living.look()
  const { deliveries } = store
  const busy: string[] = []
  for (;;) {
    const due = await deliveries.due(Number.MAX_SAFE_INTEGER, busy)
    if (due.length === 0) break
    for (const one of due) {
      await deliveries.told(one.id, one.wanted, { channel: one.place.channel, id: one.id }, 0)
      told.set(`${one.rule} ${one.place.channel} ${(one.payload as Message).about}`, one.payload as Message)
    }
  }
  const found = told.get(`living ${channel} poll:${id}`)
  if (!found) throw new Error(`poll ${id} does not stand in #${channel}`)
  return found
}
const told = new Map<string, Message>()
beforeEach(() => told.clear())
const ending = (id: number, channel = 'e-reputation') => told.get(`notice ${channel} poll:${id}`)

const choose = (who: World['mia'], message: Message, value: string) => {
  const [menu] = message.selects ?? []
  if (!menu) throw new Error('no menu')
  return who.presses('?', { about: message.about!, buttons: [{ action: menu.action, label: '?', value }] })
}

test('a poll is asked in one line, voted on by a press, changed, taken back', async () => {
  const world = await newWorld()
  const { mia, theo, ravi } = world
  const answer = await mia.types('/sondage "Quel logo ?" bleu | vert | rouge jusqu\'à:demain 18h')
  expect(read(answer)).toMatch(/Le sondage 1 part dans #e-reputation\.\nIl se termine le 22 nov\., 18:00/)
  expect(answer.quiet).toBe(true)

  const message = await standing(world, 1)
  expect(read(message)).toMatch(/📊 Quel logo \?\nA {2}bleu\n▱+ {2}0.% · 0 vote\n/)
  expect(message.buttons?.map(({ label }) => label)).toEqual(['A. bleu', 'B. vert', 'C. rouge', 'Mon vote'])

  const voted = await theo.presses('B. vert', message)
  expect(read(voted)).toMatch(/Your vote: vert/)
  expect(voted).toMatchObject({ quiet: true, fleeting: true })
  expect(read(voted)).toMatch(/B {2}vert\n▰+ {2}100% · 1 vote/)
  await ravi.presses('A. bleu', message)
  expect(read(await standing(world, 1))).toMatch(/A {2}bleu\n▰{5}▱{5} {2}50.% · 1 vote/)

  await theo.presses('A. bleu', message)
  expect(read(await standing(world, 1))).toMatch(/A {2}bleu\n▰{10} {2}100.% · 2 votes/)
  const back = await theo.presses('Take my vote back', await theo.presses('Mon vote', message))
  expect(read(back)).toMatch(/You have not voted yet/)
  expect(read(await standing(world, 1))).toMatch(/1 vote · se termine/)
})

test('pressing twice is one vote', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green')
  const message = await standing(world, 1)
  await Promise.all([world.theo.presses('A. blue', message), world.theo.presses('A. blue', message)])
  expect(await world.store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
})

test('what is missing is asked for in a form', async () => {
  const { mia } = await newWorld()
  const { form } = mia.before('/sondage "Quel logo ?"')
  expect(form?.inputs.map(({ name, value }) => [name, value])).toEqual([
    ['question', 'Quel logo ?'],
    ['choices', ''],
    ['type', undefined],
    ['anonymous', undefined],
    ['until', undefined],
  ])
  expect(mia.before('/sondage').form?.inputs[0]).toMatchObject({ name: 'question', required: true })
  expect(mia.before('/sondage "Quel logo ?" bleu | vert').form).toBeUndefined()

  const values = {
    question: 'Quel logo ? (le vrai)',
    choices: 'bleu\nvert',
    type: 'ranked',
    anonymous: 'yes',
    until: '',
  }
  expect(read(await mia.types('/sondage "Quel logo ?"', { values }))).toMatch(/Le sondage 1 part/)
})

test('a poll ends at its time, and says below what came out', async () => {
  const world = await newWorld()
  await world.mia.types('/sondage "Quel logo ?" bleu | vert jusqu’à:"dans 2h"')
  const message = await standing(world, 1)
  await world.theo.presses('A. bleu', message)
  world.time.now = (await world.store.polls.get('nimbus', 1))!.endsAt! - 1
  await world.polls.look()
  expect((await world.store.polls.get('nimbus', 1))?.state).toBe('running')
  world.time.now += 1
  await world.polls.look()
  const over = await standing(world, 1)
  expect(read(over)).toMatch(/bleu l’emporte avec 1 vote \(100.%\)/)
  expect(over.buttons).toEqual([])
  expect(over.selects).toEqual([])
  expect(read(ending(1)!)).toMatch(/^Le résultat : Quel logo \?\nbleu l’emporte/)
  expect(read(ending(1)!)).not.toMatch(/en retard/)
  expect(read(await world.ravi.presses('A. bleu', message))).toMatch(/Ce sondage est terminé/)
})

test('what ended while Vigie was off says so, once, whoever looks', async () => {
  const world = await newWorld()
  await world.mia.types('/sondage "Quel logo ?" bleu | vert jusqu’à:"dans 2h"')
  await world.theo.presses('A. bleu', await standing(world, 1))
  world.time.now += 5 * hour
  const other = await newWorld({ store: world.store })
  other.time.now = world.time.now
  await Promise.all([world.polls.look(), other.polls.look()])
  await standing(world, 1)
  expect(read(ending(1)!)).toMatch(/Il aurait dû se terminer à 16:30 : Vigie était alors arrêtée/)
  const notices = await world.store.deliveries.counts()
  expect(notices.told).toBe(2)
})

test('a vote after the last moment does not count, though nobody has ended the poll yet', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green until:"in 2h"')
  const message = await standing(world, 1)
  world.time.now += 2 * hour
  expect(read(await world.theo.presses('A. blue', message))).toMatch(/This poll is over/)
  expect(await world.store.pollVotes.ballots(1)).toEqual([])
})

test('several choices are taken from a menu, as many as allowed', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Themes?" lamps | candles | stars type:several max:2')
  const message = await standing(world, 1)
  expect(message.selects).toMatchObject([{ most: 2, choices: [{ label: 'A. lamps' }, {}, {}] }])
  expect(read(await choose(world.theo, message, '3,1'))).toMatch(/Your vote: lamps, stars/)
  expect(read(await choose(world.noor, message, '1,2,3'))).toMatch(/You chose 3: 2 is the most/)
  const mine = await world.theo.presses('Mon vote', message)
  expect(mine.selects).toMatchObject([{ action: 'poll.change', chosen: ['1', '3'] }])
  await choose(world.theo, mine, '2')
  expect(await world.store.pollVotes.ballots(1)).toEqual([{ ballot: [2], count: 1 }])
})

test('a ranking grows choice by choice, and the rounds are shown', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Name?" Aurore | Brume | Comète type:ranked')
  const message = await standing(world, 1)
  const people = Array.from({ length: 9 }, (_, at) => world.somebody(`p${at}`, `P${at}`))
  const ballots = ['1,2', '1,2', '1', '1', '2,3', '2', '2,3', '3,2', '3,2']
  for (const [at, who] of people.entries()) {
    let step = await who.presses('Classer les choix', message)
    for (const nth of ballots[at]!.split(',')) step = await choose(who, step, nth)
    expect(step.instead).toBe(true)
  }
  const again = await choose(people[0]!, await people[0]!.presses('Classer les choix', message), '3')
  expect(read(again)).toMatch(/1\. Aurore\n2\. Brume\n3\. Comète/)
  expect(read(await people[0]!.presses('Retirer le dernier', again))).toMatch(
    /1\. Aurore\n2\. Brume\nContinuez/,
  )

  await world.mia.types('/poll close 1')
  await world.polls.look()
  expect(read(await standing(world, 1))).toMatch(/Brume l’emporte après 2 tours, avec 5 votes \(56.% de ceux/)
  expect(read(ending(1)!)).toMatch(/Tour 1: A 4 · B 3 · C 2 — Comète est éliminé\nTour 2: B 5 · A 4/)
})

describe('results may be hidden', () => {
  test('until one has voted', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green results:voted')
    const message = await standing(world, 1)
    expect(read(message)).not.toMatch(/%/)
    expect(read(await world.noor.presses('Mon vote', message))).not.toMatch(/%/)
    expect(read(await world.theo.presses('A. blue', message))).toMatch(/100%/)
    expect(read(await standing(world, 1))).toMatch(/1 vote · résultats une fois que vous avez voté/)
  })

  test('until the end, from the team too', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green results:end')
    const message = await standing(world, 1)
    const voted = await world.theo.presses('A. blue', message)
    expect(read(voted)).not.toMatch(/%/)
    const shown = await world.mia.types('/polls 1')
    expect(read(shown)).toMatch(/restent cachés, même à l’équipe/)
    expect(read(shown)).not.toMatch(/%/)
    expect(read(await world.mia.types('/polls export 1'))).toMatch(/restent cachés/)
    await world.mia.presses('Terminer', shown)
    expect(read(await standing(world, 1))).toMatch(/blue l’emporte/)
  })
})

describe('an anonymous poll', () => {
  test('keeps no name, and at its end nothing that links a person to a choice', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Who leads?" Mia | Noor anonymous:yes')
    const message = await standing(world, 1)
    expect(read(message)).toMatch(/Anonyme : personne ici, pas même l’équipe/)
    await world.theo.presses('A. Mia', message)
    await world.ravi.presses('B. Noor', message)
    const salt = (await world.store.polls.get('nimbus', 1))!.salt!
    const key = world.seal(salt, 'poll 1 local:local/theo')
    expect(await world.store.pollVotes.of(1, [key])).toEqual([1])
    expect(await world.store.pollVotes.open(1)).toEqual([])

    await world.mia.types('/poll close 1')
    await world.polls.look()
    expect((await world.store.polls.get('nimbus', 1))!.salt).toBeNull()
    expect(await world.store.pollVotes.of(1, [key])).toBeNull()
    expect(await world.store.pollVotes.ballots(1)).toEqual([
      { ballot: [1], count: 1 },
      { ballot: [2], count: 1 },
    ])
    await standing(world, 1)
    expect(read(ending(1)!)).toMatch(/Le lien entre les personnes et les votes a été détruit/)
    const { files, text } = await world.mia.types('/polls export 1')
    expect(files?.map(({ name }) => name)).toEqual(['sondage-1.csv'])
    expect(text).toMatch(/anonyme/)
  })

  test('one that is not says so, and the team gets who chose what', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green')
    const message = await standing(world, 1)
    expect(read(message)).toMatch(/Non anonyme : l’équipe peut voir/)
    expect(read(await world.theo.presses('A. blue', message))).toMatch(/Not anonymous/)
    const { files } = await world.mia.types('/polls export 1')
    const votes = Buffer.from(files!.at(-1)!.base64, 'base64').toString()
    expect(votes).toMatch(/Theo,local:local\/theo,2026-11-21T13:30:02\.000Z,blue/)
  })
})

describe('members suggest choices', () => {
  test('at once', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green suggestions:open')
    const message = await standing(world, 1)
    const suggest = (who: World['mia'], text: string) => who.presses('Proposer un choix', message, { text })
    expect(read(await suggest(world.theo, 'red'))).toMatch(/It stands in the poll/)
    expect((await standing(world, 1)).buttons?.map(({ label }) => label)).toContain('C. red')
    expect(read(await suggest(world.theo, '  RÈD '))).toMatch(/is there already/)
    expect(read(await suggest(world.theo, 'x'.repeat(101)))).toMatch(/too long/)
    await suggest(world.theo, 'pink')
    await suggest(world.theo, 'grey')
    expect(read(await suggest(world.theo, 'white'))).toMatch(/You have already suggested 3/)
    for (let nth = 0; nth < 20; nth++) await suggest(world.somebody(`s${nth}`, 'S'), `colour ${nth}`)
    expect(read(await suggest(world.noor, 'one more'))).toMatch(/The poll is full: 25/)
    expect((await standing(world, 1)).selects?.[0]?.choices).toHaveLength(25)
  })

  test('with the team’s agreement', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green suggestions:approved', { channel: 'communaute' })
    const message = await standing(world, 1, 'communaute')
    expect(read(await world.theo.presses('Proposer un choix', message, { text: 'red' }))).toMatch(
      /once the team has agreed/,
    )
    await world.theo.presses('Proposer un choix', message, { text: 'pink' })
    const waiting = (await world.waiting()).map((one) => one.message)
    expect(waiting.map(read)).toMatchObject([/red\nProposé par Theo\./, /pink/])
    expect(read(await world.theo.presses('Ajouter', waiting[0]!))).toMatch(/This takes the role/)
    expect(read(await world.noor.presses('Ajouter', waiting[0]!))).toMatch(/Ajouté par Noor/)
    expect(read(await world.noor.presses('Ajouter', waiting[0]!))).toMatch(/decided before/)
    expect(read(await world.noor.presses('Écarter', waiting[1]!))).toMatch(/Écarté par Noor/)
    const choices = await world.store.polls.choices(1)
    expect(choices.map(({ text }) => text)).toEqual(['blue', 'green', 'red'])
  })
})

test('with too few votes the result does not count, and a number of votes ends a poll', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green quorum:3')
  const message = await standing(world, 1)
  await world.theo.presses('A. blue', message)
  await world.ravi.presses('A. blue', message)
  await world.mia.types('/poll close 1')
  const over = read(await standing(world, 1))
  expect(over).toMatch(/En tête : blue, avec 2 votes/)
  expect(over).toMatch(/Le quorum n’est pas atteint : 2 votes ne suffisent pas, il en fallait 3/)
  expect(over).not.toMatch(/l’emporte|🏆/)

  await world.mia.types('/poll "Logo?" blue | green votes:2')
  const other = await standing(world, 2)
  await world.theo.presses('A. blue', other)
  expect((await world.store.polls.get('nimbus', 2))?.state).toBe('running')
  await world.ravi.presses('A. blue', other)
  expect(await world.store.polls.get('nimbus', 2)).toMatchObject({ state: 'ended', ended: { why: 'votes' } })
})

test('only some may vote, and the others read who', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Budget?" yes | no who:équipe')
  const message = await standing(world, 1)
  expect(read(message)).toMatch(/vote réservé à : équipe/)
  expect(read(await world.theo.presses('A. yes', message))).toMatch(/Voting here is for: (team|staff)\./)
  expect(read(await world.noor.presses('A. yes', message))).toMatch(/Your vote: yes/)
})

test('one person with several accounts has one vote, whether they are joined before or after', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green votes:9')
  const message = await standing(world, 1)
  const account = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
  const [one, other] = [world.somebody('zoe', 'Zoe'), world.somebody('zoe-too', 'Zoe')]
  await one.presses('A. blue', message)
  world.time.now += minute
  await other.presses('B. green', message)
  await world.store.links.join(account('zoe'), account('zoe-too'), { by: 'Zoe', at: world.time.now })
  await one.presses('A. blue', message)
  expect(await world.store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])

  await world.mia.types('/poll "Again?" blue | green')
  const again = await standing(world, 2)
  const [left, right] = [world.somebody('lou', 'Lou'), world.somebody('lou-too', 'Lou')]
  await left.presses('A. blue', again)
  world.time.now += minute
  await right.presses('B. green', again)
  await world.store.links.join(account('lou'), account('lou-too'), { by: 'Lou', at: world.time.now })
  await world.mia.types('/poll close 2')
  expect(await world.store.pollVotes.ballots(2)).toEqual([{ ballot: [2], count: 1 }])
})

describe('a poll may begin later, and come again', () => {
  test('at its time', async () => {
    const world = await newWorld()
    const answer = await world.mia.types('/sondage "Quel logo ?" bleu | vert début:lundi jusqu\'à:mardi 18h')
    expect(read(answer)).toMatch(/il commence le 23 nov\., 09:00/)
    await world.polls.look()
    await expect(standing(world, 1)).rejects.toThrow()
    world.time.now = Date.UTC(2026, 10, 23, 8, 0)
    await world.polls.look()
    expect(read(await standing(world, 1))).toMatch(/se termine le 24 nov\., 18:00/)
  })

  test('every week, at the same time on the clock, until somebody stops it', async () => {
    const world = await newWorld()
    world.time.now = Date.UTC(2026, 9, 17, 12, 0)
    await world.mia.types(
      '/sondage "La semaine ?" bien | bof chaque:semaine début:"lundi 9h" jusqu\'à:"mardi 18h"',
    )
    const begun: string[] = []
    for (let hours = 0; hours < 24 * 24; hours++) {
      world.time.now += hour
      await world.polls.look()
      const polls = await world.store.polls.list('nimbus', 10)
      for (const { id, startsAt, endsAt } of polls)
        begun[id - 1] = [startsAt, endsAt!].map((at) => new Date(at).toISOString().slice(5, 16)).join(' ')
    }
    expect(begun).toEqual([
      '10-19T07:00 10-20T16:00',
      '10-26T08:00 10-27T17:00',
      '11-02T08:00 11-03T17:00',
      '11-09T08:00 11-10T17:00',
    ])
    const list = await world.mia.types('/sondages')
    expect(read(list)).toMatch(/Il revient toutes les semaines : la prochaine fois le 16 nov\., 09:00/)
    await world.mia.presses('Ne plus répéter', list)
    world.time.now += 14 * day
    await world.polls.look()
    expect(await world.store.polls.list('nimbus', 10)).toHaveLength(4)
  })

  test('of those that were missed, only the one that would still run begins', async () => {
    const world = await newWorld()
    await world.mia.types(
      '/sondage "Le café ?" oui | non chaque:jour début:"demain 9h" jusqu\'à:"demain 18h"',
    )
    world.time.now = Date.UTC(2026, 10, 25, 11, 0)
    await world.polls.look()
    const polls = await world.store.polls.list('nimbus', 10)
    expect(polls).toMatchObject([{ startsAt: world.time.now, endsAt: Date.UTC(2026, 10, 25, 17, 0) }])
    expect(await world.store.pollSeries.list('nimbus')).toMatchObject([
      { nextAt: Date.UTC(2026, 10, 26, 8, 0) },
    ])
  })
})

test('the same poll stands in several channels, with one count', async () => {
  const world = await newWorld()
  const answer = await world.mia.types('/poll "Logo?" blue | green in:#veille,#communaute')
  expect(read(answer)).toMatch(/#veille, #communaute/)
  await world.theo.presses('A. blue', await standing(world, 1, 'communaute'))
  await world.noor.presses('A. blue', await standing(world, 1, 'veille'))
  expect(read(await standing(world, 1, 'communaute'))).toMatch(/100.% · 2 votes/)
  expect(read(await standing(world, 1, 'veille'))).toMatch(/100.% · 2 votes/)
})

test('a cancelled poll keeps no vote', async () => {
  const world = await newWorld()
  const made = await world.mia.types('/poll "Logo?" blue | green')
  const message = await standing(world, 1)
  await world.theo.presses('A. blue', message)
  const asked = await world.mia.presses('Supprimer le sondage…', made)
  expect(read(asked)).toMatch(/supprimé définitivement, et ses votes avec lui \(1 vote\)/)
  expect((await world.store.polls.get('nimbus', 1))?.state).toBe('running')
  expect(read(await world.mia.presses('Garder le sondage', asked))).toMatch(/1 vote/)
  expect(await world.store.pollVotes.open(1)).toHaveLength(1)
  const gone = await world.mia.presses('Supprimer avec 1 vote', asked)
  expect(read(gone)).not.toMatch(/vote ·|1 vote|%/)
  expect(read(await standing(world, 1))).toMatch(/Annulé par Mia : aucun vote/)
  expect(read(await standing(world, 1))).not.toMatch(/1 vote|0 vote/)
  expect(await world.store.pollVotes.open(1)).toEqual([])
  expect(await world.store.pollVotes.ballots(1)).toEqual([])
  expect(read(await world.mia.types('/sondages exporter 1'))).toMatch(/supprimé avec tous ses votes/)
  expect(read(await world.theo.presses('A. blue', message))).toMatch(/no longer exists/)
  await world.polls.look()
  await standing(world, 1)
  expect(ending(1)).toBeUndefined()
})

describe('bad input is answered with its cure', () => {
  const many = Array.from({ length: 26 }, (_, at) => `c${at}`).join(' | ')
  test.each([
    ['/sondage "Quel logo ?" bleu | vert jusqu\'à:hier', /est déjà passé/],
    ['/sondage "Quel logo ?" bleu | vert jusqu\'à:01/01/2020', /est déjà passé/],
    ['/sondage "Quel logo ?" bleu | vert jusqu\'à:2h', /dans 2 h, ou à 02:00/],
    [`/sondage "Quel logo ?" ${many}`, /26 choix, c’est trop : le maximum est 25/],
    ['/sondage "Quel logo ?" bleu | BLEU', /figure deux fois/],
    [`/sondage "${'x'.repeat(241)}" a | b`, /compte 241 caractères, le maximum est 240/],
    ['/sondage "Quel logo ?" a | b quorum:5 votes:4', /sans jamais atteindre un quorum de 5/],
    ['/sondage "Quel logo ?" a | b votes:999999999999', /Autant de votes n’arriveront jamais/],
    ['/sondages 99999999999', /n’existe plus/],
    [`/sondage "Quel logo ?" a | ${'x'.repeat(101)}`, /est trop long/],
    ['/sondage "Quel logo ?" a | b dans:#nulle-part', /Vigie n’y voit aucun canal #nulle-part/],
    ['/sondage "Quel logo ?" a | b dans:slack:#general', /slack n’est pas connecté/],
    ['/sondage "Quel logo ?" a | b qui:@licornes', /Il n’y a ni rôle ni groupe « @licornes »/],
    [
      '/sondage "Quel logo ?" a | b type:bizarre',
      /« bizarre » ne fait pas partie de : unique, plusieurs, classement/,
    ],
    ['/sondage "Quel logo ?" a | b anonyme:peut-être', /Oui ou non/],
    ['/sondage "Quel logo ?" a | b quorum:0', /commence à 1/],
    ['/sondage "Quel logo ?" a | b type:plusieurs max:0', /de 1 à 25/],
    ['/sondage "Quel logo ?" a | b début:demain jusqu\'à:"dans 2h"', /se terminerait avant de commencer/],
    [
      '/sondage "Quel logo ?" a | b chaque:jour jusqu\'à:"dans 3 jours"',
      /encore en cours au début du suivant/,
    ],
    ['/sondage "Quel logo ?" a | b jusqua:demain', /Vouliez-vous dire/],
    ['/sondages clore 99', /n’existe plus/],
  ])('%s', async (line, answer) => {
    const world = await newWorld()
    expect(read(await world.mia.types(line))).toMatch(answer)
    expect(await world.store.polls.list('nimbus', 1)).toEqual([])
  })

  test('a button of a poll that never was, and choices that never were', async () => {
    const world = await newWorld()
    await world.mia.types('/poll "Logo?" blue | green')
    const press = (about: string, value: string) =>
      world.theo.presses('x', { about, buttons: [{ action: 'poll.vote', label: 'x', value }] })
    for (const [about, value] of [
      ['poll:99', '1'],
      ['poll:1; drop table polls', '1'],
      ['poll:1', '7'],
      ['poll:1', '1,2'],
      ['poll:1', 'NaN'],
      ['poll:1', ''],
      ['poll:', '1'],
    ] as const)
      expect(read(await press(about, value))).toMatch(/no longer|You chose 2/)
    expect(await world.store.pollVotes.ballots(1)).toEqual([])
  })

  test('members may not ask, nor end', async () => {
    const world = await newWorld()
    expect(read(await world.theo.types('/poll "Logo?" blue | green', { channel: 'communaute' }))).toMatch(
      /role/,
    )
    const made = await world.mia.types('/poll "Logo?" blue | green')
    expect(read(await world.theo.presses('Terminer', made))).toMatch(/role/)
  })
})

test('a question that is made of markup and mentions is shown as it is', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "**@everyone** <b>?" "_a_" | "=1+1"')
  const message = await standing(world, 1)
  expect(message.title).toBe('📊 **@everyone** <b>?')
  expect(read(message)).toMatch(/A {2}_a_/)
  const { files } = await world.mia.types('/polls export 1')
  expect(Buffer.from(files![0]!.base64, 'base64').toString()).toMatch(/\r\nB,'=1\+1,0,0\r\n/)
})

test('in a channel of no team the buttons of a poll ask the team that put it there', async () => {
  const channel = (name: string) => ({ chat: 'local' as const, channel: name })
  const brume = { alerts: channel('brume'), watch: channel('brume'), community: channel('brume') }
  const teams = [nimbus, { ...nimbus, name: 'brume', title: 'Brume', people: [], channels: brume }]
  const world = await newWorld({ teams })
  await world.mia.types('/poll "Logo?" blue | green')
  const press = (team: string | undefined) =>
    world.bot.answer({
      kind: 'button',
      chat: 'local',
      account: { chat: 'local', workspace: 'local', user: 'zoe' },
      name: 'Zoe',
      channel: 'ailleurs',
      at: world.time.now,
      action: 'poll.vote',
      value: '1',
      about: 'poll:1',
      ...(team ? { team } : {}),
    })
  expect(read((await press('nimbus'))!)).toMatch(/Votre vote : blue/)
  expect(read((await press('brume'))!)).toMatch(/n’existe plus/)
  expect(read((await press(undefined))!)).toMatch(/appartient à aucune équipe/)
  expect(await world.store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
})

test('whoever joins two accounts has one vote from then on, as everybody sees', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green')
  const message = await standing(world, 1)
  const [slack, discord] = [world.somebody('zoe', 'Zoe'), world.somebody('zoe-too', 'Zoe')]
  await slack.presses('A. blue', message)
  await standing(world, 1)
  await discord.presses('B. green', message)
  expect(read(await standing(world, 1))).toMatch(/2 votes/)
  const code = /relier (\w{6})/.exec(read(await slack.types('/link')))![1]!
  const press = (who: typeof slack, action: string) =>
    who.presses('x', { buttons: [{ action, label: 'x', value: code }] })
  await press(discord, 'link.mine')
  await press(slack, 'link.join')
  expect(read(await standing(world, 1))).toMatch(/B {2}green\n▰+ {2}100 % · 1 vote/)
})

test('whoever joins accounts, votes, and parts them has not voted once more', async () => {
  const world = await newWorld()
  const { store, time } = world
  await world.mia.types('/poll "Logo?" blue | green suggestions:open')
  const message = await standing(world, 1)
  const account = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
  const by = { by: 'Zoe', at: time.now }
  const zoe = world.somebody('zoe', 'Zoe')
  for (const user of ['zoe', 'a1', 'a2', 'a3']) await store.people.meet(account(user), 'Zoe', 'fr', time.now)
  for (const user of ['a1', 'a2', 'a3']) {
    await store.links.join(account('zoe'), account(user), by)
    await zoe.presses('A. blue', message)
    await zoe.presses('Proposer un choix', message, { text: `from ${user}` })
    await store.links.part(account(user), { ...by, locale: 'fr' })
  }
  await zoe.presses('A. blue', message)
  expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
  expect(await store.pollSuggestions.count(1, ['local:local/zoe'])).toBe(3)
})

test('accounts that the settings join and those that people join are one person’s together', async () => {
  const account = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
  const [first, ...others] = nimbus.people
  const mia = { ...first!, accounts: [account('mia'), account('mia-too')] }
  const world = await newWorld({ teams: [{ ...nimbus, people: [mia, ...others] }] })
  const { store, time } = world
  await world.mia.types('/poll "Logo?" blue | green')
  const message = await standing(world, 1)
  for (const user of ['mia-too', 'mia-third']) await store.people.meet(account(user), 'Mia', 'fr', time.now)
  await store.links.join(account('mia-too'), account('mia-third'), { by: 'Mia', at: time.now })
  for (const user of ['mia', 'mia-third', 'mia-too', 'mia-third', 'mia']) {
    await world.somebody(user, 'Mia').presses('A. blue', message)
    expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
  }

  await world.mia.types('/poll "Again?" blue | green')
  const again = await standing(world, 2)
  await world.somebody('mia-third', 'Mia').presses('A. blue', again)
  const voter = 'local:local/mia'
  await store.together((store) =>
    store.pollVotes.put(2, { voters: [voter], voter, name: 'Mia', at: time.now }, [2]),
  )
  await world.mia.types('/poll close 2')
  expect((await store.pollVotes.ballots(2)).reduce((sum, { count }) => sum + count, 0)).toBe(1)
})

test('after the end of an anonymous poll nobody reads that they had not voted', async () => {
  const world = await newWorld()
  await world.mia.types('/sondage "Quel logo ?" bleu | vert anonyme:oui')
  const message = await standing(world, 1)
  await world.ravi.presses('A. bleu', message)
  await world.mia.types('/sondages clore 1')
  const mine = read(await world.ravi.presses('Mon vote', message))
  expect(mine).toMatch(/Si vous avez voté, votre vote a été compté/)
  expect(mine).not.toMatch(/pas encore voté/)
})

test('a menu that somebody empties takes their vote back; one never used asks for a choice', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Themes?" lamps | candles type:several')
  const message = await standing(world, 1)
  expect(read(await choose(world.theo, message, ''))).toMatch(/Nothing is chosen/)
  await choose(world.theo, message, '1,2')
  const mine = await world.theo.presses('Mon vote', message)
  expect(read(await choose(world.theo, mine, ''))).toMatch(/You have not voted yet/)
  expect(await world.store.pollVotes.ballots(1)).toEqual([])
})

test('a slow chart holds up no other poll’s end, and nobody reads that Vigie was off', async () => {
  const gate = Promise.withResolvers<null>()
  const world = await newWorld({ draw: () => gate.promise })
  await world.polls.look()
  for (let nth = 0; nth < 4; nth++) await world.mia.types('/sondage "Quel logo ?" a | b jusqu’à:"dans 2h"')
  await world.mia.types('/sondage "Plus tard ?" a | b jusqu’à:"dans 3h"')
  world.time.now += 2 * hour
  const first = world.polls.look()
  await expect.poll(async () => (await world.store.polls.get('nimbus', 4))?.state).toBe('ended')
  world.time.now += hour
  const second = world.polls.look()
  await expect.poll(async () => (await world.store.polls.get('nimbus', 5))?.state).toBe('ended')
  gate.resolve(null)
  await Promise.all([first, second])
  await standing(world, 1)
  for (let id = 1; id <= 5; id++) {
    expect(read(ending(id)!)).toMatch(/^Le résultat/)
    expect(read(ending(id)!)).not.toMatch(/arrêtée|en retard/)
  }
})

test('a poll that ended late while Vigie ran does not say that it was off', async () => {
  const world = await newWorld()
  await world.polls.look()
  await world.mia.types('/sondage "Quel logo ?" bleu | vert jusqu’à:"dans 2h"')
  await standing(world, 1)
  world.time.now += 3 * hour
  await world.polls.look()
  await standing(world, 1)
  expect(read(ending(1)!)).toMatch(/Il aurait dû se terminer à 16:30 ; il a été clos en retard/)
  expect(read(ending(1)!)).not.toMatch(/arrêtée/)
})

test('what was planned for a time when Vigie was off is told to the team', async () => {
  const world = await newWorld()
  await world.mia.types('/sondage "Quel logo ?" bleu | vert début:"dans 1h" jusqu’à:"dans 2h"')
  world.time.now += 5 * hour
  await world.polls.look()
  const told = (await world.waiting()).map(({ message }) => read(message))
  expect(told).toMatchObject([/devait commencer à 15:30\. Vigie est restée arrêtée/])
})

test('polls of a team that is gone keep nobody’s moment back', async () => {
  const gone = { ...nimbus, name: 'brume' }
  const before = await newWorld({ teams: [nimbus, gone] })
  const { store } = before
  const plan = { startsAt: before.time.now - hour, endsAt: before.time.now - minute }
  await before.mia.types('/poll "Logo?" blue | green until:"in 2h"')
  const poll = (await store.polls.get('nimbus', 1))!
  const id = await store.polls.add('brume', { ...poll, choices: ['a', 'b'] }, plan, { salt: null, now: 0 })
  await store.polls.start(id)
  const { now } = before.time
  expect(await store.polls.ending(now, ['nimbus'])).toEqual([])
  expect(await store.polls.nextMoment(now, ['nimbus'])).toBe(poll.endsAt)
})

test('a daily poll that begins in the hour that clocks show twice comes again the next day', async () => {
  const world = await newWorld()
  world.time.now = Date.UTC(2026, 9, 25, 1, 30)
  await world.mia.types('/poll "Awake?" yes | no every:day')
  expect(await world.store.pollSeries.list('nimbus')).toMatchObject([
    { nextAt: Date.UTC(2026, 9, 26, 1, 30) },
  ])
})

test('an anonymous poll whose results are seen by those who voted warns as one that everybody sees', async () => {
  const { mia } = await newWorld()
  expect(read(await mia.types('/poll "Who?" a | b anonymous:yes results:voted'))).toMatch(/trahir les votes/)
  expect(read(await mia.types('/poll "Who?" a | b anonymous:yes results:end'))).not.toMatch(/trahir/)
})

test('staff takes out a choice that a member brought in, and the votes for it go', async () => {
  const world = await newWorld()
  await world.mia.types('/poll "Logo?" blue | green suggestions:open type:several')
  const message = await standing(world, 1)
  await world.theo.presses('Proposer un choix', message, { text: 'rude' })
  await choose(world.theo, message, '3')
  await choose(world.ravi, message, '1,3')
  const shown = await world.mia.types('/sondages 1')
  expect(shown.selects).toMatchObject([{ label: 'Retirer une proposition', choices: [{ label: 'C. rude' }] }])
  expect(read(await choose(world.theo, shown, '3'))).toMatch(/role/)
  expect((await choose(world.mia, shown, '3')).selects).toEqual([])
  expect(await world.store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 1 }])
  expect(read(await standing(world, 1))).not.toMatch(/rude/)

  expect(read(await choose(world.mia, shown, '1'))).toMatch(/n’existe plus/)
  expect(read(await world.noor.presses('Proposer un choix', message, { text: 'Rude' }))).toMatch(
    /was suggested before/,
  )
  await world.noor.presses('Proposer un choix', message, { text: 'red' })
  expect(await world.store.polls.choices(1)).toMatchObject([{ nth: 1 }, { nth: 2 }, { nth: 4, text: 'red' }])
  expect(read(await choose(world.theo, message, '3'))).toMatch(/no longer there/)
})

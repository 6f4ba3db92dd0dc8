import pino from 'pino'
import { describe, expect, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import type { Message } from '../../src/chat/message.ts'
import { weekdays } from '../../src/model/digest.ts'
import { type BusinessHours, usualHours } from '../../src/model/hours.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { Account, ChatName } from '../../src/model/person.ts'
import type { PromiseRule } from '../../src/model/promise.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newPromises } from '../../src/schedule/promises.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

/** Friday 20 November 2026, 16:45 in Paris. */
const friday = saturday - day + 2 * hour + 15 * minute
const monday = (hours: number, minutes = 0) => Date.UTC(2026, 10, 23, hours - 1, minutes)

const office: BusinessHours = {
  ...usualHours,
  week: Object.fromEntries(
    weekdays.map((one, nth) => [one, nth < 5 ? [{ from: '09:00', to: '17:00' }] : []]),
  ) as BusinessHours['week'],
}

const rule: PromiseRule = {
  name: 'Mécontents',
  topics: null,
  kinds: ['brand'],
  moods: ['negative'],
  networks: null,
  languages: null,
  reach: null,
  within: 30 * minute,
  remind: 10 * minute,
  silence: null,
  escalate: [{ after: hour, to: 'approver' }],
}

const broken = 'Ma lampe Nimbus est en panne, quelle honte'

/** Nimbus, who works from Monday to Friday, nine to five, and answers who is unhappy within half an hour. */
async function newOffice(more: Partial<Team> = {}, own: Partial<PromiseRule> = {}, chat: Partial<Chat> = {}) {
  const letters: { to: string; message: Message }[] = []
  const local = {
    name: 'local',
    write: async ({ user }, message) => void letters.push({ to: user, message }),
    ...chat,
  } as Chat
  const team = { ...nimbus, hours: office, promises: [{ ...rule, ...own }], ...more }
  const world = await newWorld({ teams: [team], chats: new Map<ChatName, Chat>([['local', local]]) })
  world.time.now = friday
  /** Time passes, what is due is done; gives what rings in the channels. */
  const at = async (now: number) => {
    world.time.now = now
    await world.promises.look()
    return (await world.waiting()).map(({ message }) => message)
  }
  /** The same, without the alerts that only change. */
  const rings = async (now: number) => (await at(now)).filter(({ title }) => title === undefined).map(read)
  return { ...world, at, rings, letters }
}

describe('a promise', () => {
  test('made on Friday at 16:45 for half an hour, with hours until 17:00, is due on Monday at 9:15', async () => {
    const { heard, waiting, store } = await newOffice()
    const id = await heard(broken)
    const [alert] = await waiting()
    expect(read(alert!.message)).toContain('Délai de réponse: réponse promise le 23 nov., 09:15 au plus tard')
    expect((await store.promises.get('nimbus', id))!.dueAt).toBe(monday(9, 15))
  })

  test('is reminded of, called late, and told to who decides, each once and below the alert', async () => {
    const { heard, waiting, rings, letters } = await newOffice()
    await heard(broken)
    const [alert] = await waiting()
    expect(await rings(monday(9, 4))).toEqual([])
    expect(await rings(monday(9, 5))).toEqual([
      'Une réponse a été promise à 09:15 : il reste 10 min, et personne ne s’en occupe encore.',
    ])
    expect(await rings(monday(9, 6))).toEqual([])
    expect(await rings(monday(9, 15))).toEqual([
      'La réponse promise à 09:15 est en retard, et personne ne s’en occupe.',
    ])
    expect(letters).toEqual([])
    expect(await rings(monday(10, 15))).toEqual([
      'En retard de 1 h, en heures d’ouverture. Au courant désormais : Noor.',
    ])
    expect(letters).toMatchObject([{ to: 'noor' }])
    expect(read(letters[0]!.message)).toContain('Nobody has answered this mention in time.')
    expect(await rings(monday(16))).toEqual([])
    expect(alert!.message.about).toBe('mention:1')
  })

  test('the alert turns late in place', async () => {
    const { heard, waiting, at } = await newOffice()
    await heard(broken)
    await waiting()
    const [alert] = (await at(monday(9, 15))).filter(({ title }) => title !== undefined)
    expect(read(alert!)).toContain('en retard : une réponse était promise à 09:15')
  })

  test('stops when the mention is answered, and says whether it was kept', async () => {
    const { heard, waiting, mia, rings, time } = await newOffice()
    await heard(broken)
    const [alert] = await waiting()
    time.now = monday(9, 4)
    const taken = await mia.presses('Je m’en occupe', alert!.message)
    const answered = await mia.presses('J’ai répondu', taken)
    expect(read(answered)).toContain('Délai de réponse: tenu (réponse promise à 09:15)')
    await waiting()
    expect(await rings(monday(12))).toEqual([])
  })

  test('says by how much it was missed', async () => {
    const { heard, waiting, mia, at, time } = await newOffice()
    await heard(broken)
    const [alert] = await waiting()
    await at(monday(9, 20))
    const taken = await mia.presses('Je m’en occupe', alert!.message)
    time.now = monday(10, 0)
    expect(read(await mia.presses('J’ai répondu', taken))).toContain('dépassé de 45 min')
  })

  test('stops for what is ignored, and goes on with the time that was left', async () => {
    const { heard, waiting, mia, rings, time, store } = await newOffice()
    const id = await heard(broken)
    const [alert] = await waiting()
    time.now = friday + 5 * minute
    const ignored = await mia.presses('Ignorer', alert!.message, { why: '' })
    expect(read(ignored)).not.toContain('Délai')
    await waiting()
    expect(await rings(monday(12))).toEqual([])
    await mia.presses('Remettre dans la pile', ignored)
    expect((await store.promises.get('nimbus', id))!.dueAt).toBe(monday(12, 25))
    await waiting()
    expect(await rings(monday(12, 25))).toHaveLength(1)
  })

  test('is made for what the rule asks for alone, and for what is new alone', async () => {
    const { heard, hear, post, store } = await newOffice()
    const happy = await heard('J’adore ma lampe Nimbus, un vrai bonheur')
    expect(await store.promises.get('nimbus', happy)).toBeNull()
    await hear([post(broken)], { first: true })
    await hear([post('La lampe Nimbus est nulle, une honte')])
    const all = await store.mentions.list('nimbus', {}, { most: 9 })
    expect(all.map(({ promised }) => promised !== null)).toEqual([true, false, false])
  })

  test('covers the copies of a post as well', async () => {
    const { hear, post, store } = await newOffice()
    const text = 'La lampe Nimbus de mon fils a pris feu cette nuit, c’est une honte et un scandale absolu'
    await hear([post(text, { outlet: 'Mastodon' }), post(text, { outlet: 'Bluesky' })])
    await hear([post(text, { outlet: 'Lemmy' })])
    const all = await store.mentions.list('nimbus', {}, { most: 9 })
    expect(new Set(all.map(({ story }) => story)).size).toBe(1)
    expect(all.filter(({ promised }) => promised !== null)).toHaveLength(1)
  })
})

describe('who has it', () => {
  test('hands it over from a menu: the other one is told in private, and the thread says so', async () => {
    const { heard, waiting, mia, noor, promises, letters, store } = await newOffice()
    const id = await heard(broken)
    const [alert] = await waiting()
    const menu = await mia.presses('Confier à…', alert!.message)
    expect(menu.quiet).toBe(true)
    expect(menu.selects![0]!.choices).toEqual([{ value: 'noor', label: 'Noor' }])
    const done = await mia.chooses(`mention:${id}`, 'noor', menu)
    expect(done.text).toContain('Noor s’occupe de la mention')
    await promises.look()
    expect(letters.map(({ to }) => to)).toEqual(['noor'])
    expect(read(letters[0]!.message)).toMatch(/Mia gives you this mention\.[\s\S]*Given to Noor by Mia/)
    const told = (await waiting()).map(({ message }) => read(message))
    expect(told.join('\n')).toContain('Confiée à Noor par Mia')
    expect(told).toContainEqual('Mia confie cette mention à Noor.')
    expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({
      is: 'taken',
      id: 'noor',
      from: 'Mia',
    })
    // What stands in the private message works there.
    await noor.presses('Answered', letters[0]!.message)
    expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'answered', by: 'Noor' })
  })

  test('is given by name as well, and a wrong name says who there is', async () => {
    const { heard, mia, noor } = await newOffice()
    const id = await heard(broken)
    expect((await mia.types(`/mention ${id} à:Théo`)).text).toContain('Il y a : Mia, Noor.')
    expect((await mia.types(`/mention ${id} à:no`)).text).toContain('Noor s’occupe')
    expect((await noor.types(`/mention ${id} to:noor`)).text).toBe('Noor already has it.')
    expect((await noor.types(`/mention ${id} to:@Mia`)).text).toContain('Mia has mention')
  })

  test('hears of it, and loses it when nothing is heard of them', async () => {
    const { heard, waiting, noor, rings, letters, store, time } = await newOffice(
      {},
      { within: 4 * hour, silence: hour },
    )
    const id = await heard(broken)
    const [alert] = await waiting()
    time.now = monday(9)
    await noor.reacts('👀', alert!.message)
    await waiting()
    expect(await rings(monday(9, 59))).toEqual([])
    expect(await rings(monday(10))).toEqual([
      'Plus de nouvelles de Noor depuis 1 h d’ouverture : qui s’en occupe ?',
    ])
    expect((await store.mentions.get('nimbus', id))!.state).toEqual({ is: 'new' })
    expect(letters.map(({ to, message }) => [to, read(message).split('\n')[1]])).toEqual([
      ['noor', 'You have not been heard of: this mention is on the pile again.'],
    ])
  })

  test('is heard of by working on an answer', async () => {
    const { heard, waiting, mia, rings, time, store } = await newOffice(
      {},
      { within: 4 * hour, silence: hour },
    )
    const id = await heard(broken)
    const [alert] = await waiting()
    time.now = monday(9)
    await mia.presses('Je m’en occupe', alert!.message)
    time.now = monday(9, 50)
    await mia.types(`/reply mention:${id} saying:"Bonjour, nous regardons cela tout de suite."`)
    expect(await store.promises.workedOn('nimbus', id)).toBe(monday(9, 50))
    await waiting()
    expect(await rings(monday(10))).toEqual([])
    expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'taken' })
    // From here on it waits for somebody to approve it.
    expect(await rings(monday(10, 50))).toEqual([])
    expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ is: 'taken', by: 'Mia' })
  })

  test('sets it aside until later: no reminder before, one then, and the promise stands', async () => {
    const { heard, waiting, mia, rings, letters, time } = await newOffice()
    await heard(broken)
    const [alert] = await waiting()
    time.now = monday(9)
    const taken = await mia.presses('Je m’en occupe', alert!.message)
    const later = await mia.presses('Plus tard…', taken, { when: 'demain' })
    expect(read(later)).toContain('Je vous le rappelle le 24 nov., 09:00.')
    expect(read(later)).toContain('La promesse, elle, ne bouge pas : une réponse est attendue à 09:15.')
    const [edit] = await waiting()
    expect(read(edit!.message)).toContain('Prise en charge par Mia à 09:00 · rappel le 24 nov., 09:00')
    expect(await rings(monday(9, 6))).toEqual([])
    expect(await rings(monday(9, 16))).toEqual(['Mia, la réponse promise à 09:15 est en retard.'])
    expect(await rings(monday(10, 15))).toEqual([expect.stringContaining('Noor')])
    letters.length = 0
    expect(await rings(monday(9) + day)).toEqual(['Mia, vous vouliez y revenir maintenant.'])
    expect(letters.map(({ to }) => to)).toEqual(['mia'])
  })

  test.each([
    ['hier', 'est déjà passé'],
    ['bientôt', 'n’est pas un moment'],
    ['dans 3 mois', 'plus d’un mois'],
    ['', 'n’est pas un moment|Quand'],
  ])('“%s” is no moment to be reminded', async (when, words) => {
    const { heard, mia } = await newOffice()
    const id = await heard(broken)
    const shown = await mia.types(`/mention ${id}`)
    const taken = await mia.presses('Je m’en occupe', shown)
    expect((await mia.presses('Plus tard…', taken, { when })).text).toMatch(new RegExp(words))
  })

  test('may be somebody who was given a role in the chat, and is told like everybody else', async () => {
    const { heard, mia, somebody, promises, letters, store, time, waiting, rings } = await newOffice()
    const doing = { by: 'Mia', at: time.now }
    await store.setUp.putRole('nimbus', { who: 'local:local/zoe', name: 'Zoé' }, 'approver', doing)
    await store.setUp.putRole('nimbus', { who: 'slack:T1/S1', name: 'SAV' }, 'staff', doing)
    await somebody('zoe', 'Zoé').types('/aide')
    const id = await heard(broken)
    const menu = await mia.presses('Confier à…', await mia.types(`/mention ${id}`))
    expect(menu.selects![0]!.choices).toEqual([
      { value: 'noor', label: 'Noor' },
      { value: 'local:local/zoe', label: 'Zoé' },
    ])
    await mia.chooses(`mention:${id}`, 'local:local/zoe', menu)
    await promises.look()
    expect(letters.map(({ to }) => to)).toEqual(['zoe'])
    await waiting()
    expect(await rings(monday(9, 15))).toEqual(['Zoé, la réponse promise à 09:15 est en retard.'])
    expect(letters.map(({ to }) => to)).toEqual(['zoe', 'zoe'])
    expect(await rings(monday(10, 15))).toEqual([expect.stringContaining('Noor, Zoé')])
  })

  test('may be somebody whom a group makes one of the team, and nobody else of the chat', async () => {
    const groups = [{ group: 'local:local/team', role: 'staff' as const }]
    const account = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
    const { heard, mia, store } = await newOffice(
      { groups },
      {},
      {
        standing: async ({ user }) => ({ groups: user === 'zoe' ? ['local:local/team'] : [] }),
        people: async () => [
          { account: account('zoe'), name: 'Zoé' },
          { account: account('ravi'), name: 'Ravi' },
        ],
      },
    )
    const id = await heard(broken)
    const menu = await mia.presses('Confier à…', await mia.types(`/mention ${id}`))
    expect(menu.selects!.map(({ of }) => of)).toEqual([undefined, 'people'])
    expect((await mia.chooses(`mention:${id}`, 'local:local/ravi', menu)).text).toContain(
      'n’est pas de l’équipe',
    )
    expect((await mia.chooses(`mention:${id}`, 'nonsense', menu)).text).toMatch(/bouton/)
    await mia.chooses(`mention:${id}`, 'local:local/zoe', menu)
    expect((await store.mentions.get('nimbus', id))!.state).toMatchObject({ by: 'Zoé', from: 'Mia' })
  })

  test('hands it over or comes back to it, not both; “2h” is in two hours', async () => {
    const { heard, mia, store, time } = await newOffice()
    const id = await heard(broken)
    expect((await mia.types(`/mention ${id} à:noor rappel:demain`)).text).toContain('Rien n’a été fait')
    expect((await store.mentions.get('nimbus', id))!.state).toEqual({ is: 'new' })
    expect((await mia.types(`/mention ${id} rappel:2h`)).text).toContain('à 18:45')
    expect((await store.mentions.get('nimbus', id))!.snoozedUntil).toBe(time.now + 2 * hour)
  })

  test('cannot be given what is settled', async () => {
    const { heard, mia, waiting } = await newOffice()
    const id = await heard(broken)
    const [alert] = await waiting()
    await mia.presses('Ignorer', alert!.message, { why: 'spam' })
    expect((await mia.types(`/mention ${id} à:noor`)).text).toContain('Mia a choisi de l’ignorer')
  })
})

describe('by itself', () => {
  test('nothing rings in quiet hours, and what was due then is said in the morning, once', async () => {
    const night = { hours: usualHours, quietHours: { from: '22:00', to: '07:00' } }
    const { heard, waiting, rings, time } = await newOffice(night)
    time.now = monday(21, 45)
    await heard(broken)
    await waiting()
    expect(await rings(monday(22, 5))).toEqual([])
    expect(await rings(monday(23, 30))).toEqual([])
    // Of what came due at night the last thing is said.
    expect(await rings(monday(7) + day)).toEqual([
      'En retard de 8 h 45, en heures d’ouverture. Au courant désormais : Noor.',
    ])
    expect(await rings(monday(7, 1) + day)).toEqual([])
  })

  test('many at once are one message, which opens the inbox', async () => {
    const { hear, post, waiting, at, mia } = await newOffice()
    const what = ['lampe', 'ampoule', 'veilleuse', 'applique', 'télécommande', 'housse', 'facture']
    await hear(
      what.map((one, nth) => post(`Ma ${one} Nimbus numéro ${nth} est en panne, quelle honte ${one}`)),
    )
    await waiting()
    const all = (await at(monday(9, 15))).filter((message) => message.about === undefined)
    expect(all.map(read)).toEqual([expect.stringMatching(/^7 mentions ont besoin de quelqu’un maintenant\./)])
    expect((await mia.presses('Ouvrir la boîte', all[0]!)).title).toBe('7 mentions attendent une réponse')
    expect((await at(monday(9, 16))).filter((message) => message.about === undefined)).toEqual([])
    const later = (await at(monday(10, 15))).filter((message) => message.about === undefined)
    expect(later.map(read)).toEqual([expect.stringMatching(/^7 mentions/)])
  })

  test('several processes and a restart ring once', async () => {
    const world = await newOffice()
    await world.heard(broken)
    await world.waiting()
    const other = await sameStore(world.store)
    const again = () =>
      newPromises({
        store: other,
        teams: [{ ...nimbus, hours: office, promises: [rule] }],
        clock: world.clock,
        log: pino({ level: 'silent' }),
        wake: () => {},
      })
    world.time.now = monday(9, 15)
    await Promise.all([world.promises.look(), again().look(), again().look()])
    await again().look()
    const rung = (await world.waiting()).filter(({ message }) => message.title === undefined)
    expect(rung).toHaveLength(1)
  })

  test('a clock that leaps forward skips what is over; set back, it does nothing twice', async () => {
    const { heard, waiting, rings } = await newOffice()
    await heard(broken)
    await waiting()
    expect(await rings(monday(9, 15) + 2 * day)).toEqual([
      expect.stringContaining('Au courant désormais : Noor'),
    ])
    expect(await rings(monday(9, 5))).toEqual([])
    expect(await rings(monday(9, 15))).toEqual([])
  })

  test('what was promised by a clock that was ahead is promised anew', async () => {
    const { heard, waiting, rings, time, store } = await newOffice()
    time.now = friday + 30 * day
    const id = await heard(broken)
    await waiting()
    expect(await rings(friday)).toEqual([])
    expect((await store.promises.get('nimbus', id))!.dueAt).toBe(monday(9, 15))
  })

  test('what nothing but a digest tells is said in the alerts, with the mention', async () => {
    const routes = nimbus.routes.map((route) => ({ ...route, when: 'digest' as const }))
    const { heard, waiting, at } = await newOffice({ routes })
    await heard(broken)
    await waiting()
    const [ring] = await at(monday(9, 15))
    expect(read(ring!)).toMatch(/La réponse promise à 09:15 est en retard[\s\S]*quelle honte/)
  })
})

test('a member of the community may do none of that', async () => {
  const { heard, theo, mia } = await newOffice()
  const id = await heard(broken)
  const shown = await mia.types(`/mention ${id}`)
  expect((await theo.presses('Confier à…', shown)).text).toMatch(/staff|équipe|team/i)
  expect((await theo.types('/inbox')).text).toMatch(/staff|équipe|team/i)
})

test('/why says by which rule an answer was promised, and what became of it', async () => {
  const { heard, waiting, mia, at } = await newOffice()
  const id = await heard(broken)
  await waiting()
  await at(monday(9, 5))
  await at(monday(10, 15))
  expect(read(await mia.types(`/pourquoi ${id}`))).toMatch(
    /Promesse: règle « Mécontents » : en 30 min d’ouverture, soit à 09:15\nrappel à 09:05\nretard signalé à 10:15\nà 10:15, prévenus : Noor/,
  )
})

describe('a private message', () => {
  test('waits for a chat that is away for a moment, and arrives once', async () => {
    const said: string[] = []
    let trouble: Error | null = new Unavailable('Slack wants a rest', { retryAfter: 5_000 })
    const write = async ({ user }: Account) => {
      if (trouble) throw trouble
      said.push(user)
    }
    const { heard, at } = await newOffice({}, {}, { write })
    await heard(broken)
    await at(monday(10, 20))
    expect(said).toEqual([])
    trouble = null
    await at(monday(10, 20) + 5_000)
    await at(monday(10, 21))
    expect(said).toEqual(['noor'])
  })

  test('is not written again where nobody knows whether it arrived, or where it never would', async () => {
    for (const more of [{}, { refused: true }]) {
      let asked = 0
      const write = async () => {
        asked++
        throw new Unavailable('no answer', more)
      }
      const { heard, at } = await newOffice({}, {}, { write })
      await heard(broken)
      await at(monday(10, 20))
      await at(monday(10, 40))
      expect(asked).toBe(1)
    }
  })

  test('that two processes took in part is still written by one of them', async () => {
    const { store, heard } = await newOffice()
    const mention = await heard(broken)
    const account = { chat: 'local' as const, workspace: 'local', user: 'noor' }
    const letter = {
      team: 'nimbus',
      mention,
      accounts: [account],
      locale: 'fr',
      what: 'late',
      by: null,
    } as const
    const add = () => store.letters.add({ ...letter, accounts: [account], at: friday })
    const take = (ids: number[]) =>
      store.together(async (store) => {
        await store.turns.take()
        return store.letters.write(ids)
      })
    const ids = async () => (await store.letters.unwritten(['nimbus'], 100)).map(({ id }) => id)
    await add()
    const one = await ids()
    await add()
    const both = await ids()
    expect(await take(one)).toBe(true)
    expect(await take(both)).toBe(false)
    expect(await ids()).toEqual(both.filter((id) => !one.includes(id)))
  })
})

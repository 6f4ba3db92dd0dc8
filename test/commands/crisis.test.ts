import pino from 'pino'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { openIncident } from '../../src/delivery/incident-life.ts'
import { usualCrisis } from '../../src/model/incident.ts'
import type { Team } from '../../src/model/team.ts'
import { newIncidents } from '../../src/schedule/incidents.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

/** With plain blanks, whatever the typography. */
const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')

const minute = 60_000
const hour = 60 * minute

/** Nimbus, no sample, with a rota and a plan of its own. */
const crew: Team = {
  ...nimbus,
  sample: false,
  quietHours: { from: '22:00', to: '07:00' },
  crisis: {
    ...usualCrisis,
    rota: ['noor', 'mia'],
    plan: [
      { text: 'Suspendre les publications', who: 'mia' },
      { text: 'Appeler le service client', who: null },
    ],
  },
}

async function newCrisis() {
  const world = await newWorld({ teams: [crew] })
  const { store, clock, living, waiting } = world
  const parts = { store, teams: [crew], draw: async () => [], clock, log: pino({ level: 'silent' }) }
  const watch = newIncidents({ ...parts, wake: () => {} })
  const secondWatch = newIncidents({ ...parts, wake: () => {} })
  /** What rang and what the messages say, once time has passed. */
  async function later(length: number): Promise<Message[]> {
    world.time.now += length
    await watch.look()
    await living.look()
    return (await waiting()).map(({ message }) => message)
  }
  const noticed = () =>
    store.together((store) =>
      openIncident(
        store,
        crew,
        {
          cause: 'bad',
          topic: 'Nimbus',
          seen: [{ measure: 'negative', window: 15, count: 41, usual: 3, clear: 2, stands: true }],
          severity: 'serious',
          from: clock() - 15 * minute,
        },
        clock(),
      ),
    )
  const told = (messages: Message[]) => messages.map(read).join('\n—\n')
  return { ...world, watch, secondWatch, later, noticed, told }
}

test('a crisis is taken, worked off, put under control and ended, and its message follows', async () => {
  const { mia, noor, later, noticed, store, told } = await newCrisis()
  const id = await noticed()
  const [alert] = (await later(0)).filter(({ about }) => about === `crisis:${id}`)
  expect(read(alert!)).toContain('41 mentions négatives en 15 minutes, contre 3 d’habitude')
  expect(read(alert!)).toContain('Personne ne s’en occupe encore')

  const taken = await noor.reacts('👀', alert!)
  expect(taken.instead).toBe(true)
  expect(read(taken)).toContain('Noor s’en occupe')
  expect(read(await noor.presses('Sous contrôle', { ...taken, quiet: true }))).toContain('Sous contrôle')

  const plan = await mia.presses('Plan d’action', taken)
  expect(read(plan)).toContain('☐ 2. Appeler le service client')
  const mine = await mia.presses('Je m’en charge', { ...plan, items: [plan.items![1]!] })
  const ticked = await mia.presses('C’est fait', { ...mine, items: [mine.items![1]!] })
  expect(read(ticked)).toMatch(/☑ 2\. Appeler le service client\nFait par Mia/)

  const form = await mia.presses('Noter une décision', taken, { what: 'On rappelle le lot 12' })
  expect(read(form)).toBe('Noté dans la chronologie.')
  expect(told(await later(minute))).toContain('Mia note : On rappelle le lot 12')

  const chronology = read(await mia.presses('Chronologie', taken))
  expect(chronology).toMatch(
    /Noor s’en occupe[\s\S]*a fait : Appeler le service client[\s\S]*Mia : On rappelle le lot 12/,
  )

  const over = await mia.presses('C’est terminé', taken)
  expect(over.title).toContain('terminé')
  expect(read(await mia.presses('C’est terminé', taken))).toContain('Elle est terminée')
  expect(await store.freezes.of('nimbus', 'serious')).toBeNull()
  expect(read(await mia.presses('Rouvrir', over))).toContain('Personne ne s’en occupe encore')
})

test('when nobody takes it the rota is called one after the other, and no more once somebody has it', async () => {
  const { noor, later, noticed, store, told } = await newCrisis()
  const id = await noticed()
  const [alert] = await later(0)
  expect(told(await later(29 * minute))).not.toContain('à vous')
  expect(told(await later(2 * minute))).toContain('Noor, à vous')
  expect(told(await later(40 * minute))).toContain('Mia, à vous')
  expect(told(await later(5 * hour))).toContain('Qui s’en charge ?')

  await noor.presses('Je m’en occupe', alert!)
  await later(0)
  expect(told(await later(10 * minute))).not.toMatch(/à vous|aucune nouvelle/)
  expect(await store.incidents.get('nimbus', id)).toMatchObject({ state: 'taken', escalated: 0 })
})

test('at night only what is grave rings', async () => {
  const { later, time, noticed, store, mia, told } = await newCrisis()
  time.now += 9 * hour
  await noticed()
  expect(await store.deliveries.due(time.now, [])).toEqual([])
  await mia.types('/crise gravité grave')
  expect((await store.deliveries.due(time.now, [])).length).toBeGreaterThan(0)
  expect(told(await later(31 * minute))).toContain('Noor, à vous')
})

test('planned posts and drafts wait while it is serious, until somebody lets them go or it is over', async () => {
  const { mia, noticed, store, later } = await newCrisis()
  expect(await store.freezes.of('nimbus', 'serious')).toBeNull()
  const id = await noticed()
  expect(await store.freezes.of('nimbus', 'serious')).toMatchObject({ incident: id })
  expect(await store.freezes.of('nimbus', 'grave')).toBeNull()
  expect(read(await mia.types('/crise'))).toContain('sont retenus')
  expect(read(await mia.types('/crise reprendre'))).toContain('Les publications repartent')
  expect(await store.freezes.of('nimbus', 'serious')).toBeNull()
  expect(read(await mia.types('/crise reprendre'))).toContain('Plus rien n’est retenu')
  await later(0)
})

test('somebody declares a crisis that no feed has told, and notes what a colleague said', async () => {
  const { mia, noor, ravi, later, told } = await newCrisis()
  expect(read(await mia.types('/crise'))).toContain('Tout est calme')
  const declared = await noor.types('/crisis open "Fire in the warehouse" severity:grave')
  expect(declared.title).toBe('Grave crisis: Fire in the warehouse')
  expect(told(await later(0))).toContain('Crise grave : Fire in the warehouse')

  const noted = await mia.rightClicks('crisis.timeline', { author: 'Ravi', text: 'Les pompiers sont partis' })
  expect(read(noted)).toContain('Noté dans la chronologie de la crise 1')
  expect(told(await later(minute))).toContain('Ravi : « Les pompiers sont partis »')
  expect(read(await ravi.types('/crise'))).not.toContain('Fire')
})

test('what was only noticed ends by itself once it is long calm; what somebody has is asked about', async () => {
  const { noor, later, noticed, store, told, clock } = await newCrisis()
  const id = await noticed()
  const [alert] = await later(0)
  await noor.presses('Je m’en occupe', alert!)
  expect(told(await later(2 * hour))).toContain('Est-ce terminé ?')
  expect(told(await later(2 * hour))).not.toContain('Est-ce terminé ?')
  expect(await store.incidents.get('nimbus', id)).toMatchObject({ state: 'taken' })

  const other = await store.together((store) =>
    openIncident(
      store,
      crew,
      { cause: 'loud', topic: 'Lumeo', seen: [], severity: 'minor', from: 0 },
      clock(),
    ),
  )
  await later(30 * hour)
  expect(await store.incidents.get('nimbus', other)).toMatchObject({ state: 'over' })
})

test('a silence says who keeps what quiet and why, and can be ended', async () => {
  const { mia, noor } = await newCrisis()
  const listed = await mia.types('/silence "lancement prévu" jusqu’à:demain 18h sujet:Nimbus')
  expect(read(listed)).toMatch(/Silence : Nimbus\nlancement prévu\nfin : 22 nov., 18:00, par Mia/)
  expect(read(await noor.types('/crisis'))).toContain('lancement prévu')
  expect(read(await mia.presses('Y mettre fin', listed))).not.toContain('lancement prévu')
  expect(read(await mia.types('/silence essai jusqu’à:2027-06-01'))).toContain('un mois au plus')
})

test('a crisis gets a channel of its own, where its message lives as well', async () => {
  const { mia, later, noticed } = await newCrisis()
  const id = await noticed()
  await later(0)
  expect(read(await mia.types('/crise canal #veille'))).toContain('Crise : Nimbus')
  expect((await later(0)).some(({ about }) => about === `crisis:${id}`)).toBe(true)
  expect(read(await mia.types('/crise canal #veille'))).toBe('Elle y est déjà suivie.')
})

test('what it holds back is listed', async () => {
  const { mia, noor, heard, noticed, waiting } = await newCrisis()
  await heard('Ma lampe Nimbus est en panne', { url: 'https://mamot.fr/@ravi/112233445566778899' })
  await mia.types('/répondre mention:1 réponse:"Bonjour, merci de votre message. Écrivez-nous en privé."')
  const [card] = (await waiting())
    .map(({ message }) => message)
    .filter(({ about }) => about?.startsWith('reply:'))
  await noor.presses('Valider', card!)
  expect(read(await mia.types('/crise'))).not.toContain('Retenu')
  await noticed()
  expect(read(await mia.types('/crise'))).toContain('Retenu: Réponse 1 : Bonjour, merci de votre message.')
  expect(read(await mia.types('/crise reprendre'))).toContain('Réponse 1 : Bonjour')
})

test('what ended by itself may be reopened: it stands, and holds back what it held', async () => {
  const { mia, later, noticed, store } = await newCrisis()
  const id = await noticed()
  await mia.types('/crise reprendre')
  await later(30 * hour)
  expect(await store.incidents.get('nimbus', id)).toMatchObject({ state: 'over' })
  await mia.presses('Rouvrir', await mia.types(`/crise ${id}`))
  await later(minute)
  expect(await store.incidents.get('nimbus', id)).toMatchObject({ state: 'firing', resumed: null })
  expect(await store.freezes.of('nimbus', 'serious')).toMatchObject({ incident: id })
})

test('two processes remind once, and a clock that is set back draws nothing anew', async () => {
  const { watch, secondWatch, later, noticed, store, time } = await newCrisis()
  const id = await noticed()
  await later(0)
  time.now += 31 * minute
  await Promise.all([watch.look(), secondWatch.look()])
  const did = async (what: string) =>
    (await store.incidents.steps(id)).filter((step) => step.did === what).length
  expect(await did('called')).toBe(1)
  expect(await did('charted')).toBe(1)
  time.now -= 40 * minute
  for (let round = 0; round < 3; round++) await watch.look()
  expect(await did('charted')).toBe(1)
})

test('a crisis is told in no channel that customers read', async () => {
  const { mia, noticed } = await newCrisis()
  await noticed()
  expect(read(await mia.types('/crise canal #communaute'))).toContain('La communauté lit #communaute')
  expect(read(await mia.types('/crise déclarer Panne dans:#communaute'))).toContain('La communauté lit')
})

test('what people said in it is forgotten with the texts, that they did is not', async () => {
  const { mia, noticed, store, time } = await newCrisis()
  const id = await noticed()
  const shown = await mia.types(`/crise ${id}`)
  await mia.presses('Noter une décision', shown, { what: 'Ravi menace de porter plainte' })
  await store.incidents.forgetWords('nimbus', time.now + 1)
  const chronology = read(await mia.presses('Chronologie', shown))
  expect(chronology).not.toContain('Ravi')
  expect(chronology).toContain('Mia : (plus conservé)')
})

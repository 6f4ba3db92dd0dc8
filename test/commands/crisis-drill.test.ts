import pino from 'pino'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { usualCrisis } from '../../src/model/incident.ts'
import type { Team } from '../../src/model/team.ts'
import { newDrills } from '../../src/schedule/drills.ts'
import { newIncidents } from '../../src/schedule/incidents.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

const minute = 60_000

/** With plain blanks, whatever the typography. */
const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')

async function newDrillWorld(team: Team = nimbus) {
  const world = await newWorld({ teams: [team] })
  const { store, clock, living, time } = world
  const quiet = { store, teams: [team], clock, log: pino({ level: 'silent' }), wake: () => {} }
  const reached: string[] = []
  const write = async (account: { user: string }) => void reached.push(account.user)
  const chats = new Map([['local', { write } as never]]) as never
  const incidents = newIncidents({ ...quiet, chats, draw: async () => [] })
  const make = () => newDrills(quiet)
  let drills = make()
  /** What is new in the chat, after so many minutes, one by one. */
  async function later(minutes: number): Promise<Message[]> {
    const heard: Message[] = []
    for (let at = 0; at < Math.max(1, minutes); at++) {
      time.now += minutes === 0 ? 0 : minute
      await drills.look()
      await incidents.look()
      await living.look()
      heard.push(...(await world.waiting()).map(({ message }) => message))
    }
    return heard
  }
  const restart = () => {
    drills = make()
  }
  const drill = async () => (await store.incidents.list('nimbus', 5)).find((one) => one.drill)!
  const alert = async (): Promise<Message> =>
    (await later(0)).find(({ about }) => about?.startsWith('crisis:'))!
  return { ...world, later, restart, drill, alert, reached }
}

test('a drill shows a storm that nobody said, marked everywhere, and nothing of it is counted', async () => {
  const { mia, later, store, drill, alert } = await newDrillWorld()
  expect(read(await mia.types('/crise exercice'))).toContain('L’exercice commence dans #e-reputation')
  const message = await alert()
  expect(message.title).toMatch(/^EXERCICE · Crise/)
  expect(read(message)).toMatch(/\d+ mentions négatives en 15 minutes, contre 0,1 d’habitude/)
  expect(read(message)).toContain('Ceci est un exercice')
  for (const { title, text } of message.items ?? []) expect(`${title} ${text}`).toContain('exercice')

  const shown = (await later(20)).map(read)
  expect(shown.join('\n')).toContain(
    'Cela s’amplifie. EXERCICE · Crise grave : Des données clients de Nimbus',
  )
  expect((await drill()).severity).toBe('grave')
  expect(await store.mentions.list('nimbus', {}, { most: 10 })).toEqual([])
  expect(await store.watches.newest()).toBe(0)
  expect(await store.freezes.of('nimbus', 'minor')).toBeNull()
})

test('the team takes it, notes, controls and ends it: its times are told once, and beside those of the next drill', async () => {
  const { mia, noor, later, alert, drill, restart } = await newDrillWorld()
  async function play(minutes: number) {
    await mia.types('/crise exercice')
    const message = await alert()
    await later(minutes)
    const taken = await noor.presses('Je m’en occupe', message)
    await later(3)
    await noor.presses('Noter une décision', message, { what: 'On prépare un message d’attente' })
    restart()
    await later(5)
    const controlled = await noor.presses('Sous contrôle', taken)
    await later(2)
    await mia.presses('C’est terminé', controlled)
    return (await later(3)).filter(({ title }) => title?.includes('vos délais'))
  }
  const [first, ...again] = await play(9)
  expect(again).toEqual([])
  expect(read(first!)).toContain('De l’alerte à la prise en charge : 9 minutes\n')
  expect(read(first!)).toContain('De l’alerte à la première note : 12 minutes\n')
  expect(read(first!)).toContain('De l’alerte à la mise sous contrôle : 17 minutes\n')
  expect(read(first!)).toContain('C’est le premier exercice')

  const [second] = await play(4)
  expect(read(second!)).toContain(
    'De l’alerte à la prise en charge : 4 minutes (exercice précédent : 9 minutes)',
  )
  expect(read(second!)).toContain('Plus vite que la dernière fois')

  const report = await mia.types(`/crise bilan ${(await drill()).id}`)
  expect(report.title).toContain('Bilan · EXERCICE')
  expect(read(report)).toContain('les propos cités sont inventés')
  expect(report.files!.find(({ type }) => type === 'image/png')!.says).toMatch(/^EXERCICE/)
}, 60_000)

test('one at a time, started by an admin, away from customers; it can be stopped', async () => {
  const { mia, noor, theo, store } = await newDrillWorld()
  expect((await noor.types('/crisis drill')).text).not.toContain('begins')
  expect((await theo.types('/crisis drill')).text).not.toContain('begins')
  expect(read(await mia.types('/crise exercice arrêter'))).toContain('Aucun exercice')
  expect(read(await mia.types('/crise exercice dans:#communaute'))).toContain(
    'Les clients lisent #communaute',
  )
  expect(read(await mia.types('/crise exercice scénario:incendie'))).toContain('fuite de données, vidéo')
  expect(read(await mia.types('/crise exercice lancer scénario:"vidéo d’un employé"'))).toContain('commence')
  expect((await store.incidents.list('nimbus', 5))[0]!.title).toContain('Vidéo')
  expect(read(await mia.types('/crise exercice'))).toContain('déjà en cours')
  expect(read(await mia.types('/crise exercice stop'))).toContain('L’exercice est terminé')
  expect(await store.incidents.standing('nimbus')).toEqual([])
})

test('it ends by itself after two hours, and calls nobody in private', async () => {
  const crew: Team = { ...nimbus, sample: false, crisis: { ...usualCrisis, rota: ['noor'] } }
  const { mia, later, drill, reached, alert } = await newDrillWorld(crew)
  await mia.types('/crise exercice')
  await alert()
  const heard = await later(119)
  expect((await drill()).state).not.toBe('over')
  expect(heard.some((message) => read(message).includes('Noor'))).toBe(true)
  expect(reached).toEqual([])
  const last = await later(2)
  expect((await drill()).state).toBe('over')
  expect(last.map(read).join()).toContain('prise en charge : pas fait')
  expect(await later(5)).toEqual([])
}, 60_000)

test('a true crisis beside a drill is raised, frozen and told as ever', async () => {
  const { mia, store, alert } = await newDrillWorld()
  await mia.types('/crise exercice')
  await alert()
  await mia.types('/crise déclarer titre:"Incendie à l’usine" gravité:grave')
  expect(await store.freezes.of('nimbus', 'serious')).not.toBeNull()
  expect((await alert()).title).toBe('Crise grave\u00a0: Incendie à l’usine')
})

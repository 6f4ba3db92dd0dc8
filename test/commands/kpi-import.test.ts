import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newDoor } from '../../src/http.ts'
import { newWorld, read } from '../world.ts'

async function newDesk() {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/octobre.csv'))
      return response.end('date;campagne;envoyés;ouvertures;spam\n01/10/2026;Lettre;1 200;480;3')
    return response.writeHead(404).end('<html>nothing</html>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ userAgent: 'Vigie test', allowPrivate: ['127.0.0.1'] })
  onTestFinished(async () => {
    await door.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { ...(await newWorld({ door })), base: `http://127.0.0.1:${port}` }
}

test('numbers come into the chat by an address, and are there once', async () => {
  const { mia, base } = await newDesk()
  const shown = read(await mia.types(`/kpi importer ${base}/octobre.csv?token=1`))
  expect(shown).toContain('1 ligne importée')
  expect(shown).toContain('2 nouveaux chiffres, 1er octobre 2026')
  expect(shown).toContain('spam')
  expect(read(await mia.types(`/kpi importer ${base}/octobre.csv`))).toContain(
    'Mia les a importés le 21 novembre 2026',
  )
  expect(read(await mia.types('/kpi taux d’ouverture période:2026-10'))).toContain('40')
  expect(read(await mia.types(`/kpi importer ${base}/rien.csv`))).toContain('ne donne pas ce fichier (404)')
})

test('or they are pasted into the form; every wrong line is told, and nothing of them is kept', async () => {
  const { mia, noor, theo } = await newDesk()
  expect(mia.before('/kpi importer').form).toMatchObject({ inputs: [{ name: 'from' }] })
  const lines = Array.from({ length: 14 }, (_, at) => `2026-10-${at + 1};many`)
  const from = ['date;sent', ...lines, '2026-10-20;100'].join('\n')
  const refused = read(await noor.types('/kpi import', { values: { from } }))
  expect(refused).toContain('14 lines are wrong')
  expect(refused).toContain('2: “many” in “sent” is no number')
  expect(refused).toContain('…and 4 more lines like these.')
  const dates = { from: 'date;sent\n2026-13-01;5\n2026-12-24;3' }
  expect(read(await noor.types('/kpi import', { values: dates }))).toMatch(
    /“2026-13-01” is no date: write the day[\s\S]*“2026-12-24” is yet to come: numbers are of days/,
  )
  const values = { from: 'date;sent\n2026-10-20;100\n' }
  expect(read(await noor.types('/kpi import', { values }))).toContain('1 new number')
  expect(read(await noor.types('/kpi import', { values: { from: 'hello' } }))).not.toContain('new number')
  expect(read(await theo.types('/kpi import', { values }))).not.toContain('already')
})

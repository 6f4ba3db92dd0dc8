import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bareEnvironment } from './program.ts'

// The command line as scripts see it: a process, what it prints where, and how it ends.

async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

function vigie(args: string[], more: { input?: string; env?: Record<string, string> } = {}) {
  const env = { ...bareEnvironment, ...more.env }
  const child = spawn(process.execPath, ['src/main.ts', ...args], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (more.input !== undefined) child.stdin.end(more.input)
  return child
}

async function ran(...asked: Parameters<typeof vigie>) {
  const child = vigie(asked[0], { input: '', ...asked[1] })
  const told = { out: '', err: '' }
  child.stdout.on('data', (text) => (told.out += text))
  child.stderr.on('data', (text) => (told.err += text))
  const [code] = await once(child, 'close')
  const lines = told.out.split('\n').filter((line) => line !== '')
  return { code, ...told, json: () => lines.map((line) => JSON.parse(line)) }
}

const rss = `<rss version="2.0"><channel><title>Le Journal</title>
  <item><title>La lampe Nimbus en panne, encore une honte</title><link>https://journal.example/1</link><guid>1</guid></item>
  <item><title>Il pleut</title><guid>2</guid></item></channel></rss>`

describe('vigie check', () => {
  test('says that the shipped settings are fine', async () => {
    const { code, out, err } = await ran(['check'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toMatch(/All settings are fine: 1 team, 7 topics, 3 sources/)
  })

  test('warns of topics that the routes may leave untold, and is content all the same', async () => {
    const config = join(await folder(), 'config')
    await cp('config', config, { recursive: true })
    const file = join(config, 'teams/nimbus/team.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('kinds: [competitor, sector]', 'kinds: [competitor]'))
    const { code, out, err } = await ran(['check', '--config', config])
    expect([code, out]).toEqual([0, ''])
    const line = text.split('\n').indexOf('routes:') + 1
    expect(err).toContain(`${file}:${line}: note: mentions of Éclairage may fit no route`)
    expect(err).toMatch(/All settings are fine/)
  })

  test('names each mistake with file, line and cure, in the language of the machine', async () => {
    const config = join(await folder(), 'config')
    await cp('config', config, { recursive: true })
    const file = join(config, 'teams/nimbus/team.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(
      file,
      text.replace('\nchannels:', '\nchanels:').replace('role: approver', 'role: aprover'),
    )
    const { code, out, err } = await ran(['check', '--config', config], { env: { LANG: 'fr_FR.UTF-8' } })
    expect([code, out]).toEqual([1, ''])
    const line = (words: string) => text.split('\n').findIndex((one) => one.includes(words)) + 1
    expect(err).toContain(`${file}:${line('channels:')}: `)
    expect(err).toContain(`${file}:${line('role: approver')}: `)
    expect(err).toMatch(/channels/)
    expect(err).toMatch(/2 problèmes dans les réglages/)
  })

  test('--online tries each source, and shows where rss-parser sees it differently', async () => {
    const config = join(await folder(), 'config')
    await cp('config', config, { recursive: true })
    const twice = rss.replace('</channel>', '<item><title>coupé</title></item>')
    const served: Record<string, string> = {
      '/fine': rss,
      '/cut': twice.slice(0, twice.indexOf('coupé') + 5),
    }
    const server = createServer((request, response) => {
      const body = served[request.url!]
      response.writeHead(body ? 200 : 404).end(body)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const file = join(config, 'teams/nimbus/team.yaml')
    const feeds = ['fine', 'cut', 'gone'].map((name) => `  - { name: ${name}, feed: "${base}/${name}" }`)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^sources:[\s\S]*$/m, `sources:\n${feeds.join('\n')}\n`))
    const { code, out } = await ran(['check', '--online', '--config', config], {
      env: { VIGIE_ALLOW_PRIVATE: '127.0.0.1' },
    })
    expect(code).toBe(1)
    expect(out).toMatch(/^nimbus: fine: 2 posts/m)
    expect(out).toMatch(/^nimbus: cut: 3 posts/m)
    expect(out).toMatch(/^nimbus: cut: .*rss-parser/m)
    expect(out).toMatch(/^nimbus: fine: rss-parser reads 2 posts/m)
    expect(out).not.toMatch(/^nimbus: fine: .*differ/m)
    expect(out).toMatch(/^nimbus: gone: cannot be read: .*nothing at this address \(404\)/m)
  })

  test('nothing starts on wrong settings', async () => {
    const { code, err } = await ran(['start'], {
      env: { VIGIE_CONFIG: '/nowhere', VIGIE_DATA: await folder() },
    })
    expect(code).toBe(1)
    expect(err).toMatch(/copy config\/teams\/nimbus/)
  })
})

describe('vigie parse', () => {
  test('prints each feed as a line of JSON, a file that is no feed as its error', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'feed.xml'), rss)
    await writeFile(join(dir, 'page.html'), '<html><body>Bonjour</body></html>')
    const files = [join(dir, 'feed.xml'), join(dir, 'page.html')]
    const { code, json } = await ran(['parse', ...files])
    expect(code).toBe(0)
    expect(json()).toMatchObject([
      {
        file: files[0],
        feed: { title: 'Le Journal' },
        posts: [{ id: '1', url: 'https://journal.example/1' }, { title: 'Il pleut' }],
      },
      { file: files[1], error: expect.any(String) },
    ])
  })

  test('takes file names on stdin, and fails when one cannot be opened', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'feed.xml'), rss)
    const { code, json, err } = await ran(['parse'], {
      input: `${join(dir, 'feed.xml')}\n${join(dir, 'gone.xml')}\n`,
    })
    expect(code).toBe(1)
    expect(json()).toHaveLength(1)
    expect(err).toContain('gone.xml')
  })
})

describe('vigie scan', () => {
  test('prints the mentions of a file, an address and of posts on stdin, and keeps nothing', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'feed.xml'), rss)
    const server = createServer((_request, response) => response.end(rss)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
    const post = JSON.stringify({
      id: 'x',
      url: null,
      title: '',
      text: 'J’adore ma lampe Nimbus !',
      author: 'theo',
      publishedAt: '2026-11-01T10:00:00Z',
    })
    const env = { VIGIE_ALLOW_PRIVATE: '127.0.0.1', VIGIE_DATA: join(dir, 'data') }
    const { code, json } = await ran(['scan', join(dir, 'feed.xml'), address, '-'], {
      input: `${post}\n`,
      env,
    })
    expect(code).toBe(0)
    const mention = {
      team: 'nimbus',
      topics: [{ name: 'Nimbus', kind: 'brand', sentiment: { label: 'negative' } }],
      url: 'https://journal.example/1',
      language: 'fr',
      sentiment: { label: 'negative', score: expect.any(Number), confidence: expect.any(Number) },
      story: expect.any(String),
    }
    expect(json()).toMatchObject([
      mention,
      mention,
      { author: 'theo', publishedAt: '2026-11-01T10:00:00.000Z', sentiment: { label: 'positive' } },
    ])
  })

  test('one that cannot be read is told, the others are scanned', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'feed.xml'), rss)
    const { code, json, err } = await ran([
      'scan',
      'http://127.0.0.1:9/feed',
      join(dir, 'gone.xml'),
      join(dir, 'feed.xml'),
    ])
    expect(code).toBe(1)
    expect(json()).toHaveLength(1)
    expect(err).toMatch(/VIGIE_ALLOW_PRIVATE/)
    expect(err).toMatch(/gone\.xml/)
  })
})

test('vigie analyse answers each line in order, and says which line is none', async () => {
  const input = [
    '{"text":"Quelle belle lampe, merci !"}',
    'nonsense',
    '{"text":""}',
    '{"text":"awful, broken again","language":"en"}',
  ].join('\n')
  const { code, json, err } = await ran(['analyse'], { input })
  expect(code).toBe(1)
  expect(err).toMatch(/Line 2/)
  expect(json()).toMatchObject([
    { language: 'fr', sentiment: { label: 'positive' } },
    { language: null, sentiment: { label: 'neutral' } },
    { language: 'en', sentiment: { label: 'negative' } },
  ])
})

test('wrong usage ends with 2, help with 0', async () => {
  expect((await ran(['frobnicate'])).code).toBe(2)
  expect((await ran(['scan'])).code).toBe(2)
  expect((await ran(['check', '--frob'])).code).toBe(2)
  const help = await ran(['--help'])
  expect(help.code).toBe(0)
  expect(help.out).toMatch(/start[\s\S]*check[\s\S]*parse[\s\S]*scan[\s\S]*analyse/)
})

describe('vigie import', () => {
  test('files the history of another tool, names wrong lines with their cure, brings nothing twice', async () => {
    const [data, file] = [await folder(), join(await folder(), 'old.csv')]
    const rows = Array.from({ length: 60 }, () => 'https://a.example/x;Nimbus;31/02/2026')
    const csv = [
      'url;texte;date',
      'https://a.example/1;La lampe Nimbus est en panne;21/11/2025 14:05',
      ...rows,
    ]
    await writeFile(file, csv.join('\n'))
    const asked = ['import', '--team', 'nimbus', file]
    const first = await ran(asked, { env: { VIGIE_DATA: data } })
    expect(first.code).toBe(1)
    expect(first.json()).toEqual([{ file, lines: 61, filed: 1, known: 0, mentions: 1, wrong: 60 }])
    expect(first.err).toContain(`${file}:3: “31/02/2026” is no date: write 2026-11-21 14:05`)
    expect(first.err).not.toContain(`${file}:53:`)
    expect(first.err).toContain('and 10 more lines like these')
    expect(first.err).toContain('61 lines: 1 post filed, 1 mention, 60 wrong lines left out.')

    await writeFile(file, csv.slice(0, 2).join('\n'))
    const again = await ran(asked, { env: { VIGIE_DATA: data } })
    expect([again.code, again.json()]).toEqual([
      0,
      [{ file, lines: 1, filed: 0, known: 1, mentions: 0, wrong: 0 }],
    ])
    const wrongTeam = await ran(['import', '--team', 'acme', file], { env: { VIGIE_DATA: data } })
    expect(wrongTeam.code).toBe(1)
    expect(wrongTeam.err).toMatch(/no team “acme” in the settings. There are: nimbus/)
    expect((await ran(['import', file])).code).toBe(2)
  })
})

describe('vigie start', () => {
  test('shows its page, hears the samples, stops at Ctrl-C within 5 s, and goes on where it was', async () => {
    const data = await folder()
    const heardBefore = await started(data, async (address) => {
      const page = await (await fetch(address)).text()
      expect(page).toMatch(/<!doctype html>/i)
      return until(
        () => alerts(address),
        (all) => all.length >= 2,
      )
    })
    await started(data, async (address) => {
      const again = await alerts(address)
      const ids = again.map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(heardBefore.map(({ id }) => id)))
      const told = again.map(({ message }) => message?.about)
      expect(new Set(told).size).toBe(told.length)
    })
  })

  /** Runs until the work is done, then Ctrl-C: it must end by itself, soon and with 0. */
  async function started<Result>(data: string, work: (address: string) => Promise<Result>): Promise<Result> {
    const child = vigie(['start'], { env: { VIGIE_DATA: data, PORT: '0', LOG_LEVEL: 'silent' } })
    const result = await work(await addressOf(child))
    const asked = performance.now()
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(performance.now() - asked).toBeLessThan(5_000)
    return result
  }

  async function addressOf(child: ChildProcess): Promise<string> {
    for await (const text of child.stdout!) return String(text).trim()
    throw new Error('it ended without an address')
  }

  type Shown = { id: string; message: { about: string | null } | null }
  const alerts = async (address: string): Promise<Shown[]> => {
    const answer = await fetch(`${address}/api/history?as=mia&channel=e-reputation`)
    return ((await answer.json()) as { messages: Shown[] }).messages
  }

  async function until<Result>(
    look: () => Promise<Result>,
    enough: (found: Result) => boolean,
  ): Promise<Result> {
    for (;;) {
      const found = await look()
      if (enough(found)) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
})

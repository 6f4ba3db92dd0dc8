import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bareEnvironment } from '../program.ts'

// Every secret here holds “hush”, everything that a person wrote or is called holds “zyzyx”. The real program runs,
// all that can fails, and neither word is anywhere in what it writes.

const secrets = {
  VIGIE_SECRET: 'hush-of-vigie-0123456789abcdef0123',
  SLACK_BOT_TOKEN: 'xoxb-hush-slack-bot',
  SLACK_APP_TOKEN: 'xapp-hush-slack-app',
  SLACK_SIGNING_SECRET: 'hushsigning0123',
  DISCORD_TOKEN: 'hush.discord.token',
  NIMBUS_BRANCH: 'hush of the team’s own server',
}

const post = (
  id: number,
  words: string,
) => `<item><guid>${id}</guid><title>Nimbus lampe ${words} zyzyx</title>
  <link>https://forum.example/zyzyx/${id}</link><author>quentin@zyzyx.example (Quentin Zyzyx)</author>
  <description>Ma lampe Nimbus zyzyx est une arnaque, dit @zyzyxq ; écrivez à quentin@zyzyx.example</description></item>`
const rss = `<rss version="2.0"><channel><title>Forum</title>${post(1, 'en panne')}</channel></rss>`

async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'vigie-silence-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** A site whose pages fail in every way, and hold people's words and what we sent. */
async function site() {
  const server = createServer(({ url = '', headers }, response) => {
    const page = new URL(url, 'http://localhost').pathname.slice(1)
    const echo = `zyzyx ${url} ${headers.authorization ?? ''}`
    if (page === 'feed') return response.end(rss)
    if (page === 'hangs-up') return response.destroy()
    if (page === 'plain') return response.end(`Bonjour, ${echo}`)
    if (page === 'page') return response.end(`<html><body>${echo}</body></html>`)
    if (page === 'json') return response.end(`{"zyzyx": "${echo}`)
    if (page === 'moved')
      return response.writeHead(302, { location: `/moved?${echo.replace(/\W+/g, '-')}` }).end()
    response.writeHead(Number(page) || 404, { 'x-words': 'zyzyx' }).end(echo)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function settings(host: string) {
  const config = join(await folder(), 'config')
  await cp('config', config, { recursive: true })
  const file = join(config, 'teams/nimbus/team.yaml')
  const pages = ['feed', '500', '401', '429', '404', 'plain', 'page', 'json', 'hangs-up', 'moved']
  const feeds = pages.map(
    (page) => `  - { name: "${page}", feed: "http://${host}/${page}?key=hush-feed-${page}-0123456789" }`,
  )
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text
      .replace(/^sources:[\s\S]*$/m, `sources:\n${feeds.join('\n')}\n`)
      .replace(/^title: Nimbus$/m, 'title: Nimbus\ndiscord: { token: "env:NIMBUS_BRANCH" }'),
  )
  return config
}

function started(env: Record<string, string>) {
  const program = ['--import', './test/health/saboteur.ts', 'src/main.ts', 'start']
  const child = spawn(process.execPath, program, {
    env: { ...bareEnvironment, LANG: 'fr_FR.UTF-8', PORT: '0', LOG_LEVEL: 'trace', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const written = { all: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      written.all += text
    })
  /** Waits until it has written all of this. */
  async function writes(...words: string[]) {
    while (words.some((one) => !written.all.includes(one))) {
      if (child.exitCode !== null) throw new Error(`it ended: ${written.all}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  return { child, written, writes }
}

const discreet = (text: string) => {
  for (const secret of Object.values(secrets)) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''))
  }
  expect(text).not.toMatch(/.{0,60}(?:hush|zyzyx).{0,60}/i)
}

test('whatever fails, no secret and nobody’s words are written, nor told to Prometheus', async () => {
  const host = await site()
  const config = await settings(host)
  const { child, written, writes } = started({
    ...secrets,
    VIGIE_CONFIG: config,
    VIGIE_DATA: await folder(),
    VIGIE_ALLOW_PRIVATE: '127.0.0.1',
  })
  await writes('http://127.0.0.1:', 'a source cannot be read')
  const address = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(written.all)![0]
  const types = (as: string, text: string) =>
    fetch(`${address}/api/type?as=${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'e-reputation', text }),
    }).then((answer) => answer.text())
  await types('mia', '/boom motzyzyx de Quentin Zyzyx')
  await types('mia', '/parse Zyzyx l’auteur zyzyx')
  await types('noor', '/mentions zyzyx:zyzyx')
  await types('mia', '/nozyzyx')
  await types('mia', '/mention add "Ma lampe Nimbus zyzyx est cassée" url:https://forum.example/zyzyx/9')
  await types('mia', '/mention add "Encore une lampe Nimbus zyzyx cassée" url:https://forum.example/zyzyx/10')
  await types('mia', '/mention add "Toujours une lampe Nimbus zyzyx" url:https://forum.example/zyzyx/11')
  await writes('an answer failed', 'a message did not go out')
  const figures = await (await fetch(`${address}/metrics`)).text()
  discreet(figures)
  for (const figure of [
    /^vigie_deliveries\{state="\w+",chat="local"\} \d+$/m,
    /^vigie_deliveries_told_total\{chat="local"\} \d+$/m,
    /^vigie_deliveries_failed_total\{chat="local"\} [1-9]\d*$/m,
    /^vigie_posts_heard_total\{source="pasted"\} [1-9]\d*$/m,
    /^vigie_mentions_total\{team="nimbus"\} [1-9]\d*$/m,
    /^vigie_feed_reads_total\{outcome="failed"\} [1-9]\d*$/m,
    /^vigie_feeds\{state="failing"\} [1-9]\d*$/m,
    /^vigie_command_seconds_count\{command="boom"\} 1$/m,
    /^vigie_command_seconds_count\{command="none"\} 1$/m,
    /^process_resident_memory_bytes [1-9]\d*$/m,
    /^nodejs_eventloop_lag_seconds\{quantile="0.99"\} [\d.e-]+$/m,
  ])
    expect(figures).toMatch(figure)
  const health = await fetch(`${address}/healthz`)
  const state = await health.text()
  discreet(state)
  expect([health.status, JSON.parse(state)]).toMatchObject([200, { ok: true, teams: 1 }])
  const mistakes = [
    await fetch(`${address}/zyzyx?token=${secrets.DISCORD_TOKEN}`),
    await fetch(`${address}/api/history?as=zyzyx&channel=zyzyx`),
  ]
  expect(mistakes.map(({ status }) => status)).toEqual([404, 404])
  void types('mia', '/fall motzyzyx de Quentin').catch(() => {})
  await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  expect(written.all).toContain('Vigie fell over its own mistake')
  for (const line of written.all.split('\n').filter((one) => one.startsWith('{')))
    expect(() => JSON.parse(line)).not.toThrow()
  // What helps is still there: the kind of error, its code, where it came from.
  expect(written.all).toMatch(/"type":"Error".*"code":"SABOTAGE".*saboteur\.ts/)
  expect(written.all).toMatch(/"feed":"http:.*"words":"refused: …"/)
  expect(written.all).toMatch(/"type":"SyntaxError".*is not valid JSON/)
  discreet(written.all)
})

test('the password of a database that does not answer is not written', async () => {
  const { child, written, writes } = started({
    VIGIE_DATA: await folder(),
    DATABASE_URL: 'postgres://vigie:hush%20of%20the%20database@127.0.0.1:9/vigie?options=hush-too',
  })
  await writes('the database does not answer')
  child.kill('SIGKILL')
  await once(child, 'exit')
  discreet(written.all)
})

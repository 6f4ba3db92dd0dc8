import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

// From above to below; rooms on one line are neighbours, who do not lean on each other.
const layers = [
  ['src/main.ts'],
  [
    'src/app.ts',
    'src/scan.ts',
    'src/check.ts',
    'src/analyse.ts',
    'src/detect.ts',
    'src/verify.ts',
    'src/trail.ts',
    'src/recount.ts',
    'src/problems.ts',
    'src/import',
  ],
  ['src/connecting.ts'],
  [
    'src/health',
    'src/bot.ts',
    'src/intake.ts',
    'src/live-teams.ts',
    'src/community.ts',
    'src/adding.ts',
    'src/schedule',
    'commands',
    'src/web',
    'src/chat/slack',
    'src/chat/discord',
    'src/chat/local',
  ],
  ['src/bot'],
  // Numbers come from files, from webhooks and from the chat.
  ['src/delivery', 'src/reports', 'src/import/measures.ts'],
  ['src/chat'],
  ['src/sources', 'src/publish', 'src/drafting', 'src/analysis', 'src/store', 'src/draw', 'src/mail'],
  ['src/http.ts', 'src/log.ts', 'src/breath.ts', 'src/keeping.ts'],
  ['src/http'],
  ['src/settings', 'src/texts', 'src/scrub.ts'],
  ['src/model'],
]

// A dependency is a guest, and each guest has one room; what others answer is checked like what is set.
const rooms: Record<string, string | string[]> = {
  '@slack/': 'src/chat/slack',
  'discord.js': 'src/chat/discord',
  kysely: 'src/store',
  'node:sqlite': 'src/store',
  keyv: 'src/store',
  '@keyv/': 'src/store',
  htmlparser2: 'src/sources',
  'rss-parser': 'src/sources',
  'csv-parse': 'src/sources',
  undici: 'src/http',
  natural: 'src/analysis',
  fastify: 'src/web',
  yaml: 'src/settings',
  echarts: 'src/reports',
  '@resvg/': 'src/reports',
  pdfkit: 'src/reports',
  nodemailer: 'src/mail',
  zod: ['src/settings', 'src/sources'],
  i18next: 'src/texts',
  '@noble/': 'src/draw',
  ai: 'src/drafting',
  '@ai-sdk/': 'src/drafting',
  masto: 'src/publish',
  '@atproto/': 'src/publish',
  standardwebhooks: 'src/publish',
  'node-cron': 'src/schedule',
  diff: 'src/delivery',
  commander: 'src/main.ts',
}

const files = ['src', 'commands']
  .flatMap(filesUnder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map(([, target]) => ({
    file,
    target: target!,
  })),
)

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(200)
})

test('a file leans on its own room or on something lower, never on a neighbour and never upwards', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => ({ file, to: normalize(join(dirname(file), target)) }))
    .filter(({ file, to }) => roomOf(file) !== roomOf(to) && levelOf(file) <= levelOf(to))
  expect(wrong.map(({ file, to }) => `${file} leans on ${to}`)).toEqual([])
})

test('a guest stays in its room', () => {
  const wrong = imports.flatMap(({ file, target }) => {
    const guest = Object.keys(rooms).find(
      (name) => target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`),
    )
    return guest && ![rooms[guest]].flat().includes(roomOf(file)) ? [`${file} asks for ${target}`] : []
  })
  expect(wrong).toEqual([])
})

test('the model is pure: it knows no clock, no network, no files, no guests', () => {
  const impure = files
    .filter((file) => file.startsWith('src/model/'))
    .filter((file) => {
      const code = readFileSync(file, 'utf8')
      return /Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|from '(?!\.\/)/.test(code)
    })
  expect(impure).toEqual([])
})

/** The most exact room a file belongs to. */
function roomOf(file: string): string {
  const all = layers.flat().filter((room) => file === room || file.startsWith(`${room}/`))
  const [room] = all.sort((a, b) => b.length - a.length)
  if (!room) throw new Error(`${file} has no place in the house: name its layer in this test`)
  return room
}

/** 1 for the lowest. */
const levelOf = (file: string) => layers.length - layers.findIndex((layer) => layer.includes(roomOf(file)))

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [relative('.', path)]
  })
}

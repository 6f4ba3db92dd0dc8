import { cpus, loadavg } from 'node:os'

/** `npm run bench [name…]`: each bench as one JSON line; ratios measured side by side in one run. */
// Each is loaded when its turn comes: what one brings along (all of natural) would slow the others.
const benches: Record<string, () => Promise<object>> = {
  matching: async () => (await import('./matching.ts')).matching(),
  reading: async () => (await import('./reading.ts')).reading(),
  unchanged: async () => (await import('./reading-unchanged.ts')).unchanged(),
  schedule: async () => (await import('./schedule.ts')).schedule(),
  stories: async () => (await import('./stories.ts')).stories(),
  road: async () => (await import('./road.ts')).road(),
  acks: async () => (await import('./acks.ts')).acks(),
  detect: async () => (await import('./detect.ts')).detecting(),
  noticing: async () => (await import('./noticing.ts')).noticing(),
  giveaway: async () => (await import('./giveaway.ts')).giveaway(),
  chart: async () => (await import('./chart.ts')).chart(),
  mood: async () => (await import('./mood.ts')).moodBench(),
  kpi: async () => (await import('./kpi.ts')).kpi(),
  outbox: async () => (await import('./outbox.ts')).outbox(),
}

const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const result = await bench()
  const machine = { node: process.version, cores: cpus().length, load: +loadavg()[0]!.toFixed(1) }
  console.log(JSON.stringify({ bench: name, ...result, machine }))
}

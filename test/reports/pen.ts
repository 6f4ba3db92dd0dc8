import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

// In the place of src/reports/chart-drawing.ts: it does what it is told, to be seen breaking.
for await (const line of createInterface({ input: stdin })) {
  const told = JSON.parse(line) as string
  if (told === 'die') process.exit(3)
  if (told === 'shout') {
    process.stderr.write('out of ink')
    process.exit(1)
  }
  if (told === 'sleep') await setTimeout(60_000)
  const head = Buffer.alloc(5)
  head.writeUInt8(told === 'refuse' ? 1 : 0, 0)
  const answer = Buffer.from(told === 'pid' ? String(process.pid) : told)
  head.writeUInt32BE(answer.length, 1)
  // In pieces, as a pipe may bring them.
  stdout.write(head.subarray(0, 3))
  await setTimeout(5)
  stdout.write(Buffer.concat([head.subarray(3), answer.subarray(0, 1)]))
  await setTimeout(5)
  stdout.write(answer.subarray(1))
}

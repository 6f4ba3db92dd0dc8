import { z } from 'zod'
import { type CrisisSettings, severities, usualCrisis } from '../model/incident.ts'
import { Oops } from '../model/oops.ts'
import { sensitivityOf } from '../model/sensitivity.ts'
import { readLength } from './length.ts'
import { readName } from './names.ts'
import { shown } from './problem.ts'
import { text } from './shape.ts'

const minute = 60_000
const length = text(
  readLength({ least: { ms: 5 * minute, said: '5 min' }, most: { ms: 7 * 1440 * minute, said: '7 days' } }),
)

/** What a team says of its crises: how easily one is noticed, what it holds back, who is called, what is to be done. */
export const crisisShape = z.strictObject({
  sensitivity: z.union([text(readSensitivity), z.number().transform(checkSensitivity)]).optional(),
  freeze: z.enum([...severities, 'never']).optional(),
  remind: length.optional(),
  calm: length.optional(),
  rota: z.array(text(readName)).optional(),
  plan: z
    .array(
      z.union([
        z.strictObject({ do: text(readTask), who: text(readName).optional() }),
        text(readTask).transform((task) => ({ do: task, who: undefined })),
      ]),
    )
    .min(1)
    .optional(),
})

export type CrisisGiven = z.output<typeof crisisShape>

/** As the team goes by it; its own lines before those that all teams share. */
export function crisisOf(own: CrisisGiven | undefined, shared: CrisisGiven | undefined): CrisisSettings {
  const { freeze, plan, ...given } = { ...shared, ...own }
  return {
    ...usualCrisis,
    ...given,
    freeze: freeze === undefined ? usualCrisis.freeze : freeze === 'never' ? null : freeze,
    plan: plan?.map((task) => ({ text: task.do, who: task.who ?? null })) ?? usualCrisis.plan,
  }
}

function readSensitivity(given: string): string {
  if (sensitivityOf(given) === null) throw new Oops('settings.sensitivity', { given: shown(given) })
  return given.trim().toLowerCase()
}

function checkSensitivity(given: number, context: z.RefinementCtx): number {
  if (sensitivityOf(given) !== null) return given
  const oops = new Oops('settings.sensitivity', { given: String(given) })
  context.addIssue({ code: 'custom', params: { oops } })
  return z.NEVER
}

function readTask(given: string): string {
  const task = given.replace(/\s+/g, ' ').trim()
  if (task === '' || task.length > longestTask) throw new Oops('settings.task', { most: longestTask })
  return task
}

const longestTask = 200

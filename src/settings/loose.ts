import type { Path } from './place.ts'

/** A value as a map or a list of unknown things; empty where it is something else. */
export const map = (value: unknown) => (isMap(value) ? value : {})
export const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [])

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path, undefined where it leads nowhere. */
export const valueAt = (value: unknown, path: Path) =>
  path.reduce<unknown>((at, step) => (Array.isArray(at) ? at[Number(step)] : map(at)[String(step)]), value)

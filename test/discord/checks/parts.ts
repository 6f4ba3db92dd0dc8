import type { Component } from '../bodies.ts'
import type { Path } from '../refusal.ts'

/** Every part, however deep, with its place. */
export function* partsOf(components: Component[], at: Path = []): Generator<{ part: Component; path: Path }> {
  for (const [n, part] of components.entries()) {
    const path = [...at, n]
    yield { part, path }
    yield* partsOf(part.components ?? [], [...path, 'components'])
    for (const inner of ['component', 'accessory'] as const)
      if (part[inner]) {
        yield { part: part[inner], path: [...path, inner] }
        yield* partsOf(part[inner].components ?? [], [...path, inner, 'components'])
      }
  }
}

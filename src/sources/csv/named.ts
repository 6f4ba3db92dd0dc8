/**
 * Finds columns by what their cells are called: `names` holds the names of each field (`title|titre`), those that fit
 * better first, and `nameOf` writes a cell as these are written. Gives the places of each field's columns, the best
 * first, and of each cell whether it is one.
 */
export function columnFinder<Field extends string>(
  names: Record<Field, string>,
  nameOf: (cell: string) => string,
): (cells: string[]) => { of: Record<Field, number[]>; known: boolean[] } {
  const fields = Object.keys(names) as Field[]
  const byName = new Map(
    fields.flatMap((field) => names[field].split('|').map((name, rank) => [name, { field, rank }] as const)),
  )
  return (cells) => {
    const known = cells.map((cell) => byName.get(nameOf(cell)))
    const of = Object.fromEntries(
      fields.map((field) => [
        field,
        known
          .flatMap((one, at) => (one?.field === field ? [{ at, rank: one.rank }] : []))
          .sort((one, other) => one.rank - other.rank)
          .map(({ at }) => at),
      ]),
    ) as Record<Field, number[]>
    return { of, known: known.map((one) => one !== undefined) }
  }
}

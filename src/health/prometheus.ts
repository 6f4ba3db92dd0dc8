/**
 * Counts, levels and spreads in Prometheus' text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Ours, since the usual library takes 22 MB of memory
 * for summaries and tracing that nobody asks for here.
 */
export type Labels = Record<string, string>
export type Reading = { labels?: Labels; value: number }

type Metric = {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  lines(): Promise<string[]>
}

export function newFigures() {
  const metrics: Metric[] = []

  /** Something that only grows; `labels` must have few values, all of them ours. */
  function counter(name: string, help: string) {
    const values = new Map<string, number>()
    const lines = async () => [...values].map(([labels, value]) => `${name}${labels} ${value}`)
    metrics.push({ name, help, type: 'counter', lines })
    return (labels: Labels = {}, by = 1) => {
      const key = written(labels)
      values.set(key, (values.get(key) ?? 0) + by)
    }
  }

  /** What is read at the moment somebody asks; what cannot be read then is left out. */
  function level(
    name: string,
    help: string,
    read: () => Reading[] | Promise<Reading[]>,
    type: 'gauge' | 'counter' = 'gauge',
  ) {
    const lines = async () =>
      (await read()).map(({ labels = {}, value }) => `${name}${written(labels)} ${shown(value)}`)
    metrics.push({ name, help, type, lines })
  }

  /** How something is spread, in buckets up to these bounds. */
  function spread(name: string, help: string, bounds: number[]) {
    const all = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()
    const lines = async () =>
      [...all.values()].flatMap(({ labels, counts, sum, count }) => [
        ...bounds.map((le, at) => `${name}_bucket${written({ ...labels, le: String(le) })} ${counts[at]}`),
        `${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
        `${name}_sum${written(labels)} ${shown(sum)}`,
        `${name}_count${written(labels)} ${count}`,
      ])
    metrics.push({ name, help, type: 'histogram', lines })
    return (labels: Labels, value: number) => {
      const key = written(labels)
      const one = all.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
      all.set(key, one)
      bounds.forEach((le, at) => {
        if (value <= le) one.counts[at]!++
      })
      one.sum += value
      one.count++
    }
  }

  /** Everything, as Prometheus reads it. */
  async function text(): Promise<string> {
    const parts = await Promise.all(
      metrics.map(async ({ name, help, type, lines }) => {
        const read = await lines().catch(() => [])
        const said = help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')
        return read.length === 0 ? [] : [`# HELP ${name} ${said}`, `# TYPE ${name} ${type}`, ...read]
      }),
    )
    return `${parts.flat().join('\n')}\n`
  }

  return { counter, level, spread, text }
}

function written(labels: Labels): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return all.length === 0 ? '' : `{${all.join(',')}}`
}

const escaped = (value: string) => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')

const shown = (value: number) => (Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : 'NaN')

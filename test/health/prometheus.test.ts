import { expect, test } from 'vitest'
import { newFigures } from '../../src/health/prometheus.ts'

test('counts, levels and spreads read as Prometheus reads them', async () => {
  const { counter, level, spread, text } = newFigures()
  const asked = counter('asked_total', 'Questions,\nof \\ all kinds.')
  asked({ by: 'a "b" \\ \n c' })
  asked({ by: 'a "b" \\ \n c' }, 2)
  level('open', 'Open ones.', () => [{ value: 3 }, { labels: { chat: 'slack' }, value: 0 }])
  const took = spread('took_seconds', 'Time.', [0.1, 1])
  took({ command: 'help' }, 0.05)
  took({ command: 'help' }, 0.1)
  took({ command: 'help' }, 5)
  expect(await text()).toBe(
    [
      '# HELP asked_total Questions,\\nof \\\\ all kinds.',
      '# TYPE asked_total counter',
      'asked_total{by="a \\"b\\" \\\\ \\n c"} 3',
      '# HELP open Open ones.',
      '# TYPE open gauge',
      'open 3',
      'open{chat="slack"} 0',
      '# HELP took_seconds Time.',
      '# TYPE took_seconds histogram',
      'took_seconds_bucket{command="help",le="0.1"} 2',
      'took_seconds_bucket{command="help",le="1"} 2',
      'took_seconds_bucket{command="help",le="+Inf"} 3',
      'took_seconds_sum{command="help"} 5.15',
      'took_seconds_count{command="help"} 3',
      '',
    ].join('\n'),
  )
})

test('what cannot be read now is left out, and the rest stands', async () => {
  const { counter, level, text } = newFigures()
  level('broken', 'Broken.', () => Promise.reject(new Error('the store does not answer')))
  counter('fine_total', 'Fine.')({}, 1)
  expect(await text()).toBe('# HELP fine_total Fine.\n# TYPE fine_total counter\nfine_total 1\n')
})

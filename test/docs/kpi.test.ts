import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kpiTables } from './kpi-tables.ts'

const [begin, end] = ['<!-- measures -->', '<!-- /measures -->']

test.each([
  ['en', 'docs/kpi.md'],
  ['fr', 'docs/kpi.fr.md'],
] as const)(
  'every measure stands in the %s page as the catalogue has it (UPDATE_DOCS=1 writes it)',
  (locale, file) => {
    const page = readFileSync(file, 'utf8')
    const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)]
    expect(from).toBeGreaterThan(begin.length)
    const tables = `\n${kpiTables(locale)}\n`
    if (process.env.UPDATE_DOCS) writeFileSync(file, page.slice(0, from) + tables + page.slice(to))
    else expect(page.slice(from, to)).toBe(tables)
  },
)

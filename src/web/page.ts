import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'

const folder = new URL('./page/', import.meta.url)

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The files of the page as they stand in page/, read once: no address can reach any other file. */
export function addPage(app: FastifyInstance) {
  for (const file of readdirSync(folder)) {
    const type = types[extname(file)]
    if (!type) continue
    const content = readFileSync(new URL(file, folder), 'utf8')
    app.get(file === 'index.html' ? '/' : `/${file}`, (_request, reply) => reply.type(type).send(content))
  }
}

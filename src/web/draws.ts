import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Proof, proofJson } from '../model/draw-proof.ts'
import type { Locale } from '../model/team.ts'
import { type ProofPage, pageOf } from '../reports/proof-page.ts'

/** The proof of a draw by the id it is published with; null where there is none, or none yet. */
export type FindProof = (id: string) => Promise<Proof | null>

/** Adds the pages of draws: `/draws/<id>` for people, `/draws/<id>.json` for whoever checks it with a program. */
export function addDraws(app: FastifyInstance, find: FindProof) {
  const proofs = newShortMemory(find)
  const pages = new WeakMap<Proof, Partial<Record<Locale, ProofPage>>>()
  const pageFor = (proof: Proof, locale: Locale) => {
    const made = pages.get(proof) ?? {}
    pages.set(proof, made)
    made[locale] ??= pageOf(proof, locale)
    return made[locale]
  }
  app.get<{ Params: { id: string } }>('/draws/:id', async (request, reply) => {
    const { id, json } = asked(request.params.id)
    const proof = id === null ? null : await proofs(id)
    if (!proof) return reply.code(404).send()
    // A checker of somebody else's may stand on any site.
    if (json)
      return headed(reply)
        .header('access-control-allow-origin', '*')
        .type('application/json; charset=utf-8')
        .send(proofJson(proof))
    const { html, policy } = pageFor(proof, localeOf(request.headers['accept-language']))
    return headed(reply)
      .header('content-security-policy', `${policy}; frame-ancestors 'none'`)
      .type('text/html; charset=utf-8')
      .send(html)
  })
}

const asked = (text: string) => {
  const [, id = null, json] = /^([0-9a-z-]{1,64})(\.json)?$/i.exec(text) ?? []
  return { id, json: json !== undefined }
}

/** Who takes part is named by nothing but receipts; yet a draw is for those who were given its address. */
const headed = (reply: FastifyReply) =>
  reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-cache')

const localeOf = (accepted = ''): Locale => (/^fr\b/i.test(accepted) ? 'fr' : 'en')

/**
 * A draw of many entries takes a moment to be worked out: whoever asks again within seconds, or a thousand at once
 * after the winners were told, are given the same.
 */
function newShortMemory(find: FindProof, { most = 8, keptFor = 10_000 } = {}): FindProof {
  const kept = new Map<string, Promise<Proof | null>>()
  return (id) => {
    const known = kept.get(id)
    if (known) return known
    const asked = find(id)
    kept.set(id, asked)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    const drop = () => void (kept.get(id) === asked && kept.delete(id))
    asked.then((proof) => (proof ? setTimeout(drop, keptFor).unref() : drop()), drop)
    return asked
  }
}

import { Unavailable } from '../model/oops.ts'
import type { Environment } from '../settings/environment.ts'
import { boundedFetch } from './bounded-fetch.ts'

/** Something that writes: gives what it wrote, as it came. Throws Unavailable, with the key of words that people read. */
export type LanguageModel = {
  name: string
  write(ask: { rules: string; facts: string; matter: string }, signal?: AbortSignal): Promise<string>
}

/**
 * The language model that the operator set, behind any address that speaks as OpenAI's does; null where there is none.
 * The address is trusted as it is. It is asked once, without tools, for at most `timeout` ms.
 */
export function modelOf(
  { model }: Pick<Environment, 'model'>,
  { timeout = usualTimeout }: { timeout?: number } = {},
): LanguageModel | null {
  if (!model) return null
  const { url, name, key } = model
  return {
    name,
    async write({ rules, facts, matter }, signal) {
      const deadline = AbortSignal.timeout(timeout)
      try {
        // Both take their time to load, and most teams have no model.
        const [{ generateText }, { createOpenAICompatible }] = await Promise.all([
          import('ai'),
          import('@ai-sdk/openai-compatible'),
        ])
        globalThis.AI_SDK_LOG_WARNINGS = false
        const provider = createOpenAICompatible({
          name: 'model',
          baseURL: url,
          ...(key ? { apiKey: key } : {}),
          fetch: boundedFetch(mostBytes),
        })
        const { text } = await generateText({
          model: provider(name),
          instructions: facts === '' ? rules : `${rules}\nFacts that you may state:\n${facts}`,
          prompt: matter,
          maxRetries: 0,
          maxOutputTokens,
          temperature: 0.3,
          abortSignal: signal ? AbortSignal.any([deadline, signal]) : deadline,
        })
        return text
      } catch (error) {
        throw await unavailable(error, { host: new URL(url).host, slow: deadline.aborted ? timeout : null })
      }
    },
  }
}

/** Why a model gave nothing: never its words, which may be anybody's. */
async function unavailable(
  error: unknown,
  { host, slow }: { host: string; slow: number | null },
): Promise<Unavailable> {
  const { APICallError } = await import('ai')
  const status = APICallError.isInstance(error) ? error.statusCode : undefined
  const [key, values, said] = ((): [string, Record<string, string | number>, string] => {
    if (slow !== null) return ['draft.model-slow', { seconds: Math.round(slow / 1000) }, 'too slow']
    if (status === 401 || status === 403)
      return ['draft.model-key', { status }, `refuses the key (${status})`]
    if (status === 404) return ['draft.model-missing', { host }, 'knows no such model or path (404)']
    if (status === 429) return ['draft.model-busy', {}, 'is busy (429)']
    if (status !== undefined && status >= 400) return ['draft.model-status', { status }, `answered ${status}`]
    const unreached =
      error instanceof Error && (error.name === 'AbortError' || APICallError.isInstance(error))
    if (status === undefined && unreached) return ['draft.model-silent', { host }, 'does not answer']
    // What the library stumbles over in an answer may be any error.
    return ['draft.model-unreadable', { host }, 'answers no such thing']
  })()
  return new Unavailable(`the language model at ${host} ${said}`, { key, values, cause: error })
}

/** In ms: a person waits for the drafts. */
export const usualTimeout = 8_000
const maxOutputTokens = 800
/** Of an answer, whatever it claims to be. */
const mostBytes = 200_000

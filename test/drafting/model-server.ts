import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What came in at a stand-in. */
export type Called = { path: string; key: string | undefined; body: ModelBody }
type ModelBody = {
  model: string
  messages: { role: string; content: string }[]
  tools?: unknown
  max_tokens?: number
}
export type Answers = (called: Called, response: ServerResponse, request: IncomingMessage) => void

/**
 * A server on the loopback address that speaks as OpenAI's does, as far as it is told to. Its answers have the shape of
 * https://platform.openai.com/docs/api-reference/chat/object, as others have copied it (Ollama, vLLM, llama.cpp).
 */
export async function modelServer(answer: Answers) {
  const calls: Called[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await text(request)) || '{}') as ModelBody
    const called = { path: request.url ?? '', key: request.headers.authorization, body }
    calls.push(called)
    answer(called, response, request)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, calls }
}

/** It says this. */
export const says =
  (content: string, { finish = 'stop' }: { finish?: string } = {}): Answers =>
  ({ body }, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1_700_000_000,
        model: body.model,
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      }),
    )
  }

export const refuses =
  (status: number, message = 'no', headers: Record<string, string> = {}): Answers =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ error: { message, type: 'error', param: null, code: null } }))
  }

import { Unavailable } from '../../model/oops.ts'
import type { Slack } from './client.ts'
import type { Payload } from './rendering.ts'

type Response = Payload & {
  response_type?: 'ephemeral' | 'in_channel'
  replace_original?: boolean
  thread_ts?: string
}

/**
 * Answers at an address that came with a command or a press: five times, within half an hour. Throws Unavailable where
 * that is over, or nobody answers.
 */
export async function respond(url: string, said: Response, { options }: Slack) {
  const signal = AbortSignal.timeout(options.timeout)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(said),
    signal,
    redirect: 'error',
  })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((cause) => {
      throw new Unavailable('Slack takes no answer', { cause })
    })
  if (answer.status !== 200 || isNo(answer.text))
    throw new Unavailable(`Slack answers ${answer.status} to an answer`, { refused: answer.status < 500 })
}

/** It says `ok`, or why not in JSON. */
function isNo(text: string): boolean {
  try {
    return JSON.parse(text).ok === false
  } catch {
    return false
  }
}

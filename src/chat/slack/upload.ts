import { Unavailable } from '../../model/oops.ts'
import type { Attached } from '../message.ts'
import type { Slack } from './client.ts'

/** A file that Slack has and nobody sees yet. */
export type Uploaded = { id: string; title: string }

/** Brings the files up, to be shown later. Throws Unavailable: then nothing was said yet, and it can be tried again. */
export const upload = (slack: Slack, files: Attached[]): Promise<Uploaded[]> =>
  Promise.all(files.map((file) => uploadOne(slack, file)))

async function uploadOne(slack: Slack, { name, type, base64, says }: Attached): Promise<Uploaded> {
  const bytes = Buffer.from(base64, 'base64')
  // The method's page calls it alt_txt, the SDK alt_text.
  const asked = { filename: name, length: bytes.length, alt_text: says, alt_txt: says }
  const { upload_url, file_id } = await slack.ask((client) => client.files.getUploadURLExternal(asked))
  if (!upload_url || !file_id) throw new Unavailable('Slack gives no address for a file')
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const signal = AbortSignal.timeout(slack.options.timeout)
  const { status } = await fetch(upload_url, { method: 'POST', body, signal, redirect: 'error' }).catch(
    (cause) => {
      throw new Unavailable('a file did not reach Slack', { cause })
    },
  )
  if (status !== 200) throw new Unavailable(`Slack answers ${status} to a file`)
  return { id: file_id, title: says.slice(0, longestTitle) || name }
}

/** Shows them in a channel (by its id), below the message that they belong to. Throws Unavailable. */
export async function share(
  slack: Slack,
  files: Uploaded[],
  { channel, id }: { channel: string; id: string },
) {
  const [first, ...others] = files
  if (!first) return
  await slack.ask((client) =>
    client.files.completeUploadExternal({ files: [first, ...others], channel_id: channel, thread_ts: id }),
  )
}

const longestTitle = 200

import { Refusal } from '../refusal.ts'
import { say } from '../saying.ts'
import { keptMarkup } from '../texts.ts'
import { channelOf, given, type Method } from './asked.ts'

/** A file goes up in three steps: an address, the bytes, the end. */
export const files: Record<string, Method> = {
  'files.getUploadURLExternal': {
    needs: 'files:write',
    run(asked) {
      const { host, team, params } = asked
      const name = given(asked, 'filename')
      const length = Number(given(asked, 'length'))
      if (!(length > 0)) throw new Refusal('invalid_arguments')
      const id = host.id('F0')
      const alt = String(params.alt_txt ?? params.alt_text ?? '')
      const bytes = Buffer.alloc(0)
      team.files.set(id, { id, name, title: name, alt, length, bytes, done: false, channels: [] })
      return { upload_url: `${host.url}/upload/${team.id}/${id}`, file_id: id }
    },
  },
  'files.completeUploadExternal': {
    needs: 'files:write',
    run(asked) {
      const { team, params } = asked
      const given: { id: string; title?: string }[] = Array.isArray(params.files) ? params.files : []
      if (given.length === 0) throw new Refusal('invalid_arguments')
      const all = given.map(({ id, title }) => {
        const file = team.files.get(id)
        if (!file || file.bytes.length === 0) throw new Refusal('file_not_found')
        if (file.bytes.length !== file.length) throw new Refusal('posting_failed')
        return { file, title: title ?? file.name }
      })
      const where = params.channel_id ?? params.channels
      const channel = where ? channelOf(asked, where) : null
      if (channel?.archived) throw new Refusal('is_archived')
      if (channel && !channel.members.has(team.bot.user)) throw new Refusal('not_in_channel')
      for (const { file, title } of all) {
        Object.assign(file, { title, done: true })
        if (channel) file.channels.push(channel.id)
      }
      const shown = all.map(({ file: { id, name, title } }) => ({ id, name, title, mode: 'hosted' }))
      // The words go with the files in one message, which Slack says only after it has answered.
      const { initial_comment: text, blocks, thread_ts } = params
      const said = {
        ...asked,
        params: { text: keptMarkup(String(text ?? '')), ...(blocks ? { blocks } : {}) },
      }
      if (channel) say(said, channel, { thread: thread_ts, files: shown })
      return { files: shown.map(({ id, title }) => ({ id, title })) }
    },
  },
  'files.info': {
    needs: 'files:read',
    run(asked) {
      const file = asked.team.files.get(given(asked, 'file'))
      if (!file) throw new Refusal('file_not_found')
      const { id, name, title, length, channels } = file
      return { file: { id, name, title, size: length, channels, shares: {} } }
    },
  },
}

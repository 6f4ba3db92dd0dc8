// What a client may send, as far as the stand-in reads it. It came over the wire: the checks look before they trust.

export type Body = {
  content?: string | null
  embeds?: Embed[] | null
  components?: Component[] | null
  attachments?: { id: string | number; filename?: string; description?: string }[] | null
  allowed_mentions?: AllowedMentions | null
  nonce?: string | number
  enforce_nonce?: boolean
  flags?: number
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean }
  poll?: { question?: { text?: string }; answers?: { poll_media?: { text?: string } }[]; duration?: number }
}

export type AllowedMentions = {
  parse?: string[]
  users?: string[]
  roles?: string[]
  replied_user?: boolean
}

export type Embed = {
  title?: string
  url?: string
  description?: string
  color?: number
  timestamp?: string
  fields?: { name?: string; value?: string; inline?: boolean }[]
  footer?: { text?: string; icon_url?: string }
  author?: { name?: string; url?: string; icon_url?: string }
  image?: { url?: string }
  thumbnail?: { url?: string }
}

/** Rows, buttons, menus, inputs, labels and the containers of the second generation, all in one. */
export type Component = {
  type: number
  custom_id?: string
  style?: number
  label?: string
  emoji?: { id?: string | null; name?: string | null }
  url?: string
  disabled?: boolean
  components?: Component[]
  component?: Component
  accessory?: Component
  options?: { label?: string; value?: string; description?: string; default?: boolean }[]
  placeholder?: string
  min_values?: number
  max_values?: number
  channel_types?: number[]
  required?: boolean
  min_length?: number
  max_length?: number
  value?: string
  content?: string
  description?: string
}

export type Command = {
  name: string
  type?: number
  description?: string
  name_localizations?: Record<string, string> | null
  description_localizations?: Record<string, string> | null
  options?: CommandOption[]
  default_member_permissions?: string | null
  contexts?: number[] | null
  integration_types?: number[]
  nsfw?: boolean
}

export type CommandOption = {
  type: number
  name: string
  description: string
  name_localizations?: Record<string, string> | null
  description_localizations?: Record<string, string> | null
  required?: boolean
  choices?: { name: string; name_localizations?: Record<string, string> | null; value: string | number }[]
  options?: CommandOption[]
  autocomplete?: boolean
  min_length?: number
  max_length?: number
  min_value?: number
  max_value?: number
  channel_types?: number[]
}

/** The names of the parts that the checks and the eyes tell apart. */
export const row = 1
export const button = 2
export const stringSelect = 3
export const textInput = 4
export const userSelect = 5
export const roleSelect = 6
export const mentionableSelect = 7
export const channelSelect = 8
export const textDisplay = 10
export const label = 18
/** Menus of every kind, that of channels last. */
export const selects = [stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect]

export const ephemeral = 1 << 6
export const loading = 1 << 7
export const hasThread = 1 << 5
export const componentsV2 = 1 << 15

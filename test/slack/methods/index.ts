import type { Method } from './asked.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { people } from './people.ts'
import { reactions } from './reactions.ts'
import { views } from './views.ts'

/** Every method that the stand-in knows, by its name. */
export const methods: Record<string, Method> = {
  ...chat,
  ...conversations,
  ...files,
  ...people,
  ...reactions,
  ...views,
}

import { newComplaints } from '../refusal.ts'

/** What completes an option: throws what Discord would find wrong, else gives it back. */
export function checkChoices(choices: { name: string; value: string | number }[]) {
  const to = newComplaints()
  to.list(choices, ['data', 'choices'], 0, 25)
  for (const [n, { name, value }] of choices.entries()) {
    to.text(name, ['data', 'choices', n, 'name'], 1, 100)
    if (typeof value === 'string') to.text(value, ['data', 'choices', n, 'value'], 1, 100)
  }
  to.settle()
  return choices
}

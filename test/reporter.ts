import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the one line that machines and tired people read: `N passed, N failed`. */
export default class Count implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that could not be read and an error outside every test are failures too, though they hold no test.
    const broken = modules.filter((module) => module.errors().length > 0).length
    const skipped = count('skipped')
    const failed = count('failed') + broken + errors.length
    const line = `${count('passed')} passed, ${failed} failed`
    const passedOver = skipped > 0 ? `\n${skipped} skipped` : ''
    // After the default reporter's own summary.
    process.once('exit', () => {
      console.log(`${passedOver}\n${line}`)
      // The PostgreSQL server of the tests ends its process with 0, whatever became of them.
      if (failed > 0) process.exitCode = 1
    })
  }
}

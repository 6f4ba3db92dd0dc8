export { graphemes, type Limit, limitOf } from '../model/limits.ts'

import { createHash } from 'node:crypto'
import { cases } from './cases.ts'
import { fileOf } from './drawn.ts'

/** Prints a fingerprint of every chart case, for comparing one time zone with another. */
for (const one of cases) {
  console.log(one.name, createHash('sha256').update(fileOf(one)).digest('hex'))
}

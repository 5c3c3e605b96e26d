// `npm run build`: the page, from scratch, into dist/, and the programs where their sources changed.
import { build, program } from './setup.mjs'

build({ force: true })
program('main')

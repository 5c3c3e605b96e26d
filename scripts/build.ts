// `npm run build`: the page, from scratch, into dist/.
import { build } from './setup.mjs'

build({ force: true })

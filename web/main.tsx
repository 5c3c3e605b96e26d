import { render } from 'preact'
import { watchPrinting } from './print.ts'
import { startRouter } from './router.ts'
import { Shell } from './Shell.tsx'

startRouter()
watchPrinting()
const page = document.getElementById('page')
if (page) render(<Shell />, page)

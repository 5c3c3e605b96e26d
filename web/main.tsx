import { render } from 'preact'
import { startRouter } from './router.ts'
import { Shell } from './Shell.tsx'

startRouter()
const page = document.getElementById('page')
if (page) render(<Shell />, page)

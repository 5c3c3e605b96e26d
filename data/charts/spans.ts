export { drawBars as drawSpans } from './bars.ts'

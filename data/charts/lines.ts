export { drawBars as drawLines } from './bars.ts'

export { drawBars as drawRanked } from './bars.ts'

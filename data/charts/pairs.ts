export { drawBars as drawPairs } from './bars.ts'

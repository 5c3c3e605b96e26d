/** Outlines on a grid of 16, drawn with a pen of 1.5 px. Never without a word beside them. */
const SHAPES = {
  table: 'M1.75 2.75h12.5v10.5H1.75zM1.75 6.25h12.5M1.75 9.75h12.5M6 6.25v7',
  chart: 'M2 2v12h12M5 11V8M8.5 11V4.5M12 11V6.5',
  download: 'M8 2v8M4.5 6.75 8 10.25l3.5-3.5M2.5 13.5h11',
  link: 'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.8-.8',
  open: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.8 10.8 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  menu: 'M2 4h12M2 8h12M2 12h12',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  reset: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3',
  upload: 'M8 10.5V2.5M4.5 6 8 2.5 11.5 6M2.5 13.5h11',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.75a4 4 0 0 1 0 8H6',
  plus: 'M8 3v10M3 8h10',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
} as const

export type IconName = keyof typeof SHAPES

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} />
  </svg>
)

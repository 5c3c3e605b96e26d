import type { ComponentChildren } from 'preact'

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'event'

/** One word in a box: "selected", "rejected", "new". */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`tag ${tone}`}>{children}</span>
)

import type { Flag } from '../../data/charts/drawing.ts'
import { OuterLink } from '../ui/OuterLink.tsx'
import { dateWords } from '../words.ts'

/** The events flagged in the plot, each by its number, with its date and source. */
export const EventList = ({ flags }: { flags: Flag[] }) => (
  <ol class="events">
    {flags.flatMap((flag) =>
      flag.events.map((event, i) => (
        <li key={event.id}>
          <span class="flag-number">{flag.number + i}</span>
          <span>
            <b class="date">{dateWords(event.date)}</b>{' '}
            <OuterLink href={event.sourceUrl}>{event.title}</OuterLink>
          </span>
        </li>
      )),
    )}
  </ol>
)

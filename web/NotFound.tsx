import { address } from './router.ts'
import { PageHead } from './ui/PageHead.tsx'

/** An address that names nothing here, and the ways on. */
export const NotFound = ({ what }: { what?: string }) => (
  <PageHead title="Nothing at this address">
    <p>
      {what ?? (
        <>
          <code>{address.value.path}</code> names no page of Entrepot.
        </>
      )}{' '}
      Go to the <a href="/">dashboards</a>, <a href="/explore">explore the series</a>, or press{' '}
      <kbd>/</kbd> to search.
    </p>
  </PageHead>
)

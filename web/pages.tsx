import type { Route } from './router.ts'
import { lazy } from './ui/lazy.tsx'

const NotFound = lazy(async () => (await import('./NotFound.tsx')).NotFound)

/** Charts are wanted as soon as their page is: their script comes beside it, not after it. */
const withCharts = <T,>(page: Promise<T>): Promise<T> => {
  import('./charts/Figure.tsx').catch(() => {})
  return page
}
const Dashboard = lazy(
  async () => (await withCharts(import('./dashboard/DashboardPage.tsx'))).DashboardPage,
)
const Explore = lazy(async () => (await import('./explore/ExplorePage.tsx')).ExplorePage)
const Series = lazy(async () => (await withCharts(import('./series/SeriesPage.tsx'))).SeriesPage)
const Chart = lazy(async () => (await withCharts(import('./charts/ChartPage.tsx'))).ChartPage)
const About = lazy(async () => (await import('./AboutPage.tsx')).AboutPage)
const Upload = lazy(async () => (await import('./import/UploadPage.tsx')).UploadPage)
const Imports = lazy(async () => (await import('./import/ImportsPage.tsx')).ImportsPage)
const Import = lazy(async () => (await import('./import/ImportPage.tsx')).ImportPage)

/** The page of a route; each is a script of its own, loaded when it is first gone to. */
export function Page({ route }: { route: Route | null }) {
  switch (route?.page) {
    case 'dashboard':
      return <Dashboard id={route.id} key={route.id} />
    case 'explore':
      return <Explore />
    case 'series':
      return <Series id={route.id} key={route.id} />
    case 'chart':
      return <Chart />
    case 'upload':
      return <Upload />
    case 'imports':
      return <Imports />
    case 'import':
      return <Import id={route.id} key={route.id} />
    case 'about':
      return <About />
    default:
      return <NotFound />
  }
}

import type { ComponentType } from 'preact'
import { NotFound } from './NotFound.tsx'
import type { Route } from './router.ts'
import { lazy } from './ui/lazy.tsx'

const imports = import.meta.glob<{ default: ComponentType<{ id?: number }> }>('./import/*Page.tsx')
const importPage = (name: string) =>
  lazy<{ id?: number }>(async () => {
    const file = await imports[`./import/${name}.tsx`]?.()
    return file?.default ?? (() => <NotFound />)
  })

const Dashboard = lazy(async () => (await import('./dashboard/DashboardPage.tsx')).DashboardPage)
const Explore = lazy(async () => (await import('./explore/ExplorePage.tsx')).ExplorePage)
const Series = lazy(async () => (await import('./series/SeriesPage.tsx')).SeriesPage)
const Chart = lazy(async () => (await import('./charts/ChartPage.tsx')).ChartPage)
const About = lazy(async () => (await import('./AboutPage.tsx')).AboutPage)
const Upload = importPage('UploadPage')
const Imports = importPage('ImportsPage')
const Import = importPage('ImportPage')

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

import fc from 'fast-check'

// A run tries what the run before it tried, so that what fails is the change. `RUNS` by hand tries others.
if (process.env.RUNS === undefined) fc.configureGlobal({ seed: 2022 })

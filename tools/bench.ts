/**
 * What our pages cost, as a multiple of the least they could cost (tools/bench/limit.ts), measured in processor time of Node
 * and of PostgreSQL together, in one run, in turn. Absolute times say more about the machine than about us; ratios do not.
 *
 *   npm run bench -- [--cases 100000] [--requests 600] [--rounds 3]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { parseArgs } from 'node:util'
import { startPostgres } from '#platform/postgres'
import { postgresMs } from './bench/cpu.ts'
import { type Bench, benchOn } from './bench/ground.ts'
import { load } from './bench/load.ts'
import type { Order } from './bench/serve.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '600' },
    rounds: { type: 'string', default: '3' },
  },
})
const CLIENTS = 8
const GOAL = 1.5

type Served = { child: ChildProcess; port: number }

const start = async (order: Order): Promise<Served> => {
  const child = fork(new URL('./bench/serve.ts', import.meta.url), { stdio: 'inherit' })
  child.send(order)
  const [said] = (await once(child, 'message')) as [{ port: number }]
  return { child, port: said.port }
}

const nodeMs = async ({ child }: Served): Promise<number> => {
  child.send('time')
  const [said] = (await once(child, 'message')) as [{ ms: number }]
  return said.ms
}

type Cost = { node: number; postgres: number }

const total = (cost: Cost): number => cost.node + cost.postgres

/** Milliseconds of processor time for one request. */
const measure = async (served: Served, paths: string[], cookie: string, requests: number): Promise<Cost> => {
  const [node, postgres] = [await nodeMs(served), postgresMs(database)]
  await load({ port: served.port, cookie, paths }, requests, CLIENTS)
  return {
    node: ((await nodeMs(served)) - node) / requests,
    postgres: ((postgresMs(database) ?? 0) - (postgres ?? 0)) / requests,
  }
}

const best = (costs: Cost[]): Cost => costs.toSorted((a, b) => total(a) - total(b))[0] ?? { node: 0, postgres: 0 }

const compare = async (name: string, app: Served, limit: Served, paths: string[], cookie: string): Promise<number> => {
  const requests = Number(values.requests)
  const ours: Cost[] = []
  const least: Cost[] = []
  for (const served of [app, limit]) await load({ port: served.port, cookie, paths }, 100, CLIENTS)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    ours.push(await measure(app, paths, cookie, requests))
    least.push(await measure(limit, paths, cookie, requests))
  }
  const [a, b] = [best(ours), best(least)]
  const ratio = total(a) / total(b)
  const shown = (cost: Cost) => `${cost.node.toFixed(2)} + ${cost.postgres.toFixed(2)} ms`
  console.log(
    `${name.padEnd(34)} ${ratio.toFixed(2)} × LIMIT   (ours ${shown(a)}, LIMIT ${shown(b)}; Node + PostgreSQL a page)`,
  )
  return ratio
}

/** The frame of a real page, without what it reads: so that both answer with about as many bytes. */
const sizeOf = (port: number, path: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1', headers: { cookie } }, answer => {
      let bytes = 0
      answer.on('data', chunk => (bytes += chunk.length)).on('end', () => resolve(bytes))
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`))
    })
      .on('error', reject)
      .end()
  })

const run = async (bench: Bench): Promise<number> => {
  const { ground, cookie, caseNos, day } = bench
  const app = await start({ kind: 'app', ground, frames: { case: '', night: '' } })
  const casePaths = caseNos.map(no => `/cases/${no}`)
  const nightPath = `/nights/${day}`
  const sizes = {
    case: await sizeOf(app.port, casePaths[0] ?? '', cookie),
    night: await sizeOf(app.port, nightPath, cookie),
  }
  const frames = { case: 'x'.repeat(sizes.case / 2), night: 'x'.repeat(sizes.night / 4) }
  const limit = await start({ kind: 'limit', ground, frames })
  console.log(
    `${bench.cases} cases; pages of ${sizes.case} and ${sizes.night} bytes; ${values.requests} requests, best of ${values.rounds} rounds in turn`,
  )
  const ratio = await compare('case page', app, limit, casePaths, cookie)
  await compare(`check-in page, ${bench.people} people`, app, limit, [nightPath], cookie)
  await compare('docket of a night', app, limit, [`/hearings/${day}`], cookie)
  for (const served of [app, limit]) served.child.kill()
  return ratio
}

const own = process.env.DATABASE_URL ? null : await startPostgres({ dataDir: 'data/bench', say: console.log })
const bench = await benchOn(process.env.DATABASE_URL ?? own?.url ?? '', Number(values.cases), 'drizzle')
const database = new URL(bench.ground.url).pathname.slice(1)
const ratio = await run(bench)
console.log(
  ratio <= GOAL ? `The case page is within ${GOAL} × LIMIT.` : `The case page costs more than ${GOAL} × LIMIT.`,
)
await own?.stop()
process.exitCode = postgresMs(database) === null || ratio <= 2 ? 0 : 1

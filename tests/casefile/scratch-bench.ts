import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { Client } from 'pg'
import { openSession } from '#court/accounts'
import { openDatabase } from '#platform/database'
import { load } from '../../tools/bench/load.ts'
import { readFileSync } from 'node:fs'
const url = 'postgres://postgres@127.0.0.1:5455/pj_casefile_bench'
const c = new Client({ connectionString: url }); await c.connect()
const { rows: [p] } = await c.query(`select p.id, m.account_id, m.id as membership_id from programs p join memberships m on m.program_id = p.id and m.role = 'coordinator' order by p.slug limit 1`)
const { rows } = await c.query(`select no from cases where program_id = $1 and status = 'active' order by id limit 200`, [p.id]); await c.end()
const db = openDatabase({ url, role: 'peer_jury_app', connections: 1 })
const court = { db, figures: db, now: () => new Date(), seed: () => 'bench' } as never
const opened = await openSession(court, { programId: p.id, accountId: p.account_id, membershipId: p.membership_id, role: 'coordinator' } as never) as { value: string }
await db.close()
const cookie = `session=${opened.value}`
const ground = { url, programId: p.id, accountId: p.account_id }
const start = async (order: unknown) => { const child = fork(new URL('../../tools/bench/serve.ts', import.meta.url), { stdio: 'inherit' }); child.send(order as never); const [said] = await once(child, 'message') as [{ port: number }]; return { child, port: said.port } }
const paths = rows.map((r: { no: string }) => `/cases/${r.no}`)
const size = (port: number, path: string) => new Promise<number>((res, rej) => request({ port, path, host: '127.0.0.1', headers: { cookie } }, a => { let b = 0; a.on('data', d => (b += d.length)).on('end', () => a.statusCode === 200 ? res(b) : rej(new Error(path + a.statusCode))) }).on('error', rej).end())
const app = await start({ kind: 'app', ground, frames: { case: '', night: '' } })
const bytes = await size(app.port, paths[0]!)
const limit = await start({ kind: 'limit', ground, frames: { case: 'x'.repeat(bytes / 2), night: '' } })
const mon = new Client({ connectionString: 'postgres://postgres@127.0.0.1:5455/postgres' }); await mon.connect()
const postgresMs = async () => { const { rows } = await mon.query(`select pid from pg_stat_activity where datname = 'pj_casefile_bench'`); let sum = 0; for (const { pid } of rows) { const l = readFileSync(`/proc/${pid}/stat`, 'utf8'); const f = l.slice(l.lastIndexOf(')') + 2).split(' '); sum += (Number(f[11]) + Number(f[12])) * 10 } return sum }
const cpu = async (s: typeof app) => { s.child.send('time'); return ((await once(s.child, 'message')) as [{ ms: number }])[0].ms }
const measure = async (s: typeof app, ps: string[], n: number) => { const [a, b] = [await cpu(s), await postgresMs()]; await load({ port: s.port, cookie, paths: ps }, n, 8); return [(await cpu(s) - a) / n, (await postgresMs() - b) / n] as const }
const others = process.argv.slice(2)
for (const ps of others.length ? others.map(o => [o]) : [paths]) {
  const [o, l]: [number, number][][] = [[], []]
  await load({ port: app.port, cookie, paths: ps }, 100, 8); if (!others.length) await load({ port: limit.port, cookie, paths: ps }, 100, 8)
  for (let i = 0; i < 4; i++) { o!.push(await measure(app, ps, others.length ? 100 : 800) as never); if (!others.length) l!.push(await measure(limit, ps, 800) as never) }
  const best = (x: [number, number][]) => x.sort((a, b) => a[0] + a[1] - b[0] - b[1])[0]!
  const ob = best(o!); console.log(ps[0], bytes, 'ours', ob.map(x => x.toFixed(3)).join(' + '))
  if (!others.length) { const lb = best(l!); console.log('limit', lb.map(x => x.toFixed(3)).join(' + '), 'ratio', ((ob[0] + ob[1]) / (lb[0] + lb[1])).toFixed(2)) }
}
app.child.kill(); limit.child.kill(); process.exit(0)

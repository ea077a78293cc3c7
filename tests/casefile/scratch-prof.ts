// in-process app + load, cpu profile
import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { openSession } from '#court/accounts'
import { openDatabase } from '#platform/database'
import { openLog } from '#platform/log'
import { createApp } from '../../src/app.ts'
import { load } from '../../tools/bench/load.ts'
const url = 'postgres://postgres@127.0.0.1:5455/pj_casefile_bench'
const c = new Client({ connectionString: url }); await c.connect()
const { rows: [p] } = await c.query(`select p.id, m.account_id, m.id as membership_id from programs p join memberships m on m.program_id = p.id and m.role = 'coordinator' order by p.slug limit 1`)
const { rows } = await c.query(`select no from cases where program_id = $1 and status = 'active' order by id limit 200`, [p.id]); await c.end()
const db = openDatabase({ url, role: 'peer_jury_app' })
const court = { db, figures: db, now: () => new Date(), seed: () => 'bench' } as never
const opened = await openSession(court, { programId: p.id, accountId: p.account_id, membershipId: p.membership_id, role: 'coordinator' } as never) as { value: string }
const server = createApp(court, { production: true, publicOrigin: 'http://127.0.0.1', proxies: 0, log: openLog({ level: 'info', to: { write: () => undefined } }) }).listen(0, '127.0.0.1')
await new Promise(r => server.on('listening', r))
const port = (server.address() as { port: number }).port
const paths = rows.map((r: { no: string }) => `/cases/${r.no}`), cookie = `session=${opened.value}`
await load({ port, cookie, paths }, 600, 8)
const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 200 }); await s.post('Profiler.start')
const N = 1500
await load({ port, cookie, paths }, N, 8)
const { profile } = await s.post('Profiler.stop') as any
const self = new Map<string, number>(), byFile = new Map<string, number>()
const dt = profile.timeDeltas, idx = new Map(profile.nodes.map((n: any) => [n.id, n]))
profile.samples.forEach((id: number, i: number) => { const n: any = idx.get(id); const f = n.callFrame; const key = `${f.functionName || '(anon)'} ${f.url.split('/').slice(-3).join('/')}:${f.lineNumber + 1}`; self.set(key, (self.get(key) ?? 0) + dt[i]); const m = /node_modules\/([^/]+)/.exec(f.url); const g = m ? m[1]! : f.url.includes('/work/main/') ? f.url.split('/work/main/')[1]!.split('/').slice(0, 3).join('/') : f.url.startsWith('node:') ? 'node:' + f.url.split('/')[0]!.slice(5) : f.functionName; byFile.set(g, (byFile.get(g) ?? 0) + dt[i]) })
const top = (m: Map<string, number>, n: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => `${(v / 1000 / N * 1000).toFixed(0).padStart(6)} µs/req  ${k}`).join('\n')
console.log(top(byFile, 40)); console.log('---'); console.log(top(self, 45))
process.exit(0)

import { Client } from 'pg'
import { openDatabase } from '#platform/database'
import * as records from '../../src/court/casefile/records/case.ts'
const url = 'postgres://postgres@127.0.0.1:5455/pj_casefile_bench'
const c = new Client({ connectionString: url }); await c.connect()
const { rows: [p] } = await c.query(`select p.id, m.account_id from programs p join memberships m on m.program_id = p.id and m.role = 'coordinator' order by p.slug limit 1`)
const { rows: [one] } = await c.query(`select no from cases where program_id = $1 and status = 'active' order by id limit 1`, [p.id])
const db = openDatabase({ url, role: 'peer_jury_app', connections: 1 })
const actor = { programId: p.id, accountId: p.account_id, personId: null, role: 'coordinator' } as never
let text = '', values: unknown[] = []
await db.withProgram(actor, async tx => { const q = tx.$client.query.bind(tx.$client); (tx.$client as any).query = (a: any, b: any) => { if (a?.text) { text = a.text; values = b ?? a.values } return (q as any)(a, b) }; await (records as any)[process.argv[2]!](tx, { programId: p.id, no: one.no, today: '2026-11-23', acts: 30, looks: 10 }) })
await db.close()
await c.query('begin'); await c.query('set local role peer_jury_app'); await c.query(`select set_config('app.program_id', $1, true), set_config('app.account_id', $2, true), set_config('app.role', 'coordinator', true), set_config('plan_cache_mode','force_generic_plan',true)`, [p.id, p.account_id])
if (process.argv[3]) await c.query(process.argv[3])
console.log(text.length)
await c.query(`prepare x as ${text}`)
const lit = values.map(v => typeof v === 'number' ? String(v) : `'${v}'`).join(', ')
for (let i = 0; i < 3; i++) await c.query(`execute x(${lit})`)
console.log((await c.query(`explain (analyze, buffers off) execute x(${lit})`)).rows.map(r => r['QUERY PLAN']).join('\n'))
await c.end()

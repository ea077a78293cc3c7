import { Client } from 'pg'
import { openDatabase } from '#platform/database'
import { caseFile, guardiansOfCase, lettersOf, lookAtCase, promisesOf, registerOf } from '../../src/court/casefile/records/case.ts'
import { enterLookAt } from '#court/register'
const url = 'postgres://postgres@127.0.0.1:5455/pj_casefile_bench'
const c = new Client({ connectionString: url }); await c.connect()
const { rows: [p] } = await c.query(`select p.id, m.account_id from programs p join memberships m on m.program_id = p.id and m.role = 'coordinator' order by p.slug limit 1`)
const { rows } = await c.query(`select no from cases where program_id = $1 and status = 'active' order by id limit 200`, [p.id]); await c.end()
const db = openDatabase({ url, role: 'peer_jury_app', connections: 1 })
const actor = { programId: p.id, accountId: p.account_id, personId: null, role: 'coordinator', sessionId: null } as never
const court = { now: () => new Date() } as never
const today = new Date().toISOString().slice(0, 10)
const all: Record<string, (tx: any, one: any) => Promise<unknown>> = {
  none: async () => 0,
  caseFile, promisesOf: (tx, o) => promisesOf(tx, { ...o, today }), guardiansOfCase, registerOf: (tx, o) => registerOf(tx, { ...o, acts: 30, looks: 10 }), lettersOf,
  look: (tx, o) => enterLookAt(court, tx, actor, lookAtCase, o),
}
for (const [name, run] of Object.entries(all)) {
  const times: number[] = []
  for (let i = 0; i < 300; i++) { const one = { programId: p.id, no: rows[i % 200].no }; const t = performance.now(); await db.inOneTrip(actor, tx => run(tx, one)); times.push(performance.now() - t) }
  times.sort((a, b) => a - b); console.log(name.padEnd(16), 'p10', times[30]!.toFixed(3), 'p50', times[150]!.toFixed(3))
}
await db.close()

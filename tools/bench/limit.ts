/**
 * The LIMIT: the least that a page can cost here. Bare http, one pipelined batch of hand-written named statements, text glued
 * together. It reads the same facts, enters the same look and shows about as much as the page it stands beside; it has no
 * forms, no languages, no words that anyone chose. Our pages are measured against it in the same run.
 */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { Pool, type PoolClient } from 'pg'
import { newId } from '#platform/ids'

export type Ground = { url: string; programId: string; accountId: string }

type Read = { name: string; text: string; values: unknown[] }

const SESSION = 'select * from door_session($1, $2)'
const CONTEXT = `select set_config('app.program_id', $1, true), set_config('app.account_id', $2, true), set_config('app.person_id', '', true), set_config('app.role', 'coordinator', true)`
const CASE = '(select id from cases where program_id = $1 and no = $2)'

const caseReads = (program: string, no: string): Read[] => [
  {
    name: 'l_head',
    text: `select c.*, p.called_name, p.last_name, p.birth_date, p.pronouns, p.school, p.grade, p.language, p.strengths, r.agency, r.officer_name, r.received_on, r.return_by,
        i.met_on, i.strengths as seen, i.interpreter, i.adjustments, calls.*, d.status as agreed, d.in_effect_on, d.reasons as jury_words, e.asked_at, e.asked_by,
        (select display_name from accounts where id = c.coordinator_id) as coordinator
      from cases c join people p on p.program_id = c.program_id and p.id = c.respondent_id join referrals r on r.program_id = c.program_id and r.id = c.referral_id
      left join intakes i on i.program_id = c.program_id and i.case_id = c.id
      left join dispositions d on d.program_id = c.program_id and d.case_id = c.id and d.status <> 'refused'
      left join terminations e on e.program_id = c.program_id and e.case_id = c.id and e.answer is null
      cross join lateral (select count(*) filter (where with_whom = 'nobody')::integer as tries, max(at) filter (where with_whom = 'nobody') as tried_at, max(at) filter (where with_whom <> 'nobody') as spoke_at
        from contacts where program_id = c.program_id and case_id = c.id) calls
      where c.program_id = $1 and c.no = $2`,
    values: [program, no],
  },
  {
    name: 'l_hearing',
    text: `select n.held_on, n.place, h.starts_at, h.status from hearings h join nights n on n.program_id = h.program_id and n.id = h.night_id
      where h.program_id = $1 and h.case_id = ${CASE} order by h.starts_at desc limit 1`,
    values: [program, no],
  },
  {
    name: 'l_promises',
    text: `select o.*, done.*, x.asked_at,
        case when o.kind = 'jury-service' then (select min(n.held_on) from jurors j join assignments a on a.program_id = j.program_id and a.juror_id = j.id and a.status in ('offered', 'confirmed')
          join nights n on n.program_id = a.program_id and n.id = a.night_id and n.held_on >= current_date where j.program_id = o.program_id and j.person_id = o.person_id) end as next_night
      from obligations o left join extensions x on x.program_id = o.program_id and x.obligation_id = o.id and x.answer is null
      cross join lateral (select sum(amount) filter (where state = 'verified') as verified, sum(amount) filter (where state = 'submitted') as waiting from progress g where g.program_id = o.program_id and g.obligation_id = o.id) done
      where o.program_id = $1 and o.case_id = ${CASE} order by o.id`,
    values: [program, no],
  },
  {
    name: 'l_guardians',
    text: `select p.* from kinships k join people p on p.program_id = k.program_id and p.id = k.other_id
      where k.program_id = $1 and k.person_id = (select respondent_id from cases where program_id = $1 and no = $2) and k.tie = 'guardian'`,
    values: [program, no],
  },
  {
    name: 'l_register',
    text: [
      "<> 'looked-at' order by e.at desc, e.id desc limit 24",
      "= 'looked-at' order by e.at desc, e.id desc limit 24",
    ]
      .map(
        sort => `(select e.at, e.act, e.thing, e.role, (select display_name from accounts where id = e.account_id) as who from register_entries e
          where e.program_id = $1 and e.case_id = ${CASE} and e.act ${sort})`,
      )
      .join(' union all '),
    values: [program, no],
  },
  {
    name: 'l_letters',
    text: `select kind, made_at, sent_at from outbox where program_id = $1 and case_id = ${CASE} order by made_at desc limit 12`,
    values: [program, no],
  },
]

const nightReads = (program: string, day: string): Read[] => {
  const night = '(select id from nights where program_id = $1 and held_on = $2)'
  const values = [program, day]
  return [
    { name: 'l_night', text: 'select * from nights where program_id = $1 and held_on = $2', values },
    { name: 'l_rooms', text: `select * from rooms where program_id = $1 and night_id = ${night}`, values },
    {
      name: 'l_docket',
      text: `select h.*, c.no, p.called_name, p.last_name from hearings h join cases c on c.program_id = h.program_id and c.id = h.case_id
        join people p on p.program_id = c.program_id and p.id = c.respondent_id where h.program_id = $1 and h.night_id = ${night} order by h.starts_at`,
      values,
    },
    {
      name: 'l_jurors',
      text: `select a.*, p.called_name, p.last_name, j.trained_on, j.oath_on, j.approved_on from assignments a
        join jurors j on j.program_id = a.program_id and j.id = a.juror_id join people p on p.program_id = j.program_id and p.id = j.person_id
        where a.program_id = $1 and a.night_id = ${night} order by p.search_name`,
      values,
    },
  ]
}

const look = (ground: Ground): Read => ({
  name: 'l_look',
  text: `insert into register_entries (program_id, id, at, account_id, role, act, thing, particulars) values ($1, $2, now(), $3, 'coordinator', 'looked-at', 'case', '{}')`,
  values: [ground.programId, newId(), ground.accountId],
})

const batch = async (client: PoolClient, ground: Ground, cookie: string, reads: Read[]) => {
  const secret = createHash('sha256').update(cookie).digest('base64url')
  const answers = await Promise.all([
    client.query({ name: 'l_session', text: SESSION, values: [secret, new Date()] }),
    client.query('begin'),
    client.query({ name: 'l_context', text: CONTEXT, values: [ground.programId, ground.accountId] }),
    client.query({ name: 'l_wait', text: `select set_config('synchronous_commit', 'off', true)` }),
    ...reads.map(read => client.query(read)),
    client.query('commit'),
  ])
  if (answers[0]?.rowCount !== 1) throw new Error('the limit is not signed in')
  return answers.slice(4, -1)
}

const escaped = (word: unknown): string =>
  word instanceof Date ? word.toISOString() : String(word ?? '').replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** As many bytes as the real page has, most of them fixed, as in any template. */
const glue = (rows: object[][], frame: string): string =>
  `<!doctype html><html lang="en"><body>${rows
    .flat()
    .map(
      row =>
        `<li>${Object.values(row)
          .slice(0, 12)
          .map(value => `<span>${escaped(value)}</span>`)
          .join('')}</li>`,
    )
    .join('')}${frame}</body></html>`

export const serveLimit = (ground: Ground, frames: Record<'case' | 'night', string>): Server => {
  const pool = new Pool({
    connectionString: ground.url,
    pipeline: true,
    max: 10,
    idleTimeoutMillis: 0,
    options: '-c role=peer_jury_app -c timezone=UTC',
  })
  return createServer(async (req, res) => {
    const [, kind, name = ''] = (req.url ?? '').split('/')
    const reads =
      kind === 'cases' ? [...caseReads(ground.programId, name), look(ground)] : nightReads(ground.programId, name)
    const cookie = /session=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1] ?? ''
    const client = await pool.connect()
    try {
      const answers = await batch(client, ground, cookie, reads)
      res.setHeader('content-type', 'text/html; charset=utf-8')
      res.end(
        glue(
          answers.map(one => one.rows),
          kind === 'cases' ? frames.case : frames.night,
        ),
      )
    } catch (fault) {
      res.statusCode = 500
      res.end(String(fault))
    } finally {
      client.release()
    }
  })
}

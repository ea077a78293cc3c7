/** Whether the register of a program still holds, entry by entry, and how that is said. Asked by the operator, outside the app's own login. */
import type { Client } from 'pg'

export type Proof = {
  program: string
  entries: number
  /** The newest seal. Written down elsewhere, it shows even a register that was rewritten as a whole. */
  seal: string | null
  faults: readonly { seq: number | null; fault: string }[]
}

export const proveRegisters = async (owner: Pick<Client, 'query'>): Promise<Proof[]> => {
  if (!(await hasBooks(owner))) return []
  const { rows } = await owner.query<{ id: string; name: string }>('select program_id as id, name from door_programs()')
  const proofs: Proof[] = []
  for (const { id, name } of rows) proofs.push(await proveOne(owner, id, name))
  return proofs
}

/** A database in which the program was never started holds no register. */
const hasBooks = async (owner: Pick<Client, 'query'>): Promise<boolean> =>
  (await owner.query(`select where to_regclass('public.register_entries') is not null`)).rowCount === 1

const proveOne = async (owner: Pick<Client, 'query'>, id: string, program: string): Promise<Proof> => {
  const head = await owner.query<{ entries: string; seal: string | null }>(
    `select (select count(*) from register_chain where program_id = $1) as entries,
       (select encode(hash, 'hex') from register_heads where program_id = $1) as seal`,
    [id],
  )
  const found = await owner.query<{ seq: string | null; fault: string }>(
    'select seq, fault from verify_register($1) order by seq, fault',
    [id],
  )
  return {
    program,
    entries: Number(head.rows[0]?.entries ?? 0),
    seal: head.rows[0]?.seal ?? null,
    faults: found.rows.map(({ seq, fault }) => ({ seq: seq === null ? null : Number(seq), fault })),
  }
}

const NAMED_AT_MOST = 5

export const sentenceOf = ({ program, entries, seal, faults }: Proof): string => {
  if (faults.length > 0)
    return `${program}: the register is broken. ${faults.slice(0, NAMED_AT_MOST).map(faultInWords).join(' ')}${andMore(faults.length)}`
  if (entries === 0) return `${program}: nothing has been entered yet.`
  return `${program}: all ${entries} entries hold together; the newest seal is ${seal?.slice(0, 16)}.`
}

const faultInWords = ({ seq, fault }: { seq: number | null; fault: string }): string =>
  seq === null ? `Somewhere, ${fault}.` : `At entry ${seq}: ${fault}.`

const andMore = (count: number): string => (count > NAMED_AT_MOST ? ` And ${count - NAMED_AT_MOST} faults more.` : '')

export const closingSentence = (proofs: readonly Proof[]): string => {
  const broken = proofs.filter(({ faults }) => faults.length > 0).length
  if (proofs.length === 0) return 'There is no program yet, so there is nothing to verify.'
  return broken === 0
    ? `Every register holds (${proofs.length} of ${proofs.length}).`
    : `${broken} of ${proofs.length} registers broken.`
}

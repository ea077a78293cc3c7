import { type Actor, act, type Court, NotHere } from '#court'
import type { CaseHead } from '#court/cases'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { measureOf } from '../disposition.ts'
import type { TermForm } from '../forms.ts'
import { type Ground, groundOf, lockWithCase } from '../ground.ts'
import { insertTerms, removeTermRow, type Term, termsOf } from '../records.ts'
import { isOutOfRange, mayAdd, type Promised, type TermRefusal } from '../rules.ts'
import { deskFor, type OpenRefusal } from './opening.ts'

/** Writes down one promise, of the young person or of the court (rules 24 to 26 and 32). */
export const addTerm = (
  court: Court,
  actor: Actor,
  hearingId: string,
  form: TermForm,
): Promise<{ termId: string } | OpenRefusal | TermRefusal> =>
  act(court, actor, async tx => {
    const desk = await deskFor(court, tx, actor, hearingId)
    if (isRefusal(desk)) return desk
    const { head, heard, disposition } = desk
    const { setting } = await groundOf(court, tx, actor, head, disposition.rulebookId, heard.heldOn)
    const others = await termsOf(tx, actor.programId, disposition.id)
    const wanted = reasonedOnlyIfNeeded(form, others, setting.limits)
    const refusal = mayAdd(wanted, others, setting)
    if (refusal) return refusal
    const termId = await writeTerm(tx, actor, head, disposition.id, wanted, others)
    await enter(court, tx, actor, {
      act: 'term-added',
      thing: 'term',
      thingId: termId,
      caseId: head.id,
      particulars: {
        kind: form.kind,
        owedBy: form.owedBy,
        amount: form.amount,
        dueOn: form.dueOn,
        outOfRange: wanted.outOfRangeReason !== null,
      },
    })
    return { termId }
  })

/** A reason for leaving the grid is kept only where the grid is left. */
const reasonedOnlyIfNeeded = (
  form: TermForm,
  others: readonly Promised[],
  limits: Ground['setting']['limits'],
): TermForm => {
  const same = others.filter(one => one.owedBy === form.owedBy && one.kind === form.kind)
  const total = same.reduce((sum, one) => sum + one.amount, form.amount)
  const leaves = form.owedBy === 'young-person' && isOutOfRange(form.kind, total, limits)
  return leaves ? form : { ...form, outOfRangeReason: null }
}

const writeTerm = async (
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  dispositionId: string,
  form: TermForm,
  others: readonly Term[],
): Promise<string> => {
  const id = newId()
  const measure = measureOf[form.kind]
  const row = {
    programId: actor.programId,
    id,
    dispositionId,
    caseId: head.id,
    position: (others.at(-1)?.position ?? 0) + 1,
    ...form,
    ...measure,
    outOfRangeBy: form.outOfRangeReason === null ? null : actor.accountId,
  }
  await insertTerms(tx, [row])
  return id
}

export const removeTerm = (
  court: Court,
  actor: Actor,
  dispositionId: string,
  termId: string,
): Promise<{ removed: true } | Refusal<'proposed-already'>> =>
  act(court, actor, async tx => {
    const { disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    if (disposition.status !== 'draft') return refuse('proposed-already')
    const removed = await removeTermRow(tx, actor.programId, dispositionId, termId)
    if (removed.rowCount === 0) throw new NotHere()
    await enter(court, tx, actor, { act: 'term-removed', thing: 'term', thingId: termId, caseId: disposition.caseId })
    return { removed: true as const }
  })

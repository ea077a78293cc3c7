import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, lockCase, moveCase } from '#court/cases'
import { type Hearing, hearingById, moveHearing } from '#court/hearings'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { measureOf, type TermKind } from '../disposition.ts'
import type { ProposalForm, TermForm } from '../forms.ts'
import { bookFor, type Ground, groundOf, lockWithCase } from '../ground.ts'
import { mayLetJuryServiceGo } from '../policy.ts'
import {
  changeDisposition,
  type Disposition,
  dispositionOfCase,
  forgetDeciders,
  insertDeciders,
  insertDisposition,
  insertTerms,
  removeTermRow,
  seatedJurors,
  type Term,
  termsOf,
} from '../records.ts'
import { decisionsAllowed, type Draft, type FaultName, faultsIn, isOutOfRange, mayAdd, type Promised, type TermRefusal } from '../rules.ts'

export type OpenRefusal = Refusal<'not-in-hearing' | 'proposed-already'>

/** Opens the draft of a case that is being heard; where one is open already, that one. */
export const openDraft = (court: Court, actor: Actor, hearingId: string): Promise<{ dispositionId: string } | OpenRefusal> =>
  act(court, actor, async tx => {
    const desk = await deskFor(court, tx, actor, hearingId)
    return isRefusal(desk) ? desk : { dispositionId: desk.disposition.id }
  })

type Desk = { head: CaseHead; heard: Hearing; disposition: Pick<Disposition, 'id' | 'rulebookId'> }

/** The open draft of a hearing, with its case locked; opened if there is none yet. */
const deskFor = async (court: Court, tx: Tx, actor: Actor, hearingId: string): Promise<Desk | OpenRefusal> => {
  const heard = await hearingById(tx, actor.programId, hearingId)
  const head = await lockCase(tx, actor.programId, heard.caseId)
  const found = await dispositionOfCase(tx, actor.programId, head.id)
  if (found) return found.status === 'draft' ? { head, heard, disposition: found } : refuse('proposed-already')
  if (heard.status !== 'in_hearing' || head.status !== 'in_hearing') return refuse('not-in-hearing')
  const book = await bookFor(tx, head, heard.heldOn)
  const disposition = { programId: actor.programId, id: newId(), caseId: head.id, hearingId, rulebookId: book.id, status: 'draft' as const }
  await insertDisposition(tx, disposition)
  await enter(court, tx, actor, {
    act: 'draft-opened',
    thing: 'disposition',
    thingId: disposition.id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { edition: book.edition },
  })
  return { head, heard, disposition }
}

/** Writes down one promise, of the young person or of the court (rules 24 to 26 and 32). */
export const addTerm = (court: Court, actor: Actor, hearingId: string, form: TermForm): Promise<{ termId: string } | OpenRefusal | TermRefusal> =>
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
      particulars: { kind: form.kind, owedBy: form.owedBy, amount: form.amount, dueOn: form.dueOn, outOfRange: wanted.outOfRangeReason !== null },
    })
    return { termId }
  })

/** A reason for leaving the grid is kept only where the grid is left. */
const reasonedOnlyIfNeeded = (form: TermForm, others: readonly Promised[], limits: Ground['setting']['limits']): TermForm => {
  const same = others.filter(one => one.owedBy === form.owedBy && one.kind === form.kind)
  const total = same.reduce((sum, one) => sum + one.amount, form.amount)
  const leaves = form.owedBy === 'young-person' && isOutOfRange(form.kind, total, limits)
  return leaves ? form : { ...form, outOfRangeReason: null }
}

const writeTerm = async (tx: Tx, actor: Actor, head: CaseHead, dispositionId: string, form: TermForm, others: readonly Term[]): Promise<string> => {
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

export const removeTerm = (court: Court, actor: Actor, dispositionId: string, termId: string): Promise<{ removed: true } | Refusal<'proposed-already'>> =>
  act(court, actor, async tx => {
    const { disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    if (disposition.status !== 'draft') return refuse('proposed-already')
    await removeTermRow(tx, actor.programId, dispositionId, termId)
    await enter(court, tx, actor, { act: 'term-removed', thing: 'term', thingId: termId, caseId: disposition.caseId })
    return { removed: true as const }
  })

export type ProposeRefusal = Refusal<FaultName | 'proposed-already' | 'nobody-heard-it' | 'item-unnamed' | 'decided-otherwise' | 'coordinator-only' | 'not-now'> & {
  /** The kind of promise that it is about. */
  kind?: TermKind | null
}

/** What the jury decided becomes what is read back and signed; the case has been heard (rules 23 to 28). */
export const propose = (court: Court, actor: Actor, dispositionId: string, form: ProposalForm): Promise<{ proposed: true } | ProposeRefusal> =>
  act(court, actor, async tx => {
    const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    const heard = await hearingById(tx, actor.programId, disposition.hearingId)
    const terms = await termsOf(tx, actor.programId, dispositionId)
    const jurors = await seatedJurors(tx, actor.programId, disposition.hearingId)
    const ground = await groundOf(court, tx, actor, head, disposition.rulebookId, heard.heldOn)
    const refusal = mayPropose(actor, disposition, { terms, ...form }, form, ground, jurors.length)
    if (refusal) return refusal
    await writeDeciders(tx, actor, disposition, jurors)
    await changeDisposition(tx, disposition, { status: 'proposed', ...proposalOf(court, actor, form) })
    const moved = head.status === 'in_hearing' ? await concludeHearing(court, tx, actor, head, heard) : null
    if (moved) return moved
    await enterProposal(court, tx, actor, disposition, terms, form)
    return { proposed: true as const }
  })

const mayPropose = (actor: Actor, disposition: Disposition, draft: Draft, form: ProposalForm, ground: Ground, jurors: number): ProposeRefusal | null => {
  if (disposition.status !== 'draft') return refuse('proposed-already')
  if (jurors === 0) return refuse('nobody-heard-it')
  if (form.noJuryServiceReason !== null && !mayLetJuryServiceGo(actor)) return refuse('coordinator-only')
  if (!decisionsAllowed(ground.rules).includes(form.decidedHow)) return refuse('decided-otherwise')
  if (form.decidedHow === 'adult-decided-item' && form.adultDecided === null) return refuse('item-unnamed')
  const [first] = faultsIn(draft, ground.setting)
  return first ? { ...refuse(first.fault), kind: first.kind } : null
}

const proposalOf = (court: Court, actor: Actor, form: ProposalForm) => ({
  decidedHow: form.decidedHow,
  adultDecided: form.decidedHow === 'adult-decided-item' ? form.adultDecided : null,
  reasons: form.reasons,
  noJuryServiceReason: form.noJuryServiceReason,
  noJuryServiceBy: form.noJuryServiceReason === null ? null : actor.accountId,
  belowFloorReason: form.belowFloorReason,
  belowFloorBy: form.belowFloorReason === null ? null : actor.accountId,
  proposedAt: court.now(),
  proposedBy: actor.accountId,
})

/** Only those who heard the case stand as having decided it (rule 28). */
const writeDeciders = async (tx: Tx, actor: Actor, { id, hearingId }: Disposition, jurors: readonly string[]): Promise<void> => {
  await forgetDeciders(tx, actor.programId, id)
  await insertDeciders(tx, jurors.map(jurorId => ({ programId: actor.programId, id: newId(), dispositionId: id, hearingId, jurorId })))
}

/** The case has been heard: the hearing ends, the case waits for the family's answer. */
const concludeHearing = async (court: Court, tx: Tx, actor: Actor, head: CaseHead, heard: Hearing): Promise<Refusal<'not-now'> | null> =>
  (await moveCase(court, tx, actor, head, 'dispose')) ?? (await moveHearing(court, tx, actor, heard, 'dispose'))

const enterProposal = (court: Court, tx: Tx, actor: Actor, disposition: Disposition, terms: readonly Term[], form: ProposalForm) =>
  enter(court, tx, actor, {
    act: 'disposition-proposed',
    thing: 'disposition',
    thingId: disposition.id,
    caseId: disposition.caseId,
    particulars: {
      on: todayFor(court, actor),
      decidedHow: form.decidedHow,
      promises: terms.length,
      outOfRange: terms.filter(term => term.outOfRangeReason !== null).length,
      withoutJuryService: form.noJuryServiceReason !== null,
    },
  })

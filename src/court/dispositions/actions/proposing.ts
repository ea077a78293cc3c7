import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, moveCase } from '#court/cases'
import { type Hearing, moveHearing } from '#court/hearings'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { TermKind } from '../disposition.ts'
import type { ProposalForm } from '../forms.ts'
import { type Ground, groundOf, lockWithHearing } from '../ground.ts'
import { mayLetJuryServiceGo } from '../policy.ts'
import {
  changeDisposition,
  type Disposition,
  forgetDeciders,
  insertDeciders,
  seatedJurors,
  type Term,
  termsOf,
} from '../records.ts'
import { decisionsAllowed, type Draft, type FaultName, faultsIn } from '../rules.ts'

export type ProposeRefusal = Refusal<
  | FaultName
  | 'proposed-already'
  | 'nobody-heard-it'
  | 'below-quorum'
  | 'item-unnamed'
  | 'decided-otherwise'
  | 'coordinator-only'
  | 'not-now'
> & {
  /** The kind of promise that it is about. */
  kind?: TermKind | null
}

/** What the jury decided becomes what is read back and signed; the case has been heard (rules 23 to 28). The quorum is that of the beginning. */
export const propose = (
  court: Court,
  actor: Actor,
  dispositionId: string,
  form: ProposalForm,
): Promise<{ proposed: true } | ProposeRefusal> =>
  act(court, actor, async tx => {
    const { head, hearing: heard, disposition } = await lockWithHearing(tx, actor.programId, dispositionId)
    const terms = await termsOf(tx, actor.programId, dispositionId)
    const jurors = await seatedJurors(tx, actor.programId, disposition.hearingId)
    const ground = await groundOf(court, tx, actor, head, disposition.rulebookId, heard.heldOn)
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const sitting = { jurors: jurors.length, quorum: rules.jury.quorum }
    const refusal = mayPropose(actor, disposition, { terms, ...form }, form, ground, sitting)
    if (refusal) return refusal
    await writeDeciders(tx, actor, disposition, jurors)
    await changeDisposition(tx, disposition, { status: 'proposed', ...proposalOf(court, actor, form) })
    const moved = head.status === 'in_hearing' ? await concludeHearing(court, tx, actor, head, heard) : null
    if (moved) return moved
    await enterProposal(court, tx, actor, disposition, terms, form)
    return { proposed: true as const }
  })

const mayPropose = (
  actor: Actor,
  disposition: Disposition,
  draft: Draft,
  form: ProposalForm,
  ground: Ground,
  { jurors, quorum }: { jurors: number; quorum: number },
): ProposeRefusal | null => {
  if (disposition.status !== 'draft') return refuse('proposed-already')
  if (jurors === 0) return refuse('nobody-heard-it')
  if (jurors < quorum) return refuse('below-quorum')
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
const writeDeciders = async (
  tx: Tx,
  actor: Actor,
  { id, hearingId }: Disposition,
  jurors: readonly string[],
): Promise<void> => {
  await forgetDeciders(tx, actor.programId, id)
  await insertDeciders(
    tx,
    jurors.map(jurorId => ({ programId: actor.programId, id: newId(), dispositionId: id, hearingId, jurorId })),
  )
}

/** The case has been heard: the hearing ends, the case waits for the family's answer. */
const concludeHearing = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  heard: Hearing,
): Promise<Refusal<'not-now'> | null> =>
  (await moveCase(court, tx, actor, head, 'dispose')) ??
  (await moveHearing(court, tx, actor, heard, 'dispose', { endedAt: court.now() }))

const enterProposal = (
  court: Court,
  tx: Tx,
  actor: Actor,
  disposition: Disposition,
  terms: readonly Term[],
  form: ProposalForm,
) =>
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

/** The road of a case, from the referral to the docket. */
import { beginScreening, caseById, declineCase, fileReferral, screenCase } from '#court/cases'
import { docketCase } from '#court/hearings'
import { returnToSource } from '#court/outcomes'
import { guardiansOf } from '#court/people'
import { offenceOf } from '#court/programs'
import { resetHearing } from '#court/jury'
import { addDays, type Day } from '#platform/time'
import type { Fate, Respondent } from './cast.ts'
import type { Story, Until } from './diary.ts'
import { meet, reaching } from './meeting.ts'
import { addressOf, bornOn, reachOf } from './people.ts'
import { at, atDesk, type KnownCase, must, nightDay, officeDay, plus, type Scene } from './scene.ts'

/** From the referral to the night, in days. */
const roadDays = ({ nth }: Respondent): number => 40 + ((nth * 3) % 6)

/** The day on which a case is referred, so that its night falls where the cast says. */
export const referredOn = (scene: Pick<Scene, 'program' | 'today'>, cast: Respondent): Day => {
  if (cast.night === null) return addDays(scene.today, cast.days)
  const first = cast.mishap?.night ?? cast.night
  return addDays(nightDay(scene, first), first > 0 ? -30 - first : -roadDays(cast))
}

export const caseStory =
  (scene: Scene, cast: Respondent): Story =>
  async until => {
    const day = referredOn(scene, cast)
    await until(atDesk(day, cast.nth))
    const known = await file(scene, cast, officeDay(day))
    const stops = (...fates: Fate[]): boolean => fates.includes(cast.fate)
    if (stops('referred')) return
    await screening(scene, known, until, addDays(day, 1))
    if (stops('screening', 'ineligible', 'ineligible-returned')) return
    await reaching(scene, known, until, addDays(day, 3))
    if (stops('contacting', 'intake', 'declined', 'refused', 'unreachable', 'unreached')) return
    await until(atDesk(addDays(day, 8), cast.nth + 3))
    await meet(scene, known)
    if (stops('consents', 'ready')) return
    await toTheDocket(scene, known, until, addDays(day, 10))
  }

/** Every third is brought in by the desk, for somebody who has no account here. */
const sourceOf = ({ program, staff }: Scene, { nth }: Respondent) => {
  const officer = staff.officers[nth % 3 === 1 ? 1 : 0]
  const { agency } = program.officers[nth % 3 === 1 ? 1 : 0]
  if (nth % 3 === 2) return { actor: staff.coordinator, source: { ...program.caller, officerMembershipId: null } }
  const sourceKind = nth % 3 === 1 ? ('school' as const) : ('police' as const)
  const { name: officerName, membershipId: officerMembershipId } = officer
  return { actor: officer, source: { sourceKind, agency, officerName, officerEmail: null, officerMembershipId } }
}

const file = async (scene: Scene, cast: Respondent, day: Day): Promise<KnownCase> => {
  const { court, staff, programId } = scene
  const { actor, source } = sourceOf(scene, cast)
  const filed = must(await fileReferral(court, actor, { ...matterOf(scene, cast, day), ...source }))
  const head = await court.db.withProgram(staff.coordinator, tx => caseById(tx, programId, filed.caseId))
  const [guardian] = await court.db.withProgram(staff.coordinator, tx => guardiansOf(tx, programId, head.respondentId))
  const known = {
    ...{ cast, caseId: filed.caseId, no: filed.no, personId: head.respondentId, guardianId: guardian?.id ?? '' },
    hearingId: '',
  }
  scene.cases.set(filed.caseId, known)
  return known
}

/** What is written down of a matter, whoever brings it. */
export const matterOf = ({ today }: Pick<Scene, 'today'>, cast: Respondent, day: Day) => {
  const { phone, email } = reachOf(cast)
  return {
    ...{ calledName: cast.calledName, lastName: cast.lastName, birth: bornOn(today, cast), school: cast.school },
    ...{ grade: String(cast.age - 5), language: 'en' as const, phone: null, address: addressOf(cast) },
    ...{ guardianCalledName: cast.guardian.calledName, guardianLastName: cast.guardian.lastName },
    ...{ guardianPhone: phone, guardianEmail: email, guardianApart: cast.nth % 7 === 6 },
    guardianLanguage: cast.guardian.language as 'en' | 'es' | 'fr',
    ...{ offenceCode: cast.offence, incidentOn: addDays(day, -3 - (cast.nth % 5)), incidentPlace: null },
    ...{ narrative: cast.happened, reason: cast.nth % 4 === 0 ? 'First contact, and the family was helpful.' : null },
    reportNo: `R-${1200 + cast.nth * 13}`,
    ...{ harmedName: cast.harmed?.name ?? null, harmedContact: null, lossCents: cast.lossCents },
    custody: cast.byLeave ? ('court-jurisdiction' as const) : ('none' as const),
    returnBy: null,
  }
}

const screening = async (scene: Scene, known: KnownCase, until: Until, day: Day): Promise<void> => {
  const { court, staff, program } = scene
  const { cast, caseId } = known
  await until(atDesk(day, cast.nth + 5))
  must(await beginScreening(court, staff.coordinator, caseId))
  if (cast.fate === 'screening') return
  await until(plus(atDesk(addDays(day, 1), cast.nth), 30))
  if (cast.fate.startsWith('ineligible')) {
    const rule = offenceOf(program.rules, cast.offence)?.violent ? 'non-violent' : 'offence-allowed'
    must(await declineCase(court, staff.coordinator, caseId, { rule, note: 'Not a matter for a youth court.' }))
    if (cast.fate === 'ineligible') return
    await until(atDesk(addDays(day, 3), cast.nth))
    must(await returnToSource(court, staff.coordinator, caseId, { reason: 'not-eligible', words: null }))
    return
  }
  const leave = {
    approver: 'Judge Amelia Stroud',
    note: 'The family court gives its leave; the other matter is closed.',
  }
  must(await screenCase(court, staff.coordinator, caseId, cast.byLeave ? { overrides: { jurisdiction: leave } } : {}))
}

const toTheDocket = async (scene: Scene, known: KnownCase, until: Until, day: Day): Promise<void> => {
  const { cast } = known
  await until(atDesk(day, cast.nth + 1))
  await docket(scene, known, cast.mishap?.night ?? cast.night ?? 0)
  if (cast.mishap?.what !== 'reset') return
  await until(at(addDays(nightDay(scene, cast.mishap.night), -1), '11:20'))
  must(await resetHearing(scene.court, scene.staff.coordinator, known.hearingId, 'interpreter'))
  await until(at(nightDay(scene, cast.mishap.night), '12:10'))
  await docket(scene, known, cast.night ?? 0)
}

/** Puts a case on the docket of a night that is known already. */
export const docket = async (scene: Scene, known: KnownCase, index: number): Promise<void> => {
  const night = scene.nights.get(index)
  if (!night) throw new Error(`no night ${index} is known for ${known.no}`)
  const wanted = { caseNo: known.no, nightId: night.id, roomId: night.roomId }
  known.hearingId = must(await docketCase(scene.court, scene.staff.coordinator, wanted)).hearingId
}

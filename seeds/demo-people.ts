/** Those of the county as whom a visitor may sign in. */
import type { Actor } from '#court'
import { issueFamilySlips } from '#court/cases'
import { assignmentsOf } from '#court/hearings'
import { giveSlip } from '#court/jurors'
import { fullName } from '#court/people'
import type { DemoPerson } from '../src/demo.ts'
import { DEMO_PASSWORD, must, type Scene } from './scene.ts'

export const demoPeopleOf = async (scene: Scene): Promise<DemoPerson[]> => {
  const { program, staff } = scene
  const grown = (actor: Actor, who: { email: string }): DemoPerson => ({
    ...{ program: program.name, role: actor.role, name: actor.name, signIn: who.email, password: DEMO_PASSWORD },
  })
  const coordinator = grown(staff.coordinator, program.coordinators[0])
  if (program.slug !== 'maple-street') return [coordinator]
  return [
    coordinator,
    grown(staff.second, program.coordinators[1]),
    grown(staff.facilitator, program.facilitators[0]),
    grown(staff.officers[0], program.officers[0]),
    grown(staff.evaluator, program.evaluator),
    ...(await jurorAsked(scene)),
    ...(await familyOf(scene)),
  ]
}

const young = (scene: Scene, role: string, name: string, code: string): DemoPerson => ({
  ...{ program: scene.program.name, role, name, signIn: code, password: null },
})

/** A volunteer who has not yet answered whether they come to the next night but one. */
const jurorAsked = async (scene: Scene): Promise<DemoPerson[]> => {
  const { court, staff, programId, program } = scene
  const night = scene.nights.get(1)
  const places = await court.db.withProgram(staff.coordinator, tx => assignmentsOf(tx, programId, night?.id ?? ''))
  const juror = scene.jurors.find(one =>
    places.some(place => place.jurorId === one.jurorId && place.status === 'offered'),
  )
  if (!juror) return []
  const { code } = must(await giveSlip(court, staff.coordinator, juror.jurorId, 'month'))
  return [young(scene, 'juror', fullName(program.volunteers[juror.nth]!), code)]
}

/** The first of the cast, whose agreement is under way, and the guardian. */
const familyOf = async (scene: Scene): Promise<DemoPerson[]> => {
  const known = [...scene.cases.values()].find(one => one.cast.nth === 0)
  if (!known) return []
  const slips = must(await issueFamilySlips(scene.court, scene.staff.coordinator, known.caseId))
  return slips.map(slip =>
    slip.personId === known.personId
      ? young(scene, 'young person', fullName(known.cast), slip.code)
      : young(scene, 'guardian', fullName(known.cast.guardian), slip.code),
  )
}

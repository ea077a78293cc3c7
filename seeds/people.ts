/** Volunteers: young people who asked to serve, prepared like every juror. */
import { act } from '#court'
import { approveJuror, enrolJuror, swearJuror, trainJuror } from '#court/jurors'
import { addPerson, giveAccount, searchWords, tiePeople } from '#court/people'
import { addDays, addMonths, type Day } from '#platform/time'
import type { Young } from './cast.ts'
import type { Story } from './diary.ts'
import { at, must, officeDay, plus, type Scene } from './scene.ts'

/** Born so that they are as old today as the cast says, each on another day of the year. */
export const bornOn = (today: Day, { age, nth }: Pick<Young, 'age' | 'nth'>): Day =>
  addDays(addMonths(today, -12 * age), -(30 + ((nth * 41) % 300)))

const plainName = (name: { calledName: string; lastName: string }): string =>
  [name.calledName, name.lastName].map(word => searchWords(word).join('')).join('.')

/** Two families in three read e-mail; the others are called, or get a letter on paper. */
export const reachOf = (one: Young) => {
  const email = one.nth % 3 === 2 ? null : `${plainName(one.guardian)}@families.example`
  return { phone: `555-01${String(10 + (one.nth % 90)).padStart(2, '0')}`, email }
}

const lanes = ['Alder Lane', 'Birch Row', 'Canal Street', 'Dogwood Court', 'Elm Terrace', 'Ferry Road', 'Grove Street']

export const addressOf = ({ nth }: Young): string => `${3 + ((nth * 17) % 90)} ${lanes[nth % lanes.length]}`

/** The last ones in each cast came only lately: one waits for a guardian's yes, one for the training. */
const enrolledOn = ({ program, today }: Scene, { nth }: Young): Day => {
  const newcomers = nth - (program.volunteers.length - 2)
  return officeDay(addDays(today, newcomers >= 0 ? -9 + 5 * newcomers : -240 + ((nth * 5) % 40)))
}

const TRAINING_MINUTES = 90

export const volunteerStory =
  (scene: Scene, one: Young): Story =>
  async until => {
    const { court, staff } = scene
    const day = enrolledOn(scene, one)
    await until(plus(at(day, '15:30'), one.nth))
    const juror = await enrol(scene, one)
    await until(plus(at(addDays(day, 6), '17:00'), one.nth))
    must(await trainJuror(court, staff.coordinator, juror.jurorId, { on: addDays(day, 6), minutes: TRAINING_MINUTES }))
    must(await swearJuror(court, staff.coordinator, juror.jurorId, addDays(day, 6)))
    const yes = officeDay(addDays(day, 12))
    await until(plus(at(yes, '10:00'), one.nth))
    must(await approveJuror(court, staff.second, juror.jurorId, { guardianId: juror.guardianId, on: yes }))
    juror.ready = true
  }

const enrol = async (scene: Scene, one: Young) => {
  const { court, staff, today } = scene
  const born = bornOn(today, one)
  const { phone, email } = reachOf(one)
  const ids = await act(court, staff.coordinator, async tx => {
    const personId = await addPerson(court, tx, staff.coordinator, {
      ...{ calledName: one.calledName, lastName: one.lastName, birthDate: born, school: one.school },
      ...{ grade: String(one.age - 5), address: addressOf(one), strengths: one.strengths },
      email: one.nth % 2 === 0 ? `${plainName(one)}@students.example` : null,
    })
    const guardian = {
      ...one.guardian,
      phone,
      email,
      address: addressOf(one),
      reachBy: email ? 'email' : 'phone',
    } as const
    const guardianId = await addPerson(court, tx, staff.coordinator, guardian)
    await tiePeople(court, tx, staff.coordinator, {
      personId,
      otherId: guardianId,
      tie: 'guardian',
      sameHousehold: true,
    })
    const jurorId = await enrolJuror(court, tx, staff.coordinator, { personId, stream: 'volunteer' })
    await giveAccount(court, tx, staff.coordinator, personId, 'youth')
    return { personId, guardianId, jurorId }
  })
  const juror = { ...ids, born, school: one.school, nth: one.nth, ready: false, asked: 0 }
  scene.jurors.push(juror)
  return juror
}

/** Court nights, their rooms, the docket, and who comes. */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, stretch, within } from '#platform/columns'
import { statusesOf } from '#platform/lifecycle'
import { memberships } from '#tables/accounts'
import { cases } from '#tables/cases'
import { jurors } from '#tables/jurors'
import { people } from '#tables/people'
import { type AssignmentStatus, holdsPlace, lifecycle as assignmentLife } from './assignment.ts'
import { hearingLifecycle, type HearingStatus, lifecycle as nightLife, type NightStatus, offReasons } from './night.ts'

export const nights = pgTable(
  'nights',
  {
    ...key(),
    heldOn: day('held_on').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    place: text('place').notNull(),
    jurorPlaces: smallint('juror_places').notNull(),
    status: text('status').$type<NightStatus>().notNull(),
    offReason: text('off_reason', { enum: offReasons }),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('nights', t),
    unique('nights_one_a_day').on(t.programId, t.heldOn),
    oneOf('nights_status_known', t.status, statusesOf(nightLife)),
    oneOf('nights_off_reason_known', t.offReason, offReasons),
    check('nights_span', sql`${t.startsAt} < ${t.endsAt}`),
    check('nights_off_with_reason', sql`(${t.status} = 'called_off') = (${t.offReason} is not null)`),
  ],
)

export const rooms = pgTable(
  'rooms',
  {
    ...key(),
    nightId: uuid('night_id').notNull(),
    name: text('name').notNull(),
    facilitatorId: uuid('facilitator_id'),
    capacity: smallint('capacity').notNull(),
  },
  t => [
    keyed('rooms', t),
    within('rooms_night', t, t.nightId, nights),
    within('rooms_facilitator', t, t.facilitatorId, memberships),
    unique('rooms_name').on(t.programId, t.nightId, t.name),
  ],
)

/** One case, in one room, for one stretch of one night. */
export const hearings = pgTable(
  'hearings',
  {
    ...key(),
    nightId: uuid('night_id').notNull(),
    roomId: uuid('room_id').notNull(),
    caseId: uuid('case_id').notNull(),
    position: smallint('position').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    during: stretch('during').notNull(),
    status: text('status').$type<HearingStatus>().notNull(),
    respondentCameAt: instant('respondent_came_at'),
    guardianCameAt: instant('guardian_came_at'),
    guardianExcused: text('guardian_excused'),
    goOnAskedAt: instant('go_on_asked_at'),
    begunAt: instant('begun_at'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('hearings', t),
    within('hearings_night', t, t.nightId, nights),
    within('hearings_room', t, t.roomId, rooms),
    within('hearings_case', t, t.caseId, cases),
    unique('hearings_stretch').on(t.programId, t.id, t.during),
    uniqueIndex('hearings_one_live').on(t.programId, t.caseId).where(sql`status in ('docketed', 'in_hearing')`),
    index('hearings_of_night').on(t.programId, t.nightId, t.startsAt),
    index('hearings_of_case').on(t.programId, t.caseId),
    oneOf('hearings_status_known', t.status, statusesOf(hearingLifecycle)),
  ],
)

const occupies = sql.raw(`status in (${holdsPlace.map(status => `'${status}'`).join(', ')})`)

/** A juror's place at a night. One a night, whatever happens (rule 19). */
export const assignments = pgTable(
  'assignments',
  {
    ...key(),
    nightId: uuid('night_id').notNull(),
    jurorId: uuid('juror_id').notNull(),
    status: text('status').$type<AssignmentStatus>().notNull(),
    /** Whether the night is owed jury service. The database writes it, from what attendance counted (rule 35); nobody else does. */
    mandated: boolean('mandated').notNull().default(false),
    answeredAt: instant('answered_at'),
    checkedInAt: instant('checked_in_at'),
    checkedOutAt: instant('checked_out_at'),
    oathAt: instant('oath_at'),
    madeAt: instant('made_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('assignments', t),
    within('assignments_night', t, t.nightId, nights),
    within('assignments_juror', t, t.jurorId, jurors),
    unique('assignments_once').on(t.programId, t.nightId, t.jurorId),
    index('assignments_of_juror').on(t.programId, t.jurorId),
    index('assignments_places').on(t.programId, t.nightId).where(occupies),
    oneOf('assignments_status_known', t.status, statusesOf(assignmentLife)),
  ],
)

/** Adults and others at the table by the door; jurors are in their assignments. */
export const arrivals = pgTable(
  'arrivals',
  {
    ...key(),
    hearingId: uuid('hearing_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
  },
  t => [
    keyed('arrivals', t),
    within('arrivals_hearing', t, t.hearingId, hearings),
    within('arrivals_person', t, t.personId, people),
    unique('arrivals_once').on(t.programId, t.hearingId, t.personId),
  ],
)

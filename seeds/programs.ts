/** The three programs of the county: where they meet, by which rules, and who works there. All of it is made up. */
import { type Rulebook, starterRulebook } from '#court/programs'
import { type Respondent, readCases, readVolunteers, type Young } from './cast.ts'
import { cases as cedarCases, volunteers as cedarVolunteers } from './county/cedar.ts'
import { cases as harborCases, volunteers as harborVolunteers } from './county/harbor.ts'
import { volunteers as mapleVolunteers } from './county/maple.ts'
import { heard as mapleHeard } from './county/maple-heard.ts'
import { waiting as mapleWaiting } from './county/maple-waiting.ts'

/** Where hours are given, and who signs for them. */
export type Partner = { place: string; supervisor: string; does: string }

export type Adult = { name: string; email: string }

export type Program = {
  slug: string
  name: string
  shortName: string
  helpPhone: string
  place: string
  rules: Rulebook
  nights: {
    /** Days from one night to the next, and from today to the next one. */
    every: number
    next: number
    starts: string
    ends: string
    room: string
    capacity: number
    jurorPlaces: number
    /** How many are asked, beside those who owe a night. */
    asked: number
    /** Today's night has begun already. */
    isOn: boolean
  }
  coordinators: [Adult, Adult]
  facilitators: [Adult, Adult]
  officers: [Adult & { agency: string }, Adult & { agency: string }]
  evaluator: Adult
  /** Somebody without an account here, who writes or calls. */
  caller: {
    agency: string
    officerName: string
    officerEmail: string
    sourceKind: 'probation' | 'prosecutor' | 'court'
  }
  partners: Partner[]
  /** What the court itself promises. */
  promises: { kind: 'mentoring' | 'other'; title: string; amount: number }[]
  volunteers: Young[]
  respondents: Respondent[]
}

const adult = (name: string, house: string): Adult => ({
  name,
  email: `${name.split(' ').at(0)?.toLowerCase()}@${house}.example`,
})

const maple = (): Program => ({
  slug: 'maple-street',
  name: 'Maple Street Youth Court',
  shortName: 'Maple Street YC',
  helpPhone: '555-0100',
  place: '12 Maple Street, Room 204',
  rules: starterRulebook('charlotte'),
  nights: {
    ...{ every: 14, next: 0, starts: '17:30', ends: '20:30', room: 'Room 204', capacity: 3 },
    ...{ jurorPlaces: 18, asked: 11, isOn: false },
  },
  coordinators: [adult('Dana Whitfield', 'maple-street'), adult('Priya Raman', 'maple-street')],
  facilitators: [adult('Marcus Lee', 'maple-street'), adult('Ingrid Solheim', 'maple-street')],
  officers: [
    { ...adult('Joaquin Rivera', 'maple-county-police'), agency: 'Maple County Police' },
    { ...adult('Helen Abara', 'riverbend-schools'), agency: 'Riverbend School District' },
  ],
  evaluator: adult('Eve Castaneda', 'riverbend-college'),
  caller: {
    ...{ agency: 'Maple County Juvenile Services', officerName: 'Theo Brandt', sourceKind: 'probation' },
    officerEmail: 'theo@juvenile-services.example',
  },
  partners: [
    { place: 'Harvest Table food pantry', supervisor: 'Bea Lindholm', does: 'Helping at the food pantry' },
    { place: 'Northside Library', supervisor: 'Samuel Ortega', does: 'Reading with children at the library' },
    { place: 'Wheelhouse bike workshop', supervisor: 'June Takahashi', does: 'Repairing bikes for the bike library' },
    { place: 'Alder Grove seniors’ home', supervisor: 'Rosalie Finch', does: 'Games afternoons with seniors' },
  ],
  promises: [
    { kind: 'mentoring', title: 'Four evenings with a mentor from Wheelhouse', amount: 4 },
    { kind: 'other', title: 'A bus pass for every jury night', amount: 1 },
    { kind: 'other', title: 'A letter to the school about what was put right', amount: 1 },
  ],
  volunteers: readVolunteers(mapleVolunteers),
  respondents: readCases(`${mapleHeard}\n${mapleWaiting}`),
})

const harbor = (): Program => ({
  slug: 'harbor-county',
  name: 'Harbor County Peer Jury',
  shortName: 'Harbor Peer Jury',
  helpPhone: '555-0140',
  place: 'Harbor Hall, 3 Quay Street',
  rules: starterRulebook('cumberland'),
  nights: {
    ...{ every: 21, next: 3, starts: '18:00', ends: '21:00', room: 'Chart room', capacity: 3 },
    ...{ jurorPlaces: 16, asked: 10, isOn: false },
  },
  coordinators: [adult('Winifred Osei', 'harbor-peer-jury'), adult('Alan Castro', 'harbor-peer-jury')],
  facilitators: [adult('Judith Nakamura', 'harbor-peer-jury'), adult('Peter Novak', 'harbor-peer-jury')],
  officers: [
    { ...adult('Grace Molina', 'harbor-sheriff'), agency: 'Harbor County Sheriff' },
    { ...adult('Isaac Thorne', 'harbor-schools'), agency: 'Harbor Schools' },
  ],
  evaluator: adult('Lena Fischbach', 'riverbend-college'),
  caller: {
    ...{ agency: 'Harbor District Attorney', officerName: 'Camille Ostrander', sourceKind: 'prosecutor' },
    officerEmail: 'camille@harbor-attorney.example',
  },
  partners: [
    { place: 'Harbor Shore Rescue', supervisor: 'Ned Calloway', does: 'Cleaning the shore and sorting nets' },
    { place: 'Quay Street kitchen', supervisor: 'Dolores Beck', does: 'Cooking at the community kitchen' },
    { place: 'Bayview animal shelter', supervisor: 'Rita Sorel', does: 'Caring for animals at the shelter' },
  ],
  promises: [
    { kind: 'other', title: 'A place in the summer sailing course', amount: 1 },
    { kind: 'mentoring', title: 'Three afternoons of help with school work', amount: 3 },
  ],
  volunteers: readVolunteers(harborVolunteers),
  respondents: readCases(harborCases),
})

/** A small court: one high school, so that the same school keeps nobody off; a judge confirms each agreement. */
const cedarRules = (): Rulebook => {
  const book = starterRulebook('flower-mound')
  return {
    ...book,
    jury: { ...book.jury, size: 5, sameSchool: 'allow', decision: 'consensus' },
    powers: { ...book.powers, judgeConfirms: true },
  }
}

const cedar = (): Program => ({
  slug: 'cedar-falls',
  name: 'Cedar Falls Teen Court',
  shortName: 'Cedar Falls TC',
  helpPhone: '555-0170',
  place: 'Old Town Hall, 1 Cedar Square',
  rules: cedarRules(),
  nights: {
    ...{ every: 28, next: 0, starts: '18:30', ends: '20:30', room: 'Council room', capacity: 2 },
    ...{ jurorPlaces: 14, asked: 8, isOn: true },
  },
  coordinators: [adult('Ruthanne Bell', 'cedar-falls-court'), adult('Omar Haddad', 'cedar-falls-court')],
  facilitators: [adult('Clara Whitmore', 'cedar-falls-court'), adult('Edwin Marsh', 'cedar-falls-court')],
  officers: [
    { ...adult('Dale Hendricks', 'cedar-falls-police'), agency: 'Cedar Falls Police' },
    { ...adult('Monique Barr', 'cedar-falls-schools'), agency: 'Cedar Falls Schools' },
  ],
  evaluator: adult('Samir Patel', 'riverbend-college'),
  caller: {
    ...{ agency: 'Cedar Falls Municipal Court', officerName: 'Lorna Pettigrew', sourceKind: 'court' },
    officerEmail: 'lorna@cedar-falls-municipal.example',
  },
  partners: [
    { place: 'Cedar Creek trail crew', supervisor: 'Hank Moberly', does: 'Keeping up the creek trail' },
    { place: 'Meals on the Square', supervisor: 'Patience Greene', does: 'Serving meals on the square' },
  ],
  promises: [{ kind: 'mentoring', title: 'Two Saturdays with the trail crew leader', amount: 2 }],
  volunteers: readVolunteers(cedarVolunteers),
  respondents: readCases(cedarCases),
})

export const theCounty = (): Program[] => [maple(), harbor(), cedar()]

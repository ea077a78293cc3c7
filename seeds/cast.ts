/** Reads the casts of the county, which are kept as plain lines. */

/** What becomes of a case; the words after it in the cast say when. */
export const fates = [
  'referred',
  'screening',
  'ineligible',
  'ineligible-returned',
  'contacting',
  'declined',
  'refused',
  'unreachable',
  'unreached',
  'intake',
  'consents',
  'ready',
  'docketed',
  'hearing',
  'unsigned',
  'withdrawn',
  'withdrew',
  'absent',
  'active',
  'soon',
  'late',
  'waiting',
  'asked',
  'fix',
  'review',
  'ending',
  'terminated',
  'returned',
  'waived',
  'closed',
] as const
export type Fate = (typeof fates)[number]

export type Young = {
  nth: number
  calledName: string
  lastName: string
  age: number
  school: string
  guardian: { calledName: string; lastName: string; language: string }
  strengths: string[]
}

export type Mishap = { what: 'reset' | 'missed' | 'stopped'; night: number }

export type Respondent = Young & {
  offence: string
  harmed: { name: string; isPerson: boolean } | null
  lossCents: number | null
  happened: string
  words: string | null
  fate: Fate
  /** The night of the hearing, counted from the next one, which is 0. */
  night: number | null
  /** How long ago it was referred, where there is no hearing yet. */
  days: number
  mishap: Mishap | null
  /** It passed the screening by leave of a judge. */
  byLeave: boolean
}

const cells = (line: string): string[] => line.split('|').map(cell => cell.trim())

const nameOf = (whole: string): { calledName: string; lastName: string } => {
  const [calledName = '', ...last] = whole.split(' ')
  return { calledName, lastName: last.join(' ') }
}

const young = (nth: number, who: string, school: string, guardian: string, strengths: string): Young => {
  const [name = '', age = ''] = who.split(',').map(part => part.trim())
  const [guardianName = '', language = 'en'] = guardian.split(',').map(part => part.trim())
  return {
    nth,
    ...nameOf(name),
    age: Number(age),
    school,
    guardian: { ...nameOf(guardianName), language },
    strengths: strengths.split(',').map(part => part.trim()),
  }
}

export const readVolunteers = (lines: string): Young[] =>
  lines
    .trim()
    .split('\n')
    .map((line, nth) => {
      const [who = '', school = '', guardian = '', strengths = ''] = cells(line)
      return young(nth, who, school, guardian, strengths)
    })

export const readCases = (stanzas: string): Respondent[] =>
  stanzas
    .trim()
    .split(/\n\n+/)
    .map((stanza, nth) => {
      const [facts = '', strengths = '', happened = '', words = ''] = stanza.split('\n')
      const [who = '', guardian = '', offence = '', harm = '', path = ''] = cells(facts)
      const school = who.split(',')[2]?.trim() ?? ''
      return {
        ...young(nth, who, school, guardian, strengths),
        offence,
        happened,
        words: words === '-' ? null : words,
        ...harmIn(harm),
        ...pathIn(path),
      }
    })

const harmIn = (harm: string): Pick<Respondent, 'harmed' | 'lossCents'> => {
  if (harm === '-') return { harmed: null, lossCents: null }
  const [name = '', dollars] = harm.split('$').map(part => part.trim())
  const harmed = { name: name.replace('* ', ''), isPerson: name.startsWith('* ') }
  return { harmed, lossCents: dollars ? Number(dollars) * 100 : null }
}

/** "closed @-9 after reset @-10": what becomes of it, on which night, and what went wrong before. */
const PATH =
  /^(?<fate>[\w-]+) (?:@(?<night>-?\d+)|(?<days>-\d+))(?: after (?<what>reset|missed|stopped) @(?<other>-?\d+))?(?<leave> leave)?$/

const pathIn = (path: string): Pick<Respondent, 'fate' | 'night' | 'days' | 'mishap' | 'byLeave'> => {
  const { fate, night, days, what, other, leave } = PATH.exec(path)?.groups ?? {}
  const known = fates.find(one => one === fate)
  if (!known) throw new Error(`the cast has a case that goes nowhere: ${path}`)
  return {
    fate: known,
    night: night === undefined ? null : Number(night),
    days: Number(days ?? 0),
    mishap: what === undefined ? null : { what: what as Mishap['what'], night: Number(other) },
    byLeave: leave !== undefined,
  }
}

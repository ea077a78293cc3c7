/**
 * Offences that youth courts commonly meet, to start a catalogue from. Groups follow the National Incident-Based Reporting
 * System. `weight` runs from 1, the lightest, to 4; a grid turns it into its own class.
 */
export type ReferenceOffence = {
  code: string
  title: string
  /** For the family: what happened, in words that accuse nobody. */
  plain: string
  group: string
  weight: 1 | 2 | 3 | 4
  violent: boolean
  allowed: boolean
}

type Row = readonly [code: string, title: string, plain: string, group: string, weight: 1 | 2 | 3 | 4]

/** What a youth court is made for. A push or a blow that left nobody badly hurt is among it in nearly every court that we know of. */
const allowed: readonly Row[] = [
  ['shoplifting', 'Shoplifting', 'taking something from a store', '23C Shoplifting', 2],
  ['theft-petty', 'Petty theft', 'taking something small that was not yours', '23H All other larceny', 2],
  [
    'theft-building',
    'Theft from a building',
    'taking something from a school or another building',
    '23D Theft from building',
    2,
  ],
  ['theft-vehicle', 'Theft from a motor vehicle', 'taking something out of a car', '23F Theft from motor vehicle', 3],
  ['theft-bicycle', 'Theft of a bicycle', 'taking a bicycle or a scooter', '23H All other larceny', 2],
  ['receiving', 'Receiving stolen property', 'keeping something that was stolen', '280 Stolen property', 2],
  [
    'joyriding',
    'Unauthorized use of a vehicle',
    'driving or riding in a car without leave',
    '240 Motor vehicle theft',
    4,
  ],
  ['fraud-minor', 'Minor fraud or false pretenses', 'getting something by a false story', '26A False pretenses', 2],
  [
    'forgery-minor',
    'Minor forgery',
    'changing or copying a paper, a pass or a bill',
    '250 Counterfeiting or forgery',
    2,
  ],
  ['identity-false', 'False identification', 'showing an ID that was not yours', '26C Impersonation', 1],
  ['fare-evasion', 'Fare evasion', 'riding without a ticket', '90Z All other offenses', 1],
  ['vandalism', 'Vandalism', 'damaging something that belongs to others', '290 Destruction of property', 2],
  ['graffiti', 'Graffiti', 'writing or painting on a wall without leave', '290 Destruction of property', 2],
  ['trespass', 'Trespass', 'being somewhere without leave', '90J Trespass of real property', 1],
  ['disorderly', 'Disorderly conduct', 'loud or wild behavior that upset people', '90C Disorderly conduct', 1],
  ['fight-mutual', 'Affray or mutual fight', 'a fight in which nobody was badly hurt', '90C Disorderly conduct', 2],
  ['assault-simple', 'Simple assault', 'hitting or pushing somebody', '13B Simple assault', 3],
  ['school-disruption', 'Disrupting school', 'stopping others from learning at school', '90C Disorderly conduct', 1],
  ['harassment', 'Harassment', 'bothering somebody again and again', '90Z All other offenses', 2],
  [
    'cyber-harassment',
    'Harassment by phone or online',
    'sending hurtful messages again and again',
    '90Z All other offenses',
    2,
  ],
  ['false-alarm', 'False fire alarm', 'setting off an alarm without need', '90Z All other offenses', 3],
  ['false-report', 'False report', 'telling the police something untrue', '90Z All other offenses', 2],
  ['obstructing', 'Obstructing an officer', 'getting in the way of an officer', '90Z All other offenses', 2],
  ['fireworks', 'Fireworks', 'setting off fireworks', '90Z All other offenses', 1],
  ['littering', 'Littering or dumping', 'leaving trash where it does not belong', '90Z All other offenses', 1],
  ['alcohol', 'Possession of alcohol by a minor', 'having or drinking alcohol', '90G Liquor law violations', 1],
  ['alcohol-public', 'Public drunkenness', 'being drunk in a public place', '90E Drunkenness', 1],
  ['tobacco', 'Tobacco or vaping by a minor', 'having cigarettes or a vape', '90Z All other offenses', 1],
  [
    'marijuana',
    'Simple possession of marijuana',
    'having a small amount of marijuana',
    '35A Drug/narcotic violations',
    2,
  ],
  [
    'paraphernalia',
    'Possession of paraphernalia',
    'having things used to take drugs',
    '35B Drug equipment violations',
    1,
  ],
  ['curfew', 'Curfew violation', 'being out after curfew', '90B Curfew/loitering/vagrancy', 1],
  ['truancy', 'Truancy', 'missing school without leave', '90Z All other offenses', 1],
  ['traffic-minor', 'Minor traffic violation', 'breaking a small traffic rule', 'Traffic, not in the system', 1],
]

/** Beyond a youth court, unless the authority that its rules name lets one in (rule 5). */
const shutOut: readonly Row[] = [
  ['drug-sale', 'Sale or delivery of a drug', 'selling or passing on drugs', '35A Drug/narcotic violations', 4],
  ['drug-felony', 'Possession of another drug', 'having drugs other than marijuana', '35A Drug/narcotic violations', 4],
  [
    'impaired-driving',
    'Impaired driving',
    'driving after drinking or taking drugs',
    '90D Driving under the influence',
    4,
  ],
  ['burglary', 'Burglary or breaking and entering', 'breaking into a place to take something', '220 Burglary', 4],
  ['theft-motor', 'Motor vehicle theft', 'stealing a car or a motorcycle', '240 Motor vehicle theft', 4],
]

const shutOutAndViolent: readonly Row[] = [
  ['weapon-school', 'Weapon at school', 'bringing a weapon to school', '520 Weapon law violations', 4],
  [
    'assault-aggravated',
    'Aggravated assault',
    'badly hurting somebody, or using a weapon',
    '13A Aggravated assault',
    4,
  ],
  ['threats', 'Threats of violence', 'threatening to hurt somebody', '13C Intimidation', 4],
  ['robbery', 'Robbery', 'taking something by force or threat', '120 Robbery', 4],
  ['arson', 'Arson', 'setting fire to something', '200 Arson', 4],
  ['sexual-assault', 'Sexual assault', 'sexual contact without consent', '11A–11D Sex offenses', 4],
  ['gang-hate', 'Gang or hate offense', 'hurting somebody for who they are, or for a gang', 'By the offense itself', 4],
]

const flagged = (rows: readonly Row[], flags: { violent: boolean; allowed: boolean }): ReferenceOffence[] =>
  rows.map(([code, title, plain, group, weight]) => ({ code, title, plain, group, weight, ...flags }))

export const referenceOffences: readonly ReferenceOffence[] = [
  ...flagged(allowed, { violent: false, allowed: true }),
  ...flagged(shutOut, { violent: false, allowed: false }),
  ...flagged(shutOutAndViolent, { violent: true, allowed: false }),
]

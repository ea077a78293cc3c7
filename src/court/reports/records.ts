import { sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import type { Counted } from './figure.ts'
import type { OurPromises, Service } from './rules/figures.ts'
import type { Span } from './rules/spans.ts'

const from = sql`${sql.placeholder('from')}::date`
const to = sql`${sql.placeholder('to')}::date`
const today = sql`${sql.placeholder('today')}::date`

/** The cases referred in a span of days, by what the reports tell apart. */
const cohort = statement('report_cohort', tx =>
  tx
    .select({
      stage: sql<Counted['stage']>`stage`,
      fate: sql<Counted['fate']>`fate`,
      reason: sql<Counted['reason']>`reason`,
      afterwards: sql<Counted['afterwards']>`afterwards`,
      isSealed: sql<boolean>`is_sealed`,
      withoutJuryService: sql<boolean>`without_jury_service`,
      withWaiver: sql<boolean>`with_waiver`,
      outsideGrid: sql<boolean>`outside_grid`,
      cases: sql<number>`cases`,
    })
    .from(sql`reporting.cohort(${from}, ${to}, ${today})`),
)

const service = statement('report_service', tx =>
  tx
    .select({
      kind: sql<Service['kind']>`kind`,
      times: sql<number>`times`,
      minutes: sql<number>`minutes`,
      people: sql<number>`people`,
    })
    .from(sql`reporting.service(${from}, ${to})`),
)

const ourPromises = statement('report_our_promises', tx =>
  tx
    .select({ due: sql<number>`due`, kept: sql<number>`kept`, setAside: sql<number>`set_aside` })
    .from(sql`reporting.our_promises(${from}, ${to}, ${today})`),
)

/** All that a report counts, in three statements that leave together. */
export const factsOf = async (tx: Tx, span: Span, today: string) => {
  const [counted, helped, [ours]] = await Promise.all([
    cohort(tx, { ...span, today }),
    service(tx, { ...span }),
    ourPromises(tx, { ...span, today }),
  ])
  return { cohort: counted, service: helped, ours: ours ?? nothingPromised }
}

const nothingPromised: OurPromises = { due: 0, kept: 0, setAside: 0 }

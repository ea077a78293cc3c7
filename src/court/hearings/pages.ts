/** The pages of this room. */
import type { Form } from '#platform/forms'
import type { Option } from '#platform/parts'
import type { DatePage } from './pages/date.ts'
import type { DatesPage } from './pages/dates.ts'
import type { ManagePage } from './pages/manage.ts'
import type { NightPage } from './pages/door.ts'
import type { NightSteps } from './pages/tonight.ts'

export type { DatePage } from './pages/date.ts'
export type { DatesPage, OwedView } from './pages/dates.ts'
export type { DocketPage } from './pages/docket.ts'
export type { EndJurorPage, JurorNightsPage, JurorsPage } from './pages/jurors.ts'
export type { NewNightPage, NightsPage } from './pages/list.ts'
export type { ManagePage } from './pages/manage.ts'
export type { OtherDayPage } from './pages/other-day.ts'
export type { PlanPage } from './pages/plan.ts'
export type { NightPage } from './pages/door.ts'
export type { NoNightPage, Tonight } from './pages/tonight.ts'

// Pieces of pages
export type ManageCard = Omit<ManagePage, 'view' | 'title' | 'layout'>
export type NightCard = Omit<NightPage, 'view' | 'title' | 'layout'>
export type FamilyProps = Pick<NightPage, 'day' | 'problem' | 'at'> & { family: NightPage['families'][number] }
export type JurorHereProps = Pick<NightPage, 'day' | 'open' | 'problem' | 'at'> & { one: NightPage['jurors'][number] }
export type StepsProps = { steps: NightSteps }
export type RoomFields = { form: Form; facilitators: readonly Option[] }
export type DateItem = DatesPage['coming'][number]
export type DateCard = Omit<DatePage, 'view' | 'title' | 'layout'>

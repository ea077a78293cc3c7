/** The pages of this room. */
import type { Form } from '#platform/forms'
import type { Option } from '#platform/parts'
import type { DatePage, DatesPage } from './pages/dates.ts'
import type { ManagePage } from './pages/manage.ts'
import type { NightPage } from './pages/door.ts'

export type { DatePage, DatesPage } from './pages/dates.ts'
export type { DocketPage } from './pages/docket.ts'
export type { EndJurorPage, JurorNightsPage, JurorsPage } from './pages/jurors.ts'
export type { NewNightPage, NightsPage } from './pages/list.ts'
export type { ManagePage } from './pages/manage.ts'
export type { PlanPage } from './pages/plan.ts'
export type { NightPage } from './pages/door.ts'
export type { NoNightPage, Tonight } from './pages/tonight.ts'

// Pieces of pages
export type ManageCard = Omit<ManagePage, 'view' | 'title' | 'layout'>
export type NightCard = Omit<NightPage, 'view' | 'title' | 'layout'>
export type FamilyProps = { day: NightPage['day']; family: NightPage['families'][number] }
export type StepsProps = { steps: NightPage['steps'] }
export type RoomFields = { form: Form; facilitators: readonly Option[] }
export type DateItem = DatesPage['coming'][number]
export type DateCard = Omit<DatePage, 'view' | 'title' | 'layout'>

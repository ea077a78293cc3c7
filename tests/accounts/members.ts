/** People who can sign in, for the tests of this room. */
import { act, type Actor } from '#court'
import { addAccount, issueSlip, type Role, type SlipWish } from '#court/accounts'
import { isRefusal } from '#platform/refusal'
import type { Program, TestCourt } from '../support/court.ts'

export const PASSWORD = 'gravel-otter-74-lamp'

export const aMember = async (
  court: TestCourt,
  program: Program,
  email: string,
  role: Role = 'coordinator',
  password = PASSWORD,
): Promise<Actor> => {
  const added = await act(court, program.coordinator, tx =>
    addAccount(court, tx, program.coordinator, { email, displayName: 'Ada Marked-Name', password, role }),
  )
  if (isRefusal(added)) throw new Error(added.refused)
  return { ...program.coordinator, ...added, role }
}

export const aYouth = async (court: TestCourt, program: Program): Promise<Actor> => {
  const added = await act(court, program.coordinator, tx =>
    addAccount(court, tx, program.coordinator, { email: null, displayName: 'Jordan', password: null, role: 'youth' }),
  )
  return { ...program.coordinator, ...added, role: 'youth' }
}

export const aSlip = async (
  court: TestCourt,
  program: Program,
  who: Actor,
  wish: Partial<SlipWish> = {},
): Promise<string> => {
  const day = 86_400_000
  const whole = {
    membershipId: who.membershipId ?? '',
    from: court.now(),
    to: new Date(court.now().getTime() + day),
    singleUse: true,
    ...wish,
  }
  return (await act(court, program.coordinator, tx => issueSlip(court, tx, program.coordinator, whole))).code
}

export const entriesOf = (court: TestCourt, accountId: string) =>
  court.rows<{ act: string; particulars: object; session_id: string | null; thing_id: string | null }>(
    `select act, particulars, session_id, thing_id from register_entries where account_id = $1 and thing in ('session', 'account') order by at, act`,
    [accountId],
  )

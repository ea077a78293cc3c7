/** How somebody shows who they are: by e-mail and password, or by a printed slip. A failure never says what was wrong. */
import type { Court } from '#court'
import type { Database } from '#platform/database'
import { type Limit, openLimit } from '#platform/limits'
import { fitsSecret } from '#platform/passwords'
import { type Refusal, refuse } from '#platform/refusal'
import {
  accountByEmail,
  type Hat,
  hatsOf,
  type LiveSlip,
  liveRenewals,
  liveSlips,
  type OwnAccount,
  type Renewal,
  useSlip,
} from './door.ts'
import type { Who } from './session.ts'
import { readCode } from './slip.ts'

/** One school's Wi-Fi is one network for two hundred people, so a network may try often; one name from there may not. */
const allowed = {
  network: { tries: 250, minutes: 15 },
  pair: { tries: 5, minutes: 15 },
  account: { tries: 100, minutes: 60 },
  slip: { tries: 15, minutes: 60 },
  /** Letters with a code to one colleague. */
  renewal: { tries: 3, minutes: 60 },
}

/** The limits at the door. `network` counts all who come from one place, `pair` one account from one place. */
export type Door = Record<keyof typeof allowed, Limit>

export const openDoor = (db: Database): Door => ({
  network: openLimit(db, 'network', allowed.network),
  pair: openLimit(db, 'pair', allowed.pair),
  account: openLimit(db, 'account', allowed.account),
  slip: openLimit(db, 'slip', allowed.slip),
  renewal: openLimit(db, 'renewal', allowed.renewal),
})

export type Tried = { network: string; noteRefusal: (who: Who) => Promise<void> }

/** A place that has used up its own tries uses up none of the account's: nobody can lock another out by guessing on. */
const mayTry = async (door: Pick<Door, 'pair' | 'account'>, email: string, network: string): Promise<boolean> =>
  (await door.pair.take(email, network)) && (await door.account.take(email))

/** All that the account may be signed in as, if the password is its own. Nobody, disabled, locked and wrong take the same road. */
export const proveByPassword = async (
  court: Court,
  door: Door,
  { email, password, network, noteRefusal }: Tried & { email: string; password: string },
): Promise<Hat[] | null> => {
  const may = await mayTry(door, email, network)
  const account = await accountByEmail(court.db, email)
  const fits = await fitsSecret(account?.passwordHash, password)
  const hats = account ? await hatsOf(court.db, account.accountId) : []
  if (!account || !may) return null
  if (fits && !account.disabled && hats.length > 0) {
    await Promise.all([door.pair.forget(email, network), door.account.giveBack(email), door.network.giveBack(network)])
    return hats
  }
  await Promise.all(onePerProgram(hats).map(hat => noteRefusal(hat)))
  return null
}

const onePerProgram = (hats: readonly Hat[]): Hat[] => [...new Map(hats.map(hat => [hat.programId, hat])).values()]

export type ProofRefusal = Refusal<'wrong-password' | 'too-many-tries'>

/** Whether somebody who is signed in knows the password too. A desk that was left alone is no place to guess: the tries are those of the door. */
export const proveOwn = async (
  door: Pick<Door, 'pair' | 'account'>,
  { email, passwordHash }: OwnAccount,
  { password, network }: { password: string; network: string },
): Promise<ProofRefusal | null> => {
  if (!(await mayTry(door, email, network))) return refuse('too-many-tries')
  if (!(await fitsSecret(passwordHash, password))) return refuse('wrong-password')
  await Promise.all([door.pair.forget(email, network), door.account.giveBack(email)])
  return null
}

/** The one hat that a slip stands for. A single-use slip is used up by this. */
export const proveBySlip = async (
  court: Court,
  door: Door,
  { typed, network, noteRefusal }: Tried & { typed: string },
): Promise<(Hat & Pick<Who, 'until'>)[] | null> => {
  const code = readCode(typed)
  const may = code !== null && (await door.slip.take(code.selector))
  const slips = code && may ? await liveSlips(court.db, code.selector, court.now()) : []
  const fitting = await fittingOf(slips, code?.secret ?? typed)
  if (code && fitting && (await useSlip(court.db, fitting, court.now()))) {
    await Promise.all([door.slip.forget(code.selector), door.network.giveBack(network)])
    return (await wornBy(court.db, fitting)).map(hat => ({ ...hat, until: fitting.validTo }))
  }
  for (const slip of slips) for (const hat of await wornBy(court.db, slip)) await noteRefusal(hat)
  return null
}

/** The slip with which a member of staff may choose a password. It is not used up by being shown. */
export const proveRenewal = async (
  court: Court,
  door: Pick<Door, 'slip' | 'network'>,
  { typed, network }: { typed: string; network: string },
): Promise<Renewal | null> => {
  const code = readCode(typed)
  const may = code !== null && (await door.slip.take(code.selector))
  const slips = code && may ? await liveRenewals(court.db, code.selector, court.now()) : []
  const fitting = await fittingOf(slips, code?.secret ?? typed)
  if (!code || !fitting) return null
  await Promise.all([door.slip.forget(code.selector), door.network.giveBack(network)])
  return fitting
}

const fittingOf = async <Slip extends LiveSlip>(slips: readonly Slip[], secret: string): Promise<Slip | undefined> => {
  if (slips.length === 0) await fitsSecret(null, secret)
  const fits = await Promise.all(slips.map(slip => fitsSecret(slip.secretHash, secret)))
  return slips[fits.indexOf(true)]
}

const wornBy = async (db: Database, slip: LiveSlip): Promise<Hat[]> =>
  (await hatsOf(db, slip.accountId)).filter(hat => hat.membershipId === slip.membershipId)

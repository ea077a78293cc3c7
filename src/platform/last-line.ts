/** What the database itself refuses, handed back as a refusal with a name. The act has been rolled back by then. */
import { refusedBy } from './database.ts'
import { type Refusal, refuse } from './refusal.ts'

export const orRefused = async <T, const Reason extends string>(
  act: Promise<T>,
  reasons: Readonly<Record<string, Reason>>,
): Promise<T | Refusal<Reason>> => {
  try {
    return await act
  } catch (fault) {
    const reason = reasons[refusedBy(fault)?.constraint ?? '']
    if (reason === undefined) throw fault
    return refuse(reason)
  }
}

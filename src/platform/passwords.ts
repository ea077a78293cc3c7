/** Passwords and codes, kept as slow hashes. Hashing takes memory and a core, so only two are made at a time. */
import { hash, verify } from '@node-rs/argon2'

const AT_ONCE = 2

/** Argon2id with 19 MiB, two passes, one lane; the numbers stand in every hash, so they may change. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hash of a secret that nobody has, so that an unknown name takes as long as a known one. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$qRTufJ/M6W3La4z4EHbnWQ$xv8A+n4ix4m9UBLydAT+8XxcEqrTUIfyzzn+KYQz5EU'

export const hashSecret = (secret: string): Promise<string> => inTurn(() => hash(secret, cost))

/** Whether a secret fits; a missing hash fits none, and takes as long to say so. */
export const fitsSecret = async (kept: string | null | undefined, secret: string): Promise<boolean> => {
  const fits = await inTurn(() => verify(kept ?? nobodys, secret))
  return fits && kept != null
}

let busy = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (busy >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  else busy += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}

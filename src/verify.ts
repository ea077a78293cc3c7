/** Reads every register from its first entry to its last, and says whether it holds. Run by `npm run verify`. */
import { closingSentence, proveRegisters, sentenceOf } from '#court/register'
import { CannotStart, readConfig } from '#platform/config'
import { asking, openGround } from '#platform/ground'

const verify = async (): Promise<boolean> => {
  const ground = await openGround(readConfig(process.env), sentence => console.log(sentence))
  try {
    const proofs = await asking(ground.ownerUrl, proveRegisters)
    for (const proof of proofs) console.log(sentenceOf(proof))
    console.log(closingSentence(proofs))
    return proofs.every(({ faults }) => faults.length === 0)
  } finally {
    await ground.close()
  }
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (fault) {
  console.error(
    fault instanceof CannotStart ? fault.message : `The registers could not be read: ${(fault as Error).message}`,
  )
  process.exitCode = 1
}

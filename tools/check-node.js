/** Says in a sentence when this Node cannot run the program. Plain JavaScript, so that an old one can read it; run before `npm start`. */
const needed = 24
const major = Number(process.versions.node.split('.')[0])

if (major < needed || !process.features.typescript) {
  console.error(
    `Peer Jury runs on Node ${needed}, which "npm ci" brings along; this is Node ${process.versions.node}. ` +
      `Start it with "npm start", after an "npm ci" that did not leave optional packages out, or install Node ${needed}.`,
  )
  process.exitCode = 1
}

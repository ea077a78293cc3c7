/** A fictional county of three programs over half a year, told through the acts of the court: what breaks a rule fails. */
import type { Court } from '#court'
import { caseStory } from './cases.ts'
import { type DemoPerson, demoPeopleOf } from './demo-people.ts'
import { letterStory, sendAll } from './letters.ts'
import { nightIndexes, nightStory } from './nights.ts'
import { volunteerStory } from './people.ts'
import { type Program, theCounty } from './programs.ts'
import { openScene } from './scene.ts'

/** Tells it up to this moment, and gives the people as whom one can sign in. */
export const tellStory = async (court: Court, adminUrl: string): Promise<DemoPerson[]> => {
  const told = await Promise.all(theCounty().map(program => tellProgram(court, adminUrl, program)))
  return told.flat()
}

/** Each program has a clock of its own, so that all three are told at once. */
const tellProgram = async (court: Court, adminUrl: string, program: Program): Promise<DemoPerson[]> => {
  const scene = await openScene(court, adminUrl, program)
  const stories = [
    ...program.volunteers.map(one => volunteerStory(scene, one)),
    ...nightIndexes(scene).map(index => nightStory(scene, index)),
    ...program.respondents.map(cast => caseStory(scene, cast)),
    letterStory(scene),
  ]
  for (const story of stories) await scene.diary.begin(story)
  await scene.diary.tell()
  await sendAll(scene)
  return demoPeopleOf(scene)
}

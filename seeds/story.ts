/** A fictional county of three programs over half a year, told through the acts of the court: what breaks a rule fails. */
import type { Court } from '#court'
import { asking } from '#platform/ground'
import { addDays } from '#platform/time'
import type { DemoPerson } from '../src/demo.ts'
import { besideStories } from './beside.ts'
import { caseStory } from './cases.ts'
import { demoPeopleOf } from './demo-people.ts'
import { letterStory, sendAll } from './letters.ts'
import { nightIndexes, nightStory } from './nights.ts'
import { volunteerStory } from './people.ts'
import { theCounty } from './programs.ts'
import { at, openScene, type Scene } from './scene.ts'

/** Tells it up to this moment, and gives the people as whom one can sign in. Each program has a clock of its own, so all are told at once. */
export const tellStory = async (court: Court, adminUrl: string): Promise<DemoPerson[]> => {
  const scenes = await Promise.all(theCounty().map(program => openScene(court, adminUrl, program)))
  const [first] = scenes
  await first?.diary.begin(until => takeStock(first, adminUrl, until))
  const told = await Promise.all(scenes.map(tellOne))
  await asking(adminUrl, client => client.query('analyze'))
  return told.flat()
}

const tellOne = async (scene: Scene): Promise<DemoPerson[]> => {
  const { volunteers, respondents } = scene.program
  const stories = [
    ...volunteers.map(one => volunteerStory(scene, one)),
    ...nightIndexes(scene).map(index => nightStory(scene, index)),
    ...respondents.map(cast => caseStory(scene, cast)),
    ...besideStories(scene),
    letterStory(scene),
  ]
  for (const story of stories) await scene.diary.begin(story)
  await scene.diary.tell()
  await sendAll(scene)
  return demoPeopleOf(scene)
}

/** A database sees by itself how its tables have grown, but not when half a year goes by in seconds. */
const takeStock = async ({ today }: Scene, adminUrl: string, until: (when: Date) => Promise<void>): Promise<void> => {
  for (const ago of [205, 170, 120, 60]) {
    await until(at(addDays(today, -ago), '03:00'))
    await asking(adminUrl, client => client.query('analyze'))
  }
}

/** The letters of half a year: they went out in their day, so that nothing old is sent by a demo that starts today. */
import { lettersToPrint, postPrinted, sendDue } from '#court/notices'
import { addDays } from '#platform/time'
import type { Story } from './diary.ts'
import { at, must, type Scene } from './scene.ts'

/** A mailroom that keeps nothing. */
const mailroom = {
  post: { send: async () => undefined, close: () => undefined },
  pen: () => ({ subject: '', text: '', language: 'en' as const }),
  origin: 'http://127.0.0.1',
}

const EVERY = 3

/** E-mail goes out as it falls due; paper is printed twice a week, and what came up since then waits at the desk. */
export const letterStory =
  (scene: Scene): Story =>
  async until => {
    const { court, staff, programId, today } = scene
    for (let ago = 249; ago >= 0; ago -= EVERY) {
      await until(at(addDays(today, -ago), '23:30'))
      await sendAll(scene)
      if (ago < EVERY * 2) continue
      const waiting = await court.db.withProgram(staff.second, tx => lettersToPrint(tx, programId, court.now()))
      for (const { id } of waiting) must(await postPrinted(court, staff.second, id))
    }
  }

/** What is due by e-mail at this moment. */
export const sendAll = ({ court, programId }: Scene): Promise<unknown> => sendDue(court, programId, mailroom)

/** A story whose sentences follow from each other: where one of them fails, those after it say nothing and are left out. */
import { afterEach, beforeEach } from 'vitest'

export const asAStory = (): void => {
  let broken = false
  beforeEach(({ skip }) => {
    if (broken) skip()
  })
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail'
  })
}

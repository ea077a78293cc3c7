/** A county's diary. Stories wait in it for their hour; what lies after now has not happened yet. */

/** Waits until the clock of the story shows this instant. */
export type Until = (when: Date) => Promise<void>
export type Story = (until: Until) => Promise<void>

export type Diary = {
  /** The clock of the story. It moves a second each time somebody looks at it, and never past the present. */
  now: () => Date
  /** Lets a story run up to where it first waits. */
  begin: (story: Story) => Promise<void>
  /** Turns the pages, the earliest first, up to the present. */
  tell: () => Promise<void>
}

type Page = { at: number; turn: () => Promise<void> }

const A_SECOND = 1000

export const openDiary = (opens: Date, present: Date): Diary => {
  const pages: Page[] = []
  let clock = opens.getTime()

  const put = (page: Page): void => {
    const later = pages.findIndex(other => other.at > page.at)
    pages.splice(later < 0 ? pages.length : later, 0, page)
  }

  const begin = (story: Story): Promise<void> =>
    new Promise((resolve, reject) => {
      let rest = { resolve, reject }
      const until: Until = when =>
        new Promise(go => {
          const turn = (): Promise<void> =>
            new Promise((onward, failed) => {
              rest = { resolve: onward, reject: failed }
              go()
            })
          put({ at: when.getTime(), turn })
          rest.resolve()
        })
      story(until).then(
        () => rest.resolve(),
        fault => rest.reject(fault),
      )
    })

  return {
    now: () => {
      clock = Math.min(clock + A_SECOND, present.getTime())
      return new Date(clock)
    },
    begin,
    tell: async () => {
      for (let page = pages.shift(); page && page.at <= present.getTime(); page = pages.shift()) {
        clock = Math.max(clock, page.at)
        await page.turn()
      }
    },
  }
}

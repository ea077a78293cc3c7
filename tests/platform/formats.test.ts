import { describe, expect, it } from 'vitest'
import { formats } from '#platform/formats'
import { said, speak } from '#words'

const start = new Date('2026-03-26T21:30:00Z')

describe('days and times', () => {
  it('are those of the program, in English', () => {
    const { day, longDay, fullDay, weekday, time, moment } = formats('en', 'America/New_York', '2026')
    expect([day('2026-03-26'), longDay('2026-03-26'), fullDay('2026-03-26'), weekday('2026-03-26')]).toEqual([
      'Mar 26',
      'Thursday, March 26',
      'March 26, 2026',
      'Thursday',
    ])
    expect([time(start), moment(start)]).toEqual(['5:30 PM', 'Mar 26, 5:30 PM'])
  })

  it('follow the clock on the wall of another zone, past midnight too', () => {
    expect(formats('en', 'Asia/Tokyo', '2026').moment(start)).toBe('Mar 27, 6:30 AM')
  })

  it('are Spanish and French where the reader is', () => {
    expect(formats('es', 'America/New_York', '2026').longDay('2026-03-26')).toBe('jueves, 26 de marzo')
    expect(formats('fr', 'America/New_York', '2026').longDay('2026-03-26')).toBe('jeudi 26 mars')
    expect(formats('fr', 'America/New_York').time(start)).toBe('17:30')
  })

  it('say their year where it is not this year', () => {
    const { day, longDay, moment } = formats('en', 'America/New_York', '2027')
    expect([day('2026-03-26'), longDay('2026-03-26'), moment(start)]).toEqual([
      'Mar 26, 2026',
      'Thursday, March 26, 2026',
      'Mar 26, 2026, 5:30 PM',
    ])
    expect([day('2027-01-04'), formats('es', 'America/New_York', '2027').day('2026-03-26')]).toEqual([
      'Jan 4',
      '26 mar 2026',
    ])
  })

  it('say it always on paper, which is read in another year', () => {
    const { day, longDay } = formats('en', 'America/New_York')
    expect([day('2026-03-26'), longDay('2026-03-26')]).toEqual(['Mar 26, 2026', 'Thursday, March 26, 2026'])
    expect(speak('en')('home.due-on', { on: '2026-03-26' })).toBe('By Mar 26, 2026')
    expect(speak('en', '2026')('home.due-on', { on: '2026-03-26' })).toBe('By Mar 26')
    expect(speak('en', '2027').say(said('home.due-on', { on: '2026-03-26' }))).toBe('By Mar 26, 2026')
  })

  it('fill a date box', () => {
    expect(formats('en', 'UTC').dateBox('2026-03-05')).toEqual({ month: 'Mar', day: '5', weekday: 'Thu' })
  })
})

describe('numbers', () => {
  const { number, percent, money, list, ago } = formats('en', 'UTC')

  it('are grouped, and money has cents only when there are some', () => {
    expect([number(1_234), number(7.5), percent(0.784), money(12_000), money(12_050)]).toEqual([
      '1,234',
      '7.5',
      '78%',
      '$120',
      '$120.50',
    ])
  })

  it('become words for lists and for days gone by', () => {
    expect(list(['Ana', 'Ben', 'Cy'])).toBe('Ana, Ben, and Cy')
    expect([ago(0), ago(1), ago(3), ago(-1)]).toEqual(['today', 'yesterday', '3 days ago', 'tomorrow'])
  })
})

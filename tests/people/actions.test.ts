/** People and their ties, in a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, act, NotHere } from '#court'
import {
  addPerson,
  changePerson,
  giveAccount,
  guardiansOf,
  kinshipsAmong,
  likelyDuplicates,
  type NewPerson,
  peopleWith,
  personOf,
  recogniseAs,
  searchPeople,
  tiePeople,
} from '#court/people'
import { newId } from '#platform/ids'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'

let court: TestCourt
let program: Program
let desk: Actor
beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  desk = program.coordinator
})
afterAll(() => court.close())

const add = (person: NewPerson): Promise<string> => act(court, desk, tx => addPerson(court, tx, desk, person))
const tie = (personId: string, otherId: string, kind: 'guardian' | 'relative' = 'guardian') =>
  act(court, desk, tx => tiePeople(court, tx, desk, { personId, otherId, tie: kind, sameHousehold: true }))
const found = async (words: string): Promise<string[]> =>
  (await court.db.withProgram(desk, tx => searchPeople(tx, program.id, words))).map(one => one.calledName)

describe('A person', () => {
  test('needs no more than a name, and everything else can be added later', async () => {
    const id = await add({ calledName: 'Ada', lastName: 'Marsh' })
    const ada = await court.db.withProgram(desk, tx => personOf(tx, program.id, id))
    expect(ada).toMatchObject({
      legalName: 'Ada Marsh',
      searchName: 'ada marsh',
      reachBy: 'paper',
      language: 'en',
      version: 1,
      accountId: null,
    })
    const [entry] = await court.rows('select act, particulars from register_entries where thing_id = $1', [id])
    expect(entry).toEqual({ act: 'person-added', particulars: {} })
  })

  test('is corrected by one at a time', async () => {
    const id = await add({ calledName: 'Bea', lastName: 'Mars' })
    expect(
      await changePerson(court, desk, id, 1, { calledName: 'Béa', lastName: 'Marsh', strengths: ['sings'] }),
    ).toEqual({ changed: true })
    expect(await changePerson(court, desk, id, 1, { calledName: 'Bea', lastName: 'Marz' })).toEqual({
      refused: 'changed-meanwhile',
    })
    const [bea] = await court.db.withProgram(desk, tx => peopleWith(tx, program.id, [id]))
    expect(bea).toMatchObject({
      calledName: 'Béa',
      lastName: 'Marsh',
      searchName: 'bea marsh',
      strengths: ['sings'],
      version: 2,
    })
  })

  test('is not there for another program', async () => {
    const id = await add({ calledName: 'Cleo', lastName: 'Marsh' })
    const elsewhere = (await court.aProgram()).coordinator
    await expect(court.db.withProgram(elsewhere, tx => personOf(tx, program.id, id))).rejects.toThrow(NotHere)
    await expect(court.db.withProgram(elsewhere, tx => personOf(tx, elsewhere.programId, id))).rejects.toThrow(NotHere)
    expect(await court.db.withProgram(elsewhere, tx => searchPeople(tx, elsewhere.programId, 'cleo'))).toEqual([])
  })
})

describe('Search', () => {
  test('finds by the beginning of each word, whatever the accents and the case', async () => {
    await add({ calledName: 'José-María', lastName: 'Ñuñez', legalName: 'José Ñuñez Peña' })
    expect(await found('JOSE')).toEqual(['José-María'])
    expect(await found('pen nun')).toEqual(['José-María'])
    expect(await found('maria')).toEqual(['José-María'])
    expect(await found('unez')).toEqual([])
  })

  test('takes signs of the pattern language for what they are', async () => {
    expect(await found('%')).toEqual([])
    expect(await found('_osé')).toEqual([])
    expect(await found("'; drop table people; --")).toEqual([])
  })

  test('proposes who may be meant before a second record is made, the likeliest first', async () => {
    await add({ calledName: 'Noor', lastName: 'Aziz', birthDate: '2011-02-03' })
    await add({ calledName: 'Noor', lastName: 'Aziz' })
    await add({ calledName: 'Omar', lastName: 'Aziz', birthDate: '2011-02-03' })
    const alike = await court.db.withProgram(desk, tx =>
      likelyDuplicates(tx, program.id, { calledName: 'Nóor', lastName: 'Aziz', birthDate: '2011-02-03' }),
    )
    expect(alike.map(one => [one.calledName, one.birthDate])).toEqual([
      ['Noor', '2011-02-03'],
      ['Noor', null],
      ['Omar', '2011-02-03'],
    ])
  })
})

describe('Ties', () => {
  test('say who stands for a young person; the same tie twice is one tie', async () => {
    const [child, mother, aunt] = [
      await add({ calledName: 'Kit', lastName: 'Lane' }),
      await add({ calledName: 'Mia', lastName: 'Lane' }),
      await add({ calledName: 'Pat', lastName: 'Lane' }),
    ]
    await tie(child, mother)
    await tie(child, mother)
    await tie(child, aunt, 'relative')
    const [guardians, ties] = await court.db.withProgram(desk, tx =>
      Promise.all([guardiansOf(tx, program.id, child), kinshipsAmong(tx, program.id, [child, mother, aunt])]),
    )
    expect(guardians.map(one => one.calledName)).toEqual(['Mia'])
    expect(ties).toHaveLength(2)
  })

  test('of a second entry become those of the first, and lists forget the second', async () => {
    const [first, second, mother] = [
      await add({ calledName: 'Lou', lastName: 'Frey' }),
      await add({ calledName: 'Lou', lastName: 'Frey' }),
      await add({ calledName: 'Eva', lastName: 'Frey' }),
    ]
    await tie(second, mother)
    await act(court, desk, tx => recogniseAs(court, tx, desk, second, first))
    expect(await found('lou frey')).toHaveLength(1)
    const guardians = await court.db.withProgram(desk, tx => guardiansOf(tx, program.id, first))
    expect(guardians.map(one => one.id)).toEqual([mother])
  })

  test('never tie somebody to themselves, even when the code is bypassed', async () => {
    const id = await add({ calledName: 'Solo', lastName: 'Bird' })
    await expect(
      court.rows(
        `insert into kinships (program_id, id, person_id, other_id, tie, same_household, made_at) values ($1, $2, $3, $3, 'relative', 'yes', now())`,
        [program.id, newId(), id],
      ),
    ).rejects.toThrow(/kinships_not_self/)
  })
})

describe('An account', () => {
  test('is given once for each hat, and one person keeps one account', async () => {
    const id = await add({ calledName: 'Remy', lastName: 'Hall' })
    const give = (role: 'youth' | 'family') => act(court, desk, tx => giveAccount(court, tx, desk, id, role))
    const youth = await give('youth')
    expect(await give('youth')).toBe(youth)
    expect(await give('family')).not.toBe(youth)
    const held = await court.rows(
      'select role from memberships where account_id = (select account_id from people where id = $1) order by role',
      [id],
    )
    expect(held).toEqual([{ role: 'family' }, { role: 'youth' }])
    const [account] = await court.rows(
      'select email, password_hash, display_name from accounts where id = (select account_id from people where id = $1)',
      [id],
    )
    expect(account).toEqual({ email: null, password_hash: null, display_name: 'Remy' })
  })
})

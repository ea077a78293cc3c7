/** A table of lawful moves: from where each act may be done, and where it leads. */
export type Lifecycle = Record<string, { from: readonly string[]; to: string }>

export type Move<Table extends Lifecycle> = Extract<keyof Table, string>

/** Every status that a table of lawful moves knows, in the order in which it names them. */
export const statusesOf = (table: Lifecycle): string[] => [
  ...new Set(Object.values(table).flatMap(move => [...move.from, move.to])),
]

/** The acts that are lawful from here; the buttons of a page come from this list. */
export const movesFrom = <Table extends Lifecycle>(table: Table, status: string): Move<Table>[] =>
  (Object.keys(table) as Move<Table>[]).filter(move => table[move]?.from.includes(status))

export const mayMove = <Table extends Lifecycle>(table: Table, move: Move<Table>, status: string): boolean =>
  table[move]?.from.includes(status) ?? false

/** Each single step as the database keeps it. */
export const stepsOf = (table: Lifecycle): { from: string; to: string }[] =>
  Object.values(table).flatMap(move => move.from.map(from => ({ from, to: move.to })))

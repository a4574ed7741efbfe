import type { Unit } from "../gate.ts";
import { type HoldingRow, loadHoldings } from "./holdings.ts";
import { loadPeople, type Person } from "./people.ts";

/** A person with every role held, ended ones too. */
export interface PersonRead extends Person {
  readonly holdings: readonly Omit<HoldingRow, "person">[];
}

/** The people who may be seen, with what may be seen of their roles. */
export async function readPeople(unit: Unit): Promise<readonly PersonRead[]> {
  const holdings = await loadHoldings(unit);
  return (await loadPeople(unit)).map((one) => ({
    ...one,
    holdings: holdings.filter(({ person }) => person === one.person).map(({ person: _, ...rest }) => rest),
  }));
}

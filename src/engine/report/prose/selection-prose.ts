import type { Condition, Selection } from "../../agreement/selection.ts";
import type { ContractTerms } from "../../agreement/terms.ts";
import { markText } from "../words/figure.ts";
import { all, any } from "../words/list.ts";

const wholePlaces = { places: 0 };

/** A selection as `priority is P1 or P2, and component is Circuit A`; empty for no condition. */
export function selectionText(where: Selection, contract: ContractTerms): string {
  return all(Object.entries(where).map(([field, condition]) => conditionText(field, condition, contract)));
}

/** ` with …` behind the records, or nothing where every record is meant. */
export function withSelection(where: Selection, contract: ContractTerms): string {
  const text = selectionText(where, contract);
  return text === "" ? "" : ` (those whose ${text})`;
}

function conditionText(field: string, condition: Condition, contract: ContractTerms): string {
  const name = field.replaceAll("_", " ");
  const known = (value: string): string => contract.catalogue[value]?.name ?? contract.names[value] ?? value;
  switch (condition.kind) {
    case "any of":
      return `${name} is ${any(condition.values.map(known))}`;
    case "none of":
      return `${name} is not ${any(condition.values.map(known))}`;
    case "mark":
      return `${name} is ${markText(condition.mark, wholePlaces)}`;
  }
}

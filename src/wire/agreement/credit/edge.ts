import type { Quantity } from "../../../engine/agreement/quantity.ts";
import { readQuantity } from "../quantity/mark.ts";
import { got, type Read, refused, scalar } from "../read.ts";

/** `99.50%`, `2h`, `30`: the edge of a row, a step, a mark. */
export function readEdge(text: string): Read<Quantity> {
  const quantity = readQuantity(text);
  if (quantity !== null) return got(quantity);
  return refused("quantity-unreadable", `'${text}' is not a quantity.`, "Write 99.5%, 2h 30m or 30.");
}

export const edge = scalar(readEdge, "A quantity: 99.5%, 2h 30m, 30");

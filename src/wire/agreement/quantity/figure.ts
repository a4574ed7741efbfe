import type { Quantity } from "../../../engine/agreement/quantity.ts";
import { got, type Read, refused, scalar } from "../read.ts";
import { readQuantity } from "./mark.ts";

/** `97%`, `4h` or `4.2`: a figure as a service level counts it. */
export function readFigure(text: string): Read<Quantity> {
  const quantity = readQuantity(text);
  if (quantity !== null) return got(quantity);
  return refused("figure-unreadable", `'${text}' is not a figure.`, "Write for example 97%, 4h or 4.2.");
}

export const figure = scalar(readFigure, "A figure as the level counts it: 97%, 4h or 4.2");

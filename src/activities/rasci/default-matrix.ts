import { agree } from "./default-matrix/agree.ts";
import { credit } from "./default-matrix/credit.ts";
import { establish } from "./default-matrix/establish.ts";
import { govern } from "./default-matrix/govern.ts";
import { improve } from "./default-matrix/improve.ts";
import { measure } from "./default-matrix/measure.ts";
import { report } from "./default-matrix/report.ts";
import { review } from "./default-matrix/review.ts";
import type { Matrix } from "./matrix.ts";

/** The RASCI matrix that a tenant starts from: every activity of the process, in its order. */
export const defaultMatrix: Matrix = [
  ...establish,
  ...agree,
  ...measure,
  ...report,
  ...credit,
  ...review,
  ...improve,
  ...govern,
];

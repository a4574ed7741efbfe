/** What is looked at in a credit plan beside its fields, as the reference of the format tells it. */
export const planChecks = `## Checks of credit plans

\`underpin check\` tells what a plan could not mean, with place, rule and way out. Warnings are marked; the rest are errors.

- **One form.** \`gives\` says how much in exactly one of \`share\`, \`amount\`, \`points\`, \`rows\`, \`shortfall\`,
  \`per_unit\`, \`bands\` and \`entered\`; rows, steps, units and bands of one award give all shares, all amounts or all
  points. A share says \`of\` what. Only \`gives\` can be a share \`of: weight\`, which needs \`weight_rules\` and \`weights\`.
- **Nothing below zero** is given, counted or multiplied by; only a row may begin there.
- **Rows without gaps.** One kind of edge (\`from\` or \`upto\`), each edge once, in order, \`others\` at most once. The rows
  reach as far as failures do, else a row for the others is needed. Edges are in the unit of the fact or of the level's
  mark. *Warning:* a worse figure gives less.
- **One award for one state.** The first award that fits holds; one behind it that takes nothing of its own is an error.
  *Warning:* an award for "at minimum" of a level without a minimum, or for a level without a weight that is paid by it;
  a weight that no award pays by; a fact that the level does not measure and that must be entered each month.
- **Weights.** A set adds up to what \`total\` says; where categories have shares, they do, and the levels of each category.
  A level has one weight in a set and lies in one category. \`notice\`, \`changes\` (a year is a contract year, the first set
  is no change), \`levels_at_once\` and \`at_risk\` are kept by every set.
- **Bases.** One source each (\`charges\`, \`of\`, \`sum\`, \`amount\` or \`entered\`), no base made of itself, no division by
  zero. *Warning:* a base of which nothing is taken.
- **Money** is in the currency of the plan, or in one that has a rate. *Warning:* the first rate begins after the plan.
- **Limits** are upper (above zero) or lower ones; a lower one is of the month. **Points** become money in one way, and do
  where they are given. **A score** adds up to 100%, and rows \`by: score\` need it.
- **What follows** can come to pass: an earn-back is shorter than the plan, \`not_in\` names months 1 to 12, a repeat has
  \`factor\` or \`factors\`, a step of the gap has its \`share\`.
`;

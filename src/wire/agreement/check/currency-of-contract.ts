import { atValue, type Rule } from "./rule.ts";

/** All money of a contract is in its currency. */
export const currencyOfContract: Rule = ({ contract, charges, improvement }) => {
  const amounts = [
    ...Object.entries(charges).flatMap(([id, charge]) =>
      charge.amounts.map(({ amount }, index) => ({
        path: ["charges", id, "amounts", String(index), "amount"],
        amount,
      })),
    ),
    { path: ["improvement", "plan", "cost_case_from"], amount: improvement.plan?.cost_case_from },
  ];
  return amounts.flatMap(({ path, amount }) => {
    if (amount === undefined || amount.currency === contract.currency) return [];
    const message = `the contract is kept in ${contract.currency}, not in ${amount.currency}.`;
    return [atValue(path, { code: "other-currency", message, way_out: `Write the amount in ${contract.currency}.` })];
  });
};

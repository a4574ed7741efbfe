import type { Complaint } from "../problem.ts";
import { atKey, atValue, type Rule } from "./rule.ts";

/** A set of holidays names a country, days, or both; a region stands beside its country. */
export const holidayWhole: Rule = ({ holidays }) =>
  Object.entries(holidays).flatMap(([id, { country, region, days }]): readonly Complaint[] => {
    const path = ["holidays", id];
    if (country === undefined && region !== undefined) {
      const message = `'${region}' is a region of no country.`;
      return [
        atValue([...path, "region"], { code: "country-missing", message, way_out: "Write the country beside it." }),
      ];
    }
    if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
      const message = `'${country}' is not a country code.`;
      return [
        atValue([...path, "country"], { code: "unknown-country", message, way_out: "Write two letters, such as GB." }),
      ];
    }
    if (country !== undefined || Object.keys(days ?? {}).length > 0) return [];
    const message = `'${id}' names no day.`;
    return [atKey(path, { code: "empty-holidays", message, way_out: "Give it a country, or days." })];
  });

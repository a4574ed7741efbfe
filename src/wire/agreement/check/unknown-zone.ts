import { atValue, type Rule } from "./rule.ts";

/** Every time zone must be one of the zone data in use. */
export const unknownZone: Rule = ({ contract, calendars, maintenance_windows }, { isZone }) => {
  if (isZone === undefined) return [];
  const named = [
    { path: ["contract", "time_zone"], zone: contract.time_zone },
    ...Object.entries(calendars).map(([id, { time_zone }]) => ({
      path: ["calendars", id, "time_zone"],
      zone: time_zone,
    })),
    ...Object.entries(maintenance_windows).map(([id, { time_zone }]) => ({
      path: ["maintenance_windows", id, "time_zone"],
      zone: time_zone,
    })),
  ];
  return named.flatMap(({ path, zone }) => {
    if (zone === undefined || isZone(zone)) return [];
    const message = `'${zone}' is not a time zone.`;
    return [atValue(path, { code: "unknown-zone", message, way_out: "Write it as in Europe/London." })];
  });
};

import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { contractTerms } from "../engine/agreement/resolve/contract-terms.ts";
import type { ContractTerms } from "../engine/agreement/terms.ts";
import { type Calendars, firstYear, lastYear, makeCalendars } from "../engine/calendar/calendar.ts";
import { type Day, dateOf } from "../engine/time/civil.ts";
import type { Zone } from "../engine/time/zone.ts";
import { countryDays, type HolidayKind } from "../intake/country-days.ts";
import { readZone } from "../wire/zones.ts";

/** The contract as in force on a day, its calendars ready to be walked, and every zone it names. */
export interface World {
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
}

/** Years of country holidays looked up before a contract begins and after it ends: clocks run over both. */
const yearsAround = 3;

/** Makes the world of a contract on a day. A document that passed its check has no zone or calendar missing. */
export function worldAt(document: ContractDocument, at: Day): World {
  const years = {
    from: Math.max(firstYear, dateOf(document.contract.from).year - yearsAround),
    until: Math.min(lastYear, dateOf(document.contract.until).year + yearsAround),
  };
  const contract = contractTerms(document, at, {
    countryDays: (country, region, kinds) =>
      countryDays({ country, region, kinds: kinds as readonly HolidayKind[], set: "", ...years }),
    zoneOf: readZone,
  });
  const zones = zonesOf(contract);
  return { contract, zones, calendars: makeCalendars(contract.calendars, zones) };
}

function zonesOf({ zone, calendars, windows }: ContractTerms): ReadonlyMap<string, Zone> {
  const ids = [zone, ...[...Object.values(calendars), ...Object.values(windows)].map((each) => each.zone)];
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const found = readZone(id);
      return found ? [[id, found] as const] : [];
    }),
  );
}

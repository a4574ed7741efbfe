import { describe, expect, test } from "vitest";
import { holidayDifferences, holidaysOf } from "../../src/desk/holidays.ts";
import { realFile } from "./real-job.ts";

const asked = (source: string) => ({ source, years: { from: 2021, until: 2028 }, division: "england-and-wales" });

describe("public holidays of England and Wales, 2021 to 2028", () => {
  test("the feed and GOV.UK differ on five days, four of them proclaimed", async (context) => {
    const feed = asked(realFile(context, "holidays/UKHolidays-EnglandWales.ics"));
    const { onlyInFirst, onlyInSecond } = await holidayDifferences(
      feed,
      asked(realFile(context, "holidays/govuk-bank-holidays.json")),
    );
    expect(onlyInFirst.map(({ day }) => day)).toEqual(["2022-05-30"]);
    expect(onlyInSecond.map(({ day }) => day)).toEqual(["2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"]);
  });

  test("Good Friday moves", async (context) => {
    const { days } = await holidaysOf(asked(realFile(context, "holidays/UKHolidays-EnglandWales.ics")));
    const fridays = days.filter(({ name }) => name.startsWith("Good Friday")).map(({ day }) => day.slice(0, 7));
    expect(new Set(fridays)).toEqual(
      new Set(["2021-04", "2022-04", "2023-04", "2024-03", "2025-04", "2026-04", "2027-03", "2028-04"]),
    );
  });
});

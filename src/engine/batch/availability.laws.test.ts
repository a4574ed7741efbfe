import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import type { WindowTerms } from "../agreement/terms.ts";
import { windowSpans } from "../calendar/maintenance.ts";
import { at, availability, calendars, contract, from, outage, story } from "../measure/fixture/story.ts";
import { shareOfTime } from "../measure/shapes/share-of-time.ts";
import type { Fact } from "../record/record.ts";
import { instant } from "../time/instant.ts";
import { type Span, totalOf, unite } from "../time/span.ts";
import { utc } from "../time/zone.ts";
import { availabilitySeconds } from "./availability.ts";

const hour = 3600;
const start = at("2026-03-01");

/** Beginning and length in minutes, from before March to after May, some within others. */
const someOutages = fc.array(
  fc.tuple(fc.integer({ min: -3000, max: 140_000 }), fc.oneof(fc.constant(60), fc.integer({ min: 1, max: 9000 }))),
  { maxLength: 14 },
);

const window: WindowTerms = {
  id: "patching",
  title: "Patching",
  every: "week",
  on: "Wednesday",
  from: 15 * hour,
  to: 20 * hour,
  services: [],
  zone: "UTC",
};

const months: readonly Span[] = [
  from("2026-03-01", "2026-04-01"),
  from("2026-04-01", "2026-05-01"),
  from("2026-05-04", "2026-06-01"),
];

function factOf({ start: began, end }: Span, index: number): Fact {
  const [first, second, third] = outage(`O${index}`, ["2026-03-02", "2026-03-03"]).events;
  if (!first || !second || !third) throw new Error("an outage has three events");
  const events = [first, second, third].map((event, i) => ({ ...event, happened: i === 2 ? end : began }));
  return { ...outage(`O${index}`, ["2026-03-02", "2026-03-03"]), events };
}

test.each(["always", "office"])("down, agreed and scheduled seconds are those of the plain engine (%s)", (calendar) =>
  fc.assert(
    fc.property(someOutages, (all) => {
      const spans = all
        .map(([from, length]) => ({ start: instant(start + from * 60), end: instant(start + (from + length) * 60) }))
        .sort((a, b) => a.start - b.start);
      const facts = spans.map(factOf);
      const agreedDowntime = {
        windows: ["patching"],
        needs: null,
        notice: null,
        atMost: null,
        treated: "taken out",
      } as const;
      const level = { ...availability, calendar, agreedDowntime };
      const around = { contract: { ...contract, windows: { patching: window } }, facts: { outages: facts } };
      const plain = months.map((span) => {
        const { time } = shareOfTime(story(level, facts, { ...around, span })).value;
        return [time?.scheduled, time?.agreed, unite(time?.down ?? [])].map((each) => totalOf(each ?? []));
      });
      const own = calendars.get(calendar);
      if (!own) throw new Error(`no calendar ${calendar}`);
      const seconds = availabilitySeconds(
        {
          offsets: Int32Array.of(0, spans.length),
          from: Float64Array.from(spans, (each) => each.start),
          to: Float64Array.from(spans, (each) => each.end),
        },
        {
          calendar: own,
          agreed: windowSpans(window, { zone: utc, calendar: own }, from("2026-02-01", "2026-07-01")),
          periods: months,
        },
      );
      expect(months.map((_, i) => [seconds.scheduled[i], seconds.agreed[i], seconds.down[i]])).toEqual(plain);
    }),
    { numRuns: tries(100) },
  ),
);

test("targets are told apart", () => {
  const own = calendars.get("always");
  if (!own) throw new Error("no calendar");
  const began = [at("2026-03-02"), at("2026-03-02")];
  const { down } = availabilitySeconds(
    {
      offsets: Int32Array.of(0, 1, 1, 2),
      from: Float64Array.from(began),
      to: Float64Array.from([(began[0] as number) + hour, (began[1] as number) + 2 * hour]),
    },
    { calendar: own, agreed: [], periods: months.slice(0, 1) },
  );
  expect([...down]).toEqual([hour, 0, 7200]);
});

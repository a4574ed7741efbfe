import { expect, test } from "vitest";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import type { FollowLine } from "../../engine/report/follow-line.ts";
import type { Report } from "../../engine/report/report.ts";
import { writeTable } from "../table.ts";
import { writeHtml } from "./write-html.ts";

const line: FollowLine = {
  ...{ trigger: "two", title: "Twice <running>", opens: "improvement plan" },
  ...{ agreement: "sla", level: "repair", levelTitle: "Repair", group: null },
  ...{ reason: "Missed in February 2026 and March 2026: 2 rated periods in a row.", periods: ["2026-02", "2026-03"] },
};
const report: Report = { ...exampleReport(), triggers: [line] };

test("the page says what follows, why, and where the level is", () => {
  const page = writeHtml(report);
  expect(page).toContain("What follows");
  expect(page).toContain('<a href="#sla--repair"><bdi>Repair</bdi></a>');
  expect(page).toContain("<bdi>Twice &lt;running&gt;</bdi>. Missed in February");
});

test("what follows from credits names the plan, and leads nowhere", () => {
  const ofPlan: FollowLine = { ...line, level: null, levelTitle: "Service credits", reason: "The limit cut it." };
  const page = writeHtml({ ...report, triggers: [ofPlan] });
  expect(page).toContain("<div><bdi>Service credits</bdi><p>");
  expect(page).not.toContain('<a href="#sla--');
});

test("and so does the table of a terminal, within its width", () => {
  const text = writeTable(report, { width: 60, colour: "none" });
  expect(text).toContain("\nWhat follows\nImprovement plan (Twice <running>). Repair: missed in\n");
});

test("where nothing follows there is no section", () => {
  const quiet: Report = { ...exampleReport(), triggers: [] };
  expect(writeHtml(quiet)).not.toContain("What follows");
  expect(writeTable(quiet, { width: 60, colour: "none" })).not.toContain("What follows");
});

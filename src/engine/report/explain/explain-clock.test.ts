import { describe, expect, test } from "vitest";
import { type Derivation, nodesOf } from "./derivation.ts";
import { explainClock } from "./explain-clock.ts";
import { clockCase, march } from "./fixture/example-clock.ts";
import { lateFact } from "./fixture/example-story.ts";

const find = (tree: Derivation, title: RegExp): Derivation => {
  const found = nodesOf(tree).find((node) => title.test(node.title));
  if (!found) throw new Error(`no node with the title ${title}`);
  return found;
};

describe("a clock over a weekend", () => {
  const tree = explainClock(clockCase({ fact: lateFact, at: march(31) }));
  const used = find(tree, /^time used$/);

  test("its segments leave no gap and say what decided each of them", () => {
    expect(used.children.map(({ title, text }) => `${text} ${title}`)).toEqual([
      "0:23:21 running (held by Service Desk)",
      "1:14:33 paused: waiting for an answer or access from the client; the client bears it (held by Service Desk)",
      "2:39:56 running (held by Application Support)", // 17:20:04 to 20:00
      "12:00:00 outside hours: the hours of the week (held by Application Support)",
      "6:00:00 running (held by Application Support)", // Saturday 08:00 to 14:00
      "40:00:00 outside hours: the hours of the week (held by Application Support)", // 41 hours of wall time, clocks went forward
      "2:14:20 running (held by Application Support)", // Monday 07:00 to 09:14:20
      "4:05:40 running: waiting for a vendor of the supplier, which does not pause it (held by Application Support)",
      "0:32:07 running (held by Application Support)",
      "10:07:53 stopped: resolved (held by Application Support)", // to the end of 30 March
    ]);
    // 0:23:21 + 2:39:56 + 6:00:00 + 2:14:20 + 4:05:40 + 0:32:07
    expect(used.text).toBe("15:55:24");
  });

  test("each pause names its term, each event its row", () => {
    const paused = used.children[1];
    expect(paused?.children[2]?.term?.path).toBe(
      "agreements.harbour-sla.service_levels.incident-resolution.clock.pauses_while_waiting_for",
    );
    expect(paused?.children[0]?.operation).toEqual({ kind: "same", as: "INC-48213/event 5" });
    const event = nodesOf(tree).find(({ id }) => id === "INC-48213/event 5");
    expect(event?.source).toEqual({ file: "incidents.csv", row: 5 });
  });

  test("rules say whether they were written or are the default", () => {
    expect(find(tree, /^A reopened record$/).term).toMatchObject({
      written: true,
      path: expect.stringContaining(".rules.on_reopen"),
    });
    expect(find(tree, /^A miss$/).term).toMatchObject({ written: false, path: "rules.missed_once" });
  });

  test("a running clock is due where the openings that follow use up its time", () => {
    const running = explainClock(clockCase({ fact: lateFact, at: march(27, "19:00") }));
    // used 0:23:21 + 1:39:56 = 2:03:17, left 5:56:43: Friday to 20:00, then Saturday 08:00 to 12:56:43
    const due = find(running, /^due$/);
    expect(due.text).toBe("Sat 28 Mar 2026 12:56:43");
    expect(due.children.map(({ text }) => text)).toEqual(["5:56:43", "5:56:43"]);
  });
});

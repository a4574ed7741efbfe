import type { KeptShape } from "../library-shape.ts";

export const timeRatioCalendar: KeptShape = {
  id: "time-ratio-calendar",
  title: "Availability round the clock",
  means:
    "A service is promised day and night, and the real seconds of each month are the whole. Agreed downtime leaves both sides.",
  parameters: [
    { name: "services", meaning: "The services that must all be up" },
    { name: "windows", field: "agreed_downtime.windows", meaning: "Windows inside which downtime may be agreed" },
    {
      name: "notice",
      field: "agreed_downtime.notice",
      meaning: "How long before it agreed downtime must be announced",
    },
    { name: "at-most", field: "agreed_downtime.at_most", meaning: "Agreed downtime beyond this counts as down" },
    { name: "expected", meaning: "The share of the time that must be up" },
    { name: "minimum", meaning: "Below this share the level is missed" },
  ],
  needs: ["window"],
  level: `title: Availability of the booking system
measure: share of time
of: outages
services: [booking]
where: {impact: down}
calendar: always
agreed_downtime:
  windows: [second-sunday]
  needs: approved change
  notice: 5 business days
  at_most: 4h
expected: at least 99.90%
minimum: at least 99.50%
`,
};

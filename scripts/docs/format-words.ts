/** What the tables of `docs/format.md` cannot say by themselves. */

export const opening = `# The agreement format

A contract is a folder of YAML files, or one file, that says everything needed to measure and judge its service
levels. People sign it, so it uses the words of contracts; the program runs it, so every word is from a closed list.
\`underpin check\` names whatever is wrong with place, rule and way out; \`underpin prose\` writes each promise and
each credit plan as text.

This page is written by \`node scripts/write-format.ts\` from the program itself. How files of tools become records is
told in [mapping.md](mapping.md), how measures of real contracts are said in [measures.md](measures.md).
`;

export const wholeFormat = `## Rules of the whole format

- **A quantity has its unit.** \`95%\`, \`4h\`, \`2 business days\`, \`400.00 GBP\`. Only counts, factors, scores and plain
  figures are bare numbers. There are no separators of thousands.
- **A mark has its direction.** \`at least 95%\`, \`at most 4h\`, \`less than 10s\`, \`more than 3\`. Whether more is better
  is thereby said, and nowhere else.
- **Dates are included.** \`from\` and \`until\` both belong to the span. Hours are \`08:30-17:30\`, where the end does not
  belong to it; \`24:00\` may be written, and an end before the start runs over midnight.
- **Everything that others refer to has an id**, under which it stands: letters, digits and single hyphens. An id is used
  once and stays the same for the life of the contract; titles may change.
- **A reference is the bare id.** A service level of another agreement is named \`agreement/level\`.
- **Unknown fields and words are errors**, told with the nearest known one. Nothing is guessed.
- **What is left out has a stated default**, shown in the tables below. Reports print every term in force, written or not.
- **YAML is used plainly**: version 1.2, no anchors, aliases, tags or merge keys, no expressions. Text is taken as it
  stands: \`3.10\` stays \`3.10\`.
- **Text says no quantity.** \`purpose\`, \`means\` and \`wording\` may not hold \`4h\` or \`95%\`, so that text and figure
  cannot part. A wording has blanks such as \`{expected}\` instead.

**Several files** make one contract: all \`.yaml\` files of the folder. Each begins with \`underpin: 1\`; each except the one
with \`contract\` adds \`part_of\` with the id of the contract. What stands under the same section is put together; the
same id twice is an error that names both places. The order of files means nothing.

**What was signed is not edited.** A change is an entry of [amendments](#amendments) with its own day, signatures and
reason. The signed text is version 1, and each amendment adds 1 in the order of \`effective\`. Results are judged by
the version that was in force.

**Facts stand beside the contract.** Granted relief, figures entered by hand, disputes and what credits
need of people are [files of their own](#stated-facts).
`;

export const sections = `## Sections

A bold field must be written; one inside a part that may be left out must be written where that part is. "Left out" says
what holds where a field is not written; where that column is empty, nothing holds. \`a.b\` is the field \`b\` inside \`a\`.

Every file begins with \`underpin: 1\`. From charges and credit plans the credits of each month are computed;
\`underpin prose\` writes a plan as the schedule of a contract, with the order of its calculation. The \`plan\` of
improvement, reports, reviews, warnings and the dates of relief are read and checked with the rest; nothing is computed
from them yet.
`;

export const selections = `## Selections

\`where\`, \`good\` and \`except\` choose records by their fields. Every line must hold; there is no "or" between fields:
that is a second entry of \`except\`, or a second service level.

| Condition | Holds for |
|---|---|
| \`priority: P1\` | the word |
| \`priority: [P1, P2]\` | any of the words |
| \`closed_as: {not: [duplicate, test]}\` | none of the words, or nothing in the field |
| \`score: at least 4\` | a value that keeps the mark |
`;

export const rules = `## Rules on which systems disagree

Tools answer these questions differently, mostly without saying so. Here each is a named rule with a default, in bold.
\`rules\` of the contract holds for every service level, \`rules\` of an agreement for its own, and what stands in a
service level for that one: the nearest wins. \`business_days\` has no default: where a clock runs in business days, it
must be written.
`;

export const ofClocks = `### Rules of clocks

In \`clock\` of a service level, or in \`rules\` of an agreement or of the contract.
`;

export const ofLevels = `### Rules of service levels

In a service level itself or in its \`rules\`, or in \`rules\` of an agreement or of the contract.
`;

export const ofCalendars = `### Rules of calendars

In a calendar, and nowhere else.
`;

export const measures = `## Measures

Every measure needs \`expected\`, unless \`stages\` carry the targets. Of calls, a share in time needs \`abandoned\` too. A
field that only some measures can use is an error with any other. Records that are counted belong to the period that
the rule \`counted_by\` names.
`;

export const moments = `## Moments

A clock starts and stops at moments, which a mapping finds in the records of a tool.
`;

export const facts = `## Stated facts

A file with the lists \`relief\`, \`entered\`, \`disputes\` and \`credit_entries\`, or some of them, lies in the folder of the contract, or is
named with \`--besides\` when something is computed. Local times are those of the contract's zone. Where an entry cannot
be read, nothing is computed and every place is told.
`;

export const creditEntries = `What a credit needs of people is stated month by month. A bare level belongs to the agreement of the plan, and everything
must be there in the contract as in force in the month. Facts are written by their words: lengths of time as \`2h 30m\`,
figures in the unit of the level, others as bare numbers. An entry counts from the day it is made \`on\`.
`;

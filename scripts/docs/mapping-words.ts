/** What the tables of `docs/mapping.md` cannot say by themselves. */

export const opening = `# Mappings

A mapping says how the rows of one file of a tool become records. It is the only place where the words of a tool stand:
a service level speaks of \`priority: P1\` and of the moment \`resolved\`, and never of a column or of a tool's state.
The contract is [written separately](format.md), and several tools can serve one contract.

This page is written by \`node scripts/write-mapping.ts\` from the program itself. Ready mappings are in
[examples/mappings](../examples/mappings); each says in its first lines what it was tried on.
`;

export const steps = `## How to make one

1. **Let the file speak.** \`underpin inspect export.csv\` says how the file is built, what its columns seem to be and why,
   in which order its dates are written, and which marks seem to say "nothing known". A guess that is not sure says so.
2. **Save the proposal.** \`underpin inspect export.csv --mapping > mapping.yaml\` writes a mapping with every guess marked
   in a comment and the count of each word beside it.
3. **Decide what only you know.** The time zone of the stamps; which state means waiting, and for what; which words are
   P1 to P4; what the columns that are left over are for. \`inspect\` guesses these by their words and can be wrong.
4. **Put it into the contract's folder** with \`underpin: 1\` and \`part_of\`, and check it with \`underpin check\`.
5. **Read the account of the first report.** Every row is in it, and every finding has its row.
`;

export const accounts = `## How rows are accounted for

Rows in equal rows used, repeated, held and left. The four add up for every file, and every report prints them.

| Fate | Which rows |
|---|---|
| used | what they say was taken |
| repeated | they say exactly what an earlier row said |
| held | they cannot be read, or a word of their record is not known: no row of that record is used |
| left | the mapping leaves them out: by \`only_when\`, \`from\` or \`until\`, or since a newer row of the record replaces them; counted by reason |

A cell that says nothing is known, by \`file.missing\` or by being empty, is nothing known: never zero, and never good. What
a mapping takes for granted stands under \`assumes\` and is printed with every report.
`;

export const example = `## A worked example

The mapping that is shipped for incidents of ServiceNow:
`;

export const exampleRows = `Seven rows of an invented service desk; of the columns that the mapping reads, those that say something are shown:
`;

export const fields = `## Fields of a mapping

A bold field must be written. "Left out" says what holds where it is not.
`;

export const findings = `## Findings

A finding says that something is odd and where. It never stops the reading. Weights: *error*, a figure cannot stand on
it; *warning*, someone should look; *note*, worth knowing. Words in italics stand for what was found.
`;

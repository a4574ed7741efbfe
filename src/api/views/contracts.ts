import { z } from "zod";
import { loadMappings } from "../../store/contracts/mappings.ts";
import { readAgreements, readContract } from "../../store/contracts/read-contract.ts";
import { loadText } from "../../store/contracts/texts.ts";
import { isSeen, readContracts, readStated, readTexts } from "../../store/reading/contracts.ts";
import { anyJson, day, instantMember, name } from "../request/members.ts";
import { listView, view } from "../view.ts";

const contract = z.strictObject({
  contract: name,
  title: z.string(),
  client: name,
  provider: name,
  zone: z.string().describe("The time zone of the contract: Europe/London"),
  currency: z.string(),
  from: day,
  until: day,
  state: z.enum(["draft", "in force", "ended"]),
  created: instantMember,
});

const agreement = z.strictObject({
  agreement: name,
  kind: z.enum(["SLA", "OLA", "UC"]),
  title: z.string(),
  provider: name,
  customer: name,
  now: z
    .object({
      number: z.int(),
      text_version: z.int(),
      state: z.enum(["draft", "agreed", "signed", "ended"]),
      sha256: z.string(),
      effective: day.nullable(),
      at: instantMember,
      by: z.string(),
    })
    .nullable()
    .describe("What became of it last"),
  signatures: z.array(
    z.object({
      text_version: z.int(),
      party: name,
      person: name,
      sha256: z.string(),
      words: z.string(),
      at: instantMember,
    }),
  ),
});

export const contracts = listView({
  name: "contracts",
  path: "/contracts",
  summary: "The contracts you may see.",
  input: z.strictObject({ state: contract.shape.state.optional() }),
  item: contract,
  key: (each) => [each.contract],
  read: readContracts,
});

export const oneContract = view({
  name: "contract",
  path: "/contracts/{contract}",
  summary: "A contract with its agreements, their states and their signatures.",
  input: z.strictObject({ contract: name }),
  output: z.strictObject({ ...contract.shape, agreements: z.array(agreement) }),
  read: (unit, input) => readContract(unit, input.contract),
});

export const agreements = view({
  name: "agreements",
  path: "/contracts/{contract}/agreements",
  summary: "The agreements of a contract that you may see: a vendor or a team sees those it promises itself.",
  input: z.strictObject({ contract: name }),
  output: z.strictObject({ items: z.array(agreement) }),
  read: async (unit, input) =>
    (await isSeen(unit, input.contract)) ? { items: await readAgreements(unit, input.contract) } : null,
});

const textHead = z.strictObject({
  version: z.int(),
  sha256: z.string(),
  note: z.string(),
  at: instantMember,
  by: z.string(),
});

export const texts = listView({
  name: "texts of a contract",
  path: "/contracts/{contract}/texts",
  summary: "The versions of a contract's text, the newest first.",
  input: z.strictObject({ contract: name }),
  item: textHead,
  key: ({ version }) => [version],
  read: async (unit, input, page) =>
    (await isSeen(unit, input.contract)) ? readTexts(unit, input.contract, page) : null,
});

export const oneText = view({
  name: "text of a contract",
  path: "/contracts/{contract}/texts/{version}",
  summary: "A version of a contract's text: its files, and the document read from them.",
  input: z.strictObject({ contract: name, version: z.string().regex(/^[1-9]\d{0,8}$/) }),
  output: z.strictObject({
    ...textHead.shape,
    files: z.array(z.object({ name: z.string(), text: z.string() })),
    document: anyJson,
  }),
  read: (unit, input) => loadText(unit, input.contract, Number(input.version)),
});

export const statedFacts = listView({
  name: "stated facts",
  path: "/contracts/{contract}/stated",
  summary:
    "Relief, figures entered by hand, disputes and what credits need, as people stated them, with all revisions.",
  input: z.strictObject({
    contract: name,
    list: z.enum(["relief", "entered", "disputes", "credit_entries"]).optional(),
  }),
  item: z.strictObject({
    stated: z.string(),
    revision: z.int(),
    list: z.enum(["relief", "entered", "disputes", "credit_entries"]),
    entry: anyJson.describe("As the YAML files write it; null where it was taken back"),
    learned: instantMember,
    by: z.string(),
  }),
  key: ({ stated, revision }) => [stated, revision],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readStated(unit, input, page) : null),
});

export const mappings = view({
  name: "mappings",
  path: "/mappings",
  summary: "The tenant's own mappings: how the words of a tool become records.",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.object({
        mapping: name,
        version: z.int(),
        file: z.object({ name: z.string(), text: z.string() }),
        at: instantMember,
        by: z.string(),
      }),
    ),
  }),
  read: async (unit) => ({ items: [...(await loadMappings(unit))] }),
});

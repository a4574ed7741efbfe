import { z } from "zod";
import { mayTakeInFile } from "../../jobs/take-in-a-file.ts";
import { isSeen } from "../../store/reading/contracts.ts";
import { notFound } from "../reply/problem.ts";
import { id, name } from "../request/members.ts";
import { basePath, type Route } from "../route.ts";
import { receiveFile } from "./receive-file.ts";

export const fileInput = z.strictObject({
  contract: name,
  mapping: name.describe("The mapping by which its rows become records"),
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/)
    .default("upload")
    .describe("The name of the file, with its ending: incidents.csv"),
});

export const fileSent = z.strictObject({ work: id, bytes: z.int(), sha256: z.string() });

/** A file of records: kept on the disk while it comes, then taken in by a work of the queue. */
export const takeFileRoute: Route<z.output<typeof fileInput>> = {
  name: "take in a file",
  kind: "file",
  method: "POST",
  path: "/contracts/{contract}/files",
  summary:
    "Takes in a file of records (CSV, Excel, JSON Lines, XES, iCalendar; plain, gzip, zip). The work tells how far it is.",
  input: fileInput,
  replies: [{ status: 202, type: "application/json", body: fileSent }],
  takes: "file",
  scope: "write",
  answer: async ({ deps, caller, request }, { contract, mapping, name: file }) => {
    // Before anything is received: nobody fills the disk who may not bring records.
    await deps.gate.unit(caller, async (unit) => {
      if (!(await isSeen(unit, contract))) throw notFound();
      await mayTakeInFile(unit, { contract, mapping, person: caller.person, now: deps.now() });
    });
    const received = await receiveFile(request, deps.limits);
    try {
      const taken = { ...received, name: file, mapping };
      const { tenant, person, party, side } = caller;
      const work = await deps.startWork({
        who: { tenant, person, party, side },
        kind: "take in a file",
        contract,
        input: taken,
      });
      const { bytes, sha256 } = received;
      return Response.json(
        { work, bytes, sha256 },
        { status: 202, headers: { location: `${basePath}/works/${work}` } },
      );
    } catch (error) {
      await received.forget();
      throw error;
    }
  },
};

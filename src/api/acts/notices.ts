import { z } from "zod";
import { readNotice } from "../../store/reading/notices.ts";
import { act } from "../act.ts";
import { notFound } from "../reply/problem.ts";
import { id, instantMember } from "../request/members.ts";

export const receiveNotice = act({
  name: "receive a notice",
  method: "POST",
  path: "/notices/{notice}/receipt",
  summary: "Says that a notice was read; the first time counts.",
  input: z.strictObject({ notice: id }),
  output: z.strictObject({ notice: id, read_at: instantMember }),
  run: ({ gate, who, now, also }, { notice }) =>
    gate.unit(who, async (unit) => {
      const readAt = await readNotice(unit, notice, now);
      if (readAt === null) throw notFound();
      const reply = { status: 200 as const, body: { notice, read_at: readAt } };
      await also(unit, reply);
      return reply;
    }),
});

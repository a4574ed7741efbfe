import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { mailBy } from "./mail.ts";

test("mail is sent by the SMTP server that is named, from the sender that is named", async () => {
  const arrived: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (piece: Buffer) => {
        text += piece.toString();
      });
      stream.on("end", () => {
        arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const send = mailBy({ url: `smtp://127.0.0.1:${port}`, from: "underpin@example.com" });
  await send?.({ to: "ada@example.com", subject: "Your invitation", text: "Hello Ada" });
  server.close();
  expect(arrived.map(({ to }) => to)).toEqual([["ada@example.com"]]);
  expect(arrived[0]?.text).toMatch(/From: underpin@example\.com[\s\S]*Subject: Your invitation[\s\S]*Hello Ada/);
});

test("without a server nothing is sent, and whoever asks knows", () => {
  expect(mailBy(null)).toBeNull();
});

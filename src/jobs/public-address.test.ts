import { describe, expect, test } from "vitest";
import { post } from "./post.ts";
import { isPublic, publicLookup } from "./public-address.ts";

describe("a public address", () => {
  test.each(["93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])("%s is one", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "localhost",
    "",
  ])("%s is none", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test("is asked of what a name resolves to", async () => {
    const error = await new Promise<Error | null>((done) => publicLookup("localhost", { all: true }, done));
    expect(error?.message).toMatch(/^localhost is at .+, which is not a public address$/);
  });

  test.each([
    ["https://127.0.0.1/", "127.0.0.1 is not a public address"],
    ["https://[::1]/", "::1 is not a public address"],
    ["https://2130706433/", "127.0.0.1 is not a public address"],
    ["https://0x7f.1/", "127.0.0.1 is not a public address"],
    ["http://example.org/", "http: is not https:"],
    ["file:///etc/passwd", "file: is not https:"],
    ["nowhere", "it is no address"],
  ])("%s is not sent to", async (url, fault) => {
    expect(await post({ url, headers: {}, body: "", timeout: 1, inner: false })).toEqual({ fault });
  });

  test("is asked before a connection is made", async () => {
    const answered = await post({ url: "https://localhost:1/", headers: {}, body: "", timeout: 1, inner: false });
    expect(answered).toEqual({ fault: expect.stringMatching(/not a public address/) });
  });
});

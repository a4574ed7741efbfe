import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses inside a house or a machine, or of nobody: a webhook must not be a way to them. */
const inner = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  inner.addSubnet(net, prefix, "ipv4");
}
/** Public addresses of the sixth version lie in 2000::/3, without those that carry one of the fourth or document. */
const outer = new BlockList();
outer.addSubnet("2000::", 3, "ipv6");
const carrying = new BlockList();
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  carrying.addSubnet(net, prefix, "ipv6");
}

/** True of an address that anybody in the world reaches. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inner.check(address, "ipv4");
  return version === 6 && outer.check(address, "ipv6") && !carrying.check(address, "ipv6");
}

/** Finds the address of a name and gives it only where it is public, so that the one checked is the one connected to. */
export const publicLookup: LookupFunction = (name, options, answer) => {
  resolve(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return answer(error ?? new Error(`${name} has no address`), "");
    const refused = found.find(({ address }) => !isPublic(address));
    if (refused) return answer(new Error(`${name} is at ${refused.address}, which is not a public address`), "");
    if (options.all) answer(null, found);
    else answer(null, first.address, first.family);
  });
};

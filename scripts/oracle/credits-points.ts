import { add, by, high, isLess, less, low, type Num, none, num, share } from "./credits-numbers.ts";
import type { Spec } from "./credits-spec.ts";

/** The money of the points of a month; `fee` is what is charged in it. */
export function pointsMoney({ points: rule }: Spec, points: Num, fee: Num): Num {
  switch (rule.kind) {
    case "money":
      return by(high(less(points, num(rule.free)), none), num(rule.each));
    case "share":
      return by(by(high(less(points, num(rule.free)), none), share(rule.each)), fee);
    case "rows":
      return isLess(points, num(rule.edge)) ? none : by(share(rule.share), fee);
    case "bands": {
      const cheap = high(less(low(points, num(rule.upto)), num(rule.free)), none);
      const dear = high(less(points, high(num(rule.upto), num(rule.free))), none);
      return by(num(rule.each), add(cheap, by(dear, num(rule.high))));
    }
  }
}

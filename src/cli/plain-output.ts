import type { Context } from "./context.ts";

/**
 * Signs that would steer a terminal instead of being shown on it. Tab, line end and the escape of our own colours
 * stay; anything else of the kind comes from a file somebody else wrote.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]|\u001b(?!\[\d*(?:;\d+)*m)/g;

const plain = (text: string): string => text.replace(steering, "\ufffd");

/** The context with everything printed made plain. */
export function withPlainOutput(context: Context): Context {
  return {
    ...context,
    print: (text) => context.print(plain(text)),
    complain: (text) => context.complain(plain(text)),
  };
}

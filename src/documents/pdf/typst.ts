import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createTypstCompiler, type TypstCompiler } from "@myriaddreamin/typst.ts/compiler";
import { loadFonts } from "@myriaddreamin/typst.ts/options.init";
import * as wasm from "@myriaddreamin/typst-ts-web-compiler";
import type { Fonts } from "./fonts.ts";

export interface Job {
  readonly files: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly fonts: Fonts;
}

export interface Compiled {
  readonly pdf: Uint8Array;
  /** What the compiler remarks on, such as a family that is not loaded; none where all is well. */
  readonly warnings: readonly string[];
}

/** Compiles `/main.typ` of these files to a PDF; one document at a time, since a compiler has one set of files. */
export function compileTypst(job: Job): Promise<Compiled> {
  const done = queue.then(() => compile(job));
  queue = done.catch(() => undefined);
  return done;
}

let queue: Promise<unknown> = Promise.resolve();
const compilers = new Map<string, Promise<TypstCompiler>>();

const require = createRequire(import.meta.url);
const module = "@myriaddreamin/typst-ts-web-compiler/wasm";

async function start({ files }: Fonts): Promise<TypstCompiler> {
  const made = createTypstCompiler();
  await made.init({
    beforeBuild: [loadFonts([...files], { assets: false })],
    getWrapper: async () => ({
      ...wasm,
      default: (bytes: Uint8Array<ArrayBuffer>) => wasm.default({ module_or_path: bytes }),
    }),
    getModule: () => new Uint8Array(readFileSync(require.resolve(module))),
  });
  return made;
}

/** A fault of the template is a fault of the program, so it is thrown with what the compiler says. */
async function compile({ files, fonts }: Job): Promise<Compiled> {
  const compiler = compilers.get(fonts.name) ?? start(fonts);
  compilers.set(fonts.name, compiler);
  const typst = await compiler;
  typst.resetShadow();
  for (const [path, bytes] of files) typst.mapShadow(path, bytes);
  return typst.runWithWorld({ mainFilePath: "/main.typ", inputs: {} }, async (world) => {
    const compiled = await world.compile({ diagnostics: "full" });
    const { result, diagnostics } = compiled.hasError
      ? { result: undefined, diagnostics: compiled.diagnostics }
      : await world.pdf({ diagnostics: "full" });
    if (!(result instanceof Uint8Array)) throw new Error(`The PDF was not made: ${JSON.stringify(diagnostics)}`);
    return {
      pdf: result,
      warnings: [...(compiled.diagnostics ?? []), ...(diagnostics ?? [])].map((each) => JSON.stringify(each)),
    };
  });
}

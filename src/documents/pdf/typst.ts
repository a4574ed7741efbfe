import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createTypstCompiler, type TypstCompiler } from "@myriaddreamin/typst.ts/compiler";
import { loadFonts } from "@myriaddreamin/typst.ts/options.init";
import * as wasm from "@myriaddreamin/typst-ts-web-compiler";

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

/** Compiles `/main.typ` of these files to a PDF; one document at a time, since a compiler has one set of files. */
export function compileTypst(files: Files): Promise<Uint8Array> {
  const done = queue.then(() => compile(files));
  queue = done.catch(() => undefined);
  return done;
}

let queue: Promise<unknown> = Promise.resolve();
let compiler: Promise<TypstCompiler> | null = null;

const require = createRequire(import.meta.url);
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

async function start(): Promise<TypstCompiler> {
  const made = createTypstCompiler();
  const fonts = [
    bytesOf(require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
    bytesOf(require.resolve("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf")),
    bytesOf(require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf")),
  ];
  await made.init({
    beforeBuild: [loadFonts(fonts, { assets: false })],
    getWrapper: async () => ({
      ...wasm,
      default: (bytes: Uint8Array<ArrayBuffer>) => wasm.default({ module_or_path: bytes }),
    }),
    getModule: () => bytesOf(require.resolve("@myriaddreamin/typst-ts-web-compiler/wasm")),
  });
  return made;
}

/** A fault of the template is a fault of the program, so it is thrown with what the compiler says. */
async function compile(files: Files): Promise<Uint8Array> {
  compiler ??= start();
  const typst = await compiler;
  typst.resetShadow();
  for (const [path, bytes] of files) typst.mapShadow(path, bytes);
  const { result, diagnostics } = await typst.runWithWorld({ mainFilePath: "/main.typ", inputs: {} }, async (world) => {
    const compiled = await world.compile({ diagnostics: "full" });
    return compiled.hasError ? { ...compiled, result: undefined } : world.pdf({ diagnostics: "full" });
  });
  if (!(result instanceof Uint8Array)) throw new Error(`The PDF was not made: ${JSON.stringify(diagnostics)}`);
  return result;
}

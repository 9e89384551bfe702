/** Makes a report's PDF with Typst: tagged (PDF/UA-1), outlined, in French, with its fonts embedded. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { NodeCompiler as Compiler } from "@myriaddreamin/typst-ts-node-compiler";
import { dateInWords } from "../../renderer/words/dates.ts";
import { reportToTypst } from "./typst.ts";
import type { ReportInput } from "./sources.ts";

const styles = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic", "700Bold", "700Bold_Italic"];

/** A maker of PDFs for a project's folder; `content` is the sources' folder relative to it. */
export function reportMaker(project: string, content: string): (report: ReportInput) => Uint8Array {
  const require = createRequire(join(project, "package.json"));
  const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler") as { NodeCompiler: typeof Compiler };
  const fontPaths = ["source-serif-4", "source-sans-3"].flatMap((family) => {
    return styles.map((style) => join(project, "node_modules/@expo-google-fonts", family, style));
  });
  const compiler = NodeCompiler.create({ workspace: project, fontArgs: [{ fontPaths }] });
  return (report) => {
    const collection = report.id.split("/")[0];
    const source = reportToTypst(report.tree, report.frontMatter, dateInWords(report.frontMatter.date, "fr"), `/${content}/${collection}/pictures`);
    const compiled = compiler.compile({ mainFileContent: source });
    if (!compiled.result) {
      const problem = compiled.takeError();
      throw new Error(`${report.file}: Typst: ${JSON.stringify(problem?.shortDiagnostics.slice(0, 3))}`);
    }
    return compiler.pdf(compiled.result, { pdfStandard: "ua-1", pdfTags: true, creationTimestamp: Date.UTC(2022, 0, 1) / 1000 });
  };
}

/** The window. */
import { App } from "./App.tsx";
import { begin } from "./begin.tsx";
import { followImports } from "./import/importsStore.ts";

followImports();
void begin(<App />);

/** The window. */
import { App } from "./App.tsx";
import { begin } from "./begin.tsx";
import { followImports } from "./import/importsStore.ts";
import { followNotes } from "./notes/noteStore.ts";
import { followShownParts } from "./notes/shownParts.ts";

followImports();
followNotes();
followShownParts();
void begin(<App />);

/** The window. */
import { App } from "./App.tsx";
import { begin } from "./begin.tsx";
import { bridge } from "./bridge.ts";
import { followImports } from "./import/importsStore.ts";
import { followOthers } from "./frame/followOthers.ts";
import { followNotes } from "./notes/noteStore.ts";
import { followShownParts } from "./notes/shownParts.ts";
import { followReading } from "./reading/readingStore.ts";

async function start(): Promise<void> {
  followImports();
  followNotes();
  followOthers();
  followShownParts();
  const [tabs] = await Promise.all([bridge.keptTabs(), followReading()]);
  await begin(<App kept={tabs.ok ? tabs.value : null} />);
}

void start();

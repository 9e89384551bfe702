/** All of the window that is not its first screen. */
import { App } from "./App.tsx";
import { hearBeginning } from "./beginning.ts";
import { begin } from "./begin.tsx";
import { bridge } from "./bridge.ts";
import { keepScreenAtTheEnd } from "./firstScreen/keep.ts";
import { followImports } from "./import/importsStore.ts";
import { followOthers } from "./frame/followOthers.ts";
import { followNotes } from "./notes/noteStore.ts";
import { followShownParts } from "./notes/shownParts.ts";
import { followReading } from "./reading/readingStore.ts";

export async function start(): Promise<void> {
  await hearBeginning();
  keepScreenAtTheEnd();
  followImports();
  followNotes();
  followOthers();
  followShownParts();
  const [tabs] = await Promise.all([bridge.keptTabs(), followReading()]);
  await begin(<App kept={tabs.ok ? tabs.value : null} />);
}

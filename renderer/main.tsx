/** The window: what one read last at once, then the app. */
import { hearBeginning } from "./beginning.ts";
import { showFirstScreen } from "./firstScreen/show.ts";

// Whatever is wrong with that screen, the app opens.
await showFirstScreen().catch(() => undefined);
void hearBeginning();
const { start } = await import("./start.tsx");
await start();

/**
 * The wall of the room: a window of its own, over all of the second screen when there is one, else over this one. The screen stays awake as long as it is
 * there. Where one is lives here, so that neither window's trouble loses it; leaving takes the wall away, and the desk is as it was.
 */
import { BrowserWindow, type Display, powerSaveBlocker, screen, type WebContents } from "electron";
import { type Answer, succeed } from "../archive/model.ts";
import { positionChannel, type PresentCalls, type Position, type PresentMove, type Slide } from "./presentContract.ts";
import { beginAt, moved } from "./presentation.ts";
import { wallAddress } from "./protocol.ts";
import { windowPreferences } from "./window.ts";

export type Projector = { [Call in keyof PresentCalls]: (request: Parameters<PresentCalls[Call]>[0], sender: WebContents) => Promise<Answer<unknown>> };

interface Showing {
  slides: Slide[];
  position: Position;
  desk: BrowserWindow;
  wall: BrowserWindow;
  /** Ends what keeps the screen awake and the screens watched. */
  release(): void;
}

export function createProjector(): Projector {
  let showing: Showing | null = null;
  let count = 0;

  function tell(): void {
    if (!showing) return;
    for (const window of [showing.desk, showing.wall]) if (!window.isDestroyed()) window.webContents.send(positionChannel, showing.position);
  }

  function move(asked: PresentMove): void {
    if (!showing) return;
    if (asked === "end") return end();
    showing.position = moved(showing.position, asked, Date.now());
    tell();
  }

  function end(): void {
    if (!showing) return;
    const { desk, wall, release } = showing;
    showing = null;
    release();
    if (!wall.isDestroyed()) wall.destroy();
    if (desk.isDestroyed()) return;
    desk.webContents.send(positionChannel, null);
    desk.focus();
  }

  /** After a screen came or went. */
  function settle(): void {
    if (!showing) return;
    const { desk, wall } = showing;
    const hasOwnScreen = placeWall(wall, desk);
    showing.position = { ...showing.position, hasOwnScreen };
    tell();
  }

  return {
    async present({ slides, from, ground }, sender) {
      const desk = BrowserWindow.fromWebContents(sender);
      if (!desk) return succeed(null);
      end();
      const wall = createWall();
      const hasOwnScreen = placeWall(wall, desk);
      const release = keepReady(settle, end, desk);
      showing = { slides, position: beginAt(slides, from, { showing: (count += 1), ground, hasOwnScreen }, Date.now()), desk, wall, release };
      wall.once("closed", end);
      wall.once("ready-to-show", () => {
        wall.show();
        // With a screen of its own, who speaks goes on at the desk.
        if (showing?.position.hasOwnScreen) desk.focus();
      });
      wall.webContents.on("render-process-gone", () => wall.webContents.reload());
      void wall.loadURL(wallAddress);
      tell();
      return succeed(null);
    },
    async presentMove(asked) {
      move(asked);
      return succeed(null);
    },
    async presented() {
      return succeed(showing && { slides: showing.slides, position: showing.position });
    },
  };
}

function createWall(): BrowserWindow {
  const wall = new BrowserWindow({ show: false, frame: false, title: "Relire", backgroundColor: "#000000", webPreferences: windowPreferences });
  wall.setMenuBarVisibility(false);
  // Over the notifications of other programs, where the system lets a window be.
  wall.setAlwaysOnTop(true, "screen-saver");
  return wall;
}

/** Puts the wall over a whole screen; gives whether it is another one than the desk's. */
function placeWall(wall: BrowserWindow, desk: BrowserWindow): boolean {
  const own = screen.getDisplayMatching(desk.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
  cover(wall, other ?? own);
  return other !== undefined;
}

function cover(wall: BrowserWindow, { bounds }: Display): void {
  if (wall.isFullScreen()) wall.setFullScreen(false);
  wall.setBounds(bounds);
  wall.setFullScreen(true);
}

function keepReady(settle: () => void, end: () => void, desk: BrowserWindow): () => void {
  const blocker = powerSaveBlocker.start("prevent-display-sleep");
  screen.on("display-added", settle);
  screen.on("display-removed", settle);
  desk.once("closed", end);
  return () => {
    powerSaveBlocker.stop(blocker);
    screen.off("display-added", settle);
    screen.off("display-removed", settle);
    desk.off("closed", end);
  };
}

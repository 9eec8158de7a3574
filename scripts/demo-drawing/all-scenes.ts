import type { Scene } from "./scene.ts";
import { greenhouseScenes } from "./scenes/greenhouse.ts";
import { laboratoryScenes } from "./scenes/laboratory.ts";
import { marketScenes } from "./scenes/market.ts";
import { meetingScenes } from "./scenes/meetings.ts";
import { referenceScenes } from "./scenes/reference-conference.ts";
import { skywatchingScenes } from "./scenes/skywatching.ts";
import { stageScenes } from "./scenes/stages.ts";
import { uplandScenes } from "./scenes/uplands.ts";
import { worksScenes } from "./scenes/works.ts";

/** Every photo of the demo. */
export const allScenes: readonly Scene[] = [
  ...referenceScenes,
  ...meetingScenes,
  ...stageScenes,
  ...uplandScenes,
  ...worksScenes,
  ...greenhouseScenes,
  ...laboratoryScenes,
  ...marketScenes,
  ...skywatchingScenes,
];

import type { Scene } from "./scene.ts";
import { awardStagesScenes } from "./scenes/award-stages.ts";
import { conferencesScenes } from "./scenes/conferences.ts";
import { contestsScenes } from "./scenes/contests.ts";
import { energyScenes } from "./scenes/energy.ts";
import { fieldStationsScenes } from "./scenes/field-stations.ts";
import { greenhouseScenes } from "./scenes/greenhouse.ts";
import { instrumentsScenes } from "./scenes/instruments.ts";
import { laboratoryScenes } from "./scenes/laboratory.ts";
import { machineRoomsScenes } from "./scenes/machine-rooms.ts";
import { marketScenes } from "./scenes/market.ts";
import { marketGoodsScenes } from "./scenes/market-goods.ts";
import { mobileLaboratoryScenes } from "./scenes/mobile-laboratory.ts";
import { publicPlacesScenes } from "./scenes/public-places.ts";
import { referenceScenes } from "./scenes/reference-conference.ts";
import { skywatchingScenes } from "./scenes/skywatching.ts";
import { uplandScenes } from "./scenes/uplands.ts";
import { watersScenes } from "./scenes/waters.ts";
import { wildPlantsScenes } from "./scenes/wild-plants.ts";

/** Every photo of the demo. */
export const allScenes: readonly Scene[] = [
  ...referenceScenes,
  ...awardStagesScenes,
  ...conferencesScenes,
  ...contestsScenes,
  ...energyScenes,
  ...fieldStationsScenes,
  ...greenhouseScenes,
  ...instrumentsScenes,
  ...laboratoryScenes,
  ...machineRoomsScenes,
  ...marketScenes,
  ...marketGoodsScenes,
  ...mobileLaboratoryScenes,
  ...publicPlacesScenes,
  ...skywatchingScenes,
  ...uplandScenes,
  ...watersScenes,
  ...wildPlantsScenes,
];

import { openPhotosLarge } from "./gallery.ts";
import { offerListening } from "./listen.ts";
import { offerCopies, offerSharing } from "./share.ts";
import { offerTextSizes } from "./text-size.ts";
import { offerThemes } from "./theme.ts";

// One file for every page: it is here before the reader opens the first article. Each does nothing where it has nothing to do.
offerThemes();
offerTextSizes();
offerSharing();
offerCopies();
openPhotosLarge();
offerListening();

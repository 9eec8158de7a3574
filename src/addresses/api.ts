import { address } from "./address.ts";

/*
 * Every address of the API. They are routed in src/app.ts and described in src/api/openapi-operations.ts.
 */
export const apiPhotosPath = "/api/photos";
export const apiPhotoPath = address("/api/photos/:id");
export const apiFilesPath = "/api/files";
export const apiFilePath = address("/api/files/:id");
export const apiArticlesPath = "/api/articles";
export const apiArticlePath = address("/api/articles/:id");
export const apiSubmissionPath = address("/api/articles/:id/submission");
export const apiPublicationPath = address("/api/articles/:id/publication");
export const apiOldAddressesPath = address("/api/articles/:id/old-addresses");
export const apiVersionsPath = address("/api/articles/:id/versions");
export const apiVersionPath = address("/api/articles/:id/versions/:n");
export const apiChangesPath = "/api/changes";
export const openapiPath = "/api/openapi.json";

export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/.test(path);
}

import { AppError } from "../../src/errors.ts";
import type { Actor } from "../../src/people/person.ts";
import { storePhoto } from "../../src/photo/photo-upload.ts";
import type { PhotoAnswer } from "./photo-answer.ts";

export { AttemptCounter } from "../../src/durable/attempt-counter.ts";
export { LargeRequests } from "../../src/durable/large-requests.ts";
export { PasswordHasher } from "../../src/durable/password-hasher.ts";
export { ViewCounter } from "../../src/durable/view-counter.ts";

/** The person that the bench adds, with a token of the same id. */
const sender: Actor = {
  id: "owner",
  username: "owner",
  name: "owner",
  role: "reporter",
  access: { by: "token", id: "owner" },
};

/** Stores the photo that a request holds, as an upload does. Its owner is the person with id `owner`. */
export default {
  async fetch(request, env) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    try {
      const { photo } = await storePhoto(env, { bytes, credit: null, sender });
      return Response.json({
        id: photo.id,
        variants: Object.keys(photo.variants),
      } satisfies PhotoAnswer);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return Response.json({ refusal: error.message } satisfies PhotoAnswer);
    }
  },
} satisfies ExportedHandler<Env>;

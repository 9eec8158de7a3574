import { isOvertaken } from "./rebuild-store.ts";

const attempts = 3;

/** Makes a projection again, from its reading on, when somebody's act on one of its articles overtook the transaction. */
export async function unlessOvertaken<T>(make: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      if (!isOvertaken(error) || attempt === attempts) throw error;
    }
  }
}

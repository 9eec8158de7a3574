import { DurableObject } from "cloudflare:workers";
import { addViews, findViewDay } from "../published/view-store.ts";
import {
  addWaiting,
  createWaitingViews,
  hasWaiting,
  removeBatch,
  takeBatch,
} from "./waiting-view-store.ts";

/** A view that counts. `weight`: for how many views it stands. `network` names the sender's network, without its address. */
type View = { article: string; weight: number; network: string };

/** Views wait so long before they are written to D1, in ms. */
const writeInterval = 10 * 60 * 1000;

/**
 * How many rows of D1 one write may change; the other views wait for the next one. So a day writes 21,600 rows at most, whatever
 * readers and robots send.
 */
const maxRowsPerWrite = 150;

/** How many views of one article count from one network until the next write. */
const maxPerNetwork = 10;

/** The counts by network are forgotten when there are more than this, which bounds their memory to some MB. */
const maxNetworks = 50_000;

/**
 * Counts the views of all articles. There is one object for the site. Views wait in its own database, so a restart loses none; the
 * networks are only in its memory.
 */
export class ViewCounter extends DurableObject<Env> {
  readonly #perNetwork = new Map<string, number>();

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    createWaitingViews(state.storage.sql);
  }

  async count({ article, weight, network }: View): Promise<void> {
    if (!this.#isWithinBound(`${network} ${article}`)) return;
    const { storage } = this.ctx;
    const now = Date.now();
    addWaiting(storage.sql, { day: findViewDay(now), article, views: weight });
    if ((await storage.getAlarm()) === null) await storage.setAlarm(now + writeInterval);
  }

  /** Writes to D1. If that fails, the platform tries again; after its last try the next view sets the alarm anew. */
  override async alarm(): Promise<void> {
    this.#perNetwork.clear();
    const { sql } = this.ctx.storage;
    const batch = takeBatch(sql, Date.now(), maxRowsPerWrite);
    await addViews(this.env.DB, batch);
    removeBatch(sql);
    if (hasWaiting(sql)) await this.ctx.storage.setAlarm(Date.now() + writeInterval);
  }

  #isWithinBound(sender: string): boolean {
    const sent = (this.#perNetwork.get(sender) ?? 0) + 1;
    if (sent > maxPerNetwork) return false;
    if (this.#perNetwork.size >= maxNetworks) this.#perNetwork.clear();
    this.#perNetwork.set(sender, sent);
    return true;
  }
}

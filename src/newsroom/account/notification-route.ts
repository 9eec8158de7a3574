import * as v from "valibot";
import type { AppContext } from "../../context.ts";
import { sha256Hex } from "../../digest.ts";
import { readStaticBytes } from "../../edge-cache/caching-policy.ts";
import { AppError } from "../../errors.ts";
import { findBuiltFile } from "../../html/built-files.ts";
import { listKinds } from "../../people/notification-kind.ts";
import {
  addPushDevice,
  listPushDevices,
  muteKinds,
  removePushDevice,
} from "../../people/push-device-store.ts";
import type { PushDevice } from "../../people/push-device-store.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { pushSender } from "../../publishing/notifications.ts";
import {
  isBrowserKey,
  isPushService,
  readPublicPushKey,
  sendPush,
} from "../../publishing/push-service.ts";
import type { PushOutcome } from "../../publishing/push-service.ts";
import { parseJson, parseWith } from "../../request/parse.ts";
import { readBody, readForm } from "../../request/read-body.ts";
import { accountPath } from "../../addresses/newsroom.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { notificationWords } from "../../vietnamese/words/notifications.ts";
import { seeOther } from "../answer.ts";
import { readRaw } from "../form-data.ts";
import { requireSession, startAct } from "../guard.ts";
import { linkToAccount, showAccount } from "./account-route.ts";
import { logFailure } from "../../log.ts";

/**
 * What a browser sends of its subscription. `renew` adds no device: it moves one that the person has already to this session, or
 * gives the device of this session its new endpoint.
 */
const Subscription = v.strictObject({
  endpoint: v.pipe(v.string(), v.maxLength(1000), v.url()),
  // 65 bytes of which the first is 4, and 16 bytes.
  p256dh: v.pipe(v.string(), v.regex(/^B[A-P][\w-]{85}$/)),
  auth: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  renew: v.boolean(),
});

/** POST /toa-soan/tai-khoan/thong-bao: the browser of this session receives notifications from now on. */
export async function postPushDevice(c: AppContext): Promise<Response> {
  const act = startAct(c);
  requireSender(c);
  const { renew, ...target } = parseWith(Subscription, parseJson(await readBody(c)));
  if (!isPushService(target.endpoint))
    throw makeInputError("endpoint", notificationWords.unknownService);
  if (!(await isBrowserKey(target.p256dh)))
    throw makeInputError("p256dh", notificationWords.brokenKey);
  const device = { id: sha256Hex(target.endpoint), sessionId: act.actor.access.id };
  const known = await listPushDevices(act.db, act.actor.id, act.now);
  const former =
    known.find(({ id }) => id === device.id) ??
    known.find(({ sessionId }) => sessionId === device.sessionId);
  const isUnchanged =
    former?.id === device.id &&
    former.sessionId === device.sessionId &&
    former.p256dh === target.p256dh;
  if (!isUnchanged && (!renew || former !== undefined)) {
    const createdAt = former?.createdAt ?? act.now;
    await writeWithRight(act, addPushDevice(act.db, { ...device, ...target, createdAt }));
  }
  return Response.json({ location: linkToAccount("push-on") });
}

/** POST …/tat: a device of this person receives no more notifications. */
export async function postPushDeviceRemoval(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const device = await findDevice(c, await readForm(c));
  if (device !== null) await writeWithRight(act, [removePushDevice(act.db, device.id)]);
  return seeOther(`${linkToAccount("push-off")}#thong-bao`);
}

/** POST …/loai: the kinds of notifications that this person wants. */
export async function postNotificationKinds(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const wanted = (await readForm(c)).getAll("kind");
  const muted = listKinds(act.actor).filter((kind) => !wanted.includes(kind));
  await writeWithRight(act, [muteKinds(act.db, act.actor.id, muted)]);
  return seeOther(`${linkToAccount("push-kinds")}#thong-bao`);
}

/** POST …/thu: sends a notification to a device of this person, now. */
export async function postPushTest(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const sender = requireSender(c);
  const device = await findDevice(c, await readForm(c));
  if (device === null) return seeOther(`${linkToAccount("push-gone")}#thong-bao`);
  const outcome = await sendPush(sender, device, {
    title: notificationWords.titles.test,
    body: notificationWords.testBody,
    path: accountPath,
    tag: "test",
  });
  if (outcome.kind === "sent") return seeOther(`${linkToAccount("push-sent")}#thong-bao`);
  if (outcome.kind === "gone") {
    await writeWithRight(act, [removePushDevice(act.db, device.id)]);
    return seeOther(`${linkToAccount("push-gone")}#thong-bao`);
  }
  const message = notificationWords.testFailed(explainFailure(outcome));
  return showAccount(c, null, [{ path: "device", message }]);
}

/**
 * GET /toa-soan/thong-bao.js: the service worker, after the site's public key, with which it subscribes again. Browsers ask for it
 * again and again, at one address.
 */
export async function getPushWorker(c: AppContext): Promise<Response> {
  const bytes = await readStaticBytes(c.env.ASSETS, findBuiltFile("js", "push-worker"));
  if (bytes === null) throw new AppError("not-found", newsroomWords.missing);
  const sender = pushSender(c.env, c.var.site);
  const key =
    sender === null ? "" : `self.pushKey=${JSON.stringify(readPublicPushKey(sender.key))};\n`;
  const script = new Blob([key, bytes]).stream();
  return new Response(script, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}

function makeInputError(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}

function requireSender(c: AppContext) {
  const sender = pushSender(c.env, c.var.site);
  if (sender === null) throw new AppError("conflict", notificationWords.notSetUp);
  return sender;
}

async function findDevice(c: AppContext, form: FormData): Promise<PushDevice | null> {
  const { person } = requireSession(c);
  const devices = await listPushDevices(c.env.DB, person.id, Date.now());
  return devices.find(({ id }) => id === readRaw(form, "device")) ?? null;
}

function explainFailure(outcome: Extract<PushOutcome, { kind: "refused" | "failed" }>): string {
  if (outcome.kind === "refused") return notificationWords.refusedBy(outcome.status);
  logFailure("a test notification failed", outcome.error);
  return notificationWords.unreachable;
}

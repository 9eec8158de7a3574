import type { DemoAccount } from "../../../scripts/start/demo-accounts.ts";

/** The path of an article that was public for a moment. */
export const withdrawnPath = "/bai-viet/bai-dang-nham-roi-go";

/** Publishes an article as the demo's staff would, and withdraws it. Throws an Error with the API's words. */
export async function withdrawAnArticle(address: string, accounts: DemoAccount[]): Promise<void> {
  const send = async (role: DemoAccount["role"], method: string, path: string, body: object) => {
    const token = accounts.find((one) => one.role === role)?.token ?? "";
    const response = await fetch(`${address}/api/articles${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as { id: string };
  };
  const { id } = await send("reporter", "POST", "?submit=true", {
    title: "Bài đăng nhầm rồi gỡ",
    lede: "Bài này chỉ có mặt trong chốc lát.",
    body: "Một đoạn văn ngắn.",
    section: "chuyen-doi-so",
    byline: { authors: ["Thu Trang"], unit: "Tòa soạn" },
  });
  await send("editor", "PUT", `/${id}/publication`, {});
  await send("editor", "DELETE", `/${id}/publication`, { reason: "đăng nhầm" });
}

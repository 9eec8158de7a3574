/** Query parameters by which social networks, mailings and advertisers follow readers; none changes the page. */
const tracking =
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh|igshid|mc_cid|mc_eid|mkt_tok|zarsrc|zanpid|_ga|_gl|_hsenc|_hsmi|li_fat_id|vero_id|oly_anon_id|oly_enc_id|mibextid|__tn__|__cft__.*|utm_.*)$/i;

/** Whether a parameter only follows readers. `name` is decoded. */
export function isTrackingParameter(name: string): boolean {
  return tracking.test(name);
}

/** An address without tracking parameters; the rest of it stays as it was written. */
export function removeTracking(address: string): string {
  const [, path = "", query = "", fragment = ""] =
    /^([^?#]*)\??([^#]*)(#.*)?$/s.exec(address) ?? [];
  const parameters = query.split("&");
  const kept = parameters.filter((parameter) => !isTrackingParameter(readParameterName(parameter)));
  if (kept.length === parameters.length) return address;
  return path + (kept.length === 0 ? "" : `?${kept.join("&")}`) + fragment;
}

function readParameterName(parameter: string): string {
  const [name = ""] = parameter.split("=");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

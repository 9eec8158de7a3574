import autocannon from "autocannon";

// Usage: node bench/load.ts URL SECONDS. Runs in its own process, so that it does not slow down the server.
const [url = "", seconds = "1"] = process.argv.slice(2);
const result = await autocannon({ url, connections: 16, duration: Number(seconds) });
const answered = result["2xx"];
const failed = result.non2xx + result.errors + result.timeouts;
console.log(JSON.stringify({ answered, rate: answered / result.duration, failed }));

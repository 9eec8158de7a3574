import { spokenSentences } from "../vietnamese/spoken.ts";
import { clientWords } from "../vietnamese/words/client.ts";

/** What is read, in the order of the page. Tables and notes are for the eye. */
const passages = "h1, .article-lede, figcaption, .article-body :is(h2, h3, h4, h5, h6, p, li)";
const unread = ".table, .notes, .related";

/** Reads the article aloud by the system's own Vietnamese voice; where there is none, nothing is offered. */
export function offerListening(): void {
  const bar = document.querySelector<HTMLElement>(".listen");
  const [play, stop] = bar?.querySelectorAll("button") ?? [];
  const label = play?.querySelector("span");
  if (!("speechSynthesis" in window) || !bar || !play || !stop || !label) return;
  const reading = readAloud((state) => {
    label.textContent = clientWords[state];
    stop.hidden = state === "listen";
  });
  play.addEventListener("click", reading.playOrPause);
  stop.addEventListener("click", () => {
    reading.stop();
    play.focus();
  });
  addEventListener("pagehide", reading.stop);
  const offer = (): void => {
    bar.hidden = vietnameseVoice() === undefined;
  };
  // Many browsers learn of their voices only after a while.
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
}

/** Named by what the button then says. */
type State = "listen" | "pause" | "listenOn";

/**
 * Says one sentence after another: some browsers fall silent within a longer text. To pause is to be silent and then to say
 * the sentence again, because pausing itself does not work everywhere.
 */
function readAloud(showState: (state: State) => void): {
  playOrPause: () => void;
  stop: () => void;
} {
  let sentences: string[] = [];
  let next = 0;
  let state: State = "listen";
  const become = (now: State): void => {
    state = now;
    showState(now);
  };
  const silence = (now: State): void => {
    become(now);
    speechSynthesis.cancel();
  };
  const say = (): void => {
    const sentence = sentences[next];
    if (sentence === undefined) return become("listen");
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = "vi-VN";
    utterance.voice = vietnameseVoice() ?? null;
    utterance.onend = () => {
      // It ends as well when it is cut off.
      if (state !== "pause" || speaking !== utterance) return;
      next++;
      say();
    };
    utterance.onerror = () => speaking === utterance && state === "pause" && silence("listen");
    speaking = utterance;
    speechSynthesis.speak(utterance);
  };
  // Held, because some browsers forget an utterance that nobody holds, and never say that it ended.
  let speaking: SpeechSynthesisUtterance | null = null;
  const playOrPause = (): void => {
    if (state === "pause") return silence("listenOn");
    if (state === "listen") {
      sentences = readSentences();
      next = 0;
    }
    become("pause");
    speechSynthesis.cancel();
    say();
  };
  return { playOrPause, stop: () => silence("listen") };
}

function vietnameseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^vi(?:[-_]|$)/i.test(lang));
}

function readSentences(): string[] {
  const found = [...document.querySelectorAll(`.article :is(${passages})`)];
  return found
    .filter((one) => !one.closest(unread) && !one.parentElement?.closest(passages))
    .flatMap((one) => spokenSentences(spokenText(one)));
}

function spokenText(passage: Element): string {
  const copy = passage.cloneNode(true) as Element;
  copy.querySelectorAll(".note-ref, .credit").forEach((mark) => mark.remove());
  const text = copy.textContent.trim();
  return text && passage.matches("figcaption") ? `${clientWords.spokenPhoto} ${text}` : text;
}

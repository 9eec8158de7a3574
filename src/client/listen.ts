import { writeSpokenSentences } from "../vietnamese/spoken.ts";
import { listenWords } from "../vietnamese/words/listen.ts";

/** What is read aloud, in the order of the page. Tables and notes are left out. */
const passages = "h1, .article-lede, figcaption, .article-body :is(h2, h3, h4, h5, h6, p, li)";
const unread = ".table, .notes, .related";

/** Offers to read the article aloud with the system's Vietnamese voice. Without such a voice the buttons stay hidden. */
export function offerListening(): void {
  const bar = document.querySelector<HTMLElement>(".listen");
  const [play, stop] = bar?.querySelectorAll("button") ?? [];
  const label = play?.querySelector("span");
  if (!bar || !play || !stop || !label) return;
  const reading = readAloud((state) => {
    label.textContent = listenWords[state];
    stop.hidden = state === "listen";
  });
  play.addEventListener("click", reading.playOrPause);
  stop.addEventListener("click", () => {
    reading.stop();
    play.focus();
  });
  addEventListener("pagehide", reading.stop);
  const offer = (): void => {
    bar.hidden = findVietnameseVoice() === undefined;
  };
  // Many browsers load their list of voices later.
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
}

/** Each state is named by the label of the button. */
type State = "listen" | "pause" | "listenOn";

/**
 * Speaks one sentence at a time, because some browsers stop within a longer text. Pause stops the voice, and the
 * sentence is spoken again later, because `pause()` does not work in every browser.
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
    utterance.voice = findVietnameseVoice() ?? null;
    utterance.onend = () => {
      // `cancel` also ends an utterance.
      if (state !== "pause" || speaking !== utterance) return;
      next++;
      say();
    };
    utterance.onerror = () => speaking === utterance && state === "pause" && silence("listen");
    speaking = utterance;
    speechSynthesis.speak(utterance);
  };
  // A reference, because some browsers delete an utterance without one and then never fire "end".
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

function findVietnameseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^vi(?:[-_]|$)/i.test(lang));
}

function readSentences(): string[] {
  const found = [...document.querySelectorAll(`.article :is(${passages})`)];
  return found
    .filter((one) => !one.closest(unread) && !one.parentElement?.closest(passages))
    .flatMap((one) => writeSpokenSentences(readSpokenText(one)));
}

function readSpokenText(passage: Element): string {
  const copy = passage.cloneNode(true) as Element;
  copy.querySelectorAll(".note-ref, .credit").forEach((mark) => mark.remove());
  const text = copy.textContent.trim();
  return text && passage.matches("figcaption") ? `${listenWords.spokenPhoto} ${text}` : text;
}

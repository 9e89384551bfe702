import { afterEach, describe, expect, test } from "vitest";
import { paragraphsOf } from "../../renderer/speech/paragraphs.ts";
import { createSpeaker, type Paragraph, type SpeakerState } from "../../renderer/speech/speaker.ts";
import { voiceFor } from "../../renderer/speech/voices.ts";

const roots: HTMLElement[] = [];

function article(html: string): HTMLElement {
  const root = document.createElement("article");
  root.innerHTML = html;
  document.body.append(root);
  roots.push(root);
  return root;
}

afterEach(() => {
  for (const root of roots.splice(0)) root.remove();
});

/** The part of the browser's synthesis that speaks, with the ends and words of utterances in the test's hands. */
function quietSynthesis() {
  const spoken: SpeechSynthesisUtterance[] = [];
  const synthesis = { speak: (utterance: SpeechSynthesisUtterance) => void spoken.push(utterance), cancel: () => undefined } as unknown as SpeechSynthesis;
  return {
    synthesis,
    said: () => spoken.map(({ text }) => text),
    rate: () => spoken.at(-1)?.rate,
    end: (utterance = spoken.at(-1)) => utterance?.dispatchEvent(new Event("end")),
    reach: (charIndex: number) => spoken.at(-1)?.dispatchEvent(Object.assign(new Event("boundary"), { charIndex })),
    first: () => spoken[0],
  };
}

const manner = { voice: null, language: "fr", rate: 1 };
const paragraphs = ["Un mot ici.", "Deux mots.", "Trois."].map((text): Paragraph => ({ text, range: document.createRange() }));

function speaking() {
  const quiet = quietSynthesis();
  const states: SpeakerState[] = [];
  const speaker = createSpeaker(quiet.synthesis, paragraphs, manner, (state) => void states.push(state));
  return { ...quiet, speaker, state: () => states.at(-1) };
}

describe("reading aloud", () => {
  test("goes from paragraph to paragraph, and falls silent after the last", () => {
    const { speaker, said, end, state } = speaking();
    speaker.start(1);
    expect(state()).toEqual({ status: "speaking", at: 1 });
    end();
    end();
    expect(said()).toEqual(["Deux mots.", "Trois."]);
    expect(state()).toMatchObject({ status: "silent" });
  });

  test("goes on after a pause from the word it was at", () => {
    const { speaker, said, reach, state } = speaking();
    speaker.start(0);
    reach(3);
    speaker.pause();
    expect(state()).toMatchObject({ status: "paused", at: 0 });
    speaker.resume();
    reach(4);
    speaker.pause();
    speaker.resume();
    expect(said()).toEqual(["Un mot ici.", "mot ici.", "ici."]);
  });

  test("skips forward and back, no further than the ends, also while paused", () => {
    const { speaker, said, state } = speaking();
    speaker.start(0);
    speaker.skip(1);
    speaker.skip(5);
    speaker.pause();
    speaker.skip(-1);
    expect(state()).toEqual({ status: "paused", at: 1 });
    speaker.resume();
    expect(said()).toEqual(["Un mot ici.", "Deux mots.", "Trois.", "Deux mots."]);
  });

  test("takes another pace at once, from the word it is at", () => {
    const { speaker, said, reach, rate } = speaking();
    speaker.start(0);
    reach(7);
    speaker.change({ ...manner, rate: 1.5 });
    expect(said().at(-1)).toBe("ici.");
    expect(rate()).toBe(1.5);
  });

  test("takes no notice of an utterance that was cut short", () => {
    const { speaker, said, end, first } = speaking();
    speaker.start(0);
    speaker.skip(1);
    end(first());
    expect(said()).toEqual(["Un mot ici.", "Deux mots."]);
    speaker.stop();
    end();
    expect(said()).toHaveLength(2);
  });
});

describe("what is read", () => {
  test("is each title and paragraph once, without what only helps the eye or another reader", () => {
    const root = article(`
      <header><p class="rubric">La Dérivation</p><h1>Lettre</h1><p class="meta">4 min</p></header>
      <nav><ol><li><button>Une lecture</button></li></ol></nav>
      <h2><span>Une lec\u00ADture</span></h2>
      <p>Un <em>mot</em>,<sup><a>1</a></sup> un <a href="#">lien<span class="visually-hidden"> (web)</span></a>.</p>
      <ul><li>seul</li><li><p>dans un bloc</p></li></ul>
      <blockquote><p>cité</p></blockquote><figure><figcaption>légende</figcaption></figure>`);
    expect(paragraphsOf(root).map(({ text }) => text)).toEqual(["Lettre", "Une lecture", "Un mot, un lien.", "seul", "dans un bloc", "cité", "légende"]);
  });

  test("stands where its range says", () => {
    const [paragraph] = paragraphsOf(article("<p>Un <em>mot</em></p>"));
    expect(String(paragraph?.range)).toBe("Un mot");
  });
});

describe("the voice", () => {
  const voice = (name: string, lang: string, isDefault = false) => ({ voiceURI: name, name, lang, default: isDefault, localService: true }) as SpeechSynthesisVoice;
  const voices = [voice("Ada", "en-GB", true), voice("Zoé", "fr-FR"), voice("Luc", "fr_CA", true)];

  test("is the one chosen, when it speaks the language; else the system’s own for it", () => {
    expect(voiceFor(voices, "fr", "Zoé")?.name).toBe("Zoé");
    expect(voiceFor(voices, "fr", null)?.name).toBe("Luc");
    expect(voiceFor(voices, "en", "Zoé")?.name).toBe("Ada");
    expect(voiceFor([voices[0]!], "fr", null)).toBeNull();
  });
});

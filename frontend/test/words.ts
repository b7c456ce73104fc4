/** Every message of the pages, for tests of what they say. */

import { SESSION_WORDS } from "../src/session/words.generated";
import { addWords } from "../src/words/say";
import { VIEW_WORDS } from "../src/words.generated";
import { messages } from "../words";

for (const area of new Set(Object.values({ ...VIEW_WORDS, ...SESSION_WORDS }).flat()))
  addWords(area, messages(area, false));

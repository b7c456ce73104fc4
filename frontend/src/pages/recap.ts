import "../styles/layers.css";
import "../styles/page.css";
import "../styles/recap.css";
import { offerCopies } from "./record/copying";
import { closeMore } from "./record/more";
import { foldText, offerText } from "./record/text";
import { unfoldOnPaper } from "./unfold";
import { checkFiles } from "./verify";

/** A recap is read without any of this; here it is copied, and its text folded. */

offerCopies();
foldText();
offerText();
unfoldOnPaper();
for (const box of document.querySelectorAll<HTMLElement>("[data-verify]")) {
  checkFiles(box);
}
closeMore();

import "../styles/layers.css";
import "../styles/page.css";
import "../styles/decision.css";
import "../styles/verify.css";
import { onCopyMarkdown } from "./markdown";
import { offerMyDots } from "./receipts";
import { address, copy, offerCopies } from "./record/copying";
import { closeMore } from "./record/more";
import { unfoldOnPaper } from "./unfold";
import { checkFiles } from "./verify";

/** The record is read without any of this; here it is copied, and shared where the system has a sheet for that. */

offerCopies();
onCopyMarkdown((button, text) => void copy(button, text));
offerMyDots(document, address);
unfoldOnPaper();
for (const box of document.querySelectorAll<HTMLElement>("[data-verify]")) {
  checkFiles(box);
}
closeMore();

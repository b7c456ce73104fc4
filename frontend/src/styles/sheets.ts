/**
 * All sheets of the board, in the order of the cascade. A change of phase waits for no style, and looks do not hang on
 * which phase was loaded first.
 */

import "./layers.css";
import "./board.css";
import "../kit/button.css";
import "../kit/popover.css";
import "../board/shell/notices.css";
import "../kit/dialog.css";
import "../kit/field.css";
import "../board/parts/dots.css";
import "../board/phases/vote/option-head.css";
import "../board/phases/vote/rack.css";
import "../board/phases/vote/ballot.css";
import "../board/phases/vote/vote-code.css";
import "../board/phases/vote/open-vote.css";
import "../board/phases/decide/consent.css";
import "../board/phases/decide/dot-row.css";
import "../board/phases/decide/tally.css";
import "../board/phases/decide/tally-phone.css";
import "../board/phases/decide/wording.css";
import "../board/phases/decide/write.css";
import "../board/phases/decide/decide.css";
import "../board/shell/bar.css";
import "../board/phases/frozen.css";
import "../kit/empty.css";
import "../kit/card.css";
import "../board/phases/group/idea.css";
import "../board/phases/group/cluster.css";
import "../board/phases/group/extras.css";
import "../board/phases/group/find-box.css";
import "../board/phases/group/lead.css";
import "../board/phases/group/merges.css";
import "../board/phases/group/phone.css";
import "../board/phases/group/picker.css";
import "../board/phases/group/watch.css";
import "../board/phases/group/group.css";
import "../board/phases/group/group-bar.css";
import "../board/shell/share.css";
import "../board/phases/lobby.css";
import "../board/phases/own-ideas.css";
import "../board/phases/idea-wall.css";
import "../board/phases/composer.css";
import "../board/phases/late.css";
import "../board/phases/reveal.css";
import "../board/phases/vote/room.css";
import "../board/phases/write.css";
import "../board/shell/top.css";

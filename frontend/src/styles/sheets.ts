/**
 * All sheets of the board, in the order of the cascade. A change of phase waits for no style, and looks do not hang on
 * which phase was loaded first.
 */

import "./layers.css";
import "./board.css";
import "../kit/button.css";
import "../kit/popover.css";
import "../board/app/notices.css";
import "../kit/dialog.css";
import "../kit/field.css";
import "../board/parts/options/dots.css";
import "../board/parts/options/option-head.css";
import "../board/phases/vote/rack.css";
import "../board/phases/vote/ballot.css";
import "../board/parts/options/vote-code.css";
import "../board/parts/open-vote/open-vote.css";
import "../board/parts/open-vote/candidates.css";
import "../board/phases/decide/consent.css";
import "../board/phases/decide/dot-row.css";
import "../board/phases/decide/tally.css";
import "../board/phases/decide/tally-phone.css";
import "../board/phases/decide/wording.css";
import "../board/phases/decide/write.css";
import "../board/phases/decide/count.css";
import "../board/phases/decide/decide.css";
import "../board/parts/bar/bar.css";
import "../board/phases/done/done.css";
import "../kit/empty.css";
import "../kit/card.css";
import "../board/phases/group/wall/idea.css";
import "../board/phases/group/wall/cluster.css";
import "../board/phases/group/menu/extras.css";
import "../board/phases/group/find/find-box.css";
import "../board/phases/group/lead.css";
import "../board/phases/group/merges/merges.css";
import "../board/phases/group/phone/phone.css";
import "../board/phases/group/menu/picker.css";
import "../board/phases/group/group.css";
import "../board/phases/group/group-bar.css";
import "../board/parts/share/share.css";
import "../board/parts/settings/fields.css";
import "../board/phases/lobby/lobby.css";
import "../board/parts/ideas/own-ideas.css";
import "../board/parts/ideas/idea-wall.css";
import "../board/parts/ideas/composer.css";
import "../board/phases/read/late.css";
import "../board/phases/read/read.css";
import "../board/phases/read/walk/walk.css";
import "../board/phases/read/walk/list.css";
import "../board/phases/read/walk/steps.css";
import "../board/phases/read/questions/questions.css";
import "../board/phases/read/lead/side.css";
import "../board/phases/vote/room.css";
import "../board/phases/write/write.css";
import "../board/parts/time/clock.css";
import "../board/app/top.css";

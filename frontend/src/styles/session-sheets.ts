/** All sheets of a work session, in the order of the cascade: looks do not hang on which view was loaded first. */

import "./layers.css";
import "./session.css";
import "../kit/button.css";
import "../kit/popover.css";
import "../kit/dialog.css";
import "../kit/field.css";
import "../kit/empty.css";
import "../kit/card.css";
import "../session/views/work/look/words.css";
import "../session/views/work/look/line.css";
import "../session/views/work/look/desk.css";
import "../session/views/work/look/rail.css";
import "../session/views/work/look/document.css";
import "../session/views/work/look/margin.css";
import "../session/views/work/look/question.css";
import "../session/views/work/look/phone.css";
import "../session/views/work/look/rest.css";
import "../session/views/work/look/alone.css";
import "../session/views/people.css";
import "../session/views/kept-about-me.css";
import "../session/views/door/door.css";
import "../session/views/prepare/prepare.css";
import "../session/views/prepare/rest.css";
import "../session/views/prepare/agenda.css";
import "../session/views/prepare/invite.css";
import "../session/views/prepare/bar.css";

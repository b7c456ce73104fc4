/** All sheets of a work session, in the order of the cascade: looks do not hang on which view was loaded first. */

import "./layers.css";
import "./session.css";
import "../kit/button.css";
import "../kit/popover.css";
import "../kit/dialog.css";
import "../kit/field.css";
import "../kit/empty.css";
import "../kit/card.css";

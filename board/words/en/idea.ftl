# An idea on its card, for everybody; hiding it is the facilitator's.

idea-hide = Hide
idea-hide-from-all = Hide idea { $n } from everybody
idea-show = Show it again
idea-hidden = Hidden by the facilitator
idea-hidden-from-all = Idea { $n } is hidden from everybody.
idea-shown = Idea { $n } is back.
idea-signed = Names under ideas are as typed. Nobody checked them.

# An idea, or an option, wherever it is shown; hiding it is the facilitator’s.

idea-number = Idea { $number }
idea-group = Group { $letter }
idea-all = Read it all
idea-less = Show less
idea-signed = Names under ideas are as typed. Nobody checked them.

idea-hide = Hide
idea-hide-numbered = Hide idea { $number }
idea-hide-unnumbered = Hide this idea
idea-hide-name = Hide the name
idea-hide-from-all = Hide idea { $number } from everybody
idea-show = Show it again
idea-hidden = Hidden by the facilitator

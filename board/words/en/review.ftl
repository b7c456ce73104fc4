# Going through “Done when” together on the big screen, one line after the other.

review-walk = “Done when” on the big screen
review-next = Next condition
review-back = The condition before
review-place = { $place } of { $all }
review-none = One by one on the big screen
review-on-screen = On the big screen
review-show = Show “{ $condition }” on the big screen
review-show-short = Show on the big screen
review-hide = Take it off the big screen
review-go-to-it = Go to it
review-act-show = { $name } put “{ $condition }” on the big screen.
review-act-clear = { $name } took “Done when” off the big screen.
review-did-show = You put “{ $condition }” on the big screen.
review-did-clear = You took “Done when” off the big screen.

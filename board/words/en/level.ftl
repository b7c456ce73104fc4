# The answers to “Can you live with it?”, from full support to a stop.

level-5 = I’m fully for it
level-4 = I support it
level-3 = I can live with it
level-2 = I have doubts
level-1 = I object
level-0 = Stop, we must talk

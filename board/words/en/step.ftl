# The steps as the screen calls them.

step-lobby = Welcome
step-diverge = Write
step-reveal = Read
step-cluster = Group
step-vote = Vote
step-decide = Decide
step-frozen = Done

"""From a command to the broadcast: the open session (`room`), its registry (`rooms`), and how a batch is judged, stored
and published (`committer`, `notices`).
"""

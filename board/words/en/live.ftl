# The live connection of a board and the ways onto it.

live-no-upgrade = Live connections are websockets, and this request is none. If a page of this board sent it, a proxy on the way did not pass the headers Upgrade and Connection on.
live-qr-facilitate = QR code to facilitate this board
live-qr-participate = QR code to take part
live-qr-watch = QR code to watch
live-qr-decision = QR code of the decision
live-qr-work = QR code to join the work

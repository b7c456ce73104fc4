"""People without accounts: roles, capability links, and who is asking.

Owns the links of a board, the cookie that carries a person's token, the seats taken, and the check of the Origin
header. Does not own what a role may do (`facilitation.policy`). Read `roles` first, then `links`.
"""

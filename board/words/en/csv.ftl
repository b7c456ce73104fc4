# Notes in the table of a record. Its column heads are read back by imports and stay as they are.

csv-set-aside = set aside before the vote
csv-signed = name as typed, not checked

# Done.

done-page = Open the decision
done-share = Copy the link
done-files = Download
# $outcome is “Who decides” or “Who decided”
done-by = by
done-steps = What happens next
done-start = Start with this
done-start-whole = Start the work
done-thanks = The decision is final. The record can no longer be changed.

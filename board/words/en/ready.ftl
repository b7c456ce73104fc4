# How many are ready to go on, in Read and in Group. A part between <b> and </b> is drawn strong.

ready-read = I’ve read them
ready-read-count = <b>{ $ready }</b> of { $of } have read them
ready-group = I’m done
ready-group-count = <b>{ $ready }</b> of { $of } done

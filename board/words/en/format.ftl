# The file formats of a record: beside their ending in a list, and alone in a menu.

format-html = One page, opens anywhere
format-pdf = For paper
format-pdf-menu = PDF, for paper
format-png = Picture for a slide
format-png-menu = Picture, for a slide
format-svg = Picture, sharp at any size
format-svg-menu = Picture as SVG, sharp at any size
format-md = Markdown, for notes and issues
format-md-menu = Markdown, for a wiki or an issue
format-csv = Tables
format-csv-menu = CSV, for a spreadsheet
format-ics = Dates, for a calendar
format-ics-menu = Dates, for a calendar
format-json = The record itself
format-json-menu = JSON, the record itself

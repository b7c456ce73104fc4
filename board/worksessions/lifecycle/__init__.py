"""How a work session begins (`opening`) and who deletes what when."""

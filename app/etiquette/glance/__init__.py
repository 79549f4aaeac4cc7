"""Your search at a glance: the funnel, how long answers took, the coming two weeks, a line an application. Pure."""

"""Your search at a glance, on screen: blocks and a chart of plain lines, and the pane that scrolls them."""

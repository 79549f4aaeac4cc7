"""The rows of a sheet in whatever form they come: separated text, lists, Markdown, web pages, JSON, workbooks."""

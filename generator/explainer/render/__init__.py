"""From page views to HTML: templates, prose, headings."""

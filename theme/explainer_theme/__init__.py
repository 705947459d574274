"""Templates, styles and scripts of Explainer's pages; a plain override folder for Material."""

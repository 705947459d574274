// Explainer: additions to pages that are complete without them. Each part stands alone.
document.documentElement.classList.add("ex-js");

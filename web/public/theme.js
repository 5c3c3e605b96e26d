// Before the first paint: the theme the reader chose. Without a choice the style sheet follows the system.
try {
  const theme = localStorage.getItem('theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {}

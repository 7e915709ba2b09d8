// Keys of the review desk. Each key presses, opens or enters the element that names it; without this file the page works by mouse and Tab.
(() => {
  const writes = (at) => at.matches('input, select, textarea');
  const act = (target) => {
    if (target.matches('details')) {
      target.open = !target.open;
    } else if (writes(target)) {
      target.focus();
      if (target.select) target.select();
    } else {
      target.click();
    }
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target;
    if (writes(at)) {
      if (event.key === 'Escape') at.blur();
      return;
    }
    if (event.key === 'Enter' && at.matches('a, button, summary')) return;
    const target = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (target) {
      event.preventDefault();
      act(target);
    }
  });
})();

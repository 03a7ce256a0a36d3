// The checks of WCAG 2.1 AA that axe-core names and that apply to pages without media: returns a list of faults.
(function () {
  var faults = [];
  function fault(rule, element) { faults.push(rule + ": " + (element ? element.outerHTML.slice(0, 120) : "")); }
  function all(selector) { return Array.from(document.querySelectorAll(selector)); }
  function shown(element) { return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden"; }
  function name(element) {
    var ids = element.getAttribute("aria-labelledby");
    if (ids) { return ids.split(/\s+/).map(function (id) { var one = document.getElementById(id); return one ? one.textContent : ""; }).join(" ").trim(); }
    return (element.getAttribute("aria-label") || element.textContent || element.getAttribute("title") || "").trim();
  }
  if (!document.title.trim()) { fault("document-title"); }
  if (document.documentElement.lang !== "zh-CN") { fault("html-has-lang"); }
  if (all("main").length !== 1) { fault("landmark-one-main"); }
  if (all("h1").length !== 1) { fault("page-has-heading-one"); }
  var viewport = document.querySelector("meta[name=viewport]");
  if (!viewport || /user-scalable\s*=\s*no|maximum-scale/.test(viewport.content)) { fault("meta-viewport"); }
  var last = 0;
  all("h1,h2,h3,h4,h5,h6").forEach(function (one) {
    var level = Number(one.tagName[1]);
    if (level > last + 1) { fault("heading-order", one); }
    if (!one.textContent.trim()) { fault("empty-heading", one); }
    last = level;
  });
  all("a[href]").forEach(function (one) { if (!name(one)) { fault("link-name", one); } });
  all("button").forEach(function (one) { if (!name(one)) { fault("button-name", one); } });
  all("input,select,textarea").forEach(function (one) {
    if (!(one.labels && one.labels.length) && !one.getAttribute("aria-label")) { fault("label", one); }
  });
  all("img").forEach(function (one) { if (!one.hasAttribute("alt")) { fault("image-alt", one); } });
  all("svg[role=img],[role=region]").forEach(function (one) { if (!name(one)) { fault("svg-img-alt", one); } });
  all("[aria-labelledby],[aria-controls],[aria-describedby]").forEach(function (one) {
    ["aria-labelledby", "aria-controls", "aria-describedby"].forEach(function (key) {
      (one.getAttribute(key) || "").split(/\s+/).filter(Boolean).forEach(function (id) {
        if (!document.getElementById(id)) { fault("aria-valid-attr-value", one); }
      });
    });
  });
  var ids = {};
  all("[id]").forEach(function (one) { if (ids[one.id]) { fault("duplicate-id", one); } ids[one.id] = true; });
  all("ul,ol").forEach(function (one) {
    Array.from(one.children).forEach(function (child) { if (child.tagName !== "LI") { fault("list", child); } });
  });
  all("li").forEach(function (one) { if (!/^(UL|OL|MENU)$/.test(one.parentElement.tagName)) { fault("listitem", one); } });
  all("dt,dd").forEach(function (one) {
    var parent = one.parentElement;
    if (parent.tagName === "DIV") { parent = parent.parentElement; }
    if (parent.tagName !== "DL") { fault("dlitem", one); }
  });
  all("table").forEach(function (one) {
    if (!one.caption || !one.caption.textContent.trim()) { fault("table-caption", one); }
    one.querySelectorAll("th").forEach(function (cell) { if (!cell.scope) { fault("scope-attr-valid", cell); } });
    if (!one.querySelector("th")) { fault("td-has-header", one); }
  });
  all("[tabindex]").forEach(function (one) { if (Number(one.getAttribute("tabindex")) > 0) { fault("tabindex", one); } });
  all("*").forEach(function (one) {
    var style = getComputedStyle(one);
    if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0 && one !== document.documentElement && one !== document.body) {
      fault("scrollable-region-focusable", one);
    }
  });
  var skip = document.querySelector("a[href^='#']");
  if (!skip || !document.querySelector(skip.getAttribute("href"))) { fault("bypass"); }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) { fault("reflow", document.body); }
  function channel(value) { value /= 255; return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4); }
  function light(rgb) { return 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]); }
  function parts(text) { return (text.match(/[\d.]+/g) || []).map(Number); }
  function behind(element) {
    for (; element; element = element.parentElement) {
      var rgb = parts(getComputedStyle(element).backgroundColor);
      if (rgb.length === 3 || rgb[3] > 0) { return rgb; }
    }
    return [255, 255, 255];
  }
  all("body *").forEach(function (one) {
    var own = Array.from(one.childNodes).some(function (node) { return node.nodeType === 3 && node.textContent.trim(); });
    if (!own || !shown(one) || one.closest("svg,script,style")) { return; }
    var style = getComputedStyle(one), a = light(parts(style.color)), b = light(behind(one));
    var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), size = parseFloat(style.fontSize);
    var large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) { fault("color-contrast " + ratio.toFixed(2), one); }
    if (!one.closest("main,header,nav,footer,form,[role=status],.skip,[role=search]")) { fault("region", one); }
  });
  all("a[href],button,input,select").forEach(function (one) {
    var box = one.getBoundingClientRect();
    if (shown(one) && box.left >= 0 && (box.height < 24 && getComputedStyle(one).display !== "inline")) { fault("target-size", one); }
  });
  return faults;
})()

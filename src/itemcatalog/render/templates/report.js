(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) { return; }
  form.hidden = false;
  var search = document.getElementById("search");
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
  var output = document.getElementById("shown");
  var units = Array.prototype.slice.call(document.querySelectorAll("details.unit"));
  function apply() {
    var text = search.value.trim().toLowerCase();
    var levels = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    var all = text === "" && levels.length === boxes.length;
    var count = 0;
    units.forEach(function (unit) {
      var name = unit.getAttribute("data-name").toLowerCase();
      var any = false;
      unit.querySelectorAll(".rule").forEach(function (rule) {
        var head = rule.querySelector("h3").textContent.toLowerCase();
        var open = false;
        rule.querySelectorAll("tbody tr").forEach(function (row) {
          var fits = levels.indexOf(row.getAttribute("data-level")) >= 0 &&
            (text === "" || name.indexOf(text) >= 0 || head.indexOf(text) >= 0 ||
             row.textContent.toLowerCase().indexOf(text) >= 0);
          row.hidden = !fits;
          if (fits) { open = true; count += 1; }
        });
        rule.hidden = !open && !all;
        any = any || open;
      });
      unit.hidden = !any && !all;
      if (text !== "" && any) { unit.open = true; }
    });
    output.textContent = all ? "" : String(count);
  }
  var timer = null;
  search.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(apply, 150); });
  boxes.forEach(function (box) { box.addEventListener("change", apply); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  window.addEventListener("beforeprint", function () {
    units.forEach(function (unit) { unit.setAttribute("data-was", unit.open ? "1" : ""); unit.open = true; });
  });
  window.addEventListener("afterprint", function () {
    units.forEach(function (unit) { unit.open = unit.getAttribute("data-was") === "1"; });
  });
})();

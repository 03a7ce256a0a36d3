"use strict";
(function () {
  var form = document.querySelector(".filters");
  var search = document.getElementById("q");
  var selects = Array.from(form.querySelectorAll("select"));
  var status = document.getElementById("status");
  var none = document.getElementById("none");
  function fold(text) { return text.normalize("NFKC").toLowerCase(); }
  var rows = Array.from(document.querySelectorAll("tbody tr")).map(function (row) {
    var words = [row.cells[0].textContent, row.cells[1].textContent, row.dataset.authority, row.dataset.more];
    return { row: row, data: row.dataset, text: fold(words.join("\n")) };
  });
  function fits(one, terms) {
    return terms.every(function (term) { return one.text.includes(term); }) && selects.every(function (select) {
      var value = select.value, key = select.dataset.key;
      if (!value) { return true; }
      return key === "target" ? one.data.target.includes("|" + value + "|") : one.data[key] === value;
    });
  }
  function show() {
    var terms = fold(search.value).split(/\s+/).filter(Boolean), shown = 0;
    rows.forEach(function (one) {
      var fit = fits(one, terms);
      one.row.hidden = !fit;
      shown += fit ? 1 : 0;
    });
    status.textContent = "显示 " + shown + " 份，共 " + rows.length + " 份";
    none.hidden = shown > 0;
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  show();
})();

// The entry of every page of the newsroom: small, and each page loads what it needs beyond it.
if (document.getElementById("bai")) document.documentElement.dataset["form"] = "";

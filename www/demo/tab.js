// The invented partner's own script: a button that shows the part of the page that it controls.
document.getElementById("tab").onclick = ({ currentTarget }) => {
  document.getElementById("panel").hidden = false;
  currentTarget.setAttribute("aria-expanded", "true");
};

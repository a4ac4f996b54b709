/**
 * The style sheet of a summary, which is read and printed without the page's own.
 * @module
 */

export const style = `
body {
  max-width: 1200px; margin: 32px auto; padding: 0 16px;
  font: 15px/22px system-ui, sans-serif; font-variant-numeric: tabular-nums;
  color: #1a1d21;
}
h1 { font-size: 24px; line-height: 32px; }
h2 { font-size: 18px; margin-top: 32px; }
h3 { font-size: 15px; margin: 24px 0 4px; }
h2, h3, summary { break-after: avoid; }
p.muted { color: #5b626b; }
details { margin: 8px 0; }
summary { cursor: pointer; }

table { border-collapse: collapse; font-size: 13px; }
th, td { padding: 4px 8px; text-align: right; font-weight: 400; border-bottom: 1px solid #dcdcd6; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { color: #5b626b; }
td:last-child { white-space: normal; }
.wide { overflow-x: auto; }

.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 16px; }
img { max-width: 100%; }
svg { width: 100%; max-width: 460px; font-size: 12px; }
svg .rule { stroke: #dcdcd6; }
svg .muted { fill: #5b626b; }
svg polyline { fill: none; stroke-width: 1.5; }
.keys span { margin-right: 16px; white-space: nowrap; }
svg.key { width: 24px; height: 10px; margin-right: 4px; }

@page { size: landscape; margin: 12mm; }
@media print {
  body { margin: 0; }
  .wide { overflow: visible; }
  table { font-size: 10px; }
  th, td { padding: 2px 5px; }
  h3, tr, img, svg, .charts { break-inside: avoid; }
}
`;

namespace Personio.Lifecycle;

/// <summary>The appearance of a plan's page: on light and dark screens, and on paper.</summary>
internal static class PlanPageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """
        :root{--p:#ffffff;--i:#16191d;--q:#4b5563;--g:#d1d5db;--h:#f3f4f6;--bad:#b91c1c;--badp:#fee2e2;
        --mid:#92400e}
        @media (prefers-color-scheme:dark){:root{--p:#14171c;--i:#e5e7eb;--q:#9ca3af;--g:#374151;--h:#1f242c;
        --bad:#fca5a5;--badp:#450a0a;--mid:#fcd34d}}
        html{font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        body{margin:0 auto;padding:0 1.5rem 2rem;max-width:72rem;background:var(--p);color:var(--i)}
        h1{font-size:1.6rem;line-height:1.2;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}
        h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
        h2 small,small{color:var(--q);font-weight:400;font-size:.8125rem}
        dl{display:flex;flex-wrap:wrap;gap:.35rem 1.75rem;margin:0}
        dt{color:var(--q);font-size:.8125rem}
        dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-size:.9375rem}
        .narrow{width:auto}
        th,td{border-bottom:1px solid var(--g);padding:.45rem .75rem .45rem 0;text-align:left;vertical-align:top;
        overflow-wrap:break-word}
        tbody th,td:nth-child(n+3){overflow-wrap:anywhere}
        .a,.n,thead th{overflow-wrap:normal}
        thead th{color:var(--q);font-size:.8125rem;font-weight:600;border-bottom-width:2px}
        tbody th{font-weight:600;min-width:9rem}
        tbody th small{font-weight:400}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        .bad th,.bad td{color:var(--bad)}
        .high{color:var(--bad);font-weight:700}
        .medium{color:var(--mid)}
        .over{background:var(--badp);color:var(--bad);border:1px solid currentColor;border-radius:6px;
        padding:.6rem .9rem}
        .changes{list-style:none;margin:.3rem 0 0;padding:0;font-size:.875rem}
        code{font:inherit;color:var(--q)}
        del{color:var(--q)}
        ins{text-decoration:none;font-weight:600}
        .note{margin:.3rem 0 0;font-style:italic}
        .box{display:inline-block;width:1rem;height:1rem;border:1.5px solid var(--i);border-radius:3px}
        footer{margin-top:2rem;color:var(--q);font-size:.8125rem}
        @media (max-width:45rem){body{padding:0 .75rem 1.5rem}tbody th{min-width:6rem}}
        @media print{@page{size:A4;margin:12mm}
        :root{--p:#fff;--i:#000;--q:#333;--g:#999;--bad:#900;--badp:#fff;--mid:#630}
        html{font-size:12px}
        body{padding:0;max-width:none}
        thead{display:table-header-group}
        tr,.over,dl{break-inside:avoid}
        h2{break-after:avoid}}

        """;
}

using System.Text;

namespace Personio;

/// <summary>The style of the calendar page for light and dark screens and for paper.</summary>
internal static class CalendarCss
{
    /// <summary>The background of the page on light and dark screens.</summary>
    public static readonly (string Light, string Dark) Paper = ("#ffffff", "#14171c");

    /// <summary>The colors of absence types: background, letters, and border.</summary>
    public static readonly IReadOnlyList<((string Ground, string Letters, string Line) Light,
        (string Ground, string Letters, string Line) Dark)> Colors =
    [
        (("#bfdbfe", "#1e3a8a", "#2563eb"), ("#1e3a8a", "#dbeafe", "#60a5fa")),
        (("#fecaca", "#7f1d1d", "#dc2626"), ("#7f1d1d", "#fee2e2", "#f87171")),
        (("#bbf7d0", "#14532d", "#15803d"), ("#14532d", "#dcfce7", "#4ade80")),
        (("#fde68a", "#713f12", "#b45309"), ("#653a10", "#fef3c7", "#fbbf24")),
        (("#e9d5ff", "#581c87", "#9333ea"), ("#581c87", "#f3e8ff", "#c084fc")),
        (("#99f6e4", "#134e4a", "#0f766e"), ("#134e4a", "#ccfbf1", "#2dd4bf")),
        (("#fbcfe8", "#831843", "#db2777"), ("#831843", "#fce7f3", "#f472b6")),
        (("#fed7aa", "#7c2d12", "#c2410c"), ("#7c2d12", "#ffedd5", "#fb923c")),
        (("#d9f99d", "#365314", "#4d7c0f"), ("#365314", "#ecfccb", "#a3e635")),
        (("#cbd5e1", "#1e293b", "#475569"), ("#334155", "#e2e8f0", "#94a3b8")),
    ];

    private const string Rules = """
        html{font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        body{margin:0 1.5rem 2rem;background:var(--p);color:var(--i);width:max-content;min-width:calc(100% - 3rem)}
        header,nav,footer,.now,.key{position:sticky;left:1.5rem;width:calc(100vw - 4rem);max-width:68rem}
        h1{font-size:1.6rem;line-height:1.2;margin:1.5rem 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.1rem;margin:0;text-align:left}
        header p,footer p{margin:.25rem 0;color:var(--q)}
        a{color:var(--k)}
        nav ul,.key ul{list-style:none;padding:0;margin:.75rem 0;display:flex;flex-wrap:wrap;gap:.4rem 1.1rem}
        .now,.key{margin:1.25rem 0}
        .now ul{margin:.25rem 0;padding-left:1.25rem;columns:22rem auto;column-gap:2.5rem}
        .now p{margin:.25rem 0}
        .key li{display:flex;align-items:center;gap:.45rem;font-size:.875rem}
        .key b{width:2.1rem;flex:none}
        .month{margin:1.75rem 0;content-visibility:auto;
        contain-intrinsic-size:calc(var(--m) + var(--n,0)*2.15rem) calc(var(--r,0)*1.85rem + 5rem)}
        table{border-collapse:separate;border-spacing:0;table-layout:fixed;font-size:.875rem;
        width:calc(var(--m) + var(--n)*2.15rem)}
        caption{text-align:left;padding:0 0 .4rem}
        caption h2,.month>h2{position:sticky;left:1.5rem;width:max-content}
        col:first-child{width:var(--m)}
        th,td{border:solid var(--g);border-width:0 1px 1px 0;padding:1px;height:1.8rem;vertical-align:middle}
        td[colspan]{background:var(--p)}
        th{font-weight:400;background:var(--p);overflow-wrap:anywhere}
        tr>:first-child{border-left-width:1px;position:sticky;left:0;z-index:1;text-align:left;padding:.15rem .5rem}
        thead th{border-top-width:1px;position:sticky;top:0;z-index:2;font-size:.75rem;line-height:1.2;
        padding:.2rem 0;text-align:center}
        thead th:first-child{z-index:3;font-weight:600}
        .group th{background:var(--w);font-weight:600;position:static}
        .group bdi{position:sticky;left:.5rem}
        thead strong{display:block;font-size:.875rem}
        .w{background:var(--w)}
        .t{background:var(--t)}
        thead th.t{box-shadow:inset 0 3px var(--k);font-weight:700}
        tbody tr:hover>*{background-image:linear-gradient(var(--o),var(--o))}
        b{display:block;box-sizing:border-box;height:1.5rem;line-height:1.4rem;overflow:hidden;
        white-space:nowrap;text-align:center;font-size:.75rem;font-weight:700;color:var(--f);
        background:var(--b);border:1px solid var(--l);border-radius:4px}
        td b+i+b{margin-top:1px}
        td[colspan] b{text-align:left;padding-left:.45rem;text-overflow:ellipsis}
        b small{font-size:.75rem;font-weight:400;padding-left:.4em}
        td .f,td .s,.key .f,.key .s{display:inline-block;vertical-align:middle;width:50%;border-radius:4px 0 0 4px;
        font-size:.6875rem;letter-spacing:-.03em;margin:0}
        td .s,.key .s{border-radius:0 4px 4px 0;margin-left:50%}
        td .f+i+.s{margin-left:0}
        .key .f,.key .s{width:1.05rem}
        .key .f{margin-right:1.05rem}.key .s{margin-left:1.05rem}
        .o{height:auto;border-radius:.6rem;line-height:1.2;padding:1px 0;letter-spacing:-.03em}
        .o small{display:block;padding:0;font-size:.625rem}
        .e{border-right-style:dashed;border-right-width:3px;border-radius:4px 0 0 4px}
        .p{background:linear-gradient(-45deg,var(--b) 25%,var(--p) 0 50%,var(--b) 0 75%,var(--p) 0) 0 0/11px 11px}
        .r{background:none;border-style:dashed;text-decoration:line-through}
        .key .g{background:var(--w);border-color:var(--g)}
        .key .d{background:var(--t);border-color:var(--g);box-shadow:inset 0 3px var(--k)}
        td i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        footer{margin-top:2rem;font-size:.8125rem}
        @media (max-width:45rem){:root{--m:8.5rem}body{margin:0 .75rem 2rem}
        header,nav,footer,.now,.key{left:.75rem;width:calc(100vw - 2.5rem)}caption h2,.month>h2{left:.75rem}}
        @media print{@page{size:A4 landscape;margin:9mm}
        html{font-size:12.5px}
        body{margin:0;width:auto;color:#000}
        nav,.now{display:none}
        header,.key{font-size:.75rem}
        h1{margin-top:0;font-size:1.25rem}
        .key{margin:.5rem 0}
        .key h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .key ul{margin:0;gap:.15rem .9rem}
        header,footer,.now,.key{position:static;width:auto;max-width:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        th,td,caption h2{position:static!important}
        .month{margin:.75rem 0 1rem;content-visibility:visible}
        .month+.month{break-inside:avoid}
        thead{display:table-header-group}
        caption,.group{break-after:avoid}
        tr,.key{break-inside:avoid}
        th,td{height:1.6rem}}
        """;

    /// <summary>The style sheet.</summary>
    public static string StyleSheet { get; } = Build();

    private static string Build()
    {
        StringBuilder sheet = new StringBuilder()
            .Add($":root{{--m:13rem;--p:{Paper.Light};--i:#16191d;--q:#4b5563;--k:#1d4ed8;")
            .Append("--g:#d1d5db;--w:#e9ecf1;--t:#fdf3c4;--o:#0000000d}\n");
        for (int i = 0; i < Colors.Count; i++)
        {
            sheet.Append(Rule(i, Colors[i].Light));
        }

        sheet.Append("@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;")
            .Add($"--p:{Paper.Dark};--i:#e6e8eb;--q:#a7b0bd;--k:#8ab4ff;")
            .Append("--g:#343a44;--w:#232830;--t:#3a3413;--o:#ffffff12}\n");
        for (int i = 0; i < Colors.Count; i++)
        {
            sheet.Append(Rule(i, Colors[i].Dark));
        }

        return sheet.Append("}\n").Append(Rules).ToString();
    }

    private static string Rule(int number, (string Ground, string Letters, string Line) color) =>
        FormattableString.Invariant($".c{number}{{--b:{color.Ground};--f:{color.Letters};--l:{color.Line}}}\n");
}

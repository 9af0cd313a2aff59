using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>The top of the page: the facts about the plan, its warnings, and how much it would change.</summary>
internal static class PlanPageHead
{
    /// <summary>Writes the title, the facts and the warnings.</summary>
    public static void Write(PageText page, PlanRow[] rows, PlanPageOptions options)
    {
        PlanRow first = rows.FirstOrDefault() ?? new PlanRow();
        page.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + "'unsafe-inline'\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" "
                + "content=\"noindex\">\n<title>")
            .Text(options.Title).Raw("</title>\n<style>\n").Raw(PlanPageStyle.Sheet)
                .Raw("</style>\n</head>\n<body>\n<header>\n<h1>")
            .Text(options.Title).Raw("</h1>\n<dl>\n");
        WriteFact(page, "Directory", first.Directory);
        WriteFact(page, "Day", first.AsOf is { } day && DateOnly.TryParseExact(day, DayText.IsoFormat,
            CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asOf) ? DayText.InWords(asOf) : first.AsOf);
        WriteFact(page, "Planned at", first.PlannedAt?.Replace('T', ' '));
        WriteFact(page, "Plan", first.PlanId);
        WriteFact(page, "Linked, enabled accounts", rows.Length == 0 ? null
            : first.Base.ToString(CultureInfo.InvariantCulture));
        page.Raw("</dl>\n</header>\n<main>\n");
        if (rows.Any(row => row.OverLimit))
        {
            page.Raw("<p class=\"over\" role=\"alert\"><strong>Over a limit:</strong> nothing of this plan is applied "
                + "until somebody has read it "
                + "and stated a number that covers it.</p>\n");
        }

        if (options.Warnings.Count > 0)
        {
            page.Raw("<section>\n<h2>Warnings</h2>\n<ul>\n");
            foreach (string warning in options.Warnings)
            {
                page.Raw("<li>").Text(warning).Raw("</li>\n");
            }

            page.Raw("</ul>\n</section>\n");
        }
    }

    private static void WriteFact(PageText page, string what, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            page.Raw("<div><dt>").Text(what).Raw("</dt><dd>").Text(value).Raw("</dd></div>\n");
        }
    }

    /// <summary>Writes the counts and their limits.</summary>
    public static void WriteLimits(PageText page, PlanRow[] actions)
    {
        page.Raw("<section>\n<h2>How much</h2>\n");
        if (actions.Length == 0)
        {
            page.Raw("<p>Nothing to do: persons and accounts are in line.</p>\n</section>\n");
            return;
        }

        page.Raw("<table class=\"narrow\">\n<thead><tr><th scope=\"col\">Changes</th><th scope=\"col\">Count</th>"
            + "<th scope=\"col\">Limit</th><th scope=\"col\">Verdict</th></tr></thead>\n<tbody>\n");
        foreach (IGrouping<LimitKind, PlanRow> group in actions.GroupBy(row => row.LimitKind)
            .OrderBy(group => group.Key))
        {
            int allowed = group.Min(row => row.Allowed);
            bool isOver = group.Any(row => row.OverLimit) || group.Count() > allowed;
            page.Raw(isOver ? "<tr class=\"bad\"><th scope=\"row\">" : "<tr><th scope=\"row\">").Text(Words(group.Key))
                .Raw("</th><td class=\"n\">").Text(group.Count()).Raw("</td><td class=\"n\">").Text(allowed)
                .Raw("</td><td>").Text(isOver ? $"Over the limit (-{group.Key})" : "Within the limit")
                    .Raw("</td></tr>\n");
        }

        page.Raw("</tbody>\n</table>\n</section>\n");
    }

    private static string Words(LimitKind kind) => kind switch
    {
        LimitKind.MaxDisable => "Accounts disabled",
        LimitKind.MaxCreate => "Accounts created",
        LimitKind.MaxIdentityUpdate => "Changes of email address, name or user name",
        LimitKind.MaxEnable => "Accounts enabled",
        _ => "Other changes and links",
    };
}

using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>A plan as an HTML page, for reading, printing and approving.</summary>
/// <remarks>
/// The page is one file without scripts and network requests, enforced by a content security policy. Everything from HR
/// or the directory is escaped. It shows no personal data beyond what the changes need, and colors never carry
/// information alone.
/// </remarks>
public static class PlanPage
{
    /// <summary>Writes the page, which must be stored as UTF-8.</summary>
    /// <param name="writer">Receives the page.</param>
    /// <param name="rows">The rows of one plan, in any order.</param>
    /// <param name="options">Title, creation time and warnings of the page.</param>
    public static void Write(TextWriter writer, IEnumerable<PlanRow> rows, PlanPageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new PlanPageOptions();
        PlanRow[] all = [.. rows];
        var page = new PageText(writer);
        PlanRow[] actions = [.. all.Where(row => row.Action != PlanAction.None).OrderByDescending(row => row.Risk)
            .ThenBy(row => row.Action).ThenBy(row => row.DisplayName, StringComparer.OrdinalIgnoreCase)];
        PlanRow[] findings = [.. all.Where(row => row is { Action: PlanAction.None, Finding.Length: > 0 })
            .OrderBy(row => row.Finding, StringComparer.Ordinal)
                .ThenBy(row => row.DisplayName, StringComparer.OrdinalIgnoreCase)];
        PlanRow[] others = [.. all.Where(row => row.Action == PlanAction.None && string.IsNullOrEmpty(row.Finding))
            .OrderBy(row => row.Kind).ThenBy(row => row.Day, StringComparer.Ordinal)];
        PlanPageHead.Write(page, all, options);
        PlanPageHead.WriteLimits(page, actions);
        WriteActions(page, actions);
        WriteFindings(page, findings);
        WriteOthers(page, others);
        page.Raw("</main>\n<footer>\n");
        if (options.CreatedAt is { } made)
        {
            page.Raw("<p>Created ").Text(made.ToString("d MMMM yyyy, HH:mm zzz", CultureInfo.InvariantCulture))
                .Raw(" with Personio for PowerShell.</p>\n");
        }

        page.Raw("<p>This page shows personal data. Give it only to people who may see "
            + "it.</p>\n</footer>\n</body>\n</html>\n");
    }

    private static void WriteActions(PageText page, PlanRow[] actions)
    {
        foreach (IGrouping<bool, PlanRow> group in actions.GroupBy(row => row.NeedsApproval)
            .OrderByDescending(group => group.Key))
        {
            page.Raw("<section>\n<h2>").Text(group.Key ? "Needs approval" : "Other changes").Raw(" <small>(")
                .Text(group.Count()).Raw(")</small></h2>\n")
                .Raw("<table>\n<thead><tr><th scope=\"col\">Risk</th><th scope=\"col\">Action</th><th "
                    + "scope=\"col\">Who</th>"
                    + "<th scope=\"col\">What and why</th><th scope=\"col\">Approved</th></tr></thead>\n<tbody>\n");
            foreach (PlanRow row in group)
            {
                WriteAction(page, row);
            }

            page.Raw("</tbody>\n</table>\n</section>\n");
        }
    }

    private static void WriteAction(PageText page, PlanRow row)
    {
        page.Raw("<tr><td class=\"").Raw(row.Risk.ToString().ToLowerInvariant()).Raw("\">").Text(row.Risk.ToString())
            .Raw("</td><td>")
            .Text(Words(row.Action)).Raw("<br><small>").Text(row.Kind.ToString())
                .Raw("</small></td><th scope=\"row\"><bdi>").Text(row.DisplayName)
            .Raw("</bdi>");
        WritePerson(page, row);
        page.Raw("</th><td>").Text(row.Reason);
        if (row.Changes is { Length: > 0 } && row.Action is not (PlanAction.Disable or PlanAction.Enable))
        {
            WriteChanges(page, row);
        }

        if (!string.IsNullOrEmpty(row.Note))
        {
            page.Raw("<p class=\"note\">").Text(row.Note).Raw("</p>");
        }

        page.Raw("</td><td class=\"a\">");
        _ = row.HasApproval() ? page.Raw("Yes")
            : page.Raw("<span class=\"box\" role=\"img\" aria-label=\"not approved\"></span>");
        page.Raw("</td></tr>\n");
    }

    private static void WritePerson(PageText page, PlanRow row)
    {
        if (!string.IsNullOrEmpty(row.UserName))
        {
            page.Raw("<br><small><bdi>").Text(row.UserName).Raw("</bdi></small>");
        }

        if (!string.IsNullOrEmpty(row.PersonId))
        {
            page.Raw("<br><small>person ").Text(row.PersonId).Raw("</small>");
        }
    }

    private static void WriteChanges(PageText page, PlanRow row)
    {
        page.Raw("<ul class=\"changes\">");
        foreach (AttributeChange change in row.GetChanges())
        {
            page.Raw("<li><code>").Text(change.Name).Raw("</code> ");
            if (change.Old is not null)
            {
                page.Raw("<del><bdi>").Text(ValueText.Show(change.Old)).Raw("</bdi></del> \u2192 ");
            }

            page.Raw("<ins><bdi>").Text(ValueText.Show(change.New)).Raw("</bdi></ins>");
            if (row.Adjusted?.Split("; ").Contains(change.Name, StringComparer.Ordinal) == true)
            {
                page.Raw(" <small>(adjusted)</small>");
            }

            page.Raw("</li>");
        }

        page.Raw("</ul>");
    }

    private static void WriteFindings(PageText page, PlanRow[] findings)
    {
        if (findings.Length == 0)
        {
            return;
        }

        page.Raw("<section>\n<h2>Findings <small>(").Text(findings.Length)
            .Raw(")</small></h2>\n<p>Nothing is written for these. Someone has to review them.</p>\n")
            .Raw("<table>\n<thead><tr><th scope=\"col\">Finding</th><th scope=\"col\">Who</th><th "
                + "scope=\"col\">What</th></tr></thead>\n<tbody>\n");
        foreach (PlanRow row in findings)
        {
            page.Raw("<tr><td>").Text(row.Finding).Raw("</td><th scope=\"row\"><bdi>").Text(row.DisplayName)
                .Raw("</bdi>");
            WritePerson(page, row);
            page.Raw("</th><td>").Text(row.Reason);
            if (!string.IsNullOrEmpty(row.Note))
            {
                page.Raw("<p class=\"note\">").Text(row.Note).Raw("</p>");
            }

            page.Raw("</td></tr>\n");
        }

        page.Raw("</tbody>\n</table>\n</section>\n");
    }

    private static void WriteOthers(PageText page, PlanRow[] others)
    {
        foreach (IGrouping<PlanKind, PlanRow> group in others.Where(row => row.Kind != PlanKind.Unchanged)
            .GroupBy(row => row.Kind))
        {
            page.Raw("<section>\n<h2>").Text(Words(group.Key)).Raw(" <small>(").Text(group.Count())
                .Raw(")</small></h2>\n<ul>\n");
            foreach (PlanRow row in group)
            {
                page.Raw("<li>").Text(row.Reason).Raw("</li>\n");
            }

            page.Raw("</ul>\n</section>\n");
        }

        int unchanged = others.Count(row => row.Kind == PlanKind.Unchanged);
        if (unchanged > 0)
        {
            page.Raw("<p>").Text(ReasonText.Count(unchanged, "account")).Raw(" in line.</p>\n");
        }
    }

    private static string Words(PlanAction action) => action == PlanAction.LinkManager ? "Set manager"
        : action.ToString();

    private static string Words(PlanKind kind) => kind switch
    {
        PlanKind.NotYet => "Not yet",
        PlanKind.OutOfScope => "Left alone",
        _ => kind.ToString(),
    };
}

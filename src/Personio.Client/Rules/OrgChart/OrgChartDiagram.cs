using System.Globalization;
using System.Text;
using Personio.Models;

namespace Personio.Client;

/// <summary>Writes an org chart as a Mermaid diagram, which Markdown viewers can display.</summary>
public static class OrgChartDiagram
{
    private const int MaxNamed = 3;

    /// <summary>Returns the text of the diagram.</summary>
    /// <param name="chart">The persons, supervisors before their reports.</param>
    /// <exception cref="PersonioException">
    /// An id does not consist of digits (<c>InvalidRequest</c>): ids are written to the diagram without escaping and
    /// must not be keywords.
    /// </exception>
    public static string ToMermaid(IReadOnlyCollection<OrgChartEntry> chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        string[] odd =
        [
            .. chart.Select(person => person.PersonId ?? "").Where(id => id.Length == 0 || !id.All(char.IsAsciiDigit)),
        ];
        if (odd.Length > 0)
        {
            throw PersonioException.Invalid(
                $"'{string.Join("', '", odd.Take(MaxNamed))}'"
                + $"{(odd.Length > MaxNamed ? $" and {odd.Length - MaxNamed} more" : "")} is not the id of a person: "
                + "ids are numbers, and others could be words of the diagram's language. No diagram was made.");
        }

        var text = new StringBuilder("graph TD\n");
        foreach (OrgChartEntry person in chart)
        {
            text.Append("  p").Append(person.PersonId).Append("[\"").Append(Escape(person.ToString())).Append("\"]\n");
            if (person.Depth > 0)
            {
                text.Append("  p").Append(person.SupervisorId).Append(" --> p").Append(person.PersonId).Append('\n');
            }
        }

        return text.ToString();
    }

    // Names are plain text: special characters are written as Mermaid character codes.
    private static string Escape(string name) => string.Concat(name.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value == ' '
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")));
}

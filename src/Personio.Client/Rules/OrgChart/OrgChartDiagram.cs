using System.Globalization;
using System.Text;
using Personio.Models;

namespace Personio.Client;

/// <summary>Writes an org chart in the language of Mermaid, which Markdown viewers draw.</summary>
public static class OrgChartDiagram
{
    private const int MostNamed = 3;

    /// <summary>The text of the diagram.</summary>
    /// <param name="chart">The persons, supervisors before those who report to them.</param>
    /// <exception cref="PersonioException">
    /// An id is not made of digits (<c>InvalidRequest</c>): ids stand in the text as they are, and must not be words of
    /// its language.
    /// </exception>
    public static string Mermaid(IReadOnlyCollection<OrgChartEntry> chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        string[] odd =
        [
            .. chart.Select(person => person.PersonId ?? "").Where(id => id.Length == 0 || !id.All(char.IsAsciiDigit)),
        ];
        if (odd.Length > 0)
        {
            throw PersonioException.Invalid(
                $"'{string.Join("', '", odd.Take(MostNamed))}'{(odd.Length > MostNamed ? $" and {odd.Length - MostNamed} more" : "")} is not the id of a person: ids are numbers, and others could be "
                + "words of the diagram's language. No diagram was made.");
        }

        var text = new StringBuilder("graph TD\n");
        foreach (OrgChartEntry person in chart)
        {
            text.Append("  p").Append(person.PersonId).Append("[\"").Append(Escaped(person.ToString())).Append("\"]\n");
            if (person.Depth > 0)
            {
                text.Append("  p").Append(person.SupervisorId).Append(" --> p").Append(person.PersonId).Append('\n');
            }
        }

        return text.ToString();
    }

    // Whatever stands in a name, it is text: marks of the language are written by their numbers.
    private static string Escaped(string name) => string.Concat(name.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value == ' '
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")));
}

using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Arranges persons below their supervisors. A person whose supervisor is not in the chart is at the top; in a cycle of
/// persons who supervise one another, the first by name is.
/// </summary>
public sealed class OrgChart
{
    /// <summary>The finding for a person whose supervisor is not in the chart.</summary>
    public const string SupervisorMissing = nameof(SupervisorMissing);

    /// <summary>The finding for persons who supervise one another in a cycle.</summary>
    public const string Cycle = nameof(Cycle);

    private readonly Dictionary<string, OrgChartEntry> _persons;
    private readonly ILookup<string, OrgChartEntry> _reports;
    private readonly HashSet<string> _inCycle;

    /// <summary>Creates a chart of persons. Duplicates and persons without an id are ignored.</summary>
    public OrgChart(IEnumerable<OrgChartEntry> persons)
    {
        ArgumentNullException.ThrowIfNull(persons);
        OrgChartEntry[] all =
        [
            .. persons.Where(person => person.PersonId is not null).DistinctBy(person => person.PersonId)
                .OrderBy(person => person.PersonName ?? "", StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(person => person.PersonId, StringComparer.Ordinal),
        ];
        _persons = all.ToDictionary(person => person.PersonId!, StringComparer.Ordinal);
        _reports = all.Where(person => SupervisorOf(person) is not null).ToLookup(person => person.SupervisorId!);
        _inCycle = [.. all.Select(person => person.PersonId!).Where(IsInCycle)];
    }

    /// <summary>Returns the chart from the top down: supervisors before their reports, siblings by name.</summary>
    /// <param name="root">The id of the person to start with; null for everybody.</param>
    public IReadOnlyList<OrgChartEntry> Arrange(string? root = null)
    {
        var lines = new List<OrgChartEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<OrgChartEntry> tops = root is not null
            ? [_persons[root]]
            : _persons.Values.Where(person => SupervisorOf(person) is null)
                .Concat(_persons.Values.Where(person => _inCycle.Contains(person.PersonId!)));
        foreach (OrgChartEntry top in tops)
        {
            Walk(top, seen, lines);
        }

        return CountReports(lines);
    }

    // Not recursive: a long chain of supervisors must not exhaust the stack.
    private void Walk(OrgChartEntry top, HashSet<string> seen, List<OrgChartEntry> lines)
    {
        var open = new Stack<(OrgChartEntry Person, OrgChartEntry? Above, bool IsLast)>();
        open.Push((top, null, true));
        while (open.TryPop(out (OrgChartEntry Person, OrgChartEntry? Above, bool IsLast) next))
        {
            if (!seen.Add(next.Person.PersonId!))
            {
                continue;
            }

            OrgChartEntry line = CreateLine(next.Person, next.Above, next.IsLast);
            lines.Add(line);
            OrgChartEntry[] reports = [.. _reports[line.PersonId!].Where(person => !seen.Contains(person.PersonId!))];
            for (int i = reports.Length - 1; i >= 0; i--)
            {
                open.Push((reports[i], line, i == reports.Length - 1));
            }
        }
    }

    private OrgChartEntry CreateLine(OrgChartEntry person, OrgChartEntry? above, bool isLast)
    {
        string name = person.PersonName ?? person.PersonId!;
        return person with
        {
            SupervisorName = SupervisorOf(person)?.PersonName ?? person.SupervisorName,
            Depth = above is null ? 0 : above.Depth + 1,
            Path = above is null ? name : $"{above.Path}/{name}",
            Branch = above is null ? "" : Below(above.Branch) + (isLast ? "└─ " : "├─ "),
            DirectReports = _reports[person.PersonId!].Count(),
            Finding = _inCycle.Contains(person.PersonId!) ? Cycle
                : person.SupervisorId is not null && SupervisorOf(person) is null ? SupervisorMissing
                : null,
        };
    }

    private static string Below(string branch) => branch
        .Replace("├─ ", "│  ", StringComparison.Ordinal).Replace("└─ ", "   ", StringComparison.Ordinal);

    // The reports of a line, direct and indirect, are the deeper lines that immediately follow it.
    private static OrgChartEntry[] CountReports(List<OrgChartEntry> lines)
    {
        var counted = new OrgChartEntry[lines.Count];
        var above = new Stack<int>();
        int[] below = new int[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            while (above.TryPeek(out int last) && lines[last].Depth >= lines[i].Depth)
            {
                Close(above, below);
            }

            above.Push(i);
        }

        while (above.Count > 0)
        {
            Close(above, below);
        }

        for (int i = 0; i < lines.Count; i++)
        {
            counted[i] = lines[i] with { AllReports = below[i] };
        }

        return counted;
    }

    private static void Close(Stack<int> above, int[] below)
    {
        int done = above.Pop();
        if (above.TryPeek(out int parent))
        {
            below[parent] += below[done] + 1;
        }
    }

    private OrgChartEntry? SupervisorOf(OrgChartEntry person) =>
        person.SupervisorId is { } id ? _persons.GetValueOrDefault(id) : null;

    // Whether the chain of supervisors leads back to the person.
    private bool IsInCycle(string personId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        OrgChartEntry? at = SupervisorOf(_persons[personId]);
        while (at is not null && at.PersonId != personId && seen.Add(at.PersonId!))
        {
            at = SupervisorOf(at);
        }

        return at?.PersonId == personId;
    }
}

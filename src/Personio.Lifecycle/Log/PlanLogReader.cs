using System.Text.Json;

namespace Personio.Lifecycle;

/// <summary>Reads a log of JSON lines.</summary>
public static class PlanLogReader
{
    /// <summary>Reads the entries, oldest first. A line that was torn by a crash is passed over.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="unreadable">Gets the number of each line that cannot be read, from 1; null where nobody
    /// asks.</param>
    public static IEnumerable<LogEntry> Read(IEnumerable<string> lines, Action<int>? unreadable = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is { } entry)
            {
                yield return entry;
            }
            else
            {
                unreadable?.Invoke(number);
            }
        }
    }

    private static LogEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LogEntry>(line, LogJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Management.Automation;
using Personio.Lifecycle;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets what was done to a directory from the log: each write with its result, oldest first.</summary>
/// <remarks>
/// A write without a logged result, because the run was interrupted, has the event Before and no result.
/// </remarks>
/// <example>
/// <code>Get-PersonioPlanLog runs.jsonl -PersonId 20417</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioPlanLog", HelpUri = HelpPages.Root + "Get-PersonioPlanLog.md")]
[OutputType(typeof(LogEntry))]
public sealed class GetPersonioPlanLogCommand : LifecycleCmdletBase
{
    /// <summary>The log.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string LogPath { get; set; } = "";

    /// <summary>Returns only writes of these runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? RunId { get; set; }

    /// <summary>Returns only writes of these plans.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PlanId { get; set; }

    /// <summary>Returns only writes for these persons.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Returns only entries logged at or after this moment; text without a time zone is read in this computer's zone.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    [ValidateNotNull]
    public DateTime? From { get; set; }

    /// <summary>Also returns the entries of comparisons, and the entry before each write.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => RunStrictly(LogPath, () =>
    {
        string file = LocalPath.FindFiles(this, LogPath, isLiteral: true)[0];
        var unreadable = new List<int>();
        LogEntry[] entries = [.. PlanLogReader.Read(PlanLogFile.ReadLines(file), unreadable.Add)];
        if (unreadable.Count > 0)
        {
            WriteWarning(FormattableString.Invariant(
                $"{unreadable.Count} line(s) of '{file}' could not be read, the first is line {unreadable[0]}. ")
                + "A run that was killed may leave half a line.");
        }

        foreach (LogEntry entry in (All ? entries : Writes(entries)).Where(IsWanted))
        {
            WriteObject(entry);
        }
    });

    // Each write once: with its result or, if that is missing, as it was started.
    private static IEnumerable<LogEntry> Writes(IReadOnlyList<LogEntry> entries)
    {
        var open = new Dictionary<string, LogEntry>(StringComparer.Ordinal);
        var unanswered = new HashSet<LogEntry>(ReferenceEqualityComparer.Instance);
        foreach (LogEntry entry in entries)
        {
            string key = KeyOf(entry);
            if (entry.Event == LogEvent.Before)
            {
                open[key] = entry;
                unanswered.Add(entry);
            }
            else if (entry.Event == LogEvent.After && open.Remove(key, out LogEntry? begun))
            {
                unanswered.Remove(begun);
            }
        }

        return entries.Where(entry => entry.Event == LogEvent.After || unanswered.Contains(entry));
    }

    // By plan rather than by run: a later run that finds the write done completes it.
    private static string KeyOf(LogEntry entry) => entry.Action is PlanAction.Create or PlanAction.LinkManager
        || string.IsNullOrEmpty(entry.AccountId)
            ? $"{entry.PlanId}|{entry.Action}|person {entry.PersonId}"
            : $"{entry.PlanId}|{entry.Action}|{entry.AccountId}";

    private bool IsWanted(LogEntry entry) => IsAny(RunId, entry.RunId) && IsAny(PlanId, entry.PlanId)
        && IsAny(PersonId, entry.PersonId)
        && (From is not { } from || entry.Time.UtcDateTime >= from.ToUniversalTime());

    private static bool IsAny(string[]? wanted, string? value) =>
        wanted is null || wanted.Contains(value ?? "", StringComparer.OrdinalIgnoreCase);
}

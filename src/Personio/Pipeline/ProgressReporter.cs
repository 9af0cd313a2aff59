using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Personio;

/// <summary>
/// Shows the progress of a cmdlet that takes longer than two seconds: the count so far and, if the total is known, the
/// percentage, the pace, and the time left. At most four times a second, and only in an interactive host.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="done">Returns the number done and the total; null if the total is unknown.</param>
internal sealed class ProgressReporter(PSCmdlet command, Func<(long Done, long Total)?> done)
{
    private static readonly TimeSpan s_initialDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_updateInterval = TimeSpan.FromSeconds(0.25);

    private readonly long _start = Stopwatch.GetTimestamp();
    private WorkPace? _pace;
    private TimeSpan _nextUpdate = s_initialDelay;
    private bool? _isInteractive;

    /// <summary>The rows and responses so far.</summary>
    public long Count { get; set; }

    /// <summary>The total number of rows; null if it is unknown.</summary>
    public long? Total { get; set; }

    /// <summary>The completed share, from 0 to 1; null if it is unknown.</summary>
    public double? Share { get; set; }

    /// <summary>The time until the next update; infinite once the host is known not to be interactive.</summary>
    public TimeSpan UntilNext => Elapsed < s_initialDelay || IsHostInteractive
        ? TimeSpan.FromMilliseconds(Math.Max(1, (_nextUpdate - Elapsed).TotalMilliseconds))
        : Timeout.InfiniteTimeSpan;

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    private bool IsHostInteractive => _isInteractive ??= IsInteractive(command.Host);

    private ProgressRecord Record => new(
        // Each cmdlet in the pipeline gets its own progress bar.
        command.MyInvocation.PipelinePosition, command.MyInvocation.MyCommand.Name, $"{Count:N0} so far");

    /// <summary>Updates the progress bar if an update is due.</summary>
    public void Show()
    {
        if (Elapsed < _nextUpdate || !IsHostInteractive)
        {
            return;
        }

        ProgressRecord record = Record;
        record.PercentComplete = Share is { } share ? (int)(share * 100) : -1;
        if ((done() ?? (Total is { } total ? (Count, total) : null)) is { } known)
        {
            _pace ??= new WorkPace();
            _pace.Add(Elapsed, known.Done);
            record.StatusDescription = _pace.Text(known.Done, known.Total);
            record.PercentComplete = WorkPace.Percent(known.Done, known.Total);
            record.SecondsRemaining = _pace.SecondsLeft(known.Done, known.Total) ?? -1;
        }

        command.WriteProgress(record);
        _nextUpdate = Elapsed + s_updateInterval;
    }

    /// <summary>Removes the progress bar.</summary>
    public void End()
    {
        if (_nextUpdate != s_initialDelay)
        {
            ProgressRecord record = Record;
            record.RecordType = ProgressRecordType.Completed;
            command.WriteProgress(record);
        }
    }

    // Jobs, services, and remote sessions have no window. The console has one even with -NonInteractive.
    private static bool IsInteractive(PSHost host)
    {
        try
        {
            return host.UI?.RawUI is { } window && window.WindowSize.Width > 0
                && (host.Name != "ConsoleHost" || !Environment.GetCommandLineArgs().Any(IsNonInteractive));
        }
        catch (Exception fault) when (HostFault.IsNoUI(fault))
        {
            return false;
        }
    }

    private static bool IsNonInteractive(string argument) =>
        argument.Length > 4 && "-NonInteractive".StartsWith(argument, StringComparison.OrdinalIgnoreCase);
}

using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Personio;

/// <summary>
/// Shows how far a cmdlet is when it takes longer than two seconds: what it has so far and, where it is known, how much
/// of the whole that is, how fast it goes and how long it will take. At most four times a second, and only where somebody
/// looks.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="done">Tells how many of how many are done; null where the whole is not known.</param>
internal sealed class ProgressReporter(PSCmdlet command, Func<(long Done, long Total)?> done)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(0.25);

    private readonly long _start = Stopwatch.GetTimestamp();
    private WorkPace? _pace;
    private TimeSpan _next = s_patience;
    private bool? _isWatched;

    /// <summary>Rows and answers so far.</summary>
    public long Count { get; set; }

    /// <summary>How many there are altogether; null where it is not known.</summary>
    public long? Total { get; set; }

    /// <summary>How much of the whole is done, from 0 to 1; null where it is not known.</summary>
    public double? Share { get; set; }

    /// <summary>How long until something may be shown; infinite where it turned out that nobody looks.</summary>
    public TimeSpan UntilNext => Elapsed < s_patience || IsWatched
        ? TimeSpan.FromMilliseconds(Math.Max(1, (_next - Elapsed).TotalMilliseconds))
        : Timeout.InfiniteTimeSpan;

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    private bool IsWatched => _isWatched ??= IsInteractive(command.Host);

    private ProgressRecord Record => new(
        // Each cmdlet of a pipeline has a line of its own.
        command.MyInvocation.PipelinePosition, command.MyInvocation.MyCommand.Name, $"{Count:N0} so far");

    /// <summary>Shows how far it is, if it is time to.</summary>
    public void Show()
    {
        if (Elapsed < _next || !IsWatched)
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
        _next = Elapsed + s_pause;
    }

    /// <summary>Takes away what was shown.</summary>
    public void End()
    {
        if (_next != s_patience)
        {
            ProgressRecord record = Record;
            record.RecordType = ProgressRecordType.Completed;
            command.WriteProgress(record);
        }
    }

    // Jobs, services and remote ends have no window. The console has one also when it was told that nobody is there.
    private static bool IsInteractive(PSHost host)
    {
        try
        {
            return host.UI?.RawUI is { } window && window.WindowSize.Width > 0
                && (host.Name != "ConsoleHost" || !Environment.GetCommandLineArgs().Any(IsNonInteractive));
        }
        catch (Exception fault) when (HostFault.IsNoWindow(fault))
        {
            return false;
        }
    }

    private static bool IsNonInteractive(string argument) =>
        argument.Length > 4 && "-NonInteractive".StartsWith(argument, StringComparison.OrdinalIgnoreCase);
}

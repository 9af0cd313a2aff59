using System.Globalization;

namespace Personio;

/// <summary>
/// Estimates the pace of a long operation and the time left. Only the last seconds count, because the pace that a
/// service permits is learned and changes.
/// </summary>
internal sealed class WorkPace
{
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(15);

    private readonly Queue<(TimeSpan At, long Done)> _samples = new([(TimeSpan.Zero, 0L)]);
    private (TimeSpan At, long Done) _lastSample;

    /// <summary>The number of items per second; null until it can be estimated.</summary>
    public double? PerSecond => _samples.Peek() is var (at, done) && _lastSample.At > at && _lastSample.Done > done
        ? (_lastSample.Done - done) / (_lastSample.At - at).TotalSeconds
        : null;

    /// <summary>The completed percentage; 100 only at the end.</summary>
    public static int Percent(long done, long total) =>
        total <= 0 ? 0 : (int)Math.Clamp(done * 100 / total, 0, done < total ? 99 : 100);

    /// <summary>Records the number of items done.</summary>
    /// <param name="at">The time since the operation began.</param>
    /// <param name="done">The number of items done.</param>
    public void Add(TimeSpan at, long done)
    {
        _lastSample = (at, done);
        _samples.Enqueue(_lastSample);
        while (_samples.Count > 2 && at - _samples.Peek().At > s_window)
        {
            _samples.Dequeue();
        }
    }

    /// <summary>The estimated seconds left; null until they can be estimated.</summary>
    public int? SecondsLeft(long done, long total) => PerSecond is { } pace
        ? (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Max(0, total - done) / pace))
        : null;

    /// <summary>Describes the progress, for example <c>1,200 of 5,000, 21 a second, 3 min left</c>.</summary>
    public string Text(long done, long total)
    {
        string text = string.Create(CultureInfo.CurrentCulture, $"{done:N0} of {total:N0}");
        return PerSecond is { } pace && SecondsLeft(done, total) is { } left
            ? string.Create(CultureInfo.CurrentCulture, $"{text}, {pace:0.#} a second, {Duration(left)} left")
            : text;
    }

    private static string Duration(int seconds) => seconds switch
    {
        < 90 => $"{seconds} s",
        < 90 * 60 => $"{Math.Round(seconds / 60.0)} min",
        _ => string.Create(CultureInfo.CurrentCulture, $"{seconds / 3600.0:0.#} h"),
    };
}

namespace Personio;

/// <summary>The range of days that -From, -To and -Month specify. An invalid range ends the cmdlet.</summary>
internal static class DayRange
{
    /// <summary>The first and the last day of a month if one is specified; otherwise the given range.</summary>
    public static (DateTime? From, DateTime? To) WholeMonth(
        PersonioCmdletBase command, DateTime? month, DateTime? from, DateTime? to)
    {
        if (month is not { } first)
        {
            return (from, to);
        }

        if (from is not null || to is not null)
        {
            Reject(command, "-Month cannot be combined with -From or -To.", first);
        }

        return (first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1));
    }

    /// <summary>Rejects a range that ends before it begins.</summary>
    public static void Check(PersonioCmdletBase command, DateTime? from, DateTime? to)
    {
        if (from?.Date > to?.Date)
        {
            Reject(command, $"-From {DateText.Day(from)} is after -To {DateText.Day(to)}: swap them.", from);
        }
    }

    private static void Reject(PersonioCmdletBase command, string message, object? target) =>
        command.ThrowTerminatingError(Errors.CreateRecord(PersonioException.Invalid(message), command.Noun, target));
}

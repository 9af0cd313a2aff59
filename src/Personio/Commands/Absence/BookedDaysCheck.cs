namespace Personio;

/// <summary>
/// Writes the last day of an absence in the form of the company, and checks, after the first absence of a session is
/// written, whether Personio books the days that were asked for.
/// </summary>
internal static class BookedDaysCheck
{
    /// <summary>The draft with the reading of the company, where that matters.</summary>
    /// <exception cref="PersonioException">The reading could not be found out.</exception>
    public static AbsenceDraft Ready(ConnectedCmdletBase command, AbsenceDraft draft) => draft.IsOpenToReading
        ? draft with { Reading = command.Await(command.Client.AbsenceEndReadingAsync) }
        : draft;

    /// <summary>Writes an error where other days are booked than those that were asked for.</summary>
    public static void Check(ConnectedCmdletBase command, string? absencePeriodId, AbsenceDraft draft, object target)
    {
        if (absencePeriodId is { } id && draft.Days is { } asked
            && command.Await(token => command.Client.CheckWrittenAsync(id, asked, token)) is { } booked)
        {
            command.WriteError(Errors.OtherDays(id, draft.Action, asked, booked, target));
        }
    }
}

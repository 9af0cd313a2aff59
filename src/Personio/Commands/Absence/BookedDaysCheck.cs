namespace Personio;

/// <summary>
/// Writes the last day of an absence in the form that the company uses and, after the first absence written in a
/// session, checks that Personio books the requested days.
/// </summary>
internal static class BookedDaysCheck
{
    /// <summary>The draft with the company's interpretation of the last day, if that matters.</summary>
    /// <exception cref="PersonioException">The interpretation could not be determined.</exception>
    public static AbsenceDraft WithReading(ConnectedCmdletBase command, AbsenceDraft draft) => draft.IsOpenToReading
        ? draft with { Reading = command.Await(command.Client.GetAbsenceEndReadingAsync) }
        : draft;

    /// <summary>Writes an error if Personio booked other days than requested.</summary>
    public static void Check(ConnectedCmdletBase command, string? absencePeriodId, AbsenceDraft draft, object target)
    {
        if (absencePeriodId is { } id && draft.Days is { } requested
            && command.Await(token => command.Client.CheckWrittenAsync(id, requested, token)) is { } booked)
        {
            command.WriteError(Errors.DifferentDays(id, draft.Action, requested, booked, target));
        }
    }
}

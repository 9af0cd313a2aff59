using Personio.Models;

namespace Personio;

/// <summary>Finds the absences that conflict with a rejected one, so that its error can name them.</summary>
internal static class OverlappingAbsences
{
    private const int MaxNamed = 3;

    /// <summary>The first few of the conflicts, in words.</summary>
    public static string List(IReadOnlyCollection<string> found) =>
        ShortList.Join(found, MaxNamed, " and ");

    /// <summary>
    /// A sentence, preceded by a space, that names a person's absences that overlap a range of days. Empty if none do
    /// or they may not be read; the rejection then stands by itself.
    /// </summary>
    /// <param name="command">The cmdlet that reads them.</param>
    /// <param name="personId">The person.</param>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day, inclusive; null for an open end.</param>
    /// <param name="exceptId">The id of the absence being changed; null for a new one.</param>
    public static string InWords(
        ConnectedCmdletBase command, string personId, DateTime start, DateTime? end, string? exceptId = null)
    {
        try
        {
            string[] found =
            [
                .. command.Enumerate(command.Client.ListAsync<AbsencePeriod>(
                        AbsenceListing.CreateRequest(start, end, null).WithAny("person.id", [personId])))
                    .Where(absence => absence.AbsencePeriodId != exceptId
                        && !KnownStatus.IsRejected(absence.Status)
                        && absence.Overlaps(start, end ?? DateTime.MaxValue.Date))
                    .Select(absence => $"{absence} ({absence.AbsencePeriodId})"),
            ];
            return found.Length == 0 ? "" : $" It overlaps {List(found)}.";
        }
        catch (PersonioException)
        {
            return "";
        }
    }
}

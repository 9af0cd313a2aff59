using System.Management.Automation;
using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>Reads what totals need of a period of attendance from an object or a row of a CSV file.</summary>
internal sealed class AttendanceRowReader(PSObject row)
{
    /// <summary>The period in the row.</summary>
    /// <exception cref="PersonioException">A value is missing or invalid (<c>InvalidRequest</c>).</exception>
    public TimeEntry Read()
    {
        string type = Text("Type");
        bool isBreak = type.Equals("BREAK", StringComparison.OrdinalIgnoreCase);
        if (!isBreak && !type.Equals("WORK", StringComparison.OrdinalIgnoreCase))
        {
            throw PersonioException.Invalid($"The type '{type}' is neither WORK nor BREAK. The period was skipped.");
        }

        // An empty End is a running period; a row without that column is not a period at all.
        if (row.Properties["End"] is null)
        {
            throw CreateMissing("End");
        }

        DateTime start = Date("Start") ?? throw CreateMissing("Start");
        DateTime? end = Date("End");
        return end < start
            ? throw PersonioException.Invalid(
                $"The {type.ToUpperInvariant()} of person {Text("PersonId")} ends at {DateText.Minute(end)}, before it "
                + $"starts at {DateText.Minute(start)}, and was skipped. Correct it in Personio; in the night in which "
                + "the clocks are put back, check which hour is meant.")
            : new TimeEntry
            {
                PersonId = Text("PersonId"),
                PersonName = PipelineInput.TextOf(row, "PersonName")?[0],
                IsBreak = isBreak,
                Start = start,
                End = end,
                AttributionDate = Date("AttributionDate"),
                ProjectId = PipelineInput.TextOf(row, "ProjectId")?[0],
                ProjectName = PipelineInput.TextOf(row, "ProjectName")?[0],
                IsHoliday = bool.TryParse(PipelineInput.TextOf(row, "IsHoliday")?[0], out bool isHoliday) && isHoliday,
            };
    }

    private static PersonioException CreateMissing(string property) => PersonioException.Invalid(
        $"The input has no {property}: pipe periods of attendance, or rows with PersonId, Type, Start and End.");

    private string Text(string property) =>
        PipelineInput.TextOf(row, property)?[0].Trim() ?? throw CreateMissing(property);

    private DateTime? Date(string property)
    {
        object? value = row.Properties[property]?.Value;
        DateInput.RejectLocal(property, value);
        try
        {
            return DateInput.WallClock(value);
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            throw new PersonioException(ErrorKind.InvalidRequest, $"{property}: {refusal.Message}", refusal);
        }
    }
}

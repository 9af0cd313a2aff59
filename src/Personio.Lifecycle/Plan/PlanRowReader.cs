using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Reads plan rows back from the output of Import-Csv, or from any object with their columns.</summary>
public static class PlanRowReader
{
    /// <summary>Reads a row. Its checksum is verified only when it is applied.</summary>
    /// <param name="read">Returns the value of a column; null if the object lacks it.</param>
    /// <exception cref="LifecycleException">A column cannot be read (<c>PlanRowChanged</c>).</exception>
    public static PlanRow Read(Func<string, object?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string? Text(string column) => read(column) switch
        {
            null => null,
            string text => text.Length == 0 ? null : text,
            // ConvertFrom-Json turns moments into dates.
            DateTimeOffset moment => moment.ToString(DayText.MomentFormat, CultureInfo.InvariantCulture),
            DateTime { Kind: not DateTimeKind.Unspecified } moment =>
                new DateTimeOffset(moment).ToString(DayText.MomentFormat, CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            { } other => other.ToString(),
        };

        T Word<T>(string column)
            where T : struct, Enum =>
            Enum.TryParse(Text(column), ignoreCase: true, out T word) && Enum.IsDefined(word)
                ? word
                : throw CreateDamaged(column, Text(column), Text("DisplayName"));

        int Number(string column) =>
            int.TryParse(Text(column), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw CreateDamaged(column, Text(column), Text("DisplayName"));

        if ((Text(nameof(PlanRow.PlanId)) ?? Text(nameof(PlanRow.Kind)) ?? Text(nameof(PlanRow.Check))) is null)
        {
            throw new LifecycleException(
                LifecycleErrors.PlanRowChanged,
                "These are not the rows of a plan: the columns PlanId, Kind and Check are missing. If a spreadsheet "
                + "saved the file with another delimiter, read it with Import-Csv -Delimiter ';'.");
        }

        var row = new PlanRow
        {
            PlanId = Text(nameof(PlanRow.PlanId)),
            PlannedAt = Text(nameof(PlanRow.PlannedAt)),
            AsOf = Text(nameof(PlanRow.AsOf)),
            Directory = Text(nameof(PlanRow.Directory)),
            Kind = Word<PlanKind>(nameof(PlanRow.Kind)),
            Action = Word<PlanAction>(nameof(PlanRow.Action)),
            Finding = Text(nameof(PlanRow.Finding)),
            PersonId = Text(nameof(PlanRow.PersonId)),
            AccountId = Text(nameof(PlanRow.AccountId)),
            UserName = Text(nameof(PlanRow.UserName)),
            NextUserName = Text(nameof(PlanRow.NextUserName)),
            DisplayName = Text(nameof(PlanRow.DisplayName)),
            Email = Text(nameof(PlanRow.Email)),
            MatchedBy = Word<MatchedBy>(nameof(PlanRow.MatchedBy)),
            Day = Text(nameof(PlanRow.Day)),
            Reason = Text(nameof(PlanRow.Reason)),
            Changes = Text(nameof(PlanRow.Changes)),
            Adjusted = Text(nameof(PlanRow.Adjusted)),
            Risk = Word<PlanRisk>(nameof(PlanRow.Risk)),
            Base = Number(nameof(PlanRow.Base)),
            LimitKind = Word<LimitKind>(nameof(PlanRow.LimitKind)),
            Allowed = Number(nameof(PlanRow.Allowed)),
            OverLimit = FlagText.IsYes(Text(nameof(PlanRow.OverLimit))),
            Approved = Text(nameof(PlanRow.Approved)),
            Note = Text(nameof(PlanRow.Note)),
            Check = Text(nameof(PlanRow.Check)),
        };
        return read(nameof(PlanRow.PlannedAt)) is DateTime { Kind: not DateTimeKind.Unspecified } converted
            ? Restored(row, converted)
            : row;
    }

    // A date keeps the moment, but not the offset it was written with. Only the original offset matches the checksum.
    private static PlanRow Restored(PlanRow row, DateTime converted)
    {
        const int MostHours = 14;
        const int MinutesApart = 15;
        if (RowCheck.IsIntact(row))
        {
            return row;
        }

        var moment = new DateTimeOffset(converted.ToUniversalTime());
        for (int minutes = -MostHours * 60; minutes <= MostHours * 60; minutes += MinutesApart)
        {
            DateTimeOffset local = moment.ToOffset(TimeSpan.FromMinutes(minutes));
            PlanRow candidate = row with
            {
                PlannedAt = local.ToString(DayText.MomentFormat, CultureInfo.InvariantCulture),
            };
            if (RowCheck.IsIntact(candidate))
            {
                return candidate;
            }
        }

        return row;
    }

    private static LifecycleException CreateDamaged(string column, string? value, string? name) => new(
        LifecycleErrors.PlanRowChanged,
        $"The row of {name ?? "an unnamed account"} is not as the comparison wrote it: {column} is '{value}'. Apply "
        + "the rows of the file as it was exported, chosen by the column Check, or compare again; change only the "
        + "columns Approved and Note.");
}

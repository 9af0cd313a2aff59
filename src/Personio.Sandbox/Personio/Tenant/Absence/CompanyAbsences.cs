using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>The absences and absence types of a company.</summary>
internal sealed class CompanyAbsences
{
    private readonly TenantCalendar _calendar;

    public CompanyAbsences(SandboxOptions options, TenantCalendar calendar, IReadOnlyList<PersonRow> persons)
    {
        _calendar = calendar;
        var builder = new AbsenceBuilder(options, calendar);
        builder.AddTypes(Types);
        builder.AddPeriods(persons, Types.Rows, Periods);
    }

    public Table<AbsenceTypeRow> Types { get; } = new();

    public Table<AbsencePeriodRow> Periods { get; } = new();

    /// <summary>Adds an absence exactly as given, without the checks of the API.</summary>
    public string Add(
        string personId, string typeName, (string At, string? Half) start, (string? At, string? Half) end,
        string status)
    {
        DateTimeOffset now = _calendar.Now;
        var row = new AbsencePeriodRow
        {
            Id = SandboxTenant.NewId(),
            PersonId = personId,
            Type = Types.Live.FirstOrDefault(type => type.Name == typeName)
                ?? throw new ArgumentException($"Absence type '{typeName}' was not found."),
            Start = new Boundary(WireTime.ParseWall(start.At), start.Half),
            End = end.At is null ? null : new Boundary(WireTime.ParseWall(end.At), end.Half),
            Status = status,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Periods.Add(row);
        return row.Id;
    }
}

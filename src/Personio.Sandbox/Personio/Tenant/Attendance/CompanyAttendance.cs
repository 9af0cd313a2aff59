using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// The attendance of a company. Created on first access: it is by far the largest part, and many sessions never use it.
/// </summary>
internal sealed class CompanyAttendance
{
    private readonly TenantCalendar _calendar;
    private readonly AttendanceBuilder _builder;
    private readonly Tracker[] _trackers;
    private Table<AttendancePeriodRow>? _periods;

    public CompanyAttendance(
        SandboxOptions options, TenantCalendar calendar, CompanyWords words, IReadOnlyList<PersonRow> persons,
        CompanyAbsences absences)
    {
        _calendar = calendar;
        _builder = new AttendanceBuilder(options, calendar, words);
        _trackers = [.. persons.Select(person => Tracker.From(person, absences.Periods.OfOwner(person.Id)))];
    }

    public Table<AttendancePeriodRow> Periods
    {
        get
        {
            if (_periods is null)
            {
                _periods = new Table<AttendancePeriodRow>();
                _builder.AddTo(_periods, _trackers);
            }

            return _periods;
        }
    }

    /// <summary>Adds an attendance period exactly as given, without the checks of the API.</summary>
    public string Add(string personId, string type, string start, string? end, string status, string? projectId)
    {
        DateTime from = WireTime.ParseWall(start);
        DateTime now = _calendar.LocalNow;
        var row = new AttendancePeriodRow
        {
            Id = SandboxTenant.NewId(),
            PersonId = personId,
            Type = type,
            Start = from,
            End = end is null ? null : WireTime.ParseWall(end),
            AttributionDate = DateOnly.FromDateTime(from),
            Status = status,
            ProjectId = projectId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Periods.Add(row);
        return row.Id;
    }
}
